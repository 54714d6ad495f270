package org.dafu.app;

import io.javalin.util.JavalinBindException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.dafu.app.backup.IndexFiles;
import org.dafu.app.config.IndexConfig;
import org.dafu.extract.ReplyExtractor;
import org.dafu.ingest.CorpusSync;
import org.dafu.ingest.LetterIntake;
import org.dafu.ingest.Originals;
import org.dafu.ingest.SyncReport;
import org.dafu.lucene.Generations;
import org.dafu.lucene.LuceneEngine;
import org.dafu.lucene.Weights;
import org.dafu.read.Folding;
import org.dafu.read.Leak;
import org.dafu.read.LetterReader;
import org.dafu.read.OcrCommand;
import org.dafu.read.PersonalNumbers;
import org.dafu.read.PrivacyCheck;
import org.dafu.read.ReadDocument;
import org.dafu.read.SourceDocument;
import org.dafu.read.Unreadable;
import org.dafu.search.ReadSide;
import org.dafu.web.WebServer;
import org.dafu.web.admin.Administration;
import org.dafu.web.tools.ProposalReader;
import org.jspecify.annotations.Nullable;

/** Puts the rooms together; the one place that names an engine. */
final class Wiring {
  /**
   * Lucene recommends a JVM module to whoever starts it, which is for vectors, slows every start
   * and makes the JVM warn; kept here because a logger that nobody holds forgets its level.
   */
  private static final Logger LUCENE_RECOMMENDS =
      Logger.getLogger("org.apache.lucene.internal.vectorization");

  static {
    LUCENE_RECOMMENDS.setLevel(Level.SEVERE);
  }

  private Wiring() {}

  /**
   * What reads a file into its letter; made ready with the first file, as most starts read none.
   *
   * @param ocr reads scans; null for none
   */
  static LetterIntake intake(IndexConfig config, @Nullable OcrCommand ocr) {
    Supplier<Folding> folding = once(() -> new Folding(config.extraction().variants()));
    Supplier<LetterReader> reader = once(() -> new LetterReader(folding.get(), ocr));
    Supplier<ReplyExtractor> extractor = once(() -> new ReplyExtractor(config.extraction()));
    Supplier<PersonalNumbers> numbers = once(() -> new PersonalNumbers(folding.get()));
    return new LetterIntake(
        file -> reader.get().read(file),
        document -> extractor.get().extract(document),
        text -> numbers.get().mask(text));
  }

  /**
   * The same, telling also what each letter would leak if it were published as it is.
   *
   * @param leaks told of a letter's path and its leaks, from the thread that reads it
   */
  static LetterIntake privacyIntake(
      IndexConfig config, @Nullable OcrCommand ocr, BiConsumer<String, List<Leak>> leaks) {
    Folding folding = new Folding(config.extraction().variants());
    PrivacyCheck check = new PrivacyCheck(folding, ocr);
    LetterReader reader = new LetterReader(folding, ocr);
    ReplyExtractor extractor = new ReplyExtractor(config.extraction());
    return new LetterIntake(
        file -> {
          check.check(file).ifPresent(found -> leaks.accept(file.path(), found));
          return reader.read(file);
        },
        extractor::extract,
        new PersonalNumbers(folding)::mask);
  }

  /** Made when it is first asked for. */
  static <T> Supplier<T> once(Supplier<T> maker) {
    return new Supplier<>() {
      private @Nullable T made;

      @Override
      public synchronized T get() {
        if (made == null) {
          made = maker.get();
        }
        return made;
      }
    };
  }

  /** Names the way of reading: the program's rules, the configuration, and what reads scans. */
  static String reading(IndexConfig config, @Nullable OcrCommand ocr) {
    String rules = ReadingRules.fingerprint() + " " + config.readingFingerprint();
    return ocr == null ? rules : rules + " " + ocr;
  }

  /**
   * What brings the engine's index up to date.
   *
   * @param ocr reads scans; null for none
   * @param reading how the index was read, or is to be
   */
  static CorpusSync sync(
      Engine engine, IndexConfig config, @Nullable OcrCommand ocr, String reading) {
    return new CorpusSync(engine.index(), intake(config, ocr), reading);
  }

