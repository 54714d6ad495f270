package org.dafu.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.dafu.analysis.Pinyin;

/**
 * The words that are one slip away from a word, as far as their pairs of characters stand in
 * letters: a character for another, one missing, one too many, two in each other's place; and all
 * characters for others of the same sound, as an input method writes them.
 */
final class Mendings {
  // How often people err so, as weights among one another; nothing hangs on their exact values.
  private static final double SAME_SOUND = 20;
  private static final double SWAPPED = 5;
  private static final double ONE_MISSING = 3;
  private static final double ONE_TOO_MANY = 2;
  private static final double OTHER_CHARACTER = 1;

  /** What is left of a word without its end was rather meant to be longer. */
  private static final double END_TOO_MANY = 0.5;

  /** A word of two characters, one of them wrong, could be nearly any word. */
  private static final int MIN_FOR_OTHER = 3;

  /** Characters of one sound that are tried at each place. */
  private static final int MAX_OF_SOUND = 40;

  private final CharacterPairs pairs;
  private final String word;
  private final List<Mending> found = new ArrayList<>();

  Mendings(CharacterPairs pairs, String word) {
    this.pairs = pairs;
    this.word = word;
  }

  /** All of them, in no order, some perhaps twice. */
  List<Mending> all() throws IOException {
    for (int at = 0; at < word.length(); at++) {
      replaced(at);
      left(at);
      if (at + 1 < word.length()) {
        swapped(at);
        inserted(at);
      }
    }
    soundingAlike();
    return found;
  }

  private void replaced(int at) throws IOException {
    String before = word.substring(0, at);
    String after = word.substring(at + 1);
    if (isSound(before) && isSound(after)) {
      Map<Character, Long> choices =
          at > 0 ? pairs.following(word.charAt(at - 1)) : pairs.singles();
      for (Map.Entry<Character, Long> choice : choices.entrySet()) {
        char other = choice.getKey();
        boolean alike = Pinyin.soundAlike(word.charAt(at), other);
        if (alike || word.length() >= MIN_FOR_OTHER) {
          long letters = joined(choice.getValue(), other, after);
          add(before + other + after, alike ? SAME_SOUND : OTHER_CHARACTER, letters);
        }
      }
    }
  }

  private void inserted(int at) throws IOException {
    String before = word.substring(0, at + 1);
    String after = word.substring(at + 1);
    if (isSound(before) && isSound(after)) {
      for (Map.Entry<Character, Long> choice : pairs.following(word.charAt(at)).entrySet()) {
        long letters = joined(choice.getValue(), choice.getKey(), after);
        add(before + choice.getKey() + after, ONE_MISSING, letters);
      }
    }
  }

  private void left(int at) throws IOException {
    String rest = word.substring(0, at) + word.substring(at + 1);
    if (rest.length() > 1 && isSound(rest)) {
      boolean end = at == 0 || at + 1 == word.length();
      add(rest, end ? END_TOO_MANY : ONE_TOO_MANY, least(rest));
    }
  }

  private void swapped(int at) throws IOException {
    String other =
        word.substring(0, at) + word.charAt(at + 1) + word.charAt(at) + word.substring(at + 2);
    if (isSound(other)) {
      add(other, SWAPPED, least(other));
    }
  }

  /** The likeliest way through the characters that sound like the word's, changing the fewest. */
  private void soundingAlike() throws IOException {
    Map<String, Double> ways = new HashMap<>();
    for (char first : ofSound(0)) {
      ways.put(String.valueOf(first), changed(first, 0));
    }
    for (int at = 1; at < word.length(); at++) {
      Map<String, Double> longer = new HashMap<>();
      for (char next : ofSound(at)) {
        String best = null;
        double worth = Double.NEGATIVE_INFINITY;
        for (Map.Entry<String, Double> way : ways.entrySet()) {
          long letters = pairs.letters(way.getKey().charAt(at - 1), next);
          double here = way.getValue() + Math.log((double) letters) + changed(next, at);
          if (letters > 0 && here > worth) {
            best = way.getKey() + next;
            worth = here;
          }
        }
        if (best != null) {
          longer.put(best, worth);
        }
      }
      ways = longer;
    }
    for (String way : ways.keySet()) {
      long changes = IntStream.range(0, way.length()).filter(at -> isChanged(way, at)).count();
      if (changes > 0 && changes < way.length()) {
        add(way, SAME_SOUND / changes, least(way));
      }
    }
  }

  private boolean isChanged(String way, int at) {
    return way.charAt(at) != word.charAt(at);
  }

  /** A change costs more than any pair's being common gains. */
  private double changed(char other, int at) {
    return other == word.charAt(at) ? 0 : -SAME_SOUND;
  }

  private List<Character> ofSound(int at) throws IOException {
    List<Character> alike = new ArrayList<>(List.of(word.charAt(at)));
    List<Map.Entry<Character, Long>> held = new ArrayList<>();
    for (char other : Pinyin.soundingLike(word.charAt(at)).toCharArray()) {
      long letters = other == word.charAt(at) ? 0 : pairs.letters(other);
      if (letters > 0) {
        held.add(Map.entry(other, letters));
      }
    }
    held.sort(Map.Entry.<Character, Long>comparingByValue().reversed());
    held.stream().limit(MAX_OF_SOUND).forEach(entry -> alike.add(entry.getKey()));
    return alike;
  }

  private long joined(long letters, char other, String after) throws IOException {
    return after.isEmpty() ? letters : Math.min(letters, pairs.letters(other, after.charAt(0)));
  }

  /** Whether all pairs of this piece stand in letters. */
  private boolean isSound(String piece) throws IOException {
    return piece.length() < 2 || least(piece) > 0;
  }

  /** The fewest letters that have any of the pairs. */
  private long least(String piece) throws IOException {
    long least = Long.MAX_VALUE;
    for (int at = 0; at + 1 < piece.length(); at++) {
      least = Math.min(least, pairs.letters(piece.charAt(at), piece.charAt(at + 1)));
    }
    return least;
  }

  private void add(String mended, double trust, long letters) {
    if (letters > 0 && !mended.equals(word)) {
      found.add(new Mending(mended, trust, letters));
    }
  }
}
