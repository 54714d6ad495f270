package org.dafu.search;

import org.dafu.reply.Reply;

/** What reading a given letter gives: the letter, or why there is none. */
public sealed interface GivenReading permits GivenLetter, GivenReading.Broken {
  /** What completing it gives: the letter with its fields, or why there is none. */
  sealed interface Completion permits Completed, Broken {}

  /** The letter. */
  record Completed(Reply reply) implements Completion {}

  /**
   * No letter.
   *
   * @param reason one clause for the file's owner
   */
  record Broken(String reason) implements GivenReading, Completion {}
}
