package org.dafu.search;

import org.jspecify.annotations.Nullable;

/**
 * What became of one file of a corpus, kept in the index beside its letters and committed with
 * them. A letter in an archive or a bulk file has a record of its own.
 *
 * @param corpus the corpus folder, absolute
 * @param path relative to it, with {@code /}; of a letter in a file that holds several, {@code
 *     archive.zip!/entry} or {@code bulk.jsonl#line}
 * @param sizeBytes of the file
 * @param modifiedMillis its time of change, milliseconds since 1970
 * @param sha256 of its own bytes; null if it could not be read
 * @param state what became of it
 * @param reason why it was rejected or failed, one sentence for its owner; null if it was indexed
 */
public record FileRecord(
    String corpus,
    String path,
    long sizeBytes,
    long modifiedMillis,
    @Nullable String sha256,
    State state,
    @Nullable String reason) {
  /** What became of a file. */
  public enum State {
    /** Its letters are in the index. */
    INDEXED,
    /** It was read and is no letter, or is damaged, or its kind is not read. */
    REJECTED,
    /** It could not be read for a reason outside of it; it is tried again at the next run. */
    FAILED,
    /** It holds several letters, and each of them has a record of its own. */
    OPENED
  }

  /** The same file, rejected for this reason. */
  public FileRecord rejected(String why) {
    return new FileRecord(corpus, path, sizeBytes, modifiedMillis, sha256, State.REJECTED, why);
  }

  /** What identifies the file within the index. */
  public String key() {
    return corpus + "\n" + path;
  }
}
