package org.dafu.ingest;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import org.dafu.ingest.SyncPlan.Trust;
import org.dafu.search.FileRecord;
import org.dafu.search.ReplyIndex;

/**
 * Brings an index up to date with corpus folders. What was indexed from folders that are not named
 * any more is removed: the index holds what the named folders hold. One run at a time.
 */
public final class CorpusSync {
  /** The note in the index that says how its letters were read. */
  public static final String READING = "reading";

  /** Files being read or waiting for it, for each thread: enough that none is ever idle. */
  private static final int AHEAD_PER_THREAD = 4;

  private final ReplyIndex index;
  private final LetterIntake intake;
  private final String reading;
  private final Limits limits;

  /**
   * How much at once and how long.
   *
   * @param threads that hash, read and index
   * @param reading a file may take so long
   * @param commitWrites files written before a commit in the middle of a run
   * @param commitInterval time before a commit in the middle of a run
   */
  record Limits(int threads, Duration reading, int commitWrites, Duration commitInterval) {
    static Limits ofThisMachine() {
      int cores = Runtime.getRuntime().availableProcessors();
      return new Limits(cores, Duration.ofSeconds(30), 2_000, Duration.ofSeconds(30));
    }
  }

  /**
   * A sync of this index.
   *
   * @param reading names the way of reading: the program's rules and the configuration that they
   *     use. If the index was read in another way, everything is read again.
   */
  public CorpusSync(ReplyIndex index, LetterIntake intake, String reading) {
    this(index, intake, reading, Limits.ofThisMachine());
  }

  CorpusSync(ReplyIndex index, LetterIntake intake, String reading, Limits limits) {
    this.index = index;
    this.intake = intake;
    this.reading = reading;
    this.limits = limits;
  }

  /**
   * Brings the index up to date. Commits now and then and at the end; if nothing has changed,
   * nothing is written.
   *
   * @param folders the corpus folders
   * @param progress told from this thread
   * @param stopping asked before each file; once true, what is done is committed and the run ends
   * @throws IOException if a folder does not exist or cannot be walked, before anything is touched;
   *     or if the index cannot be read or written
   */
  public SyncReport run(List<Path> folders, Progress progress, BooleanSupplier stopping)
      throws IOException {
    CorpusListing listing = CorpusListing.of(folders);
    Map<String, FileRecord> known = index.files();
    boolean readThisWay = reading.equals(index.notes().get(READING));
    if (known.isEmpty()) { // noted first, so that a run that is killed can be gone on with
      note(Map.of(READING, reading));
    }
    Trust trust = readThisWay || known.isEmpty() ? Trust.TIMES : Trust.NO_READING;
    try (ReadingPool pool = new ReadingPool(limits.threads())) {
      String noted = index.notes().getOrDefault(Marginalia.NOTE, "");
      Marginalia corrections = new Marginalia(listing.corrections(), noted);
      SyncPlan plan = SyncPlan.of(listing, known, trust, corrections, pool);
      Run run = new Run(pool, progress);
      run.takeOut(plan);
      progress.planned(plan.reads());
      listing.unreadable().forEach(run.tally::problem);
      listing.corrections().broken().forEach(run.tally::problem);
      boolean stopped = run.carryOut(plan, stopping);
      boolean sameCorrections = corrections.note().equals(noted);
      if (!stopped && (trust == Trust.NO_READING || !sameCorrections)) {
        note(Map.of(READING, reading, Marginalia.NOTE, corrections.note()));
        run.writes++;
      }
      if (run.writes > 0) {
        index.commit();
      }
      return run.tally.report(stopped);
    }
  }

  /** The folders that these records' files lie in, in order of their names. */
  public static SortedSet<Path> corpora(Map<String, FileRecord> files) {
    SortedSet<Path> corpora = new TreeSet<>();
    files.values().forEach(record -> corpora.add(Path.of(record.corpus())));
    return corpora;
  }

  private void note(Map<String, String> now) throws IOException {
    Map<String, String> notes = new HashMap<>(index.notes());
    notes.putAll(now);
    index.note(notes);
  }

  /** One run: files in the order of the plan, a few of them being read ahead. */
  private final class Run {
    private final ReadingPool pool;
    private final Progress progress;
    private final Tally tally = new Tally();
    private final Deque<ReadingJob> ahead = new ArrayDeque<>();
    private int writes;
    private int writesAtCommit;
    private long commitNanos = System.nanoTime();

    Run(ReadingPool pool, Progress progress) {
      this.pool = pool;
      this.progress = progress;
    }

    /** What was withdrawn or is gone is not searched while a thousand others are read. */
    void takeOut(SyncPlan plan) throws IOException {
      for (SyncStep step : plan.steps().subList(0, plan.takeOut())) {
        carryOut(step);
      }
      if (writes > writesAtCommit && plan.reads() > 0) { // else the end of the run is near
        commit();
      }
    }

    /** The rest; whether it was stopped before the end. */
    boolean carryOut(SyncPlan plan, BooleanSupplier stopping) throws IOException {
      try {
        for (SyncStep step : plan.steps().subList(plan.takeOut(), plan.steps().size())) {
          if (stopping.getAsBoolean()) {
            return true;
          }
          carryOut(step);
        }
        while (!ahead.isEmpty()) {
          if (stopping.getAsBoolean()) {
            return true;
          }
          finishFirst();
        }
        return false;
      } finally {
        for (ReadingJob job : ahead) {
          job.giveUp();
        }
      }
    }

    private void carryOut(SyncStep step) throws IOException {
      switch (step) {
        case SyncStep.Keep keep -> tally.kept(keep.record());
        case SyncStep.Read read -> {
          if (ahead.size() >= AHEAD_PER_THREAD * pool.size()) {
            finishFirst();
          }
          ReadingJob job = new ReadingJob(read, intake, index);
          ahead.add(job);
          pool.execute(() -> job.run(pool));
        }
        case SyncStep.Refuse refuse -> {
          index.put(refuse.record(), List.of());
          tally.problem(refuse.record());
          wrote();
        }
        case SyncStep.Note note -> {
          finishAll();
          index.put(note.record(), List.of());
          wrote();
        }
        case SyncStep.Remove remove -> {
          index.remove(remove.record().key());
          if (remove.record().state() != FileRecord.State.OPENED) { // its letters count
            tally.removed();
          }
          wrote();
        }
      }
    }

    /** What says that letters are done is not to be committed before them. */
    private void finishAll() throws IOException {
      while (!ahead.isEmpty()) {
        finishFirst();
      }
    }

    private void finishFirst() throws IOException {
      ReadingJob job = ahead.remove();
      FileRecord after = job.await(pool, limits.reading());
      tally.read(job.step().before(), after);
      progress.done();
      if (!after.equals(job.step().before())) {
        wrote();
      }
    }

    private void wrote() throws IOException {
      writes++;
      boolean due =
          writes - writesAtCommit >= limits.commitWrites()
              || System.nanoTime() - commitNanos >= limits.commitInterval().toNanos();
      if (due) {
        commit();
      }
    }

    private void commit() throws IOException {
      index.commit();
      writesAtCommit = writes;
      commitNanos = System.nanoTime();
    }
  }
}
