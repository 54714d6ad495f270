package org.dafu.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.TimeUnit;
import org.dafu.web.SlowConnections.Moved;
import org.junit.jupiter.api.Test;

class SlowConnectionsTest {
  /**
   * After how many looks, five seconds apart, a connection is closed; -1 for never within these.
   */
  private static int closedAfter(long[][] messagesAndBytes) {
    Moved known = new Moved(0, 0, 0, 0, 0);
    for (int look = 0; look < messagesAndBytes.length; look++) {
      long nanos = TimeUnit.SECONDS.toNanos(5L * (look + 1));
      long bytes = messagesAndBytes[look][1];
      known = known.then(new Moved(nanos, messagesAndBytes[look][0], bytes, bytes, 0));
      if (known.isTooSlow(nanos)) {
        return look + 1;
      }
    }
    return -1;
  }

  @Test
  void dripsOfARequest_endIt() {
    assertEquals(4, closedAfter(new long[][] {{0, 5}, {0, 10}, {0, 15}, {0, 20}, {0, 25}}));
    assertEquals(5, closedAfter(new long[][] {{0, 5}, {0, 5}, {0, 6}, {0, 6}, {0, 7}, {0, 7}}));
  }

  @Test
  void requestThatWaitsForItsAnswer_isLeftAlone() {
    long[][] begun = {{1, 300}, {1, 2_000}, {1, 2_000}, {1, 2_000}, {1, 2_000}, {1, 2_000}};
    assertEquals(-1, closedAfter(begun));
  }

  @Test
  void connectionBetweenRequests_isLeftAlone() {
    assertEquals(-1, closedAfter(new long[][] {{2, 900}, {2, 900}, {2, 900}, {2, 900}, {2, 900}}));
  }

  @Test
  void largeAnswerOnAModestLine_isLeftAlone() {
    long[][] moving = new long[40][];
    for (int i = 0; i < moving.length; i++) {
      moving[i] = new long[] {1, 6_000L * i};
    }
    assertEquals(-1, closedAfter(moving));
  }
}
