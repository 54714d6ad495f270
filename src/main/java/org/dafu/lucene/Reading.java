package org.dafu.lucene;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.dafu.analysis.AgencyName;
import org.dafu.analysis.CharacterFold;
import org.dafu.analysis.ListedWords;
import org.dafu.analysis.QueryWords;
import org.dafu.analysis.UnitSplitter;
import org.dafu.analysis.WordUnit;
import org.dafu.analysis.WordsAnalyzer;

/** Cuts questions by the word lists as they are now, making them ready once for each change. */
final class Reading {
  private record Ready(QueryWords words, UnitSplitter splitter, ListedWords listed) {}

  private final Supplier<QueryWords> words;
  private final CharacterFold fold;
  private final WordsAnalyzer segmenter;
  private volatile Ready ready;

  Reading(Supplier<QueryWords> words, CharacterFold fold, WordsAnalyzer segmenter) {
    this.words = words;
    this.fold = fold;
    this.segmenter = segmenter;
    this.ready = ready(words.get());
  }

  /** The units of a run of words, equal ones once. */
  List<WordUnit> units(String text) {
    return ready().splitter.split(text).stream().distinct().toList();
  }

  /** The units of a run in their order, stop words too. */
  List<WordUnit> everyUnit(String text) {
    return ready().splitter.everyUnit(text);
  }

  /** The agency that a name is of, if it ends with a listed one. */
  Optional<AgencyName> agency(String name) {
    return ready().splitter.agency(name);
  }

  /** The listed words that others stand for. */
  ListedWords listed() {
    return ready().listed;
  }

  /** Whether a text is a word that is not asked for beside others. */
  boolean isStopWord(String text) {
    return ready().splitter.isStopWord(text);
  }

  private Ready ready() {
    QueryWords now = words.get();
    Ready current = ready;
    if (!now.equals(current.words)) {
      current = ready(now);
      ready = current;
    }
    return current;
  }

  private Ready ready(QueryWords now) {
    return new Ready(now, new UnitSplitter(now, fold, segmenter), new ListedWords(now, fold));
  }
}
