package org.dafu.lucene;

import java.time.Duration;
import org.apache.lucene.index.QueryTimeout;

/** Ends what a search does when its time is over; Lucene asks it between batches of documents. */
final class TimeLimit implements QueryTimeout {
  private final long nanos;
  private volatile long end;

  TimeLimit(Duration limit) {
    this.nanos = limit.toNanos();
    restart();
  }

  /** Gives the whole time once more. */
  void restart() {
    end = System.nanoTime() + nanos;
  }

  @Override
  public boolean shouldExit() {
    return System.nanoTime() - end >= 0;
  }
}
