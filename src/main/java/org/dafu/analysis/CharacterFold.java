package org.dafu.analysis;

import java.text.Normalizer;
import java.util.function.IntUnaryOperator;

/**
 * Gives characters that mean the same one form: full-width as half-width, capitals as small
 * letters, traditional and variant (异体) characters as simplified ones.
 *
 * <p>The folded text has as many UTF-16 units as the text, so that offsets into one are offsets
 * into the other; a folding that would change the length is left out.
 */
public final class CharacterFold {
  private static final int BMP = 0x10000;
  private static final int FULL_WIDTH_SHIFT = 0xFEE0;
  private static final char IDEOGRAPHIC_ZERO = '〇';

  private final char[] table = new char[BMP];
  private final IntUnaryOperator variants;

  /**
   * @param variants a traditional or variant code point to its simplified one; others to themselves
   */
  public CharacterFold(IntUnaryOperator variants) {
    this.variants = variants;
    for (int unit = 0; unit < BMP; unit++) {
      table[unit] = Character.isSurrogate((char) unit) ? (char) unit : foldUnit(unit);
    }
  }

  /** Folds widths and capitals only. */
  public static CharacterFold withoutVariants() {
    return new CharacterFold(IntUnaryOperator.identity());
  }

  /** The folded text, of the same length. */
  public String fold(CharSequence text) {
    char[] units = text.toString().toCharArray();
    fold(units, 0, units.length);
    return new String(units);
  }

  /**
   * The folded text without white space: two texts of the same characters have the same compact
   * form, wherever their lines were broken.
   */
  public String compact(CharSequence text) {
    StringBuilder compact = new StringBuilder(text.length());
    fold(text)
        .codePoints()
        .filter(c -> CharacterKind.of(c) != CharacterKind.SPACE)
        .forEach(compact::appendCodePoint);
    return compact.toString();
  }

  /** Folds in place from one UTF-16 unit up to, not including, another. */
  void fold(char[] units, int from, int to) {
    for (int i = from; i < to; i++) {
      char unit = units[i];
      if (!Character.isSurrogate(unit)) {
        units[i] = table[unit];
      } else if (i + 1 < to && Character.isSurrogatePair(unit, units[i + 1])) {
        int folded = foldSupplementary(Character.toCodePoint(unit, units[i + 1]));
        units[i] = Character.highSurrogate(folded);
        units[i + 1] = Character.lowSurrogate(folded);
        i++;
      }
    }
  }

  private char foldUnit(int unit) {
    int plain = plain(unit);
    int folded = variants.applyAsInt(plain);
    return Character.isBmpCodePoint(folded) ? (char) folded : (char) plain;
  }

  private int foldSupplementary(int codePoint) {
    int folded = variants.applyAsInt(Character.toLowerCase(codePoint));
    return Character.isSupplementaryCodePoint(folded) ? folded : codePoint;
  }

  private static int plain(int unit) {
    if (unit >= '！' && unit <= '～') {
      return Character.toLowerCase(unit - FULL_WIDTH_SHIFT);
    }
    if (unit == '○' || unit == '◯') {
      return IDEOGRAPHIC_ZERO; // 二○二一年: three signs are printed for one digit
    }
    if (hasSingleForm(unit)) {
      String normal = Normalizer.normalize(Character.toString(unit), Normalizer.Form.NFKC);
      return normal.length() == 1 ? normal.charAt(0) : unit;
    }
    return Character.toLowerCase(unit);
  }

  /**
   * Blocks that hold second encodings of one character: radicals that PDF fonts put for characters,
   * compatibility ideographs, raised and lowered digits, half-width signs. Circled numbers are not
   * among them: ①2023年 would become 12023年.
   */
  private static boolean hasSingleForm(int unit) {
    return unit == 0xA0
        || (unit >= 0xB2 && unit <= 0xB9)
        || (unit >= 0x2070 && unit <= 0x209C)
        || (unit >= 0x2E80 && unit <= 0x2FDF)
        || (unit >= 0xF900 && unit <= 0xFAFF)
        || (unit >= 0xFE30 && unit <= 0xFE6B)
        || (unit >= 0xFF5F && unit <= 0xFFEE);
  }
}
