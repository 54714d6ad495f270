package org.dafu.read;

import java.util.Arrays;

/**
 * Where each character of a {@link ReadDocument#text()} stood in the decoded source, repairs and
 * markup notwithstanding. Kept as runs of characters that followed one another in both.
 *
 * <p>The decoded source of a PDF or a Word file is the text taken out of it, in reading order and
 * before repairs.
 */
public final class SourceMap {
  private final int[] textStarts;
  private final int[] sourceStarts;
  private final int length;

  /**
   * A map of runs.
   *
   * @param textStarts where each begins in the text, the first at 0
   * @param sourceStarts where each begins in the source
   * @param length of the text
   */
  SourceMap(int[] textStarts, int[] sourceStarts, int length) {
    this.textStarts = textStarts;
    this.sourceStarts = sourceStarts;
    this.length = length;
  }

  /** The map of a text that is its source, unchanged. */
  public static SourceMap identity(int length) {
    return new SourceMap(new int[] {0}, new int[] {0}, length);
  }

  /**
   * The UTF-16 unit of the decoded source that this unit of the text came from.
   *
   * @throws IndexOutOfBoundsException if the text is shorter
   */
  public int sourceOffset(int textOffset) {
    if (textOffset < 0 || textOffset >= length) {
      throw new IndexOutOfBoundsException(textOffset);
    }
    int at = Arrays.binarySearch(textStarts, textOffset);
    int run = at >= 0 ? at : -at - 2;
    return sourceStarts[run] + textOffset - textStarts[run];
  }
}
