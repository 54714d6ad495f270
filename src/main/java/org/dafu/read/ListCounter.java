package org.dafu.read;

import java.util.List;

/** Counts one automatic list of a word processor, whose numbers stand nowhere in its file. */
final class ListCounter {
  private static final int LEVELS = 9;

  private final int[] counts = new int[LEVELS];
  private final boolean[] begun = new boolean[LEVELS];

  /**
   * One level of a list.
   *
   * @param start its first number
   * @param numerals how it is printed
   * @param pattern what is printed, with %1 to %9 for the numbers of the levels
   */
  record Level(int start, ListNumerals numerals, String pattern) {}

  /** What is printed before the next paragraph of this level, counted from 0; may be empty. */
  String next(List<Level> levels, int level) {
    int depth = Math.clamp(level, 0, Math.min(LEVELS, levels.size()) - 1);
    Level own = levels.get(depth);
    counts[depth] = begun[depth] ? counts[depth] + 1 : own.start();
    begun[depth] = true;
    for (int deeper = depth + 1; deeper < LEVELS; deeper++) {
      begun[deeper] = false;
    }
    if (own.numerals() == ListNumerals.NONE) {
      return "";
    }
    StringBuilder label = new StringBuilder();
    String pattern = own.pattern();
    for (int i = 0; i < pattern.length(); i++) {
      boolean number =
          pattern.charAt(i) == '%'
              && i + 1 < pattern.length()
              && pattern.charAt(i + 1) >= '1'
              && pattern.charAt(i + 1) <= '9';
      if (number) {
        label.append(printed(levels, pattern.charAt(++i) - '1'));
      } else {
        label.append(pattern.charAt(i));
      }
    }
    return label.toString().strip();
  }

  private String printed(List<Level> levels, int level) {
    if (level >= levels.size()) {
      return "";
    }
    int count = begun[level] ? counts[level] : levels.get(level).start();
    return levels.get(level).numerals().print(count);
  }
}
