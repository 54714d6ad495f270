package org.dafu.extract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Some thousands of words, found in a text in one pass.
 *
 * <p>Why no automaton with failure links: the words are short, and nearly every walk from a
 * character ends at the first or second step, so that a tree in one open hash table, walked from
 * each character anew, touches less memory. A step is one lookup of (node, character).
 */
final class CueWords {
  private static final int NONE = -1;
  private static final long HASH = 0x9E3779B97F4A7C15L;

  /** Takes the words that begin at one place, shortest first. */
  interface Sink {
    void word(int word, int end);
  }

  private final List<String> words = new ArrayList<>();
  private long[] keys = emptyKeys(1 << 12);
  private int[] targets = new int[1 << 12];
  private int[] wordAt = new int[1 << 10];

  /** Of each node the characters that follow it, six bits of each: most walks end here. */
  private long[] followers = new long[1 << 10];

  private int nodes = 1;
  private int steps;

  CueWords() {
    Arrays.fill(wordAt, NONE);
  }

  /** The number of this word, which is kept if it is new. */
  int add(String word) {
    int node = 0;
    for (int i = 0; i < word.length(); i++) {
      int next = step(node, word.charAt(i));
      node = next == NONE ? grow(node, word.charAt(i)) : next;
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
    int node = 0;
    for (int i = start; i < text.length(); i++) {
      node = step(node, text.charAt(i));
      if (node == NONE) {
        return;
      }
      if (wordAt[node] != NONE) {
        sink.word(wordAt[node], i + 1);
      }
    }
  }

  private int step(int node, char unit) {
    if ((followers[node] >>> unit & 1) == 0) {
      return NONE;
    }
    long key = key(node, unit);
    int mask = keys.length - 1;
    int slot = slot(key);
    while (keys[slot] != key) {
      if (keys[slot] == NONE) {
        return NONE;
      }
      slot = (slot + 1) & mask;
    }
    return targets[slot];
  }

  private int grow(int node, char unit) {
    if ((steps + 1) * 4 > keys.length) {
      enlarge();
    }
    if (nodes == wordAt.length) {
      followers = Arrays.copyOf(followers, 2 * nodes);
      wordAt = Arrays.copyOf(wordAt, 2 * nodes);
      Arrays.fill(wordAt, nodes, wordAt.length, NONE);
    }
    put(key(node, unit), nodes);
    followers[node] |= 1L << unit;
    steps++;
    return nodes++;
  }

  private void put(long key, int target) {
    int slot = slot(key);
    while (keys[slot] != NONE) {
      slot = (slot + 1) & (keys.length - 1);
    }
    keys[slot] = key;
    targets[slot] = target;
  }

  private void enlarge() {
    long[] oldKeys = keys;
    int[] oldTargets = targets;
    keys = emptyKeys(2 * oldKeys.length);
    targets = new int[keys.length];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != NONE) {
        put(oldKeys[i], oldTargets[i]);
      }
    }
  }

  private static long[] emptyKeys(int length) {
    long[] keys = new long[length];
    Arrays.fill(keys, NONE);
    return keys;
  }

  private static long key(int node, char unit) {
    return ((long) node << Character.SIZE) | unit;
  }

  /** Where to look first: the upper bits of the product, on which all bits of the key act. */
  private int slot(long key) {
    return (int) ((key * HASH) >>> Long.numberOfLeadingZeros(keys.length - 1L));
  }
}
