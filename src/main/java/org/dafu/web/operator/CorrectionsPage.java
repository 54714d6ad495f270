package org.dafu.web.operator;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that was put right in letters, the latest first.
 *
 * @param frame around it
 * @param letters how many letters have corrections
 * @param rows changes of this page
 * @param broken files of corrections that cannot be read
 * @param previousUrl the page before; null on the first
 * @param nextUrl the page after; null on the last
 */
public record CorrectionsPage(
    Frame frame,
    int letters,
    List<Row> rows,
    List<String> broken,
    @Nullable String previousUrl,
    @Nullable String nextUrl) {
  public CorrectionsPage {
    rows = List.copyOf(rows);
    broken = List.copyOf(broken);
  }

  /** A change and the letter that it is of. */
  public record Row(String letter, String url, LetterPage.Entry entry) {}
}
