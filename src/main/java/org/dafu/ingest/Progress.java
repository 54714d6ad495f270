package org.dafu.ingest;

/** Told how far a run is, from the thread that runs it. */
public interface Progress {
  /** Nobody looks. */
  Progress NONE = new Progress() {};

  /**
   * The folders were compared with the index.
   *
   * @param files how many must be read
   */
  default void planned(int files) {}

  /** One of those files is done, whatever came of it. */
  default void done() {}
}
