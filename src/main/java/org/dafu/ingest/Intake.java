package org.dafu.ingest;

import org.dafu.reply.Reply;

/** What reading one file gave. */
public sealed interface Intake {
  /** A letter. */
  record Letter(Reply reply) implements Intake {}

  /**
   * Text that is no reply letter.
   *
   * @param reply what was read out of it; {@code isReply} is false
   * @param reason why, one sentence
   */
  record LookAlike(Reply reply, String reason) implements Intake {}

  /**
   * A file that holds no text for us.
   *
   * @param reason one sentence for its owner
   */
  record Refused(String reason) implements Intake {}

  /**
   * Reading broke off: a file that cannot be opened, or a bug.
   *
   * @param reason one sentence, naming the cause
   * @param cause what was thrown
   */
  record Broken(String reason, Throwable cause) implements Intake {}
}
