package org.dafu.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.OptionalInt;
import org.dafu.lucene.Generations;
import org.dafu.lucene.LuceneEngine;
import org.jspecify.annotations.Nullable;

/**
 * The embedded engine's index as it lies on disk.
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
    Generations generations = Generations.look(folder);
    try {
      OptionalInt current = generations.state().current();
      if (current.isEmpty()) {
        return UNKNOWN;
      }
      int generation = current.getAsInt();
      long bytes = 0;
      Instant committed = Instant.EPOCH;
      for (Path file : generations.committed(generation)) {
        bytes += Files.size(file);
        Instant written = Files.getLastModifiedTime(file).toInstant();
        committed = written.isAfter(committed) ? written : committed;
      }
      String format = LuceneEngine.format(generations.folder(generation));
      return new OnDisk(generation, format, bytes, committed);
    } catch (IOException e) { // being replaced just now, or damaged: whoever opens it says so
      return UNKNOWN;
    }
  }
}
