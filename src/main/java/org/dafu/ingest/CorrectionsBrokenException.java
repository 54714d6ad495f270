package org.dafu.ingest;

import java.io.IOException;
import java.nio.file.Path;

/** A file of corrections that somebody edited cannot be read, and is not to be written over. */
public final class CorrectionsBrokenException extends IOException {
  private static final long serialVersionUID = 1L;

  CorrectionsBrokenException(Path file, int line, String reason) {
    super(file + "，第 " + line + " 行：" + reason);
  }
}
