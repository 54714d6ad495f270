package org.dafu.web;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Lets a bounded number of searches run at a time, on threads of their own.
 *
 * <p>Requests cost nothing while they wait (virtual threads); searches cost CPU and memory, and
 * more at a time than there are cores only makes all of them slow. On the virtual threads they
 * would hold the few threads that carry these: requests would queue where nobody counts them or
 * tells them to come back, and not even a refusal would be sent.
 */
final class SearchGate implements AutoCloseable {
  /** Searches that may wait for each that may run. */
  private static final int WAITING_FOR_EACH = 8;

  private final Semaphore permits;
  private final int width;
  private final Duration wait;
  private final ExecutorService threads;

  SearchGate(int width, Duration wait) {
    this.width = width;
    this.permits = new Semaphore(width, true);
    this.wait = wait;
    this.threads =
        Executors.newFixedThreadPool(
            width, Thread.ofPlatform().daemon().name("search-", 0).factory());
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
      return run(search);
    } finally {
      permits.release();
    }
  }

  private <T> T run(Supplier<T> search) {
    try {
      return threads.submit(search::get).get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw e.getCause() instanceof RuntimeException failure
          ? failure
          : new IllegalStateException(e);
    } catch (InterruptedException | RejectedExecutionException e) {
      throw new BusyException(); // the server stops: the same as no room
    }
  }

  /** Searches that run end; no others begin. */
  @Override
  public void close() {
    threads.shutdown();
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
    if (permits.getQueueLength() >= WAITING_FOR_EACH * width) {
      return false; // whoever came last would wait in vain: told at once, they cost nothing
    }
    try {
      return permits.tryAcquire(wait.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      return false; // the server stops: the same as no room
    }
  }
}
