package org.dafu.extract;

/** What is asked of a cue where its words stand, in one number. */
final class PackedCue {
  private static final int TWO_BITS = 3;
  private static final int PLACE_SHIFT = 2;
  private static final int DENIABLE = 16;
  private static final int NUMBER_SHIFT = 5;

  private PackedCue() {}

  /**
   * Packs a cue.
   *
   * @param number of the cue, from 0
   * @param list of the taxonomy, from 0, at most 3
   * @param place where it gives points, at most 3
   * @param deniable whether there are words that must not stand in its clause
   */
  static int of(int number, int list, int place, boolean deniable) {
    return number << NUMBER_SHIFT | (deniable ? DENIABLE : 0) | place << PLACE_SHIFT | list;
  }

  static int list(int packed) {
    return packed & TWO_BITS;
  }

  static int place(int packed) {
    return packed >> PLACE_SHIFT & TWO_BITS;
  }

  static boolean isDeniable(int packed) {
    return (packed & DENIABLE) != 0;
  }

  static int number(int packed) {
    return packed >> NUMBER_SHIFT;
  }
}
