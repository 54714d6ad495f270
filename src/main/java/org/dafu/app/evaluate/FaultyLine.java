package org.dafu.app.evaluate;

import java.io.IOException;
import java.nio.file.Path;

/** A line of a judged set that cannot be read. */
final class FaultyLine extends IOException {
  private static final long serialVersionUID = 1;

  /**
   * @param line from 1
   */
  FaultyLine(Path file, int line, String what) {
    super(file + ":" + line + ": " + what);
  }
}
