package org.dafu.web.operator;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.dafu.reply.Sha256;
import org.dafu.web.admin.Token;

/**
 * Who has come in, until they leave, pause for long or the service ends. A browser holds a random
 * key, and only its hash is kept here: neither the token nor the key can be read out of memory or
 * off the disk. Safe for use by many threads.
 */
final class Sessions {
  /** Who pauses longer must come in again. */
  static final Duration LONGEST_PAUSE = Duration.ofHours(2);

  /** After this time one must come in again anyway. */
  static final Duration LONGEST = Duration.ofHours(12);

  /** The one that came in longest ago makes room. */
  private static final int MOST = 200;

  private static final int KEY_BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final LongSupplier nanos;
  private final LinkedHashMap<String, Held> byHash = new LinkedHashMap<>();

  private record Held(Session session, long since, long used) {}

  /**
   * Somebody who has come in.
   *
   * @param token they came in with
   * @param form stands in each form that is meant to change something (CSRF)
   */
  record Session(Token token, String form) {}

  /**
   * Nobody has come in yet.
   *
   * @param nanos a clock that never goes back
   */
  Sessions(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /** Lets somebody in; the key for their browser. */
  synchronized String open(Token token) {
    String key = random();
    long now = nanos.getAsLong();
    byHash.put(Sha256.of(key), new Held(new Session(token, random()), now, now));
    if (byHash.size() > MOST) {
      byHash.remove(byHash.keySet().iterator().next());
    }
    return key;
  }

  /** Who holds this key. */
  synchronized Optional<Session> of(String key) {
    String hash = Sha256.of(key);
    Held held = byHash.get(hash);
    if (held == null) {
      return Optional.empty();
    }
    long now = nanos.getAsLong();
    if (now - held.used() > LONGEST_PAUSE.toNanos() || now - held.since() > LONGEST.toNanos()) {
      byHash.remove(hash);
      return Optional.empty();
    }
    byHash.put(hash, new Held(held.session(), held.since(), now));
    return Optional.of(held.session());
  }

  /** The key opens nothing any more. */
  synchronized void close(String key) {
    byHash.remove(Sha256.of(key));
  }

  private static String random() {
    byte[] random = new byte[KEY_BYTES];
    RANDOM.nextBytes(random);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
  }
}
