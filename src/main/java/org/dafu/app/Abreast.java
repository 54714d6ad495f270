package org.dafu.app;

import java.io.IOException;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.dafu.ingest.SyncReport;
import org.dafu.search.NotWrittenException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the index in use abreast of the folders while another is built: letters received meanwhile
 * are found though the building takes hours. Runs on the building thread, between two files, when
 * that asks whether it is to stop.
 */
final class Abreast implements BooleanSupplier {
  private static final Logger LOG = LoggerFactory.getLogger(Abreast.class);

  private static final Duration REST = Duration.ofSeconds(1);

  /** Keeping abreast takes no more than this share of the building's time. */
  private static final int BUILD_FOR_RUN = 4;

  private final Run run;
  private final BooleanSupplier asked;
  private final BooleanSupplier stopping;
  private long nextNanos = System.nanoTime();

  /** Brings the index in use up to date. */
  interface Run {
    SyncReport run() throws IOException;
  }

  /**
   * Makes no run before it is asked.
   *
   * @param asked whether there is something new since it was last asked
   */
  Abreast(Run run, BooleanSupplier asked, BooleanSupplier stopping) {
    this.run = run;
    this.asked = asked;
    this.stopping = stopping;
  }

  @Override
  public boolean getAsBoolean() {
    boolean stop = stopping.getAsBoolean();
    if (!stop && System.nanoTime() - nextNanos >= 0 && asked.getAsBoolean()) {
      run();
    }
    return stop;
  }

  /** A run now. What cannot be written or walked is left to the run after the building. */
  void run() {
    long start = System.nanoTime();
    try {
      SyncReport report = run.run();
      if (report.changedLetters()) {
        LOG.info("In the index in use meanwhile: {}", SyncReports.counts(report));
      }
    } catch (NotWrittenException e) {
      LOG.warn("The index in use cannot be written while another is built: {}", e.getMessage());
    } catch (IOException e) {
      LOG.warn("The folders could not be followed while an index is built: {}", e.getMessage());
    }
    long now = System.nanoTime();
    nextNanos = now + Math.max(REST.toNanos(), (now - start) * BUILD_FOR_RUN);
  }
}
