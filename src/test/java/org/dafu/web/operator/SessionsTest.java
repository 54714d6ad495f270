package org.dafu.web.operator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.dafu.web.admin.Token;
import org.junit.jupiter.api.Test;

class SessionsTest {
  private final AtomicLong nanos = new AtomicLong(7);
  private final Sessions sessions = new Sessions(nanos::get);
  private final Token token = Token.of("林", Token.Role.ADMIN, "", Token.newSecret());

  private void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }

  @Test
  void session_isItsKeysAlone() {
    String key = sessions.open(token);
    String other = sessions.open(token);
    assertNotEquals(key, other);
    assertEquals(token, sessions.of(key).orElseThrow().token());
    assertNotEquals(sessions.of(key).orElseThrow().form(), sessions.of(other).orElseThrow().form());
    assertTrue(sessions.of(key + "x").isEmpty());
    assertTrue(sessions.of("").isEmpty());
    sessions.close(key);
    assertTrue(sessions.of(key).isEmpty());
    assertTrue(sessions.of(other).isPresent());
  }

  @Test
  void session_endsAfterALongPause_andAfterADay() {
    String paused = sessions.open(token);
    pass(Sessions.LONGEST_PAUSE.minusSeconds(1));
    assertTrue(sessions.of(paused).isPresent());
    pass(Sessions.LONGEST_PAUSE.plusSeconds(1));
    assertTrue(sessions.of(paused).isEmpty());
    String busy = sessions.open(token);
    for (Duration gone = Duration.ZERO;
        gone.compareTo(Sessions.LONGEST) <= 0;
        gone = gone.plusHours(1)) {
      assertTrue(sessions.of(busy).isPresent(), "after " + gone);
      pass(Duration.ofHours(1));
    }
    assertTrue(sessions.of(busy).isEmpty());
  }

  @Test
  void sessions_areBounded_theOldestMakesRoom() {
    String first = sessions.open(token);
    String last = "";
    for (int i = 0; i < 300; i++) {
      last = sessions.open(token);
    }
    assertTrue(sessions.of(first).isEmpty());
    assertTrue(sessions.of(last).isPresent());
  }
}
