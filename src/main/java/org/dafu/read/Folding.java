package org.dafu.read;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/**
 * The form in which rules look at text: full-width signs and small brackets as half-width ones,
 * traditional and variant characters as simplified ones. One unit becomes one unit, so that a place
 * in the folded text is the same place in the text.
 */
public final class Folding {
  /** The folded unit of each unit: every letter is folded more than once. */
  private final char[] folded = new char[Character.MAX_VALUE + 1];

  /**
   * @param variants a traditional or variant character to its simplified one, others to themselves
   */
  public Folding(IntUnaryOperator variants) {
    for (int unit = 0; unit < folded.length; unit++) {
      folded[unit] = fold((char) unit, variants);
    }
  }

  /** The folded text, of the same length. */
  public String fold(CharSequence text) {
    return foldInPlace(text.toString().toCharArray());
  }

  /** The folded text of so many units. */
  String fold(char[] text, int length) {
    return foldInPlace(Arrays.copyOf(text, length));
  }

  private String foldInPlace(char[] units) {
    for (int i = 0; i < units.length; i++) {
      units[i] = folded[units[i]];
    }
    return new String(units);
  }

  private static char fold(char unit, IntUnaryOperator variants) {
    if (unit < 0x80) {
      return unit;
    }
    if (unit >= '\uff01' && unit <= '\uff5e') {
      return (char) (unit - 0xfee0);
    }
    if (unit == '\ufe59' || unit == '\ufe5a') { // small brackets
      return unit == '\ufe59' ? '(' : ')';
    }
    if (MappedText.isSpace(unit)) {
      return ' ';
    }
    int simplified = variants.applyAsInt(unit);
    return simplified > 0 && simplified <= Character.MAX_VALUE ? (char) simplified : unit;
  }
}
