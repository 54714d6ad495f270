package org.dafu.extract;

import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/**
 * Some thousands of words, of which those that begin at a place of a text are found by one look at
 * an array for each character.
 *
 * <p>A double array (Aoe, "An Efficient Digital Search Algorithm by Using a Double-Array
 * Structure", 1989): the words are a tree whose nodes are places of the arrays, and the node that
 * follows a node by a character lies at the node's base and the character's number. No failure
 * links: the words are short, and nearly every walk from a character ends at the first or second
 * step, so that walking from each character anew touches less memory.
 */
final class CueWords {
  private static final int NONE = -1;

  /** Bases looked at before a node's followers go behind all others. */
  private static final int MOST_TRIES = 64;

  private static final int ROOT = 0;

  /** The owner of the root: no node. */
  private static final int NOBODY = -2;

  /** The number of each character, from 1; 0 for those in no word. */
  private final char[] numbers = new char[Character.MAX_VALUE + 1];

  private int[] base = new int[1 << 12];

  /** The node before each; {@link #NONE} for places that no node has. */
  private int[] owner = new int[1 << 12];

  private int[] wordAt = new int[1 << 12];
  private int characters;
  private int firstFree = 1;

  /** The last place that a node has. */
  private int highest = ROOT;

  /**
   * @param words none of them empty; the place of each in the list is its number
   */
  CueWords(List<String> words) {
    TreeMap<String, Integer> sorted = new TreeMap<>();
    for (int word = 0; word < words.size(); word++) {
      sorted.put(words.get(word), word);
      words.get(word).chars().filter(unit -> numbers[unit] == 0).forEach(this::number);
    }
    Arrays.fill(owner, NONE);
    Arrays.fill(wordAt, NONE);
    owner[ROOT] = NOBODY;
    String[] inOrder = sorted.keySet().toArray(String[]::new);
    int[] wordNumbers = sorted.values().stream().mapToInt(Integer::intValue).toArray();
    if (inOrder.length > 0) {
      grow(ROOT, inOrder, wordNumbers, 0, inOrder.length, 0);
    }
    reserve(highest + characters + 1);
  }

  private void number(int unit) {
    numbers[unit] = (char) ++characters;
  }

  /** Puts the words of {@code words[from, to)}, which are alike up to this depth, under a node. */
  private void grow(int node, String[] words, int[] wordNumbers, int from, int to, int depth) {
    int next = from;
    if (words[next].length() == depth) {
      wordAt[node] = wordNumbers[next++];
    }
    int[] bounds = bounds(words, next, to, depth);
    if (bounds.length == 1) {
      return;
    }
    int free = freeBase(words, bounds, depth);
    base[node] = free;
    for (int b = 0; b + 1 < bounds.length; b++) {
      int child = free + numbers[words[bounds[b]].charAt(depth)];
      owner[child] = node;
      highest = Math.max(highest, child);
    }
    while (firstFree < owner.length && owner[firstFree] != NONE) {
      firstFree++;
    }
    for (int b = 0; b + 1 < bounds.length; b++) {
      int child = free + numbers[words[bounds[b]].charAt(depth)];
      grow(child, words, wordNumbers, bounds[b], bounds[b + 1], depth + 1);
    }
  }

  /** Where each run of words with the same character at this depth begins, and the end. */
  private static int[] bounds(String[] words, int from, int to, int depth) {
    int[] bounds = new int[to - from + 1];
    int count = 0;
    for (int w = from; w < to; w++) {
      if (w == from || words[w].charAt(depth) != words[w - 1].charAt(depth)) {
        bounds[count++] = w;
      }
    }
    bounds[count++] = to;
    return Arrays.copyOf(bounds, count);
  }

  /**
   * A base at which all of these followers find free places: among those left between others, or,
   * so that it is found soon, behind all.
   */
  private int freeBase(String[] words, int[] bounds, int depth) {
    reserve(highest + characters + 1);
    int first = numbers[words[bounds[0]].charAt(depth)];
    int lowest = Math.max(0, firstFree - first);
    for (int at = lowest; at < Math.min(lowest + MOST_TRIES, highest); at++) {
      boolean free = true;
      for (int b = 0; free && b + 1 < bounds.length; b++) {
        free = owner[at + numbers[words[bounds[b]].charAt(depth)]] == NONE;
      }
      if (free) {
        return at;
      }
    }
    return highest;
  }

  private void reserve(int size) {
    int old = owner.length;
    if (size > old) {
      int larger = Math.max(size, 2 * old);
      base = Arrays.copyOf(base, larger);
      owner = Arrays.copyOf(owner, larger);
      wordAt = Arrays.copyOf(wordAt, larger);
      Arrays.fill(owner, old, larger, NONE);
      Arrays.fill(wordAt, old, larger, NONE);
    }
  }

  /**
   * The characters' numbers, for {@link #startingAt}.
   *
   * @param numbered gets one more than the text is long
   */
  void number(CharSequence text, char[] numbered) {
    int length = text.length();
    for (int i = 0; i < length; i++) {
      numbered[i] = numbers[text.charAt(i)];
    }
    numbered[length] = 0;
  }

  /**
   * Finds the words that stand in a text from this place on, shortest first.
   *
   * @param numbered the text's characters by {@link #number}
   * @param words gets the words' numbers
   * @param ends gets the places where they end
   * @return how many words, not more than there is room for
   */
  int startingAt(char[] numbered, int start, int[] words, int[] ends) {
    int count = 0;
    int node = ROOT;
    int end = start;
    int next = base[node] + numbered[end];
    while (owner[next] == node) {
      node = next;
      end++;
      if (wordAt[node] != NONE && count < words.length) {
        words[count] = wordAt[node];
        ends[count++] = end;
      }
      next = base[node] + numbered[end];
    }
    return count;
  }
}
