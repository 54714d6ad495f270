package org.dafu.web;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Lets a bounded number of searches run at a time.
 *
 * <p>Requests cost nothing while they wait (virtual threads); searches cost CPU and memory, and
 * more at a time than there are cores only makes all of them slow.
 */
final class SearchGate {
  private final int width;
  private final Semaphore permits;
  private final Duration wait;

  SearchGate(int width, Duration wait) {
    this.width = width;
    this.permits = new Semaphore(width, true);
    this.wait = wait;
  }

  /**
   * Runs the search when there is room.
   *
   * @throws BusyException if there was none in time
   */
  <T> T pass(Supplier<T> search) {
    if (!acquire(1, wait)) {
      throw new BusyException();
    }
    try {
      return search.get();
    } finally {
      permits.release();
    }
  }

  /** Lets no further search begin and waits for the running ones, for this long at most. */
  void drain(Duration atMost) {
    acquire(width, atMost); // what still runs after that is left to the server's stop
  }

  private boolean acquire(int count, Duration atMost) {
    try {
      return permits.tryAcquire(count, atMost.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      return false; // the server stops: the same as no room
    }
  }
}