  /**
   * The generations of the index in this folder, held for writing.
   *
   * @throws IOException if another process writes it, or it cannot be read or written
   */
  static Shelf shelf(Path folder, LiveConfig config) throws IOException {
    Path received = folder.resolveSibling("received");
    return new Embedded.Generated(Generations.hold(folder), received, config);
  }

  /**
   * Says that nobody writes the index in this folder.
   *
   * @throws IOException if another process does
   */
  static void requireUnused(Path folder) throws IOException {
    Generations.hold(folder).close();
  }

  /** What a snapshot must know of the index in this folder. */
  static IndexFiles indexFiles(Path folder) {
    return new Embedded.Files(Generations.look(folder));
  }

  /** The format of a generation of the index in this folder; empty if it cannot be told. */
  static String format(Path folder, int generation) {
    return LuceneEngine.format(Generations.look(folder).folder(generation));
  }

  /** One index in a folder of its own, without generations, made if there is none. */
  static Engine openAlone(Path folder, LiveConfig config) throws IOException {
    return Embedded.openAlone(folder, config);
  }

  /** Names the generation in use: another text once another one is. */
  static String current(Path folder) throws IOException {
    return Generations.look(folder).state().toString();
  }

  /** The index in use in this folder, beside a process that may be writing it. */
  static Engine openToRead(Path folder, LiveConfig config) throws IOException {
    return Embedded.openCurrent(Generations.look(folder), config);
  }

  /**
   * Listens; ready once told so.
   *
   * @param notice shown on every page; null for none
   * @param admin what changes letters
   * @throws CannotRunException if the port is taken
   */
  static Service serve(
      String host,
      int port,
      ReadSide reading,
      LiveConfig config,
      @Nullable String notice,
      Administration admin)
      throws IOException {
    try {
      WebServer.Settings settings = WebServer.Settings.of(host, port).withNotice(notice);
      Supplier<PrivacyCheck> check =
          once(() -> new PrivacyCheck(new Folding(config.now().extraction().variants()), null));
      Originals originals = new Originals(file -> check.get().isClean(file));
      return new Web(
          WebServer.start(
              settings, reading, config.vocabulary(), originals, proposals(config), admin));
    } catch (JavalinBindException e) {
      throw new CannotRunException(
          "port "
              + port
              + " of "
              + host
              + " cannot be had: end the program that uses it, or choose another with --port",
          e);
    }
  }

  /** Reads proposals as letters are read, but for scans: somebody waits for the answer. */
  private static ProposalReader proposals(LiveConfig config) {
    Supplier<LetterReader> reader =
        once(() -> new LetterReader(new Folding(config.now().extraction().variants())));
    return (name, bytes) ->
        switch (reader.get().read(new SourceDocument(name, "", bytes))) {
          case ReadDocument document -> new ProposalReader.Upload.Text(document.text());
          case Unreadable unreadable -> new ProposalReader.Upload.Unreadable(unreadable.reason());
        };
  }

  /** The weights of the configuration, by its names. */
  static Weights weights(Map<String, Double> named) {
    return new Weights(
        weight(named, "title"),
        weight(named, "heading"),
        weight(named, "policy"),
        weight(named, "text"),
        weight(named, "section"),
        weight(named, "phrase"),
        weight(named, "together"),
        weight(named, "synonym"),
        weight(named, "number"),
        weight(named, "short-singles"),
        weight(named, "long-singles"),
        weight(named, "short-words"),
        weight(named, "short-rarity"),
        weight(named, "opening"),
        weight(named, "long-length"),
        weight(named, "recognised"),
        weight(named, "meaning"),
        (int) weight(named, "short-length"),
        weight(named, "bm25-k1"),
        weight(named, "bm25-b"));
  }

  private static double weight(Map<String, Double> named, String name) {
    Double weight = named.get(name);
    if (weight == null) {
      throw new IllegalStateException("a checked configuration has every weight: " + name);
    }
    return weight;
  }

  /** The service of pages and API. */
  private record Web(WebServer server) implements Service {
    @Override
    public String address() {
      return server.address();
    }

    @Override
    public void ready() {
      server.ready(true);
    }

    @Override
    public void synced(SyncReport report) {
      server.synced(report);
    }

    @Override
    public void close() {
      server.close();
    }
  }
}
