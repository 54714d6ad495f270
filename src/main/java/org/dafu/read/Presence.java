package org.dafu.read;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What of the required words of {@link Wording}s one letter has at all: its characters and its
 * pairs of neighbouring characters, white space aside. Asked once a letter for each wording, so
 * that most are never tried on any of its lines. For use by one thread.
 */
public final class Presence {
  /** One slot in three is taken at most. */
  private static final int SLOTS_PER_UNIT = 3;

  private static final Candidates ABSENT = new Candidates(true, List.of());

  /**
   * Those of a wording's required words that the letter has.
   *
   * @param absent whether none of some group is there
   * @param groups one of each stands in every match; none at all if no word is required
   */
  private record Candidates(boolean absent, List<List<String>> groups) {}

  private final long[] units = new long[(Character.MAX_VALUE + 1) >> 6];
  private final int[] pairs;
  private final int mask;
  private @Nullable Candidates[] candidates = new Candidates[256];

  private Presence(int length) {
    int size = Integer.highestOneBit(Math.max(64, length * SLOTS_PER_UNIT)) << 1;
    this.pairs = new int[size];
    this.mask = size - 1;
  }

  /** The presence of words in the folded text of a letter. */
  public static Presence of(CharSequence folded) {
    Presence presence = new Presence(folded.length());
    char before = 0;
    for (int i = 0; i < folded.length(); i++) {
      char unit = folded.charAt(i);
      if (!MappedText.isSpace(unit)) {
        presence.units[unit >> 6] |= 1L << unit;
        presence.add((before << 16) | unit);
        before = unit;
      }
    }
    return presence;
  }

  private void add(int pair) {
    int slot = slot(pair);
    while (pairs[slot] != 0 && pairs[slot] != pair) {
      slot = (slot + 1) & mask;
    }
    pairs[slot] = pair;
  }

  private boolean has(int pair) {
    int slot = slot(pair);
    while (pairs[slot] != 0) {
      if (pairs[slot] == pair) {
        return true;
      }
      slot = (slot + 1) & mask;
    }
    return false;
  }

  private int slot(int pair) {
    int hash = pair * 0x9E3779B1;
    return (hash ^ (hash >>> 15)) & mask;
  }

  /** Whether some line of the letter may match. */
  boolean allows(Wording wording) {
    return !candidates(wording).absent();
  }

  /** Whether a text of this letter may match: it has one of the words that the letter has. */
  public boolean allows(Wording wording, String text) {
    Candidates found = candidates(wording);
    if (found.absent()) {
      return false;
    }
    for (int group = 0; group < found.groups().size(); group++) {
      if (!hasOne(text, found.groups().get(group))) {
        return false;
      }
    }
    return true;
  }

  private static boolean hasOne(String text, List<String> words) {
    for (int i = 0; i < words.size(); i++) {
      if (text.contains(words.get(i))) {
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
    List<List<String>> groups = new ArrayList<>();
    for (List<String> words : wording.required()) {
      List<String> there = new ArrayList<>();
      for (String word : words) {
        if (mayContain(word)) {
          there.add(word);
        }
      }
      if (there.isEmpty()) {
        return ABSENT;
      }
      groups.add(there);
    }
    return new Candidates(false, groups);
  }

  private boolean mayContain(String word) {
    if (word.length() == 1) {
      char unit = word.charAt(0);
      return (units[unit >> 6] & (1L << unit)) != 0;
    }
    for (int i = 1; i < word.length(); i++) {
      if (!has((word.charAt(i - 1) << 16) | word.charAt(i))) {
        return false;
      }
    }
    return true;
  }
}
