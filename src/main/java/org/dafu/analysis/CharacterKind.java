package org.dafu.analysis;

import java.lang.Character.UnicodeScript;

/** What a code point is to the search. */
enum CharacterKind {
  /** One that is a term of its own: a Chinese character, kana, or one without an assigned use. */
  CHARACTER,
  /** Part of a word of letters. */
  LETTER,
  /** Part of a number. */
  DIGIT,
  /** White space, which parts words and numbers but not Chinese characters. */
  SPACE,
  /** Invisible or riding on its neighbour: as if it were not there. */
  IGNORED,
  /** Any other sign. */
  PUNCTUATION;

  private static final CharacterKind[] ASCII = ascii();

  static CharacterKind of(int codePoint) {
    if (codePoint < ASCII.length) {
      return ASCII[codePoint];
    }
    return Character.isIdeographic(codePoint) ? CHARACTER : byCategory(codePoint);
  }

  private static CharacterKind byCategory(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.CONTROL ->
          SPACE;
      case Character.NON_SPACING_MARK,
          Character.ENCLOSING_MARK,
          Character.COMBINING_SPACING_MARK,
          Character.FORMAT ->
          IGNORED;
      case Character.DECIMAL_DIGIT_NUMBER -> DIGIT;
      case Character.UPPERCASE_LETTER,
          Character.LOWERCASE_LETTER,
          Character.TITLECASE_LETTER,
          Character.MODIFIER_LETTER,
          Character.OTHER_LETTER,
          Character.LETTER_NUMBER ->
          standsAlone(codePoint) ? CHARACTER : LETTER;
      // Characters that a page's encoding could not name come as these, and can be quoted too.
      case Character.PRIVATE_USE, Character.UNASSIGNED, Character.SURROGATE -> CHARACTER;
      default -> PUNCTUATION;
    };
  }

  private static boolean standsAlone(int codePoint) {
    return switch (UnicodeScript.of(codePoint)) {
      case HAN, HIRAGANA, KATAKANA, BOPOMOFO, HANGUL, YI -> true;
      default -> false;
    };
  }

  private static CharacterKind[] ascii() {
    CharacterKind[] kinds = new CharacterKind[0x80];
    for (int c = 0; c < kinds.length; c++) {
      kinds[c] = Character.isWhitespace(c) ? SPACE : byCategory(c);
    }
    return kinds;
  }
}
