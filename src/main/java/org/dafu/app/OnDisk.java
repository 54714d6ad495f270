package org.dafu.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.dafu.app.backup.IndexFiles;
import org.jspecify.annotations.Nullable;

/**
 * An index as it lies on disk.
 *
 * @param generation number of the one in use; null before the first is whole
 * @param format empty if it cannot be told
 * @param bytes of its last commit
 * @param committed when it was last written; null if that cannot be told
 */
record OnDisk(
    @Nullable Integer generation, String format, long bytes, @Nullable Instant committed) {
  private static final OnDisk UNKNOWN = new OnDisk(null, "", 0, null);

  /** How the index in this folder is now. */
  static OnDisk of(Path folder) {
    try {
      Optional<IndexFiles.Commit> last = Wiring.indexFiles(folder).lastCommit();
      if (last.isEmpty()) {
        return UNKNOWN;
      }
      long bytes = 0;
      Instant committed = Instant.EPOCH;
      for (Path file : last.get().files()) {
        bytes += Files.size(file);
        Instant written = Files.getLastModifiedTime(file).toInstant();
        committed = written.isAfter(committed) ? written : committed;
      }
      int generation = last.get().generation();
      return new OnDisk(generation, Wiring.format(folder, generation), bytes, committed);
    } catch (IOException e) { // being replaced just now, or damaged: whoever opens it says so
      return UNKNOWN;
    }
  }
}
