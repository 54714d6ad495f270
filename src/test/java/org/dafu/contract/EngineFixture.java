package org.dafu.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dafu.analysis.QueryWords;
import org.dafu.search.Filters;
import org.dafu.search.ReadSide;
import org.dafu.search.ReplyIndex;
import org.dafu.search.ReplySearcher;
import org.dafu.search.SearchRequest;
import org.dafu.search.SearchResponse;
import org.dafu.search.Sort;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** An engine in a folder of its own for each test, and short ways to ask it. */
public abstract class EngineFixture {
  /** An engine under test. */
  public interface Engine extends AutoCloseable {
    ReplyIndex index();

    ReplySearcher searcher();

    ReadSide reading();

    /** Drops what was not committed. */
    @Override
    void close() throws IOException;
  }

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path folder;

  @SuppressWarnings("NullAway.Init")
  Engine engine;

  volatile QueryWords words = QueryWords.NONE;

  /**
   * Opens the engine that is kept in this folder.
   *
   * @param words asked at every search
   */
  protected abstract Engine open(Path folder, java.util.function.Supplier<QueryWords> words)
      throws IOException;

  @BeforeEach
  void openEngine() throws IOException {
    engine = open(folder, () -> words);
  }

  @AfterEach
  void closeEngine() throws IOException {
    engine.close();
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

  List<String> paths(String q) {
    return search(q).hits().stream().map(hit -> hit.reply().source().path()).toList();
  }

  void assertFinds(String q, String... paths) {
    assertEquals(Set.of(paths), new HashSet<>(paths(q)), q);
    assertEquals(paths.length, search(q).total(), q);
  }

  List<String> paths(String q, Sort sort) {
    SearchRequest request =
        new SearchRequest(
            q, Filters.NONE, SearchRequest.Unit.LETTER, sort, 10, null, List.of(), 10);
    return engine.searcher().search(request).hits().stream()
        .map(hit -> hit.reply().source().path())
        .toList();
  }

  SearchResponse sections(String q) {
    return engine
        .searcher()
        .search(
            new SearchRequest(
                q,
                Filters.NONE,
                SearchRequest.Unit.SECTION,
                Sort.RELEVANCE,
                10,
                null,
                List.of(),
                10));
  }
}
