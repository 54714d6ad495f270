package org.dafu.search;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.dafu.reply.Reply;

/**
 * The writing side of an engine. Nothing written is seen by searches, or survives a crash, before
 * {@link #commit()}; after it, all of it does.
 *
 * <p>Safe for use by many threads, except that calls for one file must follow one another.
 */
public interface ReplyIndex extends Closeable {
  /**
   * What is known of every file, by {@link FileRecord#key()}, as of now, uncommitted writes
   * included.
   *
   * @throws IOException if the index cannot be read
   */
  Map<String, FileRecord> files() throws IOException;

  /**
   * Replaces all that was written for this file by this record and these letters, as one atomic
   * unit: each letter with its sections.
   *
   * @param letters empty for a file that was rejected or failed
   * @throws IOException if it cannot be written
   */
  void put(FileRecord file, List<Reply> letters) throws IOException;

  /**
   * Removes the file's record and letters.
   *
   * @param key {@link FileRecord#key()}
   * @throws IOException if it cannot be written
   */
  void remove(String key) throws IOException;

  /**
   * Takes a letter out of what is searched, at once and durably, whatever else is being written;
   * what is put from now on with the same bytes is noted as rejected too, until {@link #admit}.
   *
   * @param sha256 of the letter's bytes
   * @param reason for its record
   * @throws IOException if it cannot be written; then the letter may still be found
   */
  void withhold(String sha256, String reason) throws IOException;

  /** Ends the {@link #withhold withholding} of a letter: what is put after this is taken. */
  void admit(String sha256);

  /**
   * Makes all that was written durable and visible.
   *
   * @throws IOException if it cannot be written; then nothing of it is
   */
  void commit() throws IOException;

  /**
   * What an earlier program noted in the last commit, for example the fingerprint of the
   * configuration that the letters were read with; empty for a new index.
   */
  Map<String, String> notes() throws IOException;

  /** Notes to be kept with the next commit, in place of the earlier ones. */
  void note(Map<String, String> notes);
}
