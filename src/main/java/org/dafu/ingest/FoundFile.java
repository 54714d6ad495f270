package org.dafu.ingest;

import java.nio.file.Path;
import org.dafu.search.FileRecord;
import org.jspecify.annotations.Nullable;

/**
 * A file as it lies in a corpus folder.
 *
 * @param location where to read it
 * @param corpus the folder, absolute and without links
 * @param path relative to the corpus, with {@code /}
 * @param sizeBytes at the time of the walk
 * @param modifiedMillis at the time of the walk, milliseconds since 1970
 * @param refusal why it must not be opened, one sentence; null if it may
 */
record FoundFile(
    Path location,
    String corpus,
    String path,
    long sizeBytes,
    long modifiedMillis,
    @Nullable String refusal) {

  /** The same as {@link FileRecord#key()} of its record. */
  String key() {
    return corpus + "\n" + path;
  }

  /** Its record with this outcome. */
  FileRecord record(@Nullable String sha256, FileRecord.State state, @Nullable String reason) {
    return new FileRecord(corpus, path, sizeBytes, modifiedMillis, sha256, state, reason);
  }

  /** Whether size and time of change are those of the record. */
  boolean looksLike(FileRecord record) {
    return sizeBytes == record.sizeBytes() && modifiedMillis == record.modifiedMillis();
  }
}
