package org.dafu.web.admin;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.dafu.reply.Reply;
import org.jspecify.annotations.Nullable;

/** What an operator may know of the index beside its files. */
public interface IndexView {
  /** Nothing is known. */
  IndexView NONE =
      new IndexView() {
        @Override
        public State state() {
          return new State("", 0, 0, null, "", 0, null, 0, 0, null);
        }

        @Override
        public List<Reply> notPublic() {
          return List.of();
        }
      };

  /**
   * An index as of now.
   *
   * @param engine name; empty if nothing is known
   * @param letters that searches find
   * @param notPublic letters that are held and marked 不予公开
   * @param generation number of the one in use; null before the first is whole
   * @param format of its files
   * @param bytes on disk
   * @param committed when it was last written; null if that is not known
   * @param passages that can have a vector
   * @param vectors of passages, of this and perhaps of earlier letters
   * @param rebuilding why another one is, or is to be, built beside it; null if none is
   */
  record State(
      String engine,
      long letters,
      int notPublic,
      @Nullable Integer generation,
      String format,
      long bytes,
      @Nullable Instant committed,
      long passages,
      long vectors,
      @Nullable String rebuilding) {}

  /** How it is now. */
  State state() throws IOException;

  /** The letters marked 不予公开, which no search finds. */
  List<Reply> notPublic() throws IOException;
}
