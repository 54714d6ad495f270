package org.dafu.app;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A command cannot do its work; the message says to the user what is wrong and what to do. */
final class CannotRunException extends IOException {
  private static final long serialVersionUID = 1L;

  CannotRunException(String message) {
    this(message, null);
  }

  CannotRunException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
