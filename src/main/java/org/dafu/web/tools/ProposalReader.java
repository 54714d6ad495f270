package org.dafu.web.tools;

/** Reads the text out of an uploaded proposal; safe for use by many threads. */
public interface ProposalReader {
  /**
   * The text of the file, personal numbers masked.
   *
   * @param name as the browser gave it
   * @param bytes the whole file
   */
  Upload read(String name, byte[] bytes);

  /** What is in an uploaded file. */
  sealed interface Upload {
    /** Text, one line a paragraph. */
    record Text(String text) implements Upload {}

    /**
     * Nothing that can be read.
     *
     * @param reason for the file's owner, in Chinese
     */
    record Unreadable(String reason) implements Upload {}
  }
}
