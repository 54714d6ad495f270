package org.dafu.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import org.dafu.app.config.ConfigFolder;
import org.dafu.app.config.IndexConfig;
import org.dafu.app.config.InvalidConfig;
import org.dafu.extract.ExtractSettings;
import org.dafu.extract.ReplyExtractor;
import org.dafu.ingest.LetterIntake;
import org.dafu.read.Folding;
import org.dafu.read.LetterReader;
import org.dafu.read.PersonalNumbers;
import org.dafu.read.ReadDocument;
import org.dafu.read.SourceDocument;
import org.dafu.read.Unreadable;
import org.dafu.reply.Reply;
import org.dafu.reply.Sha256;

/** Reads bytes as the program does, with the project's own configuration, catching nothing. */
public final class Reading {
  private static final ExtractSettings SETTINGS = settings();
  private static final Folding FOLDING = new Folding(SETTINGS.variants());
  private static final LetterReader READER = new LetterReader(FOLDING);
  private static final ReplyExtractor EXTRACTOR = new ReplyExtractor(SETTINGS);
  static final PersonalNumbers NUMBERS = new PersonalNumbers(FOLDING);

  /** The way of a whole file, archives and bulk files too. */
  static final LetterIntake INTAKE =
      new LetterIntake(READER::read, EXTRACTOR::extract, NUMBERS::mask);

  private Reading() {}

  private static ExtractSettings settings() {
    try {
      return switch (ConfigFolder.read(Path.of("index-config"), "index-config")) {
        case IndexConfig config -> config.extraction();
        case InvalidConfig invalid -> throw new IllegalStateException(invalid.toString());
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The document in a file; empty if it is refused. */
  static Optional<ReadDocument> document(String name, byte[] bytes) {
    return switch (READER.read(new SourceDocument(name, Sha256.of(bytes), bytes))) {
      case ReadDocument document -> Optional.of(document);
      case Unreadable unreadable -> Optional.empty();
    };
  }

  /** The letter in a document. */
  static Reply reply(ReadDocument document) {
    return EXTRACTOR.extract(document);
  }

  /** The letter in a file, or the look-alike; empty if the file is refused. */
  public static Optional<Reply> reply(String name, byte[] bytes) {
    return document(name, bytes).map(Reading::reply);
  }
}
