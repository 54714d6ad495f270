package org.dafu.reply;

/**
 * A half-open range {@code [start, end)} in UTF-16 units of a text.
 *
 * @param start first unit, at least 0
 * @param end unit after the last, at least {@code start}
 */
public record Span(int start, int end) {
  /**
   * @throws IllegalArgumentException if the range is negative
   */
  public Span {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("not a range: " + start + ".." + end);
    }
  }

  /** Its length in UTF-16 units. */
  public int length() {
    return end - start;
  }

  /** The part of the text that it covers. */
  public String of(String text) {
    return text.substring(start, end);
  }

  /** Whether the other range lies wholly within this one. */
  public boolean contains(Span other) {
    return start <= other.start && other.end <= end;
  }
}
