package org.dafu.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Sets aside what is printed at the top and bottom of pages: page numbers and repeated headers. */
final class PdfMargins {
  /** The share of a page's height in which headers stand, and footers. */
  private static final float MARGIN = 0.12f;

  private static final Pattern PAGE_NUMBER =
      Pattern.compile(
          "(?i)[-—–－﹣‐·•・_~\\s]*\\d{1,3}[-—–－﹣‐·•・_~\\s]*|第\\s*[\\d一二三四五六七八九十]{1,3}\\s*页.{0,10}"
              + "|共\\s*\\d{1,3}\\s*页.{0,10}|\\d{1,3}\\s*/\\s*\\d{1,3}|page\\s*\\d{1,3}(?:\\s*of\\s*\\d{1,3})?");

  private PdfMargins() {}

  /** For each page, its characters without those of headers and footers. */
  static List<List<PdfGlyph>> setAside(List<PdfPage> pages) {
    Map<String, Integer> repeats = new HashMap<>();
    for (PdfPage page : pages) {
      Set<String> onPage = new HashSet<>();
      marginLines(page).forEach(line -> onPage.add(key(page, line)));
      onPage.forEach(line -> repeats.merge(line, 1, Integer::sum));
    }
    List<List<PdfGlyph>> kept = new ArrayList<>();
    for (PdfPage page : pages) {
      Set<PdfGlyph> aside = new HashSet<>();
      for (List<PdfGlyph> line : marginLines(page)) {
        String text = new PdfRow(line).text();
        boolean repeated = repeats.getOrDefault(key(page, line), 0) > 1;
        if (repeated || PAGE_NUMBER.matcher(text).matches()) {
          aside.addAll(line);
        }
      }
      kept.add(page.glyphs().stream().filter(glyph -> !aside.contains(glyph)).toList());
    }
    return kept;
  }

  private static List<List<PdfGlyph>> marginLines(PdfPage page) {
    List<PdfGlyph> margins =
        page.glyphs().stream()
            .filter(
                glyph ->
                    glyph.y() < MARGIN * page.height() || glyph.y() > (1 - MARGIN) * page.height())
            .toList();
    return PdfRows.lines(margins);
  }

  /** The same for headers that differ in their page's number only. */
  private static String key(PdfPage page, List<PdfGlyph> line) {
    String where = line.getFirst().y() < page.height() / 2 ? "top " : "bottom ";
    return where + new PdfRow(line).text().replaceAll("\\d+", "#");
  }
}
