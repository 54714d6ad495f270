package org.dafu.read;

import java.util.function.IntUnaryOperator;

/**
 * The form in which rules look at text: full-width signs as half-width ones, traditional and
 * variant characters as simplified ones. One unit becomes one unit, so that a place in the folded
 * text is the same place in the text.
 */
public final class Folding {
  private final IntUnaryOperator variants;

  /**
   * @param variants a traditional or variant character to its simplified one, others to themselves
   */
  public Folding(IntUnaryOperator variants) {
    this.variants = variants;
  }

  /** The folded text, of the same length. */
  public String fold(CharSequence text) {
    StringBuilder folded = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      folded.append(fold(text.charAt(i)));
    }
    return folded.toString();
  }

  private char fold(char unit) {
    if (unit < 0x80) {
      return unit;
    }
    if (unit >= '\uff01' && unit <= '\uff5e') {
      return (char) (unit - 0xfee0);
    }
    if (MappedText.isSpace(unit)) {
      return ' ';
    }
    int folded = variants.applyAsInt(unit);
    return folded > 0 && folded <= Character.MAX_VALUE ? (char) folded : unit;
  }
}
