/**
 * From bytes to text blocks.
 *
 * <p>Flow: {@link org.dafu.read.SourceDocument} → {@link org.dafu.read.LetterReader} → {@link
 * org.dafu.read.ReadDocument}: headings, paragraphs and tables with their places, page breaks
 * repaired, telephone numbers masked (none leaves this room). May import: {@code reply}; jsoup and
 * the document libraries.
 */
@NullMarked
package org.dafu.read;

import org.jspecify.annotations.NullMarked;
