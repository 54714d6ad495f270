package org.dafu.extract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * A list of words of which the longest that stands at a place of a text is found by one look at a
 * character; most places hold none, and are told so at once.
 */
final class WordTable {
  /** A power of two, well above the number of characters that words begin or end with. */
  private static final int BUCKETS = 1024;

  private final String[] words;
  private final boolean byEnd;

  /** Numbers of words by a bucket of their first or last character, longest first. */
  private final int[][] buckets = new int[BUCKETS][];

  private WordTable(List<String> words, boolean byEnd) {
    this.words = words.toArray(String[]::new);
    this.byEnd = byEnd;
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      order.add(i);
    }
    order.sort(Comparator.comparingInt(index -> -words.get(index).length()));
    for (int index : order) {
      String word = words.get(index);
      int bucket = bucket(word.charAt(byEnd ? word.length() - 1 : 0));
      int[] held = buckets[bucket] == null ? new int[0] : buckets[bucket];
      int[] grown = Arrays.copyOf(held, held.length + 1);
      grown[held.length] = index;
      buckets[bucket] = grown;
    }
  }

  /** Words looked up where they begin; they are given parted by single spaces. */
  static WordTable beginning(String words) {
    return new WordTable(List.of(words.split(" ", -1)), false);
  }

  /** Words looked up where they begin. */
  static WordTable beginning(List<String> words) {
    return new WordTable(words, false);
  }

  /** Words looked up where they end; they are given parted by single spaces. */
  static WordTable ending(String words) {
    return new WordTable(List.of(words.split(" ", -1)), true);
  }

  /** Words looked up where they end. */
  static WordTable ending(List<String> words) {
    return new WordTable(words, true);
  }

  private static int bucket(char unit) {
    return unit & (BUCKETS - 1);
  }

  /** The number of the longest word in {@code text[start, end)} that begins at start; or -1. */
  int at(String text, int start, int end) {
    if (byEnd || start >= end) {
      return -1;
    }
    int[] held = buckets[bucket(text.charAt(start))];
    if (held != null) {
      for (int index : held) {
        if (stands(words[index], text, start, end)) {
          return index;
        }
      }
    }
    return -1;
  }

  /** The number of the longest word in {@code text[start, end)} that stops at end; or -1. */
  int before(String text, int start, int end) {
    if (!byEnd || start >= end) {
      return -1;
    }
    int[] held = buckets[bucket(text.charAt(end - 1))];
    if (held != null) {
      for (int index : held) {
        int from = end - words[index].length();
        if (from >= start && stands(words[index], text, from, end)) {
          return index;
        }
      }
    }
    return -1;
  }

  /** Words are of one to four characters: comparing them one by one beats the library's way. */
  private static boolean stands(String word, String text, int start, int end) {
    int length = word.length();
    if (start + length > end) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (text.charAt(start + i) != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Whether a word begins there. */
  boolean isAt(String text, int start, int end) {
    return at(text, start, end) >= 0;
  }

  /** The length of the word of this number; 0 for -1. */
  int length(int index) {
    return index < 0 ? 0 : words[index].length();
  }
}
