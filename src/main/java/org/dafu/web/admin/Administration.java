package org.dafu.web.admin;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import org.dafu.ingest.ChangeLog;
import org.dafu.ingest.LetterDesk;
import org.dafu.ingest.SyncReport;
import org.dafu.ingest.SyncRequests;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the routes and pages of administration work with.
 *
 * @param access who may
 * @param audit told of every change
 * @param desk makes the changes; null where the service writes nothing
 * @param files what the index says of every file
 * @param syncs brings the index up to date
 * @param mask hides personal numbers in a text
 * @param patience how long an answer waits for the index to follow
 * @param index what can be told of the index
 */
public record Administration(
    Access access,
    AuditLog audit,
    @Nullable LetterDesk desk,
    LetterDesk.HeldFiles files,
    SyncRequests syncs,
    UnaryOperator<String> mask,
    Duration patience,
    IndexView index) {
  private static final Logger LOG = LoggerFactory.getLogger(Administration.class);

  /** How long an answer waits for the index to follow. */
  public static final Duration WAIT = Duration.ofSeconds(10);

  /** One that can tell nothing of the index. */
  public Administration(
      Access access,
      AuditLog audit,
      @Nullable LetterDesk desk,
      LetterDesk.HeldFiles files,
      SyncRequests syncs,
      UnaryOperator<String> mask,
      Duration patience) {
    this(access, audit, desk, files, syncs, mask, patience, IndexView.NONE);
  }

  /** The same, which can tell this of the index. */
  public Administration withIndex(IndexView view) {
    return new Administration(access, audit, desk, files, syncs, mask, patience, view);
  }

  /**
   * Notes changes in the name of a token.
   *
   * @param address that the request came from
   */
  public ChangeLog log(Token who, String address, String requestId) {
    return (what, letter, before, after) ->
        audit.append(who.name(), address, requestId, what, letter, before, after);
  }

  /** Whether the index has followed a change within the time that an answer waits. */
  public boolean follows() {
    try {
      SyncReport report = await(syncs.request());
      return report != null && !report.stopped();
    } catch (ExecutionException e) {
      LOG.warn("The index could not follow a change: {}", String.valueOf(e.getCause()));
      return false;
    }
  }

  /** What a run did; null if it did not end within the time that an answer waits. */
  @Nullable SyncReport await(CompletableFuture<SyncReport> run) throws ExecutionException {
    try {
      return run.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | InterruptedException e) {
      return null; // the request is answered, and the run goes on
    }
  }

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
