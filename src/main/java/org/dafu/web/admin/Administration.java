package org.dafu.web.admin;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.dafu.ingest.LetterDesk;
import org.dafu.ingest.SyncRequests;
import org.jspecify.annotations.Nullable;

/**
 * What the routes of administration work with.
 *
 * @param access who may
 * @param audit told of every change
 * @param desk makes the changes; null where the service writes nothing
 * @param files what the index says of every file
 * @param syncs brings the index up to date
 * @param mask hides personal numbers in a text
 * @param patience how long an answer waits for the index to follow
 */
public record Administration(
    Access access,
    AuditLog audit,
    @Nullable LetterDesk desk,
    LetterDesk.HeldFiles files,
    SyncRequests syncs,
    UnaryOperator<String> mask,
    Duration patience) {
  /** How long an answer waits for the index to follow. */
  public static final Duration WAIT = Duration.ofSeconds(10);

  /** None: nobody has a token, and nothing is written. */
  public static Administration none() {
    Path nowhere = Path.of("");
    return new Administration(
        new Access(new Tokens(nowhere.resolve("tokens.none"), null), Access.Rules.OPEN),
        new AuditLog(nowhere.resolve("audit.none"), text -> text, Clock.systemUTC()),
        null,
        Map::of,
        new SyncRequests(),
        text -> text,
        WAIT);
  }
}
