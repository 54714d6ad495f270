package org.dafu.search;

/** What reading a file of corrections gives: the corrections, or why there are none. */
public sealed interface CorrectionReading permits Correction, CorrectionReading.Broken {
  /**
   * No corrections.
   *
   * @param line at fault, from 1
   * @param reason one clause for whoever edits the file
   */
  record Broken(int line, String reason) implements CorrectionReading {}
}
