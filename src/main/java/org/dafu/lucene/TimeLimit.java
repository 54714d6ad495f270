package org.dafu.lucene;

import java.time.Duration;
import org.apache.lucene.index.QueryTimeout;

/**
 * Ends what a search does when its time is over; Lucene asks it between batches of documents. The
 * time begins with the first asking, so that a dictionary that is still loading costs none of it.
 */
final class TimeLimit implements QueryTimeout {
  private static final long UNSET = Long.MIN_VALUE;

  private final long nanos;
  private volatile long end = UNSET;

  TimeLimit(Duration limit) {
    this.nanos = limit.toNanos();
  }

  /** Gives the whole time once more. */
  void restart() {
    end = UNSET;
  }

  @Override
  public boolean shouldExit() {
    long now = System.nanoTime();
    if (end == UNSET) {
      end = now + nanos;
    }
    return now - end >= 0;
  }
}
