package org.dafu.extract;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Map;
import java.util.TreeMap;

/**
 * Some thousands of words, of which those that begin at a place of a text are found by one look at
 * an array for each character.
 *
 * <p>A double array (Aoe, "An Efficient Digital Search Algorithm by Using a Double-Array
 * Structure", 1989): the words are a tree whose nodes are cells of the array, and the node that
 * follows a node by a character lies at the node's base and the character's number. No two nodes
 * have one base, so a cell need not name the node before it, only the character, and all that is
 * asked of it fits into one number that is loaded once. No failure links: the words are short, and
 * nearly every walk from a character ends at the first or second step, so that walking from each
 * character anew touches less memory.
 */
final class CueWords {
  // A cell holds, from its high bits down: the number of the character that leads to it, the number
  // of the word that ends there and 1 (0 if none does), and the base of what follows.
  private static final int CHARACTER_SHIFT = 48;
  private static final int WORD_SHIFT = 24;
  private static final int FIELD = (1 << WORD_SHIFT) - 1;

  private static final int NONE = -1;

  /** A cell that no node has; no character has this number, no word ends, nothing follows. */
  private static final long FREE = -1L << CHARACTER_SHIFT;

  /** The base of nodes that nothing follows: the cells behind it stay free. */
  private static final int NOTHING_FOLLOWS = 0;

  /** Free cells tried for a node's followers before they go behind all others. */
  private static final int MOST_TRIES = 4096;

  /** The number of each character, from 1; 0 for those in no word. */
  private final char[] numbers = new char[Character.MAX_VALUE + 1];

  /** Of each character 1 if it is a sign or a word, else 0. */
  private final byte[] alone;

  /** Of each character the base of what follows it in words that it begins. */
  private final int[] begins;

  private final int root;
  private long[] cells = {};
  private int characters;

  // For building only.
  private final BitSet bases = new BitSet();
  private final BitSet taken = new BitSet();
  private int highest;

  /**
   * @param signs how many of the first characters are always among the {@link #places}
   * @param first characters that get the first numbers, in this order; none twice
   * @param words the words with their numbers; none empty, no number below 0
   */
  CueWords(int signs, String first, Map<String, Integer> words) {
    first.chars().forEach(this::number);
    TreeMap<String, Integer> sorted = new TreeMap<>(words);
    sorted.keySet().stream().flatMapToInt(String::chars).forEach(this::number);
    root = characters + 1;
    highest = root;
    bases.set(root);
    reserve();
    String[] inOrder = sorted.keySet().toArray(String[]::new);
    int[] wordNumbers = sorted.values().stream().mapToInt(Integer::intValue).toArray();
    grow(root, inOrder, wordNumbers, bounds(inOrder, 0, inOrder.length, 0), 0);
    if (cells.length > FIELD || words.values().stream().anyMatch(number -> number >= FIELD)) {
      throw new IllegalArgumentException("more words than a cell can number: " + words.size());
    }
    alone = new byte[characters + 1];
    begins = new int[characters + 1];
    for (int character = 1; character <= characters; character++) {
      long cell = cells[root + character];
      boolean own = cell >>> CHARACTER_SHIFT == character; // else it lies there from elsewhere
      begins[character] = own ? (int) cell & FIELD : NOTHING_FOLLOWS;
      alone[character] = (byte) ((own && word(cell) != NONE) || character <= signs ? 1 : 0);
    }
  }

  private void number(int unit) {
    if (numbers[unit] == 0) {
      numbers[unit] = (char) ++characters;
    }
  }

  /**
   * Puts behind a base what follows in words that are alike up to this depth.
   *
   * @param bounds of the runs of words that go on with one character, see {@link #bounds}
   */
  private void grow(int base, String[] words, int[] wordNumbers, int[] bounds, int depth) {
    for (int b = 0; b + 1 < bounds.length; b++) {
      int child = base + numbers[words[bounds[b]].charAt(depth)];
      taken.set(child);
      highest = Math.max(highest, child);
    }
    reserve();
    for (int b = 0; b + 1 < bounds.length; b++) {
      int first = bounds[b];
      boolean ends = words[first].length() == depth + 1;
      int[] longer = bounds(words, ends ? first + 1 : first, bounds[b + 1], depth + 1);
      int below = NOTHING_FOLLOWS;
      if (longer.length > 1) {
        below = freeBase(words, longer, depth + 1);
        grow(below, words, wordNumbers, longer, depth + 1);
      }
      long number = numbers[words[first].charAt(depth)];
      long word = ends ? wordNumbers[first] + 1L : 0;
      cells[base + (int) number] = number << CHARACTER_SHIFT | word << WORD_SHIFT | below;
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
   * A base that no node has, at which all of these followers find free cells: among those left
   * between others, or, so that it is found soon, behind all.
   */
  private int freeBase(String[] words, int[] bounds, int depth) {
    int first = numbers[words[bounds[0]].charAt(depth)];
    int cell = taken.nextClearBit(root + first);
    for (int tries = 0; tries < MOST_TRIES && cell < highest; tries++) {
      if (isFree(cell - first, words, bounds, depth)) {
        bases.set(cell - first);
        return cell - first;
      }
      cell = taken.nextClearBit(cell + 1);
    }
    int base = bases.nextClearBit(highest);
    bases.set(base);
    return base;
  }

  private boolean isFree(int base, String[] words, int[] bounds, int depth) {
    boolean free = !bases.get(base);
    for (int b = 0; free && b + 1 < bounds.length; b++) {
      free = !taken.get(base + numbers[words[bounds[b]].charAt(depth)]);
    }
    return free;
  }

  /** Makes room for all that may be looked at behind the last cell. */
  private void reserve() {
    int size = highest + characters + 1;
    int old = cells.length;
    if (size > old) {
      cells = Arrays.copyOf(cells, Math.max(size, 2 * old));
      Arrays.fill(cells, old, cells.length, FREE);
    }
  }

  /**
   * The characters' numbers.
   *
   * @param numbered gets one more than the text is long
   */
  void number(String text, char[] numbered) {
    int length = text.length();
    for (int i = 0; i < length; i++) {
      numbered[i] = numbers[text.charAt(i)];
    }
    numbered[length] = 0;
  }

  /**
   * Where in a text there may be more to do than to pass by: signs, words of one character, and
   * what words begin with. Without a branch, as nobody could guess which way one would go.
   *
   * @param numbered the text's characters by {@link #number}
   * @param places gets the places in their order; one longer than the text
   * @return how many there are
   */
  int places(char[] numbered, int length, int[] places) {
    int count = 0;
    for (int i = 0; i < length; i++) {
      int character = numbered[i];
      int next = numbered[i + 1];
      long following = cells[begins[character] + next];
      long difference = (following >>> CHARACTER_SHIFT) ^ next;
      int goesOn = (int) ((difference - 1) >>> 63);
      places[count] = i;
      count += goesOn | alone[character];
    }
    return count;
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
    int end = start;
    int character = numbered[end];
    long cell = cells[root + character];
    while (cell >>> CHARACTER_SHIFT == character) {
      end++;
      if (word(cell) != NONE && count < words.length) {
        words[count] = word(cell);
        ends[count++] = end;
      }
      character = numbered[end];
      cell = cells[((int) cell & FIELD) + character];
    }
    return count;
  }

  /** The number of the word that ends at a cell. */
  private static int word(long cell) {
    return ((int) (cell >>> WORD_SHIFT) & FIELD) - 1;
  }
}
