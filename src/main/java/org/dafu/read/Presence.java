package org.dafu.read;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What of the required words of {@link Wording}s one letter may have at all: its characters and its
 * pairs of neighbouring characters, white space aside. Asked once a letter for each wording, so
 * that most are never tried on any of its lines. For use by one thread.
 *
 * <p>A set of bits (Bloom, "Space/Time Trade-offs in Hash Coding with Allowable Errors", 1970):
 * what it denies is not there, what it allows is looked for.
 */
public final class Presence {
  /** Of so many bits one is set at most: a word of two characters is allowed wrongly as often. */
  private static final int BITS_PER_UNIT = 16;

  private static final Candidates ABSENT = new Candidates(true, new String[0][], new long[0][]);

  /**
   * Those of a wording's required words that the letter may have.
   *
   * @param absent whether none of some group is there
   * @param groups one word of each stands in every match; none at all if no word is required
   * @param units of each word
   */
  @SuppressWarnings("ArrayRecordComponent") // read only, and never compared
  private record Candidates(boolean absent, String[][] groups, long[][] units) {}

  private final long[] pairs;
  private final int shift;
  private final long[] characters = new long[(Character.MAX_VALUE + 1) / Long.SIZE];
  private @Nullable Candidates[] candidates = new Candidates[256];

  private Presence(int length) {
    int bits = Integer.highestOneBit(Math.max(Long.SIZE, length * BITS_PER_UNIT));
    this.pairs = new long[bits / Long.SIZE];
    this.shift = Integer.numberOfLeadingZeros(bits) + 1;
  }

  /** The presence of words in the folded text of a letter. */
  public static Presence of(String folded) {
    Presence presence = new Presence(folded.length());
    char before = 0;
    for (int i = 0; i < folded.length(); i++) {
      char unit = folded.charAt(i);
      if (!MappedText.isSpace(unit)) {
        presence.characters[unit / Long.SIZE] |= 1L << unit;
        int slot = presence.slot(before, unit);
        presence.pairs[slot / Long.SIZE] |= 1L << slot;
        before = unit;
      }
    }
    return presence;
  }

  private int slot(char before, char unit) {
    return (((before << Character.SIZE) | unit) * 0x9E3779B1) >>> shift;
  }

  /**
   * One of 64 bits for each character of a text: a short text that has a word has its bits.
   *
   * @param units those of the text before
   */
  public static long units(long units, char next) {
    return units | (1L << next);
  }

  /** The same for a whole text. */
  static long units(String text) {
    long units = 0;
    for (int i = 0; i < text.length(); i++) {
      units = units(units, text.charAt(i));
    }
    return units;
  }

  /** Whether some line of the letter may match. */
  boolean allows(Wording wording) {
    return !candidates(wording).absent();
  }

  /**
   * Whether a text of this letter may match: it has one of the words that the letter has.
   *
   * @param units of the text or of one that it is part of, see {@link #units}
   */
  public boolean allows(Wording wording, String text, long units) {
    Candidates found = candidates(wording);
    if (found.absent()) {
      return false;
    }
    for (int group = 0; group < found.groups().length; group++) {
      if (!hasOne(text, units, found.groups()[group], found.units()[group])) {
        return false;
      }
    }
    return true;
  }

  private static boolean hasOne(String text, long units, String[] words, long[] ofWords) {
    for (int i = 0; i < words.length; i++) {
      if ((ofWords[i] & ~units) == 0 && text.contains(words[i])) {
        return true;
      }
    }
    return false;
  }

  private Candidates candidates(Wording wording) {
    int id = wording.id();
    if (id >= candidates.length) {
      candidates = Arrays.copyOf(candidates, Math.max(id + 1, candidates.length * 2));
    }
    Candidates known = candidates[id];
    if (known == null) {
      known = find(wording);
      candidates[id] = known;
    }
    return known;
  }

  private Candidates find(Wording wording) {
    String[][] required = wording.required();
    String[][] groups = new String[required.length][];
    long[][] units = new long[required.length][];
    for (int group = 0; group < required.length; group++) {
      String[] there = new String[required[group].length];
      int count = 0;
      for (String word : required[group]) {
        if (mayContain(word)) {
          there[count++] = word;
        }
      }
      if (count == 0) {
        return ABSENT;
      }
      groups[group] = Arrays.copyOf(there, count);
      units[group] = Arrays.stream(groups[group]).mapToLong(Presence::units).toArray();
    }
    return new Candidates(false, groups, units);
  }

  private boolean mayContain(String word) {
    char before = word.charAt(0);
    if ((characters[before / Long.SIZE] & (1L << before)) == 0) {
      return false;
    }
    for (int i = 1; i < word.length(); i++) {
      char unit = word.charAt(i);
      int slot = slot(before, unit);
      if ((pairs[slot / Long.SIZE] & (1L << slot)) == 0) {
        return false;
      }
      before = unit;
    }
    return true;
  }
}
