package org.dafu.read;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Text under construction in which every UTF-16 unit remembers the unit of the source that it came
 * from, as runs of units that followed one another there too: a line of a letter is one. Its
 * strings are kept until it grows: one repair after the other asks for them.
 */
final class MappedText implements CharSequence {
  private char[] units;
  private int length;

  /** Where the runs begin, here and in the source. */
  private int[] starts = new int[2];

  private int[] sources = new int[2];
  private int runs;

  private @Nullable String text;
  private @Nullable Presence folded;

  MappedText() {
    this(16);
  }

  /** An empty text. */
  MappedText(int room) {
    units = new char[room];
  }

  void append(char unit, int origin) {
    makeRoom(1);
    run(length, origin);
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
    if (end > start) {
      makeRoom(end - start);
      run(length, start);
      source.getChars(start, end, units, length);
      length += end - start;
    }
  }

  void append(MappedText other) {
    append(other, 0, other.length);
  }

  private void append(MappedText other, int start, int end) {
    if (end == start) {
      return;
    }
    makeRoom(end - start);
    int first = other.runOf(start);
    run(length, other.sources[first] + start - other.starts[first]);
    for (int next = first + 1; next < other.runs && other.starts[next] < end; next++) {
      run(length + other.starts[next] - start, other.sources[next]);
    }
    System.arraycopy(other.units, start, units, length, end - start);
    length += end - start;
  }

  private void makeRoom(int more) {
    text = null;
    folded = null;
    if (length + more > units.length) {
      units = Arrays.copyOf(units, Math.max(units.length * 2, length + more));
    }
  }

  /** From this unit on the text follows the source from there, if it did not so already. */
  private void run(int start, int source) {
    if (runs > 0 && source - sources[runs - 1] == start - starts[runs - 1]) {
      return;
    }
    if (runs == starts.length) {
      starts = Arrays.copyOf(starts, runs * 2);
      sources = Arrays.copyOf(sources, runs * 2);
    }
    starts[runs] = start;
    sources[runs++] = source;
  }

  /** The run that has this unit. */
  private int runOf(int index) {
    int at = Arrays.binarySearch(starts, 0, runs, index);
    return at >= 0 ? at : -at - 2;
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

  /** Where in the source this unit came from. */
  int origin(int index) {
    int run = runOf(index);
    return sources[run] + index - starts[run];
  }

  /** Where in the source each unit came from. */
  SourceMap sourceMap() {
    return new SourceMap(Arrays.copyOf(starts, runs), Arrays.copyOf(sources, runs), length);
  }

  /**
   * The text as rules look at it.
   *
   * @param folding the same each time
   */
  Presence folded(Folding folding) {
    if (folded == null) {
      folded = Presence.of(folding.fold(units, length));
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
