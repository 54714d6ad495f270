package org.dafu.lucene;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.dafu.analysis.QueryWords;
import org.dafu.contract.LetterMaker;
import org.dafu.contract.SimpleVocabulary;
import org.dafu.search.Meanings;
import org.dafu.search.QueryWarning;
import org.dafu.search.SearchRequest;
import org.dafu.search.SearchResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A few letters in an index of their own, and questions to it. */
abstract class SearchedLetters {
  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path folder;

  @SuppressWarnings("NullAway.Init")
  LuceneEngine engine;

  /** The lists that questions are read with. */
  volatile QueryWords words = QueryWords.NONE;

  @BeforeEach
  void open() throws IOException {
    engine = open(Duration.ofSeconds(60));
  }

  @AfterEach
  void close() throws IOException {
    engine.close();
  }

  /** The same letters, with this time for each search. */
  void reopen(Duration limit) throws IOException {
    engine.close();
    engine = open(limit);
  }

  private LuceneEngine open(Duration limit) throws IOException {
    return LuceneEngine.open(
        folder.resolve("index"),
        new Settings(
            Weights.DEFAULT,
            () -> words,
            IntUnaryOperator.identity(),
            new SimpleVocabulary(),
            Meanings.NONE,
            limit));
  }

  void put(LetterMaker... letters) throws IOException {
    for (LetterMaker letter : letters) {
      engine.index().put(letter.file(), List.of(letter.make()));
    }
    engine.index().commit();
  }

  SearchResponse search(String q) {
    return engine.searcher().search(SearchRequest.of(q));
  }

  /** Names of the letters on the first page, best first. */
  List<String> paths(String q) {
    return search(q).hits().stream().map(hit -> hit.reply().source().path()).toList();
  }

  /** What the answer warns of. */
  List<String> codes(String q) {
    return search(q).warnings().stream().map(QueryWarning::code).toList();
  }
}
