package org.dafu.read;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Text under construction in which every UTF-16 unit remembers the unit of the source that it came
 * from. Its strings are kept until it grows: one repair after the other asks for them.
 */
final class MappedText implements CharSequence {
  private char[] units;
  private int[] origins;
  private int length;
  private @Nullable String text;
  private @Nullable String folded;

  MappedText() {
    this(16);
  }

  private MappedText(int room) {
    units = new char[room];
    origins = new int[room];
  }

  void append(char unit, int origin) {
    makeRoom(1);
    origins[length] = origin;
    units[length++] = unit;
  }

  /** Appends units that all came from one place: a box for an input element, a decoded entity. */
  void append(String added, int origin) {
    for (int i = 0; i < added.length(); i++) {
      append(added.charAt(i), origin);
    }
  }

  /** Appends {@code source[start, end)}. */
  void append(String source, int start, int end) {
    makeRoom(end - start);
    source.getChars(start, end, units, length);
    for (int i = start; i < end; i++) {
      origins[length++] = i;
    }
  }

  void append(MappedText other) {
    append(other, 0, other.length);
  }

  private void append(MappedText other, int start, int end) {
    makeRoom(end - start);
    System.arraycopy(other.units, start, units, length, end - start);
    System.arraycopy(other.origins, start, origins, length, end - start);
    length += end - start;
  }

  private void makeRoom(int more) {
    text = null;
    folded = null;
    if (length + more > units.length) {
      int room = Math.max(units.length * 2, length + more);
      units = Arrays.copyOf(units, room);
      origins = Arrays.copyOf(origins, room);
    }
  }

  /** The part without white space at its ends. */
  MappedText strip() {
    int start = 0;
    int end = length;
    while (start < end && isSpace(units[start])) {
      start++;
    }
    while (end > start && isSpace(units[end - 1])) {
      end--;
    }
    if (start == 0 && end == length) {
      return this;
    }
    return part(start, end);
  }

  /** The units from start to end. */
  MappedText part(int start, int end) {
    MappedText part = new MappedText(end - start);
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
    return Arrays.copyOf(origins, length);
  }

  /**
   * The text as rules look at it.
   *
   * @param folding the same each time
   */
  String folded(Folding folding) {
    if (folded == null) {
      folded = folding.fold(units, length);
    }
    return folded;
  }

  @Override
  public int length() {
    return length;
  }

  @Override
  public char charAt(int index) {
    return units[index];
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return new String(units, start, end - start);
  }

  @Override
  public String toString() {
    if (text == null) {
      text = new String(units, 0, length);
    }
    return text;
  }
}
