/**
 * How text becomes the terms that are indexed and asked for.
 *
 * <p>Flow: text → {@link org.dafu.analysis.CharacterFold} (one form for each character, length
 * kept) → {@link org.dafu.analysis.CharacterAnalyzer} (every character, so that any piece of text
 * is found) and {@link org.dafu.analysis.WordsAnalyzer} (smartcn's words, for ranking). A
 * question's words → {@link org.dafu.analysis.UnitSplitter} → units of meaning with what may stand
 * for them, as {@link org.dafu.analysis.QueryWords} says; these lists work on the question alone,
 * so that a changed synonym needs no re-indexing. What is being typed is found by {@link
 * org.dafu.analysis.Typeahead}, in characters or in {@link org.dafu.analysis.Pinyin}. May import:
 * nothing of ours; Lucene's analysis, pinyin4j. Lists come in as plain data.
 */
@NullMarked
package org.dafu.analysis;

import org.jspecify.annotations.NullMarked;
