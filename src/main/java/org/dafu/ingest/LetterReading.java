package org.dafu.ingest;

import org.dafu.reply.Reply;

/** What reading a letter again gives. */
public sealed interface LetterReading {
  /**
   * The letter.
   *
   * @param read as it is read out of its file alone
   * @param now with what was put right in it; as read where that does not fit
   */
  record Read(Reply read, Reply now) implements LetterReading {}

  /**
   * No letter.
   *
   * @param reason one sentence for the file's owner
   */
  record Unreadable(String reason) implements LetterReading {}
}
