package org.dafu.app.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What a snapshot must know of an index, whichever engine made it. */
public interface IndexFiles {
  /**
   * The last commit of the index in use.
   *
   * @param generation its number
   * @param files its files, whose bytes never change; they vanish some time after the next commit
   */
  record Commit(int generation, List<Path> files) {
    public Commit {
      files = List.copyOf(files);
    }
  }

  /**
   * The last commit as of now.
   *
   * @return empty if there is no index that could be copied
   */
  Optional<Commit> lastCommit() throws IOException;

  /** Where the bytes of an index in this folder differ from their checksums; empty if nowhere. */
  List<String> damage(Path folder) throws IOException;
}
