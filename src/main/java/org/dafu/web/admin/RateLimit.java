package org.dafu.web.admin;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * How often each caller may ask: a bucket that fills again by and by. Callers that have not asked
 * for longest are forgotten, so that many addresses fill no memory. Safe for use by many threads.
 *
 * <p>Why our own: this is one number and one time for each caller, less than how a library would be
 * set up.
 */
final class RateLimit {
  /** Callers remembered; each is some hundred bytes. */
  private static final int MAX_CALLERS = 20_000;

  private final double perSecond;
  private final double burst;
  private final LinkedHashMap<String, Bucket> byCaller = new LinkedHashMap<>(16, 0.75f, true);

  private record Bucket(double level, long nanos) {}

  /**
   * @param perSecond above 0
   * @param burst how many at once, at least 1
   */
  RateLimit(double perSecond, double burst) {
    this.perSecond = perSecond;
    this.burst = burst;
  }

  /** Takes one; zero if there was one, else how long until there is. */
  synchronized Duration take(String caller, long nowNanos) {
    Bucket before = byCaller.getOrDefault(caller, new Bucket(burst, nowNanos));
    double seconds = (nowNanos - before.nanos()) / (double) TimeUnit.SECONDS.toNanos(1);
    double level = Math.min(burst, before.level() + seconds * perSecond);
    boolean enough = level >= 1;
    byCaller.put(caller, new Bucket(enough ? level - 1 : level, nowNanos));
    if (byCaller.size() > MAX_CALLERS) {
      Map.Entry<String, Bucket> longestAgo = byCaller.entrySet().iterator().next();
      byCaller.remove(longestAgo.getKey());
    }
    double missing = enough ? 0 : (1 - level) / perSecond;
    return Duration.ofNanos((long) (missing * TimeUnit.SECONDS.toNanos(1)));
  }

  synchronized int callers() {
    return byCaller.size();
  }
}
