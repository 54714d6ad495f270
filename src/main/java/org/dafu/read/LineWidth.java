package org.dafu.read;

import java.util.Arrays;
import java.util.List;

/**
 * How wide the lines of a text are that was cut at one width, as a page of 28 characters a line is
 * when it is copied: a line as wide as that goes on in the next one, be it a heading.
 */
final class LineWidth {
  /** Of a text whose lines are paragraphs. */
  private static final LineWidth NONE = new LineWidth(Integer.MAX_VALUE);

  /**
   * Columns, of which a Chinese character has two. Official letters are set 28 characters wide
   * (GB/T 9704), other pages seldom less than 20 or more than 45.
   */
  private static final int LEAST = 40;

  private static final int MOST = 90;

  /**
   * A line may end so much earlier, where a sign or a number did not fit, or the first line is
   * indented.
   */
  private static final int SLACK = 6;

  /**
   * Where a page cuts its lines one wide line in three, or more, ends so near the margin: first
   * lines, which are indented, and those before a sign or a number end earlier. Headings and names
   * of a list are of any width.
   */
  private static final int NEAR = 2;

  private static final int NEAR_OF = 3;

  /** Narrower lines say nothing: headings, names, dates. */
  private static final int TELLING = 24;

  /** Fewer lines than these may be of one width by chance. */
  private static final int LEAST_LINES = 5;

  /** In paragraphs of two lines every other line is the last one, and ends anywhere. */
  private static final double LEAST_SHARE = 0.4;

  /** One line in so many may be wider: a table's. */
  private static final int OUTLIERS = 20;

  private final int columns;

  private LineWidth(int columns) {
    this.columns = columns;
  }

  /** Measures the lines of a text. */
  static LineWidth of(List<RawBlock> blocks) {
    int[] widths = new int[blocks.size()];
    int lines = 0;
    for (RawBlock block : blocks) {
      int columns = block instanceof RawBlock.Line line ? columns(line.text()) : 0;
      if (columns >= TELLING) {
        widths[lines++] = columns;
      }
    }
    if (lines < LEAST_LINES) {
      return NONE;
    }
    Arrays.sort(widths, 0, lines);
    int widest = widths[lines - 1 - lines / OUTLIERS];
    int full = count(widths, lines, widest - SLACK, widest);
    boolean cut =
        widest >= LEAST
            && widest <= MOST
            && full >= LEAST_LINES
            && full >= LEAST_SHARE * lines
            && NEAR_OF * count(widths, lines, widest - NEAR, widest) >= full;
    return cut ? new LineWidth(widest) : NONE;
  }

  /** How many of so many widths are neither less nor more. */
  private static int count(int[] widths, int lines, int least, int most) {
    int count = 0;
    for (int i = 0; i < lines; i++) {
      count += widths[i] >= least && widths[i] <= most ? 1 : 0;
    }
    return count;
  }

  /** Whether a line is as wide as the lines of its text may be. */
  boolean reaches(CharSequence line) {
    return columns != Integer.MAX_VALUE && columns(line) >= columns - SLACK;
  }

  /** Whether nothing more had room in a line. */
  boolean fills(CharSequence line) {
    return columns != Integer.MAX_VALUE && columns(line) >= columns - 1;
  }

  /** A Chinese character or sign, as printed, is as wide as two digits. */
  private static int columns(CharSequence line) {
    int columns = 0;
    for (int i = 0; i < line.length() && columns <= MOST + SLACK; i++) {
      columns += line.charAt(i) < 0x2000 ? 1 : 2;
    }
    return columns;
  }
}
