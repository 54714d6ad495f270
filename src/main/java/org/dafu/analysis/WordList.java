package org.dafu.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** {@link QueryWords} made ready: every listed word, by its atoms, with what may stand for it. */
final class WordList {
  private static final char SEPARATOR = '\u0001';

  private final CharacterFold fold;
  private final Map<String, Set<String>> alternatives = new HashMap<>();
  private final Map<String, String> misreadings = new LinkedHashMap<>();
  private final Set<String> stopWords = new TreeSet<>();
  private final Set<String> agencies = new HashSet<>();
  private int longestAtoms = 1;

  WordList(QueryWords words, CharacterFold fold) {
    this.fold = fold;
    words.domainWords().forEach(this::add);
    for (SynonymRule rule : words.synonyms()) {
      rule.words().forEach(this::add);
      rule.left().forEach(left -> rule.right().forEach(right -> link(left, right)));
    }
    words
        .confusions()
        .forEach(
            (wrong, right) -> {
              link(wrong, right);
              link(right, wrong);
              misreadings.put(folded(right), folded(wrong));
            });
    words.stopWords().forEach(word -> stopWords.add(folded(word)));
    for (String name : words.agencies()) {
      add(name);
      agencies.add(key(CharacterScanner.atoms(fold, name)));
    }
  }

  /** Atoms of the longest listed word. */
  int longestAtoms() {
    return longestAtoms;
  }

  /** What identifies these atoms as a word: two ways of writing the same atoms give one key. */
  static String key(List<Atom> atoms) {
    StringBuilder key = new StringBuilder();
    atoms.forEach(atom -> key.append(atom.term()).append(SEPARATOR));
    return key.toString();
  }

  boolean contains(String key) {
    return alternatives.containsKey(key);
  }

  /** Whether this is listed as the name of an agency. */
  boolean isAgency(String key) {
    return agencies.contains(key);
  }

  boolean isStopWord(String folded) {
    return stopWords.contains(folded);
  }

  /**
   * What may stand for a word.
   *
   * @param key of its atoms
   * @param folded the word
   */
  List<String> alternatives(String key, String folded) {
    Set<String> found = new LinkedHashSet<>(alternatives.getOrDefault(key, Set.of()));
    misreadings.forEach(
        (right, wrong) -> {
          if (folded.contains(right)) {
            found.add(folded.replace(right, wrong));
          }
        });
    found.remove(folded);
    return List.copyOf(found);
  }

  /** The words that others stand for, short ones first. */
  List<WordUnit> linked() {
    List<WordUnit> linked = new ArrayList<>();
    alternatives.forEach(
        (key, others) -> {
          if (!others.isEmpty()) {
            linked.add(
                new WordUnit(key.replace(String.valueOf(SEPARATOR), ""), List.copyOf(others)));
          }
        });
    linked.sort(
        Comparator.comparingInt((WordUnit word) -> word.text().length())
            .thenComparing(WordUnit::text));
    return linked;
  }

  private String folded(String word) {
    return Atom.text(CharacterScanner.atoms(fold, word));
  }

  private Set<String> add(String word) {
    List<Atom> atoms = CharacterScanner.atoms(fold, word);
    longestAtoms = Math.max(longestAtoms, atoms.size());
    return alternatives.computeIfAbsent(key(atoms), key -> new LinkedHashSet<>());
  }

  private void link(String word, String standIn) {
    Set<String> known = add(word);
    String folded = folded(standIn);
    if (!folded.equals(folded(word))) {
      known.add(folded);
    }
  }
}
