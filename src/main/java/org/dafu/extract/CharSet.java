package org.dafu.extract;

/** A set of UTF-16 units, asked for every character near a number: one look into a bit table. */
final class CharSet {
  private final long[] bits = new long[(Character.MAX_VALUE + 1) / Long.SIZE];

  private CharSet() {}

  /** The set of the units of this text. */
  static CharSet of(String units) {
    CharSet set = new CharSet();
    for (int i = 0; i < units.length(); i++) {
      char unit = units.charAt(i);
      set.bits[unit / Long.SIZE] |= 1L << unit;
    }
    return set;
  }

  /** Whether the unit is one of them. */
  boolean has(char unit) {
    return ((bits[unit / Long.SIZE] >>> unit) & 1) != 0;
  }
}
