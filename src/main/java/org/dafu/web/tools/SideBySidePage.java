package org.dafu.web.tools;

import java.util.List;
import org.dafu.web.pages.Shell;

/**
 * Letters beside one another.
 *
 * @param shell around it
 * @param errors one sentence each
 * @param letters the columns
 * @param rows one a measure; what most letters bear comes first
 * @param others letters on the same matter, to be set beside a single one
 */
public record SideBySidePage(
    Shell shell, List<String> errors, List<Column> letters, List<Row> rows, List<Other> others) {
  /**
   * A letter.
   *
   * @param sections headings of its parts
   * @param removeUrl the page without it
   */
  public record Column(LetterLine letter, List<String> sections, String removeUrl) {}

  /**
   * A measure.
   *
   * @param shared letters that bear it
   */
  public record Row(String label, long shared, List<Cell> cells) {}

  /** What a letter says, one quote a section. */
  public record Cell(LetterLine letter, List<Quote> quotes) {}

  /** Another letter; {@code url} sets it beside the first. */
  public record Other(LetterLine letter, String url) {}
}
