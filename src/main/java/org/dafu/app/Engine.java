package org.dafu.app;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.dafu.reply.Reply;
import org.dafu.reply.ReplyId;
import org.dafu.search.FileRecord;
import org.dafu.search.HeldPassages;
import org.dafu.search.ReadSide;
import org.dafu.search.ReplyIndex;
import org.dafu.search.ReplySearcher;

/** An opened engine, whichever it is. */
interface Engine extends Closeable {
  /**
   * The writing side.
   *
   * @throws IllegalStateException if it was opened for reading only
   */
  ReplyIndex index();

  /** Whether it was opened for reading only, and has no writing side. */
  boolean isReadOnly();

  /** The reading side. */
  ReplySearcher searcher();

  /** The reading side with all that is found beside searches. */
  ReadSide reading();

  /** The passages of its letters, for whoever makes vectors of them. */
  HeldPassages passages();

  /** The records of all files, by key. */
  Map<String, FileRecord> files() throws IOException;

  /** The ids of all letters held, those that no search finds too, by the key of their file. */
  Map<String, List<ReplyId>> letters() throws IOException;

  /** The letters held that are marked 不予公开 and that no search finds. */
  List<Reply> notPublic() throws IOException;

  /** Takes up what another process has committed. */
  void refresh() throws IOException;

  /** What is damaged on disk, one sentence each; empty if nothing is. */
  List<String> damage() throws IOException;

  /** Where bytes on disk differ from their checksums, one sentence each; faster. */
  List<String> damagedBytes() throws IOException;
}
