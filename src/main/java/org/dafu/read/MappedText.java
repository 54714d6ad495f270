package org.dafu.read;

import java.util.Arrays;

/**
 * Text under construction in which every UTF-16 unit remembers the unit of the source that it came
 * from.
 */
final class MappedText implements CharSequence {
  private final StringBuilder text = new StringBuilder();
  private int[] origins = new int[64];

  void append(char unit, int origin) {
    if (text.length() == origins.length) {
      origins = Arrays.copyOf(origins, origins.length * 2);
    }
    origins[text.length()] = origin;
    text.append(unit);
  }

  /** Appends units that all came from one place: a box for an input element, a decoded entity. */
  void append(String units, int origin) {
    for (int i = 0; i < units.length(); i++) {
      append(units.charAt(i), origin);
    }
  }

  void append(MappedText other) {
    for (int i = 0; i < other.length(); i++) {
      append(other.charAt(i), other.origins[i]);
    }
  }

  /** The part without white space at its ends. */
  MappedText strip() {
    int start = 0;
    int end = length();
    while (start < end && isSpace(charAt(start))) {
      start++;
    }
    while (end > start && isSpace(charAt(end - 1))) {
      end--;
    }
    MappedText part = new MappedText();
    for (int i = start; i < end; i++) {
      part.append(charAt(i), origins[i]);
    }
    return part;
  }

  /** White space as Chinese pages use it: ideographic, no-break and zero-width spaces too. */
  static boolean isSpace(char unit) {
    return Character.isWhitespace(unit)
        || unit == '\u00a0'
        || unit == '\u3000'
        || unit == '\ufeff'
        || (unit >= '\u2000' && unit <= '\u200f')
        || unit == '\u202f';
  }

  int origin(int index) {
    return origins[index];
  }

  int[] origins() {
    return Arrays.copyOf(origins, text.length());
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public char charAt(int index) {
    return text.charAt(index);
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return text.subSequence(start, end);
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
