/**
 * From bytes to text blocks.
 *
 * <p>Flow: {@link org.dafu.read.SourceDocument} → {@link org.dafu.read.LetterReader} → {@link
 * org.dafu.read.ReadDocument}: headings, paragraphs and tables with their places, page breaks
 * repaired, telephone numbers masked (none leaves this room). Within: the first bytes tell the
 * format, its reader takes raw blocks out (text and pages, PDF, DOCX, DOC, RTF, or an OCR program
 * for scans), and repairs are the same for all. {@link org.dafu.read.ZipArchive} opens archives
 * within bounds. May import: {@code reply}; jsoup and the document libraries.
 */
@NullMarked
package org.dafu.read;

import org.jspecify.annotations.NullMarked;
