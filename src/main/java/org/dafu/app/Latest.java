package org.dafu.app;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.dafu.reply.Reply;
import org.dafu.search.FileRecord;
import org.dafu.search.HeldPassages;
import org.dafu.search.ReadSide;

/** The index that another process writes, read as that makes it. */
final class Latest implements Closeable {
  private final Path folder;
  private final LiveConfig config;
  private final Served served;
  private String current;

  /**
   * Opens the index in use.
   *
   * @throws IOException if there is none, or it cannot be used
   */
  Latest(Path folder, LiveConfig config) throws IOException {
    this.folder = folder;
    this.config = config;
    this.current = Wiring.current(folder);
    this.served = new Served(Wiring.openToRead(folder, config));
  }

  ReadSide reading() {
    return served.reading();
  }

  /** The records of all files, by key. */
  Map<String, FileRecord> files() throws IOException {
    return served.files();
  }

  /** The letters marked 不予公开. */
  List<Reply> notPublic() throws IOException {
    return served.notPublic();
  }

  /** The passages of the letters held. */
  HeldPassages passages() {
    return served.passages();
  }

  /** Takes up what was committed, also in an index that has come into use since. */
  void refresh() throws IOException {
    String now = Wiring.current(folder);
    if (now.equals(current)) {
      served.engine().refresh();
    } else {
      Engine next = Wiring.openToRead(folder, config);
      next.reading().suggester().prepare();
      current = now;
      served.replaceBy(next).close();
    }
  }

  @Override
  public void close() throws IOException {
    served.close();
  }
}
