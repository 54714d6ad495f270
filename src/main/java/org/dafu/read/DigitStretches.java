package org.dafu.read;

import java.util.ArrayList;
import java.util.List;
import org.dafu.reply.Span;

/**
 * Where telephone and identity numbers may stand at all: seven digits or more parted by nothing but
 * signs, with what may stand around them. Nearly all of a letter is outside, and is not looked at
 * again.
 */
final class DigitStretches {
  /** A local number is the shortest that is hidden. */
  private static final int FEWEST_DIGITS = 7;

  /** What may stand between the digits of one number. */
  private static final String SEPARATORS = " -－—–‐‑()（）.·•/\u00a0\t\n";

  /** Room around the digits for a bracket, a country's code and an extension, in UTF-16 units. */
  private static final int UNITS_AROUND = 16;

  private DigitStretches() {}

  /** The stretches in their order. */
  static List<Span> of(String text) {
    List<Span> stretches = new ArrayList<>();
    int first = 0;
    int digits = 0;
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      if (unit >= '0' && unit <= '9') {
        first = digits == 0 ? i : first;
        digits++;
      } else if (digits > 0 && SEPARATORS.indexOf(unit) < 0) {
        digits = 0;
      }
      if (digits >= FEWEST_DIGITS) {
        open(
            stretches,
            Math.max(0, first - UNITS_AROUND),
            Math.min(text.length(), i + UNITS_AROUND));
      }
    }
    return stretches;
  }

  private static void open(List<Span> windows, int start, int end) {
    if (windows.isEmpty() || windows.getLast().end() < start) {
      windows.add(new Span(start, end));
    } else {
      windows.set(windows.size() - 1, new Span(windows.getLast().start(), end));
    }
  }
}
