package org.dafu.fuzz;

/** How much is tried, and from which seed: little in every build, more where properties say so. */
final class Effort {
  private static final long SEED = 20_260_301;
  private static final int ROUNDS = 150;
  private static final int SHAPES = 60;
  private static final int UNITS = 4_000;

  private Effort() {}

  /** The seed of the first round; {@code -Dfuzz.seed=N} sets it, {@code random} draws one. */
  static long seed() {
    String given = System.getProperty("fuzz.seed", "");
    if (given.isEmpty()) {
      return SEED;
    }
    return given.equals("random") ? System.nanoTime() & Integer.MAX_VALUE : Long.parseLong(given);
  }

  /** Damaged files that are read; {@code -Dfuzz.rounds=N} sets it. */
  static int rounds() {
    return Integer.getInteger("fuzz.rounds", ROUNDS);
  }

  /** Length in UTF-16 units of the shorter text of each shape; {@code -Dfuzz.units=N} sets it. */
  static int units() {
    return Integer.getInteger("fuzz.units", UNITS);
  }

  /** How many shapes are measured, drawn by the seed; {@code -Dfuzz.shapes=N} sets it. */
  static int shapes() {
    return Integer.getInteger("fuzz.shapes", SHAPES);
  }

  /** How to see a round again. */
  static String again(String test, long seed) {
    return "again: mvn test -Dtest=" + test + " -Dfuzz.rounds=1 -Dfuzz.seed=" + seed;
  }
}
