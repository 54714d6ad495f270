package org.dafu.contract;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dafu.app.config.ConfigFolder;
import org.dafu.app.config.IndexConfig;
import org.dafu.extract.ReplyExtractor;
import org.dafu.ingest.Intake;
import org.dafu.ingest.LetterIntake;
import org.dafu.read.Folding;
import org.dafu.read.LetterReader;
import org.dafu.read.PersonalNumbers;
import org.dafu.read.ReadDocument;
import org.dafu.read.SourceDocument;
import org.dafu.read.Unreadable;
import org.dafu.search.ReplyJson;

/**
 * What the program makes of a letter, with the project's own configuration.
 *
 * @param path of the letter
 */
record Taken(String path, Intake intake) {
  private static final IndexConfig CONFIG = config();
  private static final Folding FOLDING = new Folding(CONFIG.extraction().variants());
  private static final LetterReader READER = new LetterReader(FOLDING);
  private static final LetterIntake INTAKE =
      new LetterIntake(
          READER::read,
          new ReplyExtractor(CONFIG.extraction())::extract,
          new PersonalNumbers(FOLDING)::mask);

  private static IndexConfig config() {
    try {
      return assertInstanceOf(
          IndexConfig.class, ConfigFolder.read(Path.of("index-config"), "index-config"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every letter of a file. */
  static List<Taken> all(Path file) {
    List<Taken> all = new ArrayList<>();
    INTAKE.takeAll(file, file.toString(), (path, intake) -> all.add(new Taken(path, intake)));
    return all;
  }

  /** The code of the reason why a file is not read. */
  static String code(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    return switch (READER.read(new SourceDocument(file.toString(), "0".repeat(64), bytes))) {
      case Unreadable unreadable -> unreadable.code();
      case ReadDocument document -> "read: " + document.text();
    };
  }

  static String simplified(String text) {
    return FOLDING.fold(text);
  }

  Intake.Refused refused() {
    return assertInstanceOf(Intake.Refused.class, intake);
  }

  JsonNode json() throws IOException {
    return switch (intake) {
      case Intake.Letter letter -> tree(ReplyJson.write(letter.reply()));
      case Intake.LookAlike other -> tree(ReplyJson.write(other.reply()));
      case Intake.Refused refused -> fail(path + ": " + refused.reason());
      case Intake.Broken broken -> fail(path + ": " + broken.reason(), broken.cause());
    };
  }

  private static JsonNode tree(String json) throws IOException {
    return ReplyJson.newMapper().readTree(json);
  }
}
