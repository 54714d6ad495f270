package org.dafu.extract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Some thousands of words, found in a text in one pass.
 *
 * <p>Why no automaton with failure links: the words are short, and nearly every walk from a
 * character ends at the first or second step, so that a tree, walked from each character anew,
 * touches less memory. First steps are looked up in a table by character; later ones in one open
 * hash table, and only where the node's {@link #followers} leave a chance.
 */
final class CueWords {
  private static final int NONE = -1;
  private static final long HASH = 0x9E3779B97F4A7C15L;

  /** An entry of the hash table: node and character, then in these bits the node they lead to. */
  private static final int TARGET_BITS = 24;

  private static final int TARGET_MASK = (1 << TARGET_BITS) - 1;

  /** No entry: none leads to the root. */
  private static final long EMPTY = 0;

  /** Takes the words that begin at one place, shortest first. */
  interface Sink {
    void word(int word, int end);
  }

  private final List<String> words = new ArrayList<>();
  private final int[] firstSteps = new int[Character.MAX_VALUE + 1];
  private long[] steps = new long[1 << 12];
  private int[] wordAt = new int[1 << 10];

  /** Of each node the characters that follow it, six bits of each: most walks end here. */
  private long[] followers = new long[1 << 10];

  private int nodes = 1;

  CueWords() {
    Arrays.fill(wordAt, NONE);
    Arrays.fill(firstSteps, NONE);
  }

  /** The number of this word, which is kept if it is new. */
  int add(String word) {
    int node = 0;
    for (int i = 0; i < word.length(); i++) {
      char unit = word.charAt(i);
      int next = i == 0 ? firstSteps[unit] : step(node, unit);
      node = next == NONE ? grow(node, unit) : next;
    }
    if (wordAt[node] == NONE) {
      wordAt[node] = words.size();
      words.add(word);
    }
    return wordAt[node];
  }

  String word(int number) {
    return words.get(number);
  }

  int size() {
    return words.size();
  }

  /** Gives the words that stand in the text from this place on. */
  void startingAt(CharSequence text, int start, Sink sink) {
    int node = firstSteps[text.charAt(start)];
    for (int end = start + 1; node != NONE; end++) {
      if (wordAt[node] != NONE) {
        sink.word(wordAt[node], end);
      }
      if (end == text.length()) {
        return;
      }
      node = step(node, text.charAt(end));
    }
  }

  private int step(int node, char unit) {
    if ((followers[node] >>> unit & 1) == 0) {
      return NONE;
    }
    long key = key(node, unit);
    int slot = slot(key);
    while (steps[slot] != EMPTY) {
      if (steps[slot] >>> TARGET_BITS == key) {
        return (int) steps[slot] & TARGET_MASK;
      }
      slot = (slot + 1) & (steps.length - 1);
    }
    return NONE;
  }

  private int grow(int node, char unit) {
    if (nodes == wordAt.length) {
      followers = Arrays.copyOf(followers, 2 * nodes);
      wordAt = Arrays.copyOf(wordAt, 2 * nodes);
      Arrays.fill(wordAt, nodes, wordAt.length, NONE);
    }
    if (node == 0) {
      firstSteps[unit] = nodes;
    } else {
      if (2 * nodes > steps.length) {
        enlarge();
      }
      put((key(node, unit) << TARGET_BITS) | nodes);
      followers[node] |= 1L << unit;
    }
    return nodes++;
  }

  private void put(long step) {
    int slot = slot(step >>> TARGET_BITS);
    while (steps[slot] != EMPTY) {
      slot = (slot + 1) & (steps.length - 1);
    }
    steps[slot] = step;
  }

  private void enlarge() {
    long[] old = steps;
    steps = new long[2 * old.length];
    for (long step : old) {
      if (step != EMPTY) {
        put(step);
      }
    }
  }

  private static long key(int node, char unit) {
    return ((long) node << Character.SIZE) | unit;
  }

  /** Where to look first: the upper bits of the product, on which all bits of the key act. */
  private int slot(long key) {
    return (int) ((key * HASH) >>> Long.numberOfLeadingZeros(steps.length - 1L));
  }
}
