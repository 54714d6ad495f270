package org.dafu.ingest;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Is told of every change before it is made, so that none goes unrecorded. */
public interface ChangeLog {
  /**
   * A change is about to be made; if this throws, it is not.
   *
   * @param action one word
   * @param letter the file's name, or the path of the letter
   * @param before what was; null if nothing
   * @param after what will be; null if nothing
   * @throws IOException if it cannot be recorded for good
   */
  void note(String action, String letter, @Nullable String before, @Nullable String after)
      throws IOException;
}
