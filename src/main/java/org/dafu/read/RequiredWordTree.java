package org.dafu.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The required words of all {@link Wording}s as one tree of their characters, so that a single pass
 * over a text tells of every wording whether it may be there.
 *
 * <p>Why: each line of a letter is asked for some fifty of three hundred wordings, each of which
 * would search the line for all its words. Words are found as with Aho and Corasick ("Efficient
 * String Matching", 1975), but without their links: hardly any word of a text is begun and not
 * ended, so that to begin anew at each character costs less. Wordings are made as classes are first
 * used; the tree grows with them, and one made later than the tree is searched for by itself.
 */
final class RequiredWordTree {
  /** The numbers of the groups of words so far; guarded by itself. */
  private static final Map<List<String>, Integer> GROUPS = new LinkedHashMap<>();

  /**
   * Classes are loaded one after another, each with some wordings: the tree is made anew once in so
   * many texts, and not for every class.
   */
  private static final int PATIENCE = 64;

  private static final AtomicInteger WAITED = new AtomicInteger(PATIENCE - 1);
  private static volatile int registered;
  private static volatile RequiredWordTree latest = new RequiredWordTree(List.of());

  /** How many groups are known. */
  final int groups;

  /** The node of each first character of a word; 0 for the others. */
  private final char[] roots = new char[Character.MAX_VALUE + 1];

  /** Of each node one of 64 bits for each character that goes on. */
  private final long[] goesOn;

  /** A hash table from a node and the character that goes on, see {@link #key}, to the next. */
  private final int[] keys;

  private final char[] nexts;

  /** Of each node where its part of {@link #places} begins. */
  private final int[] found;

  /** Places in the bits of a text, and what is set there, for the words that end at a node. */
  private final int[] places;

  private final long[] masks;

  private RequiredWordTree(List<List<String>> groups) {
    Growing tree = new Growing();
    for (int group = 0; group < groups.size(); group++) {
      for (String word : groups.get(group)) {
        tree.add(word, group);
      }
    }
    this.groups = groups.size();
    int size = tree.ends.size();
    this.goesOn = new long[size];
    this.keys = new int[Integer.highestOneBit(Math.max(1, size)) * 4];
    this.nexts = new char[keys.length];
    tree.nexts.forEach(this::link);
    this.found = new int[size + 1];
    int all = tree.ends.stream().mapToInt(Map::size).sum();
    this.places = new int[all];
    this.masks = new long[all];
    int at = 0;
    for (int node = 0; node < size; node++) {
      for (Map.Entry<Integer, Long> end : tree.ends.get(node).entrySet()) {
        places[at] = end.getKey();
        masks[at++] = end.getValue();
      }
      found[node + 1] = at;
    }
  }

  /** The tree while words are added; node 0 is the beginning. */
  private static final class Growing {
    /** The node behind a node and a character. */
    final Map<Integer, Character> nexts = new HashMap<>();

    /** Of each node the bits of the groups whose words end there, by their place. */
    final List<Map<Integer, Long>> ends = new ArrayList<>(List.of(Map.of()));

    void add(String word, int group) {
      char node = 0;
      for (int i = 0; i < word.length(); i++) {
        node = nexts.computeIfAbsent(key(node, word.charAt(i)), key -> made());
      }
      ends.get(node).merge(group / Long.SIZE, 1L << group, (a, b) -> a | b);
    }

    private char made() {
      if (ends.size() > Character.MAX_VALUE) {
        throw new IllegalStateException("the words of all rules need more than 65,535 nodes");
      }
      ends.add(new HashMap<>());
      return (char) (ends.size() - 1);
    }
  }

  private static int key(int node, char unit) {
    return node << Character.SIZE | unit;
  }

  private void link(int key, char next) {
    int node = key >>> Character.SIZE;
    char unit = (char) key;
    if (node == 0) {
      roots[unit] = next;
      return;
    }
    goesOn[node] |= 1L << unit;
    int slot = slot(key);
    while (nexts[slot] != 0) {
      slot = (slot + 1) & (keys.length - 1);
    }
    keys[slot] = key;
    nexts[slot] = next;
  }

  private int slot(int key) {
    return (key * 0x9E3779B1) >>> (Integer.numberOfLeadingZeros(keys.length) + 1);
  }

  /**
   * Makes a group of words known.
   *
   * @return its number, the same for the same words
   */
  static int number(List<String> words) {
    synchronized (GROUPS) {
      Integer known = GROUPS.putIfAbsent(List.copyOf(words), GROUPS.size());
      registered = GROUPS.size();
      return known == null ? GROUPS.size() - 1 : known;
    }
  }

  /** The words of all groups so far, or nearly all. */
  static RequiredWordTree latest() {
    RequiredWordTree known = latest;
    if (known.groups == registered || WAITED.incrementAndGet() % PATIENCE != 0) {
      return known;
    }
    synchronized (GROUPS) {
      if (latest.groups < GROUPS.size()) {
        latest = new RequiredWordTree(List.copyOf(GROUPS.keySet()));
      }
      return latest;
    }
  }

  /** Of each group of which a word is in the text its bit. */
  long[] in(String text) {
    long[] bits = new long[(groups + Long.SIZE - 1) / Long.SIZE];
    for (int start = 0; start < text.length(); start++) {
      int node = roots[text.charAt(start)];
      int at = start + 1;
      while (node != 0) {
        for (int end = found[node]; end < found[node + 1]; end++) {
          bits[places[end]] |= masks[end];
        }
        node = at < text.length() ? next(node, text.charAt(at++)) : 0;
      }
    }
    return bits;
  }

  private int next(int node, char unit) {
    if ((goesOn[node] >>> unit & 1) == 0) {
      return 0; // as nearly always
    }
    int key = key(node, unit);
    int slot = slot(key);
    while (nexts[slot] != 0 && keys[slot] != key) {
      slot = (slot + 1) & (keys.length - 1);
    }
    return nexts[slot];
  }
}
