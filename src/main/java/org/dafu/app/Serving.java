package org.dafu.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.dafu.ingest.CorpusWatch;
import org.dafu.ingest.Progress;
import org.dafu.ingest.SyncReport;
import org.dafu.ingest.SyncRequests;
import org.dafu.search.NotWrittenException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What goes on while the service runs, on the program's main thread. */
final class Serving {
  private static final Logger LOG = LoggerFactory.getLogger(Serving.class);

  private static final Duration LOOK = Duration.ofSeconds(2);

  /** Looking at large folders takes no more than this share of a processor. */
  private static final int IDLE_FOR_BUSY = 20;

  /** Requests for a run within this time share it. */
  private static final Duration TOGETHER = Duration.ofMillis(200);

  /** How often the log says how far a long reading is. */
  private static final Duration TELL = Duration.ofSeconds(10);

  /** With fewer files to read, the address is printed when all are in. */
  private static final int READ_BEHIND = 50;

  private final Service service;
  private final LiveConfig config;
  private final Stop stop;
  private final PrintWriter out;
  private boolean announced;

  /** Why the last look at the folders failed; null if it did not. */
  private @Nullable String failure;

  Serving(Service service, LiveConfig config, Stop stop, PrintWriter out) {
    this.service = service;
    this.config = config;
    this.stop = stop;
    this.out = out;
  }

  /** Serves the index as another process makes it, until told to stop. */
  void asItIs(Latest latest, Understanding understanding) {
    announce();
    while (!stop.isAsked()) {
      stop.sleep(LOOK);
      try {
        latest.refresh();
        understanding.refresh();
        failure = null;
      } catch (IOException e) {
        tell("What the other process has written cannot be taken up", e);
      }
      config.look();
    }
  }

  /**
   * Brings the index up to date, serves it, and follows the folders if asked to, until told to
   * stop. An index that already holds these folders' letters is served while many files are read,
   * while another one is built, and where the disk is full.
   */
  void following(Holdings holdings, List<Path> folders, boolean watching, SyncRequests requests)
      throws IOException {
    CorpusWatch watch = watching ? new CorpusWatch(folders) : null;
    boolean canServe = holdings.holdsLettersOf(folders);
    if (canServe && holdings.mustBuild()) {
      LOG.info("Another index is built beside the one that is searched");
      announce();
    }
    boolean owed = false;
    try (TerminalProgress bar = new TerminalProgress()) {
      Progress progress = readingBehind(bar, requests.progress(), canServe);
      requested(
          requests,
          () -> holdings.bringUpToDate(folders, progress, stop::isAsked, requests::anyNew));
    } catch (NotWrittenException e) {
      if (!canServe) {
        throw e;
      }
      tell("The index could not be brought up to date", e);
      owed = true;
    }
    if (stop.isAsked()) {
      return;
    }
    announce();
    goOn(holdings, folders, watch, holdings.verify() || owed, requests);
  }

  private void goOn(
      Holdings holdings,
      List<Path> folders,
      @Nullable CorpusWatch watch,
      boolean owedAtFirst,
      SyncRequests requests) {
    boolean owed = owedAtFirst;
    Duration rest = LOOK;
    while (!stop.isAsked()) {
      rest(rest, requests);
      config.look();
      long start = System.nanoTime();
      owed |= requests.any();
      if (!stop.isAsked() && (watch != null || owed)) {
        owed = follow(holdings, folders, watch, owed, requests);
      }
      Duration busy = Duration.ofNanos(System.nanoTime() - start);
      Duration atLeast = busy.multipliedBy(IDLE_FOR_BUSY);
      rest = atLeast.compareTo(LOOK) > 0 ? atLeast : LOOK;
    }
  }

  /** Whether it failed, and is to be tried again though nothing changes. */
  private boolean follow(
      Holdings holdings,
      List<Path> folders,
      @Nullable CorpusWatch watch,
      boolean owed,
      SyncRequests requests) {
    boolean due = owed;
    try {
      due |= watch != null && watch.look();
      due |= holdings.mustBuild();
      if (due) {
        Progress progress = requests.progress();
        requested(
            requests,
            () -> holdings.bringUpToDate(folders, progress, stop::isAsked, requests::anyNew));
      }
      failure = null;
      return false;
    } catch (IOException e) { // a drive that is away, a full disk: what is held is served on
      tell("The folders could not be followed; the next look tries again", e);
      return due;
    }
  }

  /** Until it is time to look, or somebody asks; those that ask at about one time share a run. */
  private void rest(Duration longest, SyncRequests requests) {
    long end = System.nanoTime() + longest.toNanos();
    do {
      stop.sleep(TOGETHER);
    } while (!stop.isAsked() && !requests.any() && System.nanoTime() < end);
  }

  /** A run. */
  private interface Run {
    SyncReport run() throws IOException;
  }

  /** Does a run for all that have asked for one until now. */
  private void requested(SyncRequests requests, Run run) throws IOException {
    CompletableFuture<SyncReport> waiting = requests.begin();
    try {
      SyncReport report = run.run();
      requests.finish(waiting, report);
      tell(report);
    } catch (IOException | RuntimeException e) {
      requests.fail(waiting, e);
      throw e;
    }
  }

  /** Tells a failure once, not with every look. */
  private void tell(String what, IOException e) {
    String reason = String.valueOf(e.getMessage());
    if (!reason.equals(failure)) {
      LOG.error("{}: {}", what, reason);
      LOG.debug("in detail", e);
    }
    failure = reason;
  }

  private Progress readingBehind(TerminalProgress bar, Progress pages, boolean canServe) {
    return new Progress() {
      private int files;
      private int done;
      private long told = System.nanoTime();

      @Override
      public void planned(int count) {
        files = count;
        if (canServe && files > READ_BEHIND) {
          LOG.info("{} files are being read while the letters held are served", files);
          announce();
        }
        bar.planned(files);
        pages.planned(files);
      }

      @Override
      public void done() {
        done++;
        bar.done();
        pages.done();
        if (System.nanoTime() - told > TELL.toNanos()) {
          told = System.nanoTime();
          LOG.info("{} of {} files are read", done, files);
        }
      }
    };
  }

  private void announce() {
    if (!announced) {
      announced = true;
      service.ready();
      out.println("Dafu 答复检索: " + service.address());
      out.flush();
    }
  }

  private void tell(SyncReport report) {
    service.synced(report);
    report
        .problems()
        .forEach(
            problem -> LOG.warn("{} is not in the index: {}", problem.path(), problem.reason()));
    LOG.info("{}", SyncReports.counts(report));
  }
}
