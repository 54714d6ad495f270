package org.dafu.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dafu.extract.CueIndex.Entry;

/**
 * The words of which it is asked whether they stand in a clause, by numbers from 1: those of cues
 * with +, and those that deny a cue. Single characters come first, so that they have the numbers
 * that {@link CueWords} gives to characters; then words of the later parts of cues with +, those of
 * one part neighbours; then the rest.
 */
final class AskedWords {
  /** What opens and closes titles, ends clauses only, and ends sentences, in this order. */
  static final String SIGNS = "《》,:。;!?";

  /** The {@link #SIGNS} and the words of one character, by their numbers. */
  final String characters;

  /** The number that stands for all other characters of words; 0 for those in no word. */
  final int other;

  /** Words of later parts of cues with + have lower numbers than this. */
  final int laterEnd;

  /** All have lower numbers than this. */
  final int end;

  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<String> longer = new ArrayList<>();

  AskedWords(List<Entry> cues) {
    Set<String> later = new LinkedHashSet<>();
    Set<String> rest = new LinkedHashSet<>();
    for (Entry entry : cues) {
      if (entry.isUnordered()) {
        entry.cue().parts().stream().skip(1).forEach(later::addAll);
        rest.addAll(entry.cue().parts().getFirst());
      }
      rest.addAll(entry.cue().unless());
    }
    StringBuilder single = new StringBuilder(SIGNS);
    later.stream().filter(word -> isNew(word, single)).forEach(single::append);
    rest.stream().filter(word -> isNew(word, single)).forEach(single::append);
    characters = single.toString();
    for (int i = 0; i < characters.length(); i++) {
      numbers.put(characters.substring(i, i + 1), i + 1);
    }
    other = characters.length() + 1;
    laterEnd = number(later, other + 1);
    end = number(rest, laterEnd);
  }

  private static boolean isNew(String word, StringBuilder characters) {
    return word.length() == 1 && characters.indexOf(word) < 0;
  }

  /** Numbers from this on those that have no number; gives the number behind the last. */
  private int number(Set<String> words, int from) {
    int next = from;
    for (String word : words) {
      if (numbers.putIfAbsent(word, next) == null) {
        longer.add(word);
        next++;
      }
    }
    return next;
  }

  /** A row of bits for the words of later parts, by their numbers. */
  int[] row() {
    return new int[cell(laterEnd) + 1];
  }

  /** Where in a row the bit of the word of this number lies. */
  static int cell(int number) {
    return number >> 5;
  }

  static int bit(int number) {
    return 1 << number;
  }

  /** Those of more than one character. */
  List<String> longer() {
    return List.copyOf(longer);
  }

  /** The word's number; 0 if it is not asked for. */
  int of(String word) {
    return numbers.getOrDefault(word, 0);
  }

  /** The numbers of words that are asked for. */
  int[] of(List<String> words) {
    return words.stream().mapToInt(this::of).toArray();
  }
}
