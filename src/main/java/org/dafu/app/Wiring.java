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
import org.dafu.app.config.IndexConfig;
import org.dafu.extract.ReplyExtractor;
import org.dafu.ingest.CorpusSync;
import org.dafu.ingest.LetterIntake;
import org.dafu.lucene.LuceneEngine;
import org.dafu.lucene.Settings;
import org.dafu.lucene.Weights;
import org.dafu.read.Folding;
import org.dafu.read.Leak;
import org.dafu.read.LetterReader;
import org.dafu.read.OcrCommand;
import org.dafu.read.PersonalNumbers;
import org.dafu.read.PrivacyCheck;
import org.dafu.reply.ReplyId;
import org.dafu.search.FileRecord;
import org.dafu.search.HeldPassages;
import org.dafu.search.ReadSide;
import org.dafu.search.ReplyIndex;
import org.dafu.search.ReplySearcher;
import org.dafu.web.WebServer;
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
          leaks.accept(file.path(), check.check(file));
          return reader.read(file);
        },
        extractor::extract,
        new PersonalNumbers(folding)::mask);
  }

  private static <T> Supplier<T> once(Supplier<T> maker) {
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

  /**
   * What brings the engine's index up to date.
   *
   * @param ocr reads scans; null for none. Another one, or none any more, reads every letter again.
   */
  static CorpusSync sync(Engine engine, IndexConfig config, @Nullable OcrCommand ocr)
      throws IOException {
    String reading = ReadingRules.fingerprint() + " " + config.readingFingerprint();
    String scans = ocr == null ? "" : " " + ocr;
    return new CorpusSync(engine.index(), intake(config, ocr), reading + scans);
  }

  /** The index in this folder, made if there is none. */
  static Engine openToWrite(Path folder, LiveConfig config) throws IOException {
    return new Embedded(LuceneEngine.open(folder, settings(config)));
  }

  /** The index in this folder, beside a process that may be writing it. */
  static Engine openToRead(Path folder, LiveConfig config) throws IOException {
    return new Embedded(LuceneEngine.openForReading(folder, settings(config)));
  }

  /**
   * Listens; ready once told so.
   *
   * @param notice shown on every page; null for none
   * @throws CannotRunException if the port is taken
   */
  static Service serve(
      String host, int port, ReadSide reading, LiveConfig config, @Nullable String notice)
      throws IOException {
    try {
      WebServer.Settings settings = WebServer.Settings.of(host, port).withNotice(notice);
      return new Web(WebServer.start(settings, reading, config.vocabulary()));
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

  private static Settings settings(LiveConfig config) {
    return new Settings(
        weights(config.now().weights()),
        () -> config.now().words(),
        config.now().extraction().variants(),
        config.vocabulary(),
        config.meanings());
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
        weight(named, "synonym"),
        weight(named, "number"),
        weight(named, "short-singles"),
        weight(named, "long-singles"),
        weight(named, "short-words"),
        weight(named, "short-rarity"),
        weight(named, "opening"),
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

  /** The embedded engine. */
  private record Embedded(LuceneEngine lucene) implements Engine {
    @Override
    public ReplyIndex index() {
      return lucene.index();
    }

    @Override
    public ReplySearcher searcher() {
      return lucene.searcher();
    }

    @Override
    public ReadSide reading() {
      return lucene.reading();
    }

    @Override
    public HeldPassages passages() {
      return lucene.passages();
    }

    @Override
    public Map<String, FileRecord> files() throws IOException {
      return lucene.files();
    }

    @Override
    public Map<String, List<ReplyId>> letters() throws IOException {
      return lucene.letters();
    }

    @Override
    public void refresh() throws IOException {
      lucene.refresh();
    }

    @Override
    public List<String> damage() throws IOException {
      return lucene.verify().problems();
    }

    @Override
    public void close() throws IOException {
      lucene.close();
    }
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
    public void close() {
      server.close();
    }
  }
}
