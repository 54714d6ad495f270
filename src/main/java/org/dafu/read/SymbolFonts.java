package org.dafu.read;

import java.util.Locale;

/**
 * Boxes and ticks that forms print in fonts of symbols, where the character alone is a letter or a
 * private sign.
 */
final class SymbolFonts {
  private SymbolFonts() {}

  /** Whether the font's letters are no letters. */
  static boolean isSymbolic(String font) {
    return font.toLowerCase(Locale.ROOT).startsWith("wingdings");
  }

  /** Whether a character is a font's own code for a sign, rather than the sign by its name. */
  static boolean isCode(char unit) {
    return unit <= 0xFF || (unit >= 0xF000 && unit <= 0xF0FF);
  }

  /**
   * The text with each of the font's signs as the character it shows; unknown ones are dropped.
   * Programs leave the font set on Chinese text, which it has no signs for: that stays, with the
   * numbers and words in it.
   */
  static String shown(String font, String text) {
    if (!isSymbolic(font)) {
      return text;
    }
    boolean second = font.toLowerCase(Locale.ROOT).replace(" ", "").startsWith("wingdings2");
    boolean chinese = text.codePoints().anyMatch(Character::isIdeographic);
    StringBuilder shown = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      if (isCode(unit) && !(chinese && isWord(text, i))) {
        int code = unit & 0xFF; // also of the private characters U+F000 to U+F0FF
        shown.append(second ? inWingdings2(code) : inWingdings(code));
      } else {
        shown.append(unit);
      }
    }
    return shown.toString();
  }

  /** Whether a digit, sign, or part of a word stands here, rather than a letter for a box. */
  private static boolean isWord(String text, int at) {
    return text.charAt(at) < 0x80
        && (!isLetter(text, at) || isLetter(text, at - 1) || isLetter(text, at + 1));
  }

  private static boolean isLetter(String text, int at) {
    return at >= 0
        && at < text.length()
        && text.charAt(at) < 0x80
        && Character.isLetter(text.charAt(at));
  }

  private static String inWingdings(int code) {
    return switch (code) {
      case 0xFE, 0xFD, 0x78 -> InlineMarkup.TICKED;
      case 0xFC, 0xFB -> "✓";
      case 0x6F, 0xA8, 0x71, 0x72, 0x70 -> InlineMarkup.EMPTY_BOX;
      case 0x6C, 0xA4 -> "●";
      case 0xA1, 0x6D -> "○";
      case 0x20 -> " ";
      default -> "";
    };
  }

  private static String inWingdings2(int code) {
    return switch (code) {
      case 0x52, 0x54, 0x53, 0x51 -> InlineMarkup.TICKED;
      case 0x50, 0x4F -> "✓";
      case 0xA3, 0x2A, 0xA4, 0x30 -> InlineMarkup.EMPTY_BOX;
      case 0x98, 0x97 -> "●";
      case 0x99, 0x9A -> "○";
      case 0x20 -> " ";
      default -> "";
    };
  }
}
