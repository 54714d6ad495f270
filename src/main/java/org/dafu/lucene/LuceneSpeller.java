package org.dafu.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.search.IndexSearcher;
import org.dafu.analysis.Atom;
import org.dafu.search.Speller;

/**
 * Corrects by the pairs of characters that stand in letters: a wrong character makes pairs that no
 * letter has, and what mends them is found among the pairs that letters do have. No list of words
 * is needed, and so no new word is unknown.
 */
final class LuceneSpeller implements Speller {
  private static final int MIN_CHARACTERS = 2;
  private static final int MAX_CHARACTERS = 12;

  /** Mendings by pairs alone that are looked up as whole words. */
  private static final int MAX_TRIED = 80;

  /** What is much less likely than the best is only in its way. */
  private static final double MIN_OF_BEST = 0.35;

  private final LuceneSearcher searcher;
  private final LuceneSuggester suggester;
  private final Phrases phrases;

  LuceneSpeller(LuceneSearcher searcher, LuceneSuggester suggester, Phrases phrases) {
    this.searcher = searcher;
    this.suggester = suggester;
    this.phrases = phrases;
  }

  @Override
  public List<String> corrections(String word, int size) {
    List<Atom> atoms = phrases.atoms(word);
    StringBuilder folded = new StringBuilder();
    atoms.forEach(atom -> folded.append(atom.term()));
    if (atoms.size() == 1 && atoms.getFirst().kind() == Atom.Kind.WORD) {
      return byPinyin(folded.toString(), size);
    }
    boolean characters =
        atoms.stream()
            .allMatch(atom -> atom.kind() == Atom.Kind.CHARACTER && atom.term().length() == 1);
    boolean corrigible =
        characters && atoms.size() >= MIN_CHARACTERS && atoms.size() <= MAX_CHARACTERS;
    return corrigible
        ? searcher.withinTime(held -> byPairs(held, folded.toString(), size))
        : List.of();
  }

  private List<String> byPinyin(String typed, int size) {
    return suggester.texts().spelledOut(typed).entrySet().stream()
        .sorted(
            Map.Entry.<String, Integer>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(size)
        .map(Map.Entry::getKey)
        .toList();
  }

  private List<String> byPairs(IndexSearcher held, String word, int size) throws IOException {
    CharacterPairs pairs = new CharacterPairs(held.getIndexReader());
    List<Mending> tried = new ArrayList<>(new Mendings(pairs, word).all());
    tried.sort(Comparator.comparingDouble(Mending::worth).reversed());
    Map<String, Double> found = new LinkedHashMap<>();
    for (Mending mending : tried.subList(0, Math.min(MAX_TRIED, tried.size()))) {
      int letters = held.count(phrases.exactly(CharacterPairs.FIELD, mending.word()));
      if (letters > 0 && !mending.word().equals(word)) {
        found.merge(mending.word(), mending.trust() * Math.log1p(letters), Math::max);
      }
    }
    double best = found.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
    return found.entrySet().stream()
        .filter(each -> each.getValue() >= MIN_OF_BEST * best)
        .sorted(
            Map.Entry.<String, Double>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(size)
        .map(Map.Entry::getKey)
        .toList();
  }
}
