package org.dafu.read;

import static org.junit.jupiter.api.Assertions.fail;

import java.nio.charset.StandardCharsets;

/** Reads a text or page given in a test. */
public final class Read {
  /** A folding that knows the few traditional characters that tests use. */
  public static final Folding FOLDING =
      new Folding(
          unit -> "電話聯係發號".indexOf(unit) < 0 ? unit : "电话联系发号".charAt("電話聯係發號".indexOf(unit)));

  private static final String ID = "0123456789abcdef0123456789abcdef";

  private Read() {}

  public static ReadResult bytes(String name, byte[] bytes) {
    return new LetterReader(FOLDING).read(new SourceDocument(name, ID, bytes));
  }

  public static ReadDocument text(String name, String text) {
    return switch (bytes(name, text.getBytes(StandardCharsets.UTF_8))) {
      case ReadDocument document -> document;
      case Unreadable unreadable -> fail(unreadable.toString());
    };
  }
}
