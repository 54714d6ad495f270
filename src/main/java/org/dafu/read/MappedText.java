package org.dafu.read;

import java.util.Arrays;

/**
 * Text under construction in which every UTF-16 unit remembers the unit of the source that it came
 * from.
 */
final class MappedText implements CharSequence {
  private final StringBuilder text = new StringBuilder();
  private int[] origins = new int[16];

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
    append(other, 0, other.length());
  }

  private void append(MappedText other, int start, int end) {
    int length = text.length();
    if (length + end - start > origins.length) {
      origins = Arrays.copyOf(origins, Math.max(origins.length * 2, length + end - start));
    }
    System.arraycopy(other.origins, start, origins, length, end - start);
    text.append(other.text, start, end);
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
    if (start == 0 && end == length()) {
      return this;
    }
    return part(start, end);
  }

  /** The units from start to end. */
  MappedText part(int start, int end) {
    MappedText part = new MappedText();
    part.append(this, start, end);
    return part;
  }

  /** White space as Chinese pages use it: ideographic, no-break and zero-width spaces too. */
  static boolean isSpace(char unit) {
    if (unit > '\u3000') {
      return unit == '\ufeff'; // nearly every character of a letter ends here
    }
    return Character.isWhitespace(unit)
        || unit == '\u00a0'
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
