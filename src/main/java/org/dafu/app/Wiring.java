package org.dafu.app;

import java.io.IOException;
import java.nio.file.Path;
import org.dafu.app.config.IndexConfig;
import org.dafu.extract.ReplyExtractor;
import org.dafu.ingest.CorpusSync;
import org.dafu.ingest.LetterIntake;
import org.dafu.read.Folding;
import org.dafu.read.LetterReader;
import org.dafu.search.ReplySearcher;
import org.jspecify.annotations.Nullable;

/** Puts the rooms together; the one place that names an engine. */
@SuppressWarnings("DoNotCallSuggester")
final class Wiring {
  private Wiring() {}

  /** What reads a file into its letter. */
  static LetterIntake intake(IndexConfig config) {
    LetterReader reader = new LetterReader(new Folding(config.extraction().variants()));
    ReplyExtractor extractor = new ReplyExtractor(config.extraction());
    return new LetterIntake(reader::read, extractor::extract);
  }

  /** What brings the engine's index up to date. */
  static CorpusSync sync(Engine engine, IndexConfig config) throws IOException {
    String reading = ReadingRules.fingerprint() + " " + config.readingFingerprint();
    return new CorpusSync(engine.index(), intake(config), reading);
  }

  /** The index in this folder, made if there is none. */
  static Engine openToWrite(Path folder, LiveConfig config) throws IOException {
    throw new CannotRunException("no engine is wired in yet for " + folder + config.now());
  }

  /** The index in this folder, beside a process that may be writing it. */
  static Engine openToRead(Path folder, LiveConfig config) throws IOException {
    throw new CannotRunException("no engine is wired in yet for " + folder + config.now());
  }

  /** Listens; ready once told so. */
  static Service serve(
      String host, int port, ReplySearcher searcher, LiveConfig config, @Nullable String notice)
      throws IOException {
    throw new CannotRunException(
        "no service is wired in yet: " + host + port + searcher + config.now() + notice);
  }
}
