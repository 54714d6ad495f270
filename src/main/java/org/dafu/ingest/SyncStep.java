package org.dafu.ingest;

import org.dafu.search.Correction;
import org.dafu.search.FileRecord;
import org.jspecify.annotations.Nullable;

/** What is to be done about one file or letter so that the index agrees with the folders. */
sealed interface SyncStep {
  /** Nothing: the index says of the file what is so. */
  record Keep(FileRecord record) implements SyncStep {}

  /**
   * Read it and put its letter in.
   *
   * @param file where it lies
   * @param sha256 of its bytes when the folders were compared
   * @param before what the index says of it; null if it does not know it
   * @param correction what people have put right in it; null if nothing
   */
  record Read(
      FoundFile file, String sha256, @Nullable FileRecord before, @Nullable Correction correction)
      implements SyncStep {}

  /** Note that its letters are done; only ever after them. */
  record Note(FileRecord record) implements SyncStep {}

  /** Note why it is not in the index, and take out what earlier was. */
  record Refuse(FileRecord record) implements SyncStep {}

  /** Forget it: it is gone from the folders. */
  record Remove(FileRecord record) implements SyncStep {}
}
