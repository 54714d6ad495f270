package org.dafu.ingest;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import org.dafu.reply.ReplyId;
import org.jspecify.annotations.Nullable;

/** The name under which a letter is received: that of a file, and of nothing else. */
final class ReceivedName {
  /** What every file system takes, with room for a prefix. */
  static final int MAX_BYTES = 200;

  private ReceivedName() {}

  /** The same name in the one form in which it is kept (NFC). */
  static String normal(String given) {
    return Normalizer.normalize(given, Normalizer.Form.NFC);
  }

  /** What is wrong with a name; null if nothing is. */
  static @Nullable String fault(String name) {
    if (name.isBlank()) {
      return "The name is empty.";
    }
    if (name.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
      return "The name is longer than " + MAX_BYTES + " bytes of UTF-8.";
    }
    if (name.codePoints().anyMatch(ReceivedName::isRefused)) {
      return "The name holds a separator of folders, a control character or one that cannot be seen.";
    }
    if (name.startsWith(".")) {
      return "The name begins with a point: hidden files are not read as letters.";
    }
    if (!name.strip().equals(name)) {
      return "The name begins or ends with a space.";
    }
    if (name.toLowerCase(Locale.ROOT).equals("readme.md")) {
      return "A file of this name is not read as a letter.";
    }
    if (!Bundle.fileOf(name).equals(name)) {
      return "The name looks like that of a letter within another file (.zip!/, .jsonl#).";
    }
    return ReplyId.isWellFormed(name)
        ? "The name has the form of a letter's id: give it the file's ending, such as .txt."
        : null;
  }

  private static boolean isRefused(int codePoint) {
    return codePoint == '/'
        || codePoint == '\\'
        || switch (Character.getType(codePoint)) {
          case Character.CONTROL,
              Character.FORMAT,
              Character.SURROGATE,
              Character.UNASSIGNED,
              Character.PRIVATE_USE,
              Character.LINE_SEPARATOR,
              Character.PARAGRAPH_SEPARATOR ->
              true;
          default -> codePoint == 0xFFFD; // what a decoder puts for bytes that are no text
        };
  }
}
