package org.dafu.extract;

import java.util.Arrays;
import java.util.function.IntPredicate;

/** The cues of one clause (小句), in arrays that are used again for the next. */
final class Clause {
  /** The cues of one list of the taxonomy, in the order in which they were found. */
  static final class Cues {
    int count;
    int[] cues = new int[32];
    int[] starts = new int[32];
    int[] ends = new int[32];

    /** Whether the cue stands within 《》. */
    boolean[] quoted = new boolean[32];

    private void add(int cue, int from, int to, boolean inTitle) {
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

    private void dropIf(IntPredicate unwanted) {
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

  /** Place of its first character. */
  int start;

  /** Its length in characters, without the sign that ends it. */
  int length;

  /** Sentences before it. */
  int sentence;

  /** Whether it tells what a member asks or others do. */
  boolean reports;

  private final Cues[] byList;

  /** Bits of the lists that have a cue that other words in the clause could deny. */
  private int deniable;

  /**
   * @param lists how many the taxonomy has
   */
  Clause(int lists) {
    byList = new Cues[lists];
    Arrays.setAll(byList, list -> new Cues());
  }

  /** Its cues of a list. */
  Cues of(int list) {
    return byList[list];
  }

  void clear(int from) {
    start = from;
    reports = false;
    deniable = 0;
    for (Cues hits : byList) {
      hits.count = 0;
    }
  }

  /**
   * Adds a cue that stands here.
   *
   * @param packed see {@link PackedCue}
   */
  void add(int packed, int from, int to, boolean inTitle) {
    int list = PackedCue.list(packed);
    byList[list].add(PackedCue.number(packed), from, to, inTitle);
    deniable |= PackedCue.isDeniable(packed) ? 1 << list : 0;
  }

  /** Drops the cues that are denied; asks of no list without one that may be. */
  void dropDenied(IntPredicate denied) {
    for (int list = 0; deniable >> list != 0; list++) {
      if ((deniable >> list & 1) != 0) {
        byList[list].dropIf(denied);
      }
    }
  }
}
