package org.dafu.ingest;

import java.nio.file.Path;
import org.dafu.search.FileRecord;
import org.jspecify.annotations.Nullable;

/**
 * A file as it lies in a corpus folder, or one of the letters in it where it holds several.
 *
 * @param location the file
 * @param corpus the folder, absolute and without links
 * @param path relative to the corpus, with {@code /}; a part's ends with its suffix
 * @param sizeBytes of the file, at the time of the walk
 * @param modifiedMillis of the file, at the time of the walk, milliseconds since 1970
 * @param part where in the file the letter stands; null if the file is the letter
 * @param refusal why it must not be opened, one sentence; null if it may
 */
record FoundFile(
    Path location,
    String corpus,
    String path,
    long sizeBytes,
    long modifiedMillis,
    @Nullable Part part,
    @Nullable String refusal) {

  /** The same as {@link FileRecord#key()} of its record. */
  String key() {
    return corpus + "\n" + path;
  }

  /** A letter in this file. */
  FoundFile part(Part part) {
    return new FoundFile(
        location, corpus, path + part.suffix(), sizeBytes, modifiedMillis, part, part.refusal());
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
