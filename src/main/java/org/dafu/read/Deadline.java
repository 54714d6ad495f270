package org.dafu.read;

import java.io.IOException;
import java.time.Duration;

/** The time by which a file must be read. Asked often: it is cheap. */
final class Deadline {
  /** Before {@code ingest} gives up a thread, so that the thread itself can say why and go on. */
  static final Duration LONGEST_READING = Duration.ofSeconds(20);

  private final long nanos;

  private Deadline(long nanos) {
    this.nanos = nanos;
  }

  static Deadline in(Duration time) {
    return new Deadline(System.nanoTime() + time.toNanos());
  }

  /**
   * Ends a reading that takes too long.
   *
   * @throws TooMuchException if the time has passed
   */
  void check() throws TooMuchException {
    if (System.nanoTime() > nanos) {
      throw new TooMuchException(
          new Unreadable(
              "too-slow", "读取超过 " + LONGEST_READING.toSeconds() + " 秒，已放弃：文件过于复杂，请另存为文本"));
    }
  }

  /**
   * A file asks for more than a letter needs. Thrown through the libraries that call back while
   * they read, and caught where they were called.
   */
  static final class TooMuchException extends IOException {
    private static final long serialVersionUID = 1L;
    private final transient Unreadable unreadable;

    TooMuchException(Unreadable unreadable) {
      super(unreadable.reason());
      this.unreadable = unreadable;
    }

    Unreadable unreadable() {
      return unreadable;
    }
  }
}
