package org.dafu.extract;

import java.util.Optional;
import org.dafu.read.ReadDocument;
import org.dafu.reply.Reply;

/** Reads the fields of a letter out of a document. */
public final class ReplyExtractor {
  private final ExtractSettings settings;

  /** An extractor with these lists; safe for use by many threads. */
  public ReplyExtractor(ExtractSettings settings) {
    this.settings = settings;
  }

  /**
   * The letter; {@code isReply} is false, with a warning that says why, where the document is a
   * look-alike.
   */
  public Reply extract(ReadDocument document) {
    return Optional.<Reply>empty()
        .orElseThrow(
            () -> new IllegalStateException("lands next: " + settings + document.source()));
  }
}
