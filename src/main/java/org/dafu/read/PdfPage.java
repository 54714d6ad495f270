package org.dafu.read;

import java.util.List;

/**
 * What stands on a page.
 *
 * @param height in points, of the page as it is read
 * @param glyphs in the order of the file
 * @param rules lines painted
 */
record PdfPage(float height, List<PdfGlyph> glyphs, List<PdfRules.Rule> rules) {}
