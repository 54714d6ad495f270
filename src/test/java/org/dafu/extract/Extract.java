package org.dafu.extract;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dafu.app.config.ConfigFolder;
import org.dafu.app.config.ConfigReading;
import org.dafu.app.config.IndexConfig;
import org.dafu.app.config.InvalidConfig;
import org.dafu.read.Bytes;
import org.dafu.read.Folding;
import org.dafu.read.LetterReader;
import org.dafu.read.ReadDocument;
import org.dafu.read.ReadResult;
import org.dafu.read.SourceDocument;
import org.dafu.read.Unpacked;
import org.dafu.read.Unreadable;
import org.dafu.read.ZipArchive;
import org.dafu.reply.Reply;

/** Reads letters given in tests with the project's own configuration. */
final class Extract {
  private static final ExtractSettings SETTINGS = settings();
  private static final LetterReader READER = new LetterReader(new Folding(SETTINGS.variants()));
  private static final ReplyExtractor EXTRACTOR = new ReplyExtractor(SETTINGS);

  private Extract() {}

  private static ExtractSettings settings() {
    try {
      ConfigReading reading = ConfigFolder.read(Path.of("index-config"), "index-config");
      return switch (reading) {
        case IndexConfig config -> config.extraction();
        case InvalidConfig invalid -> throw new IllegalStateException(invalid.toString());
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static SectionCoder coder() {
    return new SectionCoder(SETTINGS.taxonomy(), new Folding(SETTINGS.variants()));
  }

  static Reply text(String text) {
    return bytes("letter.txt", text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  static Reply page(String body) {
    String page = "<html><head><meta charset=utf-8></head><body>" + body + "</body></html>";
    return bytes("letter.html", page.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  /** Of a file, or of an entry of an archive ({@code archive.zip!/entry}). */
  static Reply file(Path file) throws IOException {
    String path = file.toString();
    int entry = path.indexOf("!/");
    return entry < 0
        ? bytes(path, Files.readAllBytes(file))
        : bytes(path, entry(Path.of(path.substring(0, entry)), path.substring(entry + 2)));
  }

  private static byte[] entry(Path archive, String name) throws IOException {
    ZipArchive opened = assertInstanceOf(ZipArchive.class, ZipArchive.open(Bytes.of(archive)));
    return assertInstanceOf(Unpacked.Content.class, opened.unpack(opened.find(name).orElseThrow()))
        .bytes();
  }

  static String simplified(String text) {
    return new Folding(SETTINGS.variants()).fold(text);
  }

  private static Reply bytes(String name, byte[] bytes) {
    ReadResult result = READER.read(new SourceDocument(name, "0123456789abcdef", bytes));
    return switch (result) {
      case ReadDocument document -> EXTRACTOR.extract(document);
      case Unreadable unreadable -> fail(name + ": " + unreadable.reason());
    };
  }
}
