package org.dafu.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.dafu.ingest.CorpusSync;
import org.dafu.ingest.CorpusWatch;
import org.dafu.ingest.Progress;
import org.dafu.ingest.SyncReport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What goes on while the service runs, on the program's main thread. */
final class Serving {
  private static final Logger LOG = LoggerFactory.getLogger(Serving.class);

  private static final Duration LOOK = Duration.ofSeconds(2);

  /** Looking at large folders takes no more than this share of a processor. */
  private static final int IDLE_FOR_BUSY = 20;

  /** With fewer files to read, the address is printed when all are in. */
  private static final int READ_BEHIND = 50;

  private final Engine engine;
  private final Service service;
  private final LiveConfig config;
  private final Stop stop;
  private final PrintWriter out;
  private boolean announced;

  Serving(Engine engine, Service service, LiveConfig config, Stop stop, PrintWriter out) {
    this.engine = engine;
    this.service = service;
    this.config = config;
    this.stop = stop;
    this.out = out;
  }

  /** Serves the index as it is, and as another process makes it, until told to stop. */
  void asItIs(Understanding understanding) throws IOException {
    announce();
    while (!stop.isAsked()) {
      stop.sleep(LOOK);
      engine.refresh();
      understanding.refresh();
      config.look();
    }
  }

  /**
   * Brings the index up to date, serves it, and follows the folders if asked to, until told to
   * stop. An index that already holds these folders' letters is served while many files are read.
   */
  void following(CorpusSync sync, List<Path> folders, boolean watching) throws IOException {
    CorpusWatch watch = watching ? new CorpusWatch(folders) : null;
    try (TerminalProgress bar = new TerminalProgress()) {
      tell(sync.run(folders, readingBehind(bar, holdsLettersOf(folders)), stop::isAsked));
    }
    if (stop.isAsked()) {
      return;
    }
    announce();
    Duration rest = LOOK;
    while (!stop.isAsked()) {
      stop.sleep(rest);
      config.look();
      long start = System.nanoTime();
      if (watch != null && !stop.isAsked()) {
        follow(sync, folders, watch);
      }
      Duration busy = Duration.ofNanos(System.nanoTime() - start);
      Duration atLeast = busy.multipliedBy(IDLE_FOR_BUSY);
      rest = atLeast.compareTo(LOOK) > 0 ? atLeast : LOOK;
    }
  }

  private void follow(CorpusSync sync, List<Path> folders, CorpusWatch watch) {
    try {
      if (watch.look()) {
        tell(sync.run(folders, Progress.NONE, stop::isAsked));
      }
    } catch (IOException e) { // a drive that is away, a full disk: what is held is served on
      LOG.error("The folders could not be followed; the next look tries again", e);
    }
  }

  private boolean holdsLettersOf(List<Path> folders) throws IOException {
    Set<Path> named = new TreeSet<>();
    for (Path folder : folders) {
      named.add(folder.toAbsolutePath().normalize());
    }
    return engine.searcher().count() > 0 && CorpusSync.corpora(engine.files()).equals(named);
  }

  private Progress readingBehind(TerminalProgress bar, boolean canServe) {
    return new Progress() {
      @Override
      public void planned(int files) {
        if (canServe && files > READ_BEHIND) {
          LOG.info("{} files are being read while the letters held are served", files);
          announce();
        }
        bar.planned(files);
      }

      @Override
      public void done() {
        bar.done();
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

  private static void tell(SyncReport report) {
    report
        .problems()
        .forEach(
            problem -> LOG.warn("{} is not in the index: {}", problem.path(), problem.reason()));
    LOG.info("{}", SyncReports.counts(report));
  }
}
