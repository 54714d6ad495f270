package org.dafu.ingest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.dafu.search.FileRecord;
import org.dafu.search.FileRecord.State;
import org.jspecify.annotations.Nullable;

/** Outcomes of a run as they come in. */
final class Tally {
  private int indexed;
  private int updated;
  private int unchanged;
  private int removed;
  private int rejected;
  private int failed;
  private final List<FileProblem> problems = new ArrayList<>();

  void kept(FileRecord record) {
    switch (record.state()) {
      case INDEXED -> unchanged++;
      case REJECTED, FAILED -> problem(record);
      case OPENED -> {} // its letters count
    }
  }

  void read(@Nullable FileRecord before, FileRecord after) {
    switch (after.state()) {
      case INDEXED -> {
        if (before != null && before.state() == State.INDEXED) {
          updated++;
        } else {
          indexed++;
        }
      }
      case REJECTED, FAILED -> problem(after);
      case OPENED -> {} // its letters count
    }
  }

  void removed() {
    removed++;
  }

  void problem(FileRecord record) {
    problem(
        new FileProblem(
            record.corpus(), record.path(), record.state(), String.valueOf(record.reason())));
  }

  void problem(FileProblem problem) {
    problems.add(problem);
    if (problem.state() == State.REJECTED) {
      rejected++;
    } else {
      failed++;
    }
  }

  SyncReport report(boolean stopped) {
    problems.sort(Comparator.comparing(FileProblem::corpus).thenComparing(FileProblem::path));
    return new SyncReport(
        indexed, updated, unchanged, removed, rejected, failed, problems, stopped);
  }
}
