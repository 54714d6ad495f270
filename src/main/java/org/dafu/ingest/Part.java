package org.dafu.ingest;

import java.io.IOException;
import org.dafu.read.Unpacked;
import org.jspecify.annotations.Nullable;

/**
 * One letter's place in a file that holds several.
 *
 * @param suffix what follows the file's path to name it: {@code !/entry} or {@code #line}
 * @param content its bytes, fetched anew each time
 * @param given whether it is a letter as another program gives it, in JSON
 * @param refusal why it must not be read, one sentence; null if it may
 */
record Part(String suffix, Content content, boolean given, @Nullable String refusal) {
  /** Bytes that are fetched when they are needed. */
  @FunctionalInterface
  interface Content {
    /**
     * The bytes, or why there are none.
     *
     * @throws IOException if the file cannot be read
     */
    Unpacked fetch() throws IOException;
  }

  static Part refused(String suffix, String refusal) {
    return new Part(
        suffix,
        () -> {
          throw new IllegalStateException("refused: " + suffix);
        },
        false,
        refusal);
  }
}
