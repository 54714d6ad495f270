package org.dafu.extract;

import java.util.Arrays;
import java.util.function.IntPredicate;

/** The cues of one clause (小句), in arrays that are used again for the next. */
final class Clause {
  /** Place of its first character. */
  int start;

  /** Its length in characters, without the sign that ends it. */
  int length;

  /** Sentences before it. */
  int sentence;

  /** Whether it tells what a member asks or others do. */
  boolean reports;

  int count;
  int[] cues = new int[64];
  int[] starts = new int[64];
  int[] ends = new int[64];

  /** Whether the cue stands within 《》. */
  boolean[] quoted = new boolean[64];

  void clear(int from) {
    start = from;
    count = 0;
    reports = false;
  }

  void add(int cue, int from, int to, boolean inTitle) {
    if (count == cues.length) {
      cues = Arrays.copyOf(cues, 2 * count);
      starts = Arrays.copyOf(starts, 2 * count);
      ends = Arrays.copyOf(ends, 2 * count);
      quoted = Arrays.copyOf(quoted, 2 * count);
    }
    cues[count] = cue;
    starts[count] = from;
    ends[count] = to;
    quoted[count++] = inTitle;
  }

  void dropIf(IntPredicate unwanted) {
    int kept = 0;
    for (int i = 0; i < count; i++) {
      if (!unwanted.test(cues[i])) {
        cues[kept] = cues[i];
        starts[kept] = starts[i];
        ends[kept] = ends[i];
        quoted[kept++] = quoted[i];
      }
    }
    count = kept;
  }
}
