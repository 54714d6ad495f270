package org.dafu.ingest;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The threads that hash, read and index files, as many as the machine has cores. A thread that
 * hangs in a file is given up and replaced, never interrupted: it may stand inside Lucene, where an
 * interrupt would close the index under every reader.
 */
final class ReadingPool implements AutoCloseable {
  private final int size;
  private final ThreadPoolExecutor executor;
  private int givenUp;

  /** A pool that starts its threads when there is work. */
  ReadingPool(int size) {
    this.size = size;
    AtomicInteger started = new AtomicInteger();
    this.executor =
        new ThreadPoolExecutor(
            size,
            size,
            0,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            work ->
                Thread.ofPlatform()
                    .daemon()
                    .name("read-" + started.incrementAndGet())
                    .unstarted(work));
  }

  int size() {
    return size;
  }

  /** Work that throws nothing, begun in the order of submission. */
  void execute(Runnable work) {
    executor.execute(work);
  }

  /** Work with a result, begun in the order of submission. */
  <T> Future<T> submit(Callable<T> work) {
    return executor.submit(work);
  }

  /** A thread hangs: another one takes its place. */
  synchronized void giveUpOne() {
    givenUp++;
    resize();
  }

  /** A thread that was given up has come back after all. */
  synchronized void takeBackOne() {
    givenUp--;
    resize();
  }

  private void resize() {
    int threads = Math.max(1, size + givenUp);
    if (threads > executor.getMaximumPoolSize()) {
      executor.setMaximumPoolSize(threads);
      executor.setCorePoolSize(threads);
    } else {
      executor.setCorePoolSize(threads);
      executor.setMaximumPoolSize(threads);
    }
  }

  /**
   * The result, whenever it comes.
   *
   * @throws IOException if the work threw it
   */
  static <T> T get(Future<T> future) throws IOException {
    try {
      return future.get();
    } catch (InterruptedException e) {
      throw (IOException)
          new InterruptedIOException("interrupted while files were read").initCause(e);
    } catch (ExecutionException e) {
      throw rethrown(e);
    }
  }

  /**
   * The result, or empty if it has not come by then.
   *
   * @throws IOException if the work threw it
   */
  static <T> Optional<T> get(Future<T> future, Duration limit) throws IOException {
    try {
      return Optional.of(future.get(limit.toNanos(), TimeUnit.NANOSECONDS));
    } catch (TimeoutException late) {
      return Optional.empty();
    } catch (InterruptedException e) {
      throw (IOException)
          new InterruptedIOException("interrupted while files were read").initCause(e);
    } catch (ExecutionException e) {
      throw rethrown(e);
    }
  }

  /** What the work threw, as thrown here. */
  static IOException rethrown(ExecutionException e) {
    return switch (e.getCause()) {
      case IOException cause -> new IOException(cause.getMessage(), cause);
      case Error cause -> throw cause;
      case null, default -> throw new IllegalStateException("work on a file broke off", e);
    };
  }

  /** No more work is begun; threads that were given up are left behind. */
  @Override
  public void close() {
    executor.shutdown();
  }
}
