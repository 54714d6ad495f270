package org.dafu.search;

import java.util.Optional;
import org.dafu.reply.Reply;
import org.dafu.reply.ReplyId;

/**
 * The reading side of an engine. Every method sees one consistent state: the last {@link
 * ReplyIndex#commit()} or later. Safe for use by many threads.
 */
public interface ReplySearcher {
  /**
   * Searches.
   *
   * @throws InvalidCursorException if the cursor was not given by this engine for this search
   */
  SearchResponse search(SearchRequest request);

  /** The letter with this id, if it is held. */
  Optional<Reply> reply(ReplyId id);

  /** The record of the file that the letter with this id was read from, if it is held. */
  Optional<FileRecord> file(ReplyId id);

  /** Letters held. */
  long count();
}
