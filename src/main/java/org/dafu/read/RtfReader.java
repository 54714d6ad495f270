package org.dafu.read;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * Rich Text Format, as older programs of Word and WPS export letters, often under the name of a
 * DOC.
 *
 * <p>Why not the JDK's {@code RTFEditorKit}: it takes a document's bytes for one-byte characters,
 * where Chinese ones have two, and knows neither tables nor form fields. Layout: Microsoft's Rich
 * Text Format Specification 1.9.1.
 */
final class RtfReader {
  static final String MEDIA_TYPE = "application/rtf";

  /** Bytes between two looks at the clock. */
  private static final int BYTES_PER_LOOK = 1 << 16;

  /** No second byte of a character is less. */
  private static final int LEAST_TRAIL = 0x40;

  private static final int LONGEST_WORD = 32;
  private static final int MOST_DIGITS = 9;

  private final byte[] bytes;
  private final Deadline deadline = Deadline.in(Deadline.LONGEST_READING);
  private final RtfBody body = new RtfBody();
  private int at;
  private int nextLook;

  private RtfReader(byte[] bytes) {
    this.bytes = bytes;
  }

  /** The document's blocks, or why there are none. */
  static RawReading read(byte[] bytes) {
    try {
      return new RtfReader(bytes).read();
    } catch (Deadline.TooMuchException e) {
      return e.unreadable();
    }
  }

  private RawReading read() throws Deadline.TooMuchException {
    while (at < bytes.length) {
      if (at >= nextLook) {
        deadline.check();
        nextLook = at + BYTES_PER_LOOK;
      }
      byte next = bytes[at++];
      switch (next) {
        case '{' -> body.open();
        case '}' -> body.close();
        case '\\' -> control();
        case '\r', '\n', 0 -> {}
        default -> {
          body.character(next);
          if (body.isWideLead(next)) {
            trail();
          }
        }
      }
    }
    return new RawDocument(body.blocks(), Map.of(), MEDIA_TYPE, body.encoding(), List.of());
  }

  /** The second byte of a character, which may look like a sign of the format. */
  private void trail() throws Deadline.TooMuchException {
    boolean escaped =
        at + 1 < bytes.length && bytes[at] == '\\' && bytes[at + 1] == '\''; // in hexadecimal
    if (at < bytes.length && !escaped && (bytes[at] & 0xFF) >= LEAST_TRAIL) {
      body.character(bytes[at++]);
    }
  }

  private void control() throws Deadline.TooMuchException {
    if (at >= bytes.length) {
      return;
    }
    byte first = bytes[at];
    if (isLetter(first)) {
      word();
      return;
    }
    at++;
    switch (first) {
      case '\'' -> hexadecimal();
      case '*' -> body.destinationMayBePassedOver();
      case '\r', '\n' -> body.word("par", 1);
      default -> body.symbol((char) (first & 0xFF));
    }
  }

  private void hexadecimal() throws Deadline.TooMuchException {
    if (at + 2 > bytes.length) {
      at = bytes.length;
      return;
    }
    int high = Character.digit(bytes[at], 16);
    int low = Character.digit(bytes[at + 1], 16);
    if (high >= 0 && low >= 0) {
      at += 2;
      body.character((byte) ((high << 4) | low));
    }
  }

  private void word() throws Deadline.TooMuchException {
    int start = at;
    while (at < bytes.length && isLetter(bytes[at]) && at - start < LONGEST_WORD) {
      at++;
    }
    String word = new String(bytes, start, at - start, StandardCharsets.US_ASCII);
    boolean minus = at < bytes.length && bytes[at] == '-';
    int digit = at + (minus ? 1 : 0);
    int firstDigit = digit;
    int number = 0;
    while (digit < bytes.length && isDigit(bytes[digit])) {
      number = digit - firstDigit < MOST_DIGITS ? number * 10 + bytes[digit] - '0' : number;
      digit++;
    }
    boolean told = digit > firstDigit;
    at = told ? digit : at;
    if (at < bytes.length && bytes[at] == ' ') {
      at++;
    }
    if (word.equals("bin")) {
      at = (int) Math.min(bytes.length, (long) at + (told && !minus ? number : 0));
    } else {
      body.word(word, told ? (minus ? -number : number) : RtfBody.NO_NUMBER);
    }
  }

  private static boolean isLetter(byte unit) {
    return (unit >= 'a' && unit <= 'z') || (unit >= 'A' && unit <= 'Z');
  }

  private static boolean isDigit(byte unit) {
    return unit >= '0' && unit <= '9';
  }
}
