package org.dafu.meaning;

import java.io.IOException;

/** A vector was made but could not be written, as on a full disk; later it may be. */
final class NotKeptException extends IOException {
  private static final long serialVersionUID = 1L;

  NotKeptException(IOException cause) {
    super(cause);
  }
}
