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
  private final Semaphore permits;
  private final int width;
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
    if (!acquire()) {
      throw new BusyException();
    }
    try {
      return search.get();
    } finally {
      permits.release();
    }
  }

  /** Searches that run now. */
  int running() {
    return width - permits.availablePermits();
  }

  /** Searches that wait for room, about. */
  int waiting() {
    return permits.getQueueLength();
  }

  private boolean acquire() {
    try {
      return permits.tryAcquire(wait.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      return false; // the server stops: the same as no room
    }
  }
}
