/**
 * What is asked and what is answered, free of any engine.
 *
 * <p>Flow: {@link org.dafu.search.SearchRequest} → {@link org.dafu.search.QueryNode} → (an engine)
 * → {@link org.dafu.search.SearchResponse}; one path for pages, API, export, feed and command line.
 * An engine implements {@link org.dafu.search.ReplyIndex} to be written and {@link
 * org.dafu.search.ReplySearcher} to be read, with the smaller interfaces beside it that {@link
 * org.dafu.search.ReadSide} names: completions, corrections, the like of a text, explanations,
 * coverage. What is built on these for every engine alike stands here too. May import: {@code
 * reply}; of libraries only Jackson, for the one JSON form of a letter that engines keep and the
 * API gives.
 */
@NullMarked
package org.dafu.search;

import org.jspecify.annotations.NullMarked;
