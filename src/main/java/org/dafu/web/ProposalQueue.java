package org.dafu.web;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.dafu.web.tools.ProposalReader;

/**
 * Reads uploaded proposals, a few at a time, on threads of their own: a file that is made to be
 * slow costs no search its place. One that takes too long is given up by whoever waits for it, but
 * keeps its thread until it ends, so that slow files never take more than those threads.
 */
final class ProposalQueue implements ProposalReader, AutoCloseable {
  /** Half of the machine is left for searches. */
  private static final int THREADS = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);

  private static final Duration LONGEST = Duration.ofSeconds(10);

  private final ProposalReader reader;
  private final Duration longest;
  private final Semaphore permits;
  private final ExecutorService threads;

  ProposalQueue(ProposalReader reader) {
    this(reader, THREADS, LONGEST);
  }

  /**
   * @param atOnce proposals that are read at one time
   * @param longest how long one may wait, and then be read
   */
  ProposalQueue(ProposalReader reader, int atOnce, Duration longest) {
    this.reader = reader;
    this.longest = longest;
    this.permits = new Semaphore(atOnce, true);
    this.threads =
        Executors.newFixedThreadPool(
            atOnce, Thread.ofPlatform().daemon().name("proposal-", 0).factory());
  }

  /**
   * {@inheritDoc}
   *
   * @throws BusyException if others are read and none ends in time
   */
  @Override
  public Upload read(String name, byte[] bytes) {
    try {
      if (!permits.tryAcquire(longest.toNanos(), TimeUnit.NANOSECONDS)) {
        throw new BusyException();
      }
      return begin(name, bytes).get(longest.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      return new Upload.Unreadable("读取超过 " + Math.max(1, longest.toSeconds()) + " 秒，已放弃");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw new IllegalStateException("a proposal could not be read", e);
    } catch (InterruptedException e) {
      throw new BusyException(); // the server stops: the same as no room
    }
  }

  private Future<Upload> begin(String name, byte[] bytes) {
    try {
      return threads.submit(
          () -> {
            try {
              return reader.read(name, bytes);
            } finally {
              permits.release();
            }
          });
    } catch (RejectedExecutionException e) {
      permits.release();
      throw new BusyException(); // the server has stopped
    }
  }

  /** Those that are being read end; no others begin. */
  @Override
  public void close() {
    threads.shutdown();
  }
}
