package org.dafu.ingest;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Who wants the index brought up to date, until somebody does it: all that ask while a run is under
 * way share the next one.
 */
public final class SyncRequests {
  private @Nullable CompletableFuture<SyncReport> next;
  private @Nullable SyncReport last;
  private boolean running;

  /** What is known of runs. */
  public record State(boolean waiting, boolean running, @Nullable SyncReport last) {}

  /** Asks for a run that begins after this call; its report, or why there is none. */
  public synchronized CompletableFuture<SyncReport> request() {
    CompletableFuture<SyncReport> asked = next == null ? new CompletableFuture<>() : next;
    next = asked;
    return asked;
  }

  /** Asks for a run that begins after this call; whoever asks does not wait for it. */
  public synchronized void wake() {
    if (next == null) {
      next = new CompletableFuture<>();
    }
  }

  /** What runs have been asked for and done. */
  public synchronized State state() {
    return new State(next != null, running, last);
  }

  /** Whether somebody waits for a run. */
  public synchronized boolean any() {
    return next != null;
  }

  /**
   * Begins a run.
   *
   * @return those who wait for it; to be completed by {@link #finish}
   */
  public synchronized CompletableFuture<SyncReport> begin() {
    CompletableFuture<SyncReport> waiting = next == null ? new CompletableFuture<>() : next;
    next = null;
    running = true;
    return waiting;
  }

  /** Ends a run. */
  public void finish(CompletableFuture<SyncReport> waiting, SyncReport report) {
    synchronized (this) {
      running = false;
      last = report;
    }
    waiting.complete(report);
  }

  /** Ends a run that broke off. */
  public void fail(CompletableFuture<SyncReport> waiting, Throwable cause) {
    synchronized (this) {
      running = false;
    }
    waiting.completeExceptionally(cause);
  }
}
