package org.dafu.search.precedent;

import org.dafu.reply.ReplyId;

/** What tells the letters that answer the pasted proposal itself. */
public sealed interface OwnReply {
  /** The letter with this id. */
  record OfId(ReplyId id) implements OwnReply {}

  /**
   * The letters that answer this number.
   *
   * @param number in any of its printed forms
   * @param session in which it was made, however it is named; empty for any
   * @param title of the proposal; empty for any
   */
  record OfNumber(String number, String session, String title) implements OwnReply {}

  /** The letters that answer a proposal of this title. */
  record OfTitle(String title) implements OwnReply {}
}
