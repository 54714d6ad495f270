package org.dafu.web.operator;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One letter or file: what is known of it, and what can be done with it.
 *
 * @param frame around it
 * @param letter names it in forms
 * @param title of the letter, or the file's path
 * @param facts where it lies and what became of it
 * @param withdrawn whether it is taken out of service
 * @param publicUrl the page that everybody sees; null if nobody but the operator may see the letter
 * @param unreadable why its fields cannot be shown; null if they can
 * @param rows its fields; empty if they cannot be shown
 * @param note why, as typed
 * @param history what was put right so far, the latest first
 */
public record LetterPage(
    Frame frame,
    String letter,
    String title,
    List<OverviewPage.Fact> facts,
    boolean withdrawn,
    @Nullable String publicUrl,
    @Nullable String unreadable,
    List<Row> rows,
    String note,
    List<Entry> history) {
  public LetterPage {
    facts = List.copyOf(facts);
    rows = List.copyOf(rows);
    history = List.copyOf(history);
  }

  /**
   * A field.
   *
   * @param key its name
   * @param shape how it is typed: {@code line}, {@code list}, {@code choice}
   * @param value as it is now, or as was typed
   * @param was as it is now
   * @param read as read out of the letter, for people; empty where that holds
   * @param options to choose from
   */
  public record Row(
      String key,
      String label,
      String shape,
      String value,
      String was,
      String read,
      boolean corrected,
      List<Option> options) {
    public Row {
      options = List.copyOf(options);
    }
  }

  /** Something to choose. */
  public record Option(String value, String label, boolean selected) {}

  /**
   * A change.
   *
   * @param time when, in China
   * @param instant when, ISO 8601
   * @param who made it
   * @param before what held until then
   * @param after what has held since
   * @param takenBack whether what is read from the letter holds again
   * @param note why; empty if nobody said
   */
  public record Entry(
      String time,
      String instant,
      String who,
      String field,
      String before,
      String after,
      boolean takenBack,
      String note) {}
}
