package org.dafu.app;

import java.io.PrintWriter;
import java.util.Locale;
import org.dafu.ingest.FileProblem;
import org.dafu.ingest.SyncReport;

/** Writes what a run did, for people. */
final class SyncReports {
  /** Problems listed; a folder of the wrong kind would fill the screen. */
  private static final int MAX_LISTED = 200;

  private SyncReports() {}

  /** One line: counts by outcome, which add up to the files seen. */
  static String counts(SyncReport report) {
    return String.format(
        Locale.ROOT,
        "indexed %d, updated %d, unchanged %d, removed %d, rejected %d, failed %d; files seen %d",
        report.indexed(),
        report.updated(),
        report.unchanged(),
        report.removed(),
        report.rejected(),
        report.failed(),
        report.seen());
  }

  /** A line for each file that was rejected or failed. */
  static void printProblems(SyncReport report, PrintWriter err) {
    for (FileProblem problem : report.problems().stream().limit(MAX_LISTED).toList()) {
      String state =
          switch (problem.state()) {
            case REJECTED -> "rejected";
            case FAILED -> "failed";
            case INDEXED, OPENED -> "indexed";
          };
      err.println(state + " " + problem.path() + "：" + problem.reason());
    }
    int more = report.problems().size() - MAX_LISTED;
    if (more > 0) {
      err.println("... and " + more + " more");
    }
    err.flush();
  }

  /** 2 if some file was not taken, 1 if the run did not get to its end, else 0. */
  static int exitStatus(SyncReport report) {
    if (report.stopped()) {
      return Main.FAILED;
    }
    return report.problems().isEmpty() ? Main.DONE : Main.SOME_REJECTED;
  }
}
