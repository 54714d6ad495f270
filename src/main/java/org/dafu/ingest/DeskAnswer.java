package org.dafu.ingest;

import org.dafu.search.Correction;
import org.dafu.search.FileRecord;
import org.jspecify.annotations.Nullable;

/** What the {@link LetterDesk} says. */
public sealed interface DeskAnswer {
  /**
   * A letter is on disk.
   *
   * @param name under which it is kept
   * @param sha256 of its bytes
   * @param bytes how many
   * @param change what that changed
   */
  record Received(String name, String sha256, long bytes, Change change) implements DeskAnswer {}

  /** What receiving a file changed. */
  enum Change {
    /** There was none of this name. */
    NEW,
    /** It took the place of another. */
    REPLACED,
    /** The same was held already. */
    NONE
  }

  /**
   * A letter's corrections, its withdrawal among them, are on disk.
   *
   * @param corpus the folder that it lies in
   * @param path within that
   * @param correction all that is put right in it
   * @param changed false if all of it was so already
   * @param hidden whether that took the letter out of searches, which are not to find it any more
   */
  record Corrected(
      String corpus, String path, Correction correction, boolean changed, boolean hidden)
      implements DeskAnswer {}

  /**
   * A received file is taken away.
   *
   * @param name that it had
   * @param sha256 of its bytes
   * @param keptAs where the file is kept, relative to the folder of data
   * @param hidden whether searches do not find it any more
   */
  record Removed(String name, String sha256, String keptAs, boolean hidden) implements DeskAnswer {}

  /**
   * What is known of a letter or file.
   *
   * @param corpus the folder that it lies in
   * @param path within that
   * @param sha256 of its bytes
   * @param record what the index says of it; null if it is not in there yet
   * @param correction what is put right in it; without changes if nothing is
   */
  record Known(
      String corpus, String path, String sha256, @Nullable FileRecord record, Correction correction)
      implements DeskAnswer {}

  /** Nothing was done. */
  record Refused(Why why, String detail) implements DeskAnswer {}

  /** Why nothing was done. */
  enum Why {
    /** The name cannot be a received letter's. */
    BAD_NAME,
    /** A file without a byte. */
    EMPTY,
    /** More bytes than a letter may have. */
    TOO_LARGE,
    /** There is no such letter. */
    NOT_FOUND,
    /** Things have changed in between, or something else stands in the way. */
    CONFLICT,
    /** The change does not fit the letter. */
    INVALID
  }
}
