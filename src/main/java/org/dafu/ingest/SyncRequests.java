package org.dafu.ingest;

import java.time.Clock;
import java.time.Instant;
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
  private int planned;
  private int done;
  private @Nullable Instant ended;
  private @Nullable String failure;

  /** At first, as an earlier program may have received what it did not get to. */
  private boolean unseen = true;

  /**
   * What is known of runs.
   *
   * @param waiting whether one is asked for
   * @param running whether one is under way
   * @param planned files that this one, or else the last one, had to read
   * @param done how many of these are read
   * @param last what the last whole run did; null before the first
   * @param ended when the last run ended; null before the first
   * @param failure why the last run broke off; null if it did not
   */
  public record State(
      boolean waiting,
      boolean running,
      int planned,
      int done,
      @Nullable SyncReport last,
      @Nullable Instant ended,
      @Nullable String failure) {}

  /** Asks for a run that begins after this call; its report, or why there is none. */
  public synchronized CompletableFuture<SyncReport> request() {
    CompletableFuture<SyncReport> asked = next == null ? new CompletableFuture<>() : next;
    next = asked;
    unseen = true;
    return asked;
  }

  /** Asks for a run that begins after this call; whoever asks does not wait for it. */
  public synchronized void wake() {
    if (next == null) {
      next = new CompletableFuture<>();
    }
    unseen = true;
  }

  /** Whether somebody has asked for a run since this was last asked; true at first. */
  public synchronized boolean anyNew() {
    boolean any = unseen;
    unseen = false;
    return any;
  }

  /** What runs have been asked for and done. */
  public synchronized State state() {
    return new State(next != null, running, planned, done, last, ended, failure);
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
    planned = 0;
    done = 0;
    return waiting;
  }

  /** To be told how far the run is that was begun. */
  public Progress progress() {
    return new Progress() {
      @Override
      public void planned(int files) {
        synchronized (SyncRequests.this) {
          planned = files;
        }
      }

      @Override
      public void done() {
        synchronized (SyncRequests.this) {
          done++;
        }
      }
    };
  }

  /** Ends a run. */
  public void finish(CompletableFuture<SyncReport> waiting, SyncReport report) {
    synchronized (this) {
      running = false;
      last = report;
      ended = Instant.now(Clock.systemUTC());
      failure = null;
    }
    waiting.complete(report);
  }

  /** Ends a run that broke off. */
  public void fail(CompletableFuture<SyncReport> waiting, Throwable cause) {
    synchronized (this) {
      running = false;
      ended = Instant.now(Clock.systemUTC());
      failure = String.valueOf(cause.getMessage());
    }
    waiting.completeExceptionally(cause);
  }
}
