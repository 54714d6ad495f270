package org.dafu.read;

/** A set of UTF-16 units, one look into a table of bits for each that is asked. */
public final class CharSet {
  private final long[] bits = new long[(Character.MAX_VALUE + 1) / Long.SIZE];

  private CharSet() {}

  /** The set of the units of this text. */
  public static CharSet of(String units) {
    CharSet set = new CharSet();
    for (int i = 0; i < units.length(); i++) {
      char unit = units.charAt(i);
      set.bits[unit / Long.SIZE] |= 1L << unit;
    }
    return set;
  }

  /** Whether the unit is one of them. */
  public boolean has(char unit) {
    return ((bits[unit / Long.SIZE] >>> unit) & 1) != 0;
  }
}
