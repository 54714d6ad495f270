package org.dafu.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;
import org.dafu.analysis.QueryWords;
import org.dafu.contract.EngineContract;
import org.dafu.contract.LetterMaker;
import org.dafu.contract.SimpleVocabulary;
import org.dafu.lucene.UnusableIndexException.Reason;
import org.dafu.search.ReadSide;
import org.dafu.search.ReplyIndex;
import org.dafu.search.ReplySearcher;
import org.dafu.search.SearchRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LuceneEngineTest extends EngineContract {
  private static int simplified(int codePoint) {
    return codePoint == '養' ? '养' : codePoint;
  }

  static Settings settings(Supplier<QueryWords> words) {
    return new Settings(
        Weights.DEFAULT, words, LuceneEngineTest::simplified, new SimpleVocabulary());
  }

  private static final Settings SETTINGS = settings(() -> QueryWords.NONE);

  @Override
  protected Engine open(Path folder, Supplier<QueryWords> words) throws IOException {
    LuceneEngine engine = LuceneEngine.open(folder.resolve("index"), settings(words));
    return new Engine() {
      @Override
      public ReplyIndex index() {
        return engine.index();
      }

      @Override
      public ReplySearcher searcher() {
        return engine.searcher();
      }

      @Override
      public ReadSide reading() {
        return engine.reading();
      }

      @Override
      public void close() throws IOException {
        engine.close();
      }
    };
  }

  private static void putOne(LuceneEngine engine, String name, String text) throws IOException {
    LetterMaker letter = LetterMaker.letter(name).text(text).section("一、", "头", text);
    engine.index().put(letter.file(), List.of(letter.make()));
    engine.index().commit();
  }

  private static Reason reasonOf(Path folder) {
    return assertThrows(
            UnusableIndexException.class, () -> LuceneEngine.open(folder, SETTINGS).close())
        .reason();
  }

  @Test
  void open_heldByAnother_saysSo(@TempDir Path folder) throws IOException {
    try (LuceneEngine engine = LuceneEngine.open(folder, SETTINGS)) {
      assertEquals(Reason.IN_USE, reasonOf(folder));
      putOne(engine, "a", "甲");
    }
    LuceneEngine.open(folder, SETTINGS).close();
  }

  @Test
  void openForReading_besideAWriter_seesCommitsAfterRefresh(@TempDir Path folder)
      throws IOException {
    UnusableIndexException absent =
        assertThrows(
            UnusableIndexException.class,
            () -> LuceneEngine.openForReading(folder, SETTINGS).close());
    assertEquals(Reason.ABSENT, absent.reason());
    try (LuceneEngine writing = LuceneEngine.open(folder, SETTINGS);
        LuceneEngine reading = LuceneEngine.openForReading(folder, SETTINGS)) {
      putOne(writing, "a", "甲");
      assertEquals(0, reading.searcher().count());
      reading.refresh();
      assertEquals(1, reading.searcher().count());
      assertThrows(IllegalStateException.class, reading::index);
      assertTrue(reading.verify().sound());
    }
  }

  @Test
  void open_foreignFolder_isRefused(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("notes.txt"), "mine");
    assertEquals(Reason.FOREIGN, reasonOf(folder));
  }

  @Test
  void open_foreignIndex_isRefused(@TempDir Path folder) throws IOException {
    try (FSDirectory directory = FSDirectory.open(folder);
        IndexWriter writer =
            new IndexWriter(directory, new IndexWriterConfig(new StandardAnalyzer()))) {
      writer.addDocument(new Document());
    }
    assertEquals(Reason.FOREIGN, reasonOf(folder));
  }

  @Test
  void open_afterCrashInFirstCommit_startsAnew(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("pending_segments_1"), "half");
    Files.writeString(folder.resolve("_0.cfs"), "half");
    try (LuceneEngine engine = LuceneEngine.open(folder, SETTINGS)) {
      assertEquals(0, engine.searcher().count());
    }
  }

  @Test
  void open_damagedIndex_isRefusedAndVerifyTells(@TempDir Path folder) throws IOException {
    try (LuceneEngine engine = LuceneEngine.open(folder, SETTINGS)) {
      putOne(engine, "a", "甲");
      assertTrue(engine.verify().sound());
      try (Stream<Path> files = Files.list(folder)) {
        Path data =
            files.filter(file -> file.toString().endsWith(".cfs")).findFirst().orElseThrow();
        byte[] bytes = Files.readAllBytes(data);
        bytes[bytes.length / 2] ^= 1;
        Files.write(data, bytes);
      }
      Verification verification = engine.verify();
      assertFalse(verification.sound());
      assertFalse(verification.problems().isEmpty());
    }
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".si")).toList()) {
        Files.delete(file);
      }
    }
    assertEquals(Reason.DAMAGED, reasonOf(folder));
  }

  @Test
  void search_traditionalScript_findsSimplified(@TempDir Path folder) throws IOException {
    try (LuceneEngine engine = LuceneEngine.open(folder, SETTINGS)) {
      putOne(engine, "a", "养老");
      putOne(engine, "b", "養老");
      assertEquals(2, engine.searcher().search(SearchRequest.of("“養老”")).total());
      assertEquals(2, engine.searcher().search(SearchRequest.of("养老")).total());
    }
  }
}
