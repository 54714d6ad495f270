package org.dafu.app;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Whether the program was told to stop: by Ctrl-C, SIGTERM or its own end. */
final class Stop implements AutoCloseable {
  /** The JVM is kept from ending for so long, while the program closes what is open. */
  private static final Duration CLOSING = Duration.ofSeconds(10);

  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch closed = new CountDownLatch(1);

  private Stop() {}

  /** A stop that signals ask for; what is closed after it is closed before the JVM ends. */
  static Stop onSignal() {
    Stop stop = new Stop();
    Runtime.getRuntime().addShutdownHook(new Thread(stop::ask, "stop"));
    return stop;
  }

  private void ask() {
    boolean alreadyClosed =
        closed.getCount() == 0; // the program ends by itself, with its own status
    asked.countDown();
    if (!alreadyClosed && await(closed, CLOSING)) {
      Runtime.getRuntime()
          .halt(Main.DONE); // stopped in order: not the 143 of a process that was killed
    }
  }

  boolean isAsked() {
    return asked.getCount() == 0;
  }

  /** Waits; returns earlier if asked to stop. */
  void sleep(Duration time) {
    boolean unused = await(asked, time);
  }

  /** Everything is closed: the JVM may end. */
  @Override
  public void close() {
    closed.countDown();
  }

  private static boolean await(CountDownLatch latch, Duration time) {
    try {
      return latch.await(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody interrupts the program's own threads", e);
    }
  }
}
