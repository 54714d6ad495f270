package org.dafu.analysis;

import java.util.regex.Pattern;

/**
 * Whether a text goes on, from some place, as somebody types: in its characters, in their pinyin,
 * in initials of it (ylfw, zh for 中), or in a mix of these. Signs in the text need not be typed.
 *
 * <p>It follows all ways of reading what was typed at once (a set of places in it, as bits), so
 * that its time grows with the text read and never with the number of ways.
 */
final class TypedMatch {
  /** A longer text is cut: it has told enough. */
  static final int MAX_TYPED = 62;

  /** Stands for what follows a text's last unit. */
  static final char END = '\uffff';

  private static final Pattern SIGNS_AROUND =
      Pattern.compile("^[^\\p{L}\\p{N}\\p{Co}]+|[^\\p{L}\\p{N}\\p{Co}]+$");

  private final String typed;
  private final boolean wholeSyllables;

  /**
   * @param typed folded, without white space; not empty, at most {@link #MAX_TYPED} units
   * @param wholeSyllables whether initials and unfinished syllables are refused
   */
  TypedMatch(String typed, boolean wholeSyllables) {
    this.typed = typed;
    this.wholeSyllables = wholeSyllables;
  }

  /**
   * What was typed, folded, without white space, the signs that part syllables, and those around:
   * 《养老 is 养老.
   *
   * @return empty if it has no character, letter or digit
   */
  static String folded(String typed, CharacterFold fold) {
    String folded = fold.compact(typed).replace("'", "").replace("’", "");
    boolean asks = folded.codePoints().anyMatch(Character::isLetterOrDigit);
    return asks ? SIGNS_AROUND.matcher(folded).replaceAll("") : "";
  }

  /** No more of it than is looked at. */
  static String cut(String folded) {
    return folded.substring(0, Math.min(folded.length(), MAX_TYPED));
  }

  /**
   * Where what was typed ends in the text.
   *
   * @param text folded
   * @return the unit after it; -1 if the text does not go on so
   */
  int end(String text, int from) {
    long reached = 1;
    for (int at = from; at < text.length() && reached != 0; at++) {
      char unit = text.charAt(at);
      reached = step(reached, unit, at > from && !Character.isLetterOrDigit(unit));
      if ((reached >> typed.length() & 1) != 0) {
        return at + 1;
      }
    }
    return -1;
  }

  /**
   * Whether the second sign typed can follow; nearly every place is refused by that.
   *
   * @param first unit of the text at the place
   * @param next unit after it, {@link #END} at the text's end
   */
  boolean mayGoOn(char first, char next) {
    if (typed.length() == 1) {
      return true;
    }
    char second = typed.charAt(1);
    int letter = isLetter(second) ? 1 << (second - 'a') : 0;
    int within = Pinyin.secondLetters(first);
    if (next == END) {
      return (within & letter) != 0;
    }
    return next == second
        || ((within | Pinyin.initials(next)) & letter) != 0
        || !Character.isLetterOrDigit(next);
  }

  private long step(long reached, char unit, boolean mayBeSkipped) {
    long next = mayBeSkipped ? reached : 0;
    String[] readings = Pinyin.of(unit);
    for (long left = reached; left != 0; left &= left - 1) {
      int at = Long.numberOfTrailingZeros(left);
      if (typed.charAt(at) == unit) {
        next |= 1L << (at + 1);
      } else if (isLetter(typed.charAt(at))) {
        for (String reading : readings) {
          next |= spelled(reading, at);
        }
      }
    }
    return next;
  }

  /** Where in what was typed one may be after this reading. */
  private long spelled(String reading, int at) {
    int same = 0;
    int most = Math.min(reading.length(), typed.length() - at);
    while (same < most && typed.charAt(at + same) == reading.charAt(same)) {
      same++;
    }
    if (same == reading.length()) {
      return 1L << (at + same) | (wholeSyllables ? 0 : initials(reading, same, at));
    }
    if (wholeSyllables || same == 0) {
      return 0;
    }
    long unfinished = at + same == typed.length() ? 1L << typed.length() : 0;
    return unfinished | initials(reading, same, at);
  }

  private static long initials(String reading, int same, int at) {
    boolean retroflex = reading.length() > 1 && reading.charAt(1) == 'h';
    return 1L << (at + 1) | (retroflex && same > 1 ? 1L << (at + 2) : 0);
  }

  private static boolean isLetter(char unit) {
    return unit >= 'a' && unit <= 'z';
  }
}
