package org.dafu.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * The listed words that others stand for, found while they are typed: 卫健 and wjw find 卫健委, which
 * 卫生健康委员会 stands for. Safe for use by many threads.
 */
public final class ListedWords {
  /** One character, or two letters, begin too many words to say which is meant. */
  private static final int MIN_CHARACTERS = 2;

  private static final int MIN_LETTERS = 3;

  private final CharacterFold fold;
  private final Typeahead<WordUnit> words;

  /** The words of these lists, to be typed as the index folds. */
  public ListedWords(QueryWords lists, CharacterFold fold) {
    this.fold = fold;
    LinkedHashMap<String, WordUnit> linked = new LinkedHashMap<>();
    for (WordUnit word : new WordList(lists, fold).linked()) {
      linked.put(word.text(), word);
    }
    this.words = new Typeahead<>(linked, fold, word -> new int[0]);
  }

  /**
   * Words that begin as typed, in characters before those in pinyin, short ones first.
   *
   * @param typed one or two signs find nothing
   */
  public List<WordUnit> begun(String typed, int limit) {
    String compact = fold.compact(typed);
    boolean letters = compact.chars().allMatch(unit -> unit < 0x80);
    if (compact.length() < (letters ? MIN_LETTERS : MIN_CHARACTERS)) {
      return List.of();
    }
    List<WordUnit> begun = new ArrayList<>();
    for (Typeahead.Match<WordUnit> match : words.find(compact, limit)) {
      if (match.atStart()) {
        begun.add(match.value());
      }
    }
    return begun;
  }

  /** The word that is typed in full; what it is stood for by. */
  public List<String> standIns(String typed) {
    String compact = fold.compact(typed);
    return begun(typed, 1).stream()
        .filter(word -> word.text().equals(compact))
        .flatMap(word -> word.alternatives().stream())
        .toList();
  }
}
