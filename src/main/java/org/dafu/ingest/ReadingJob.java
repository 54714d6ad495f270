package org.dafu.ingest;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.dafu.search.FileRecord;
import org.dafu.search.FileRecord.State;
import org.dafu.search.ReplyIndex;

/**
 * One file on its way into the index: read on a thread of the pool, and written there too unless
 * the run has given it up by then. Reading is bounded in time, writing is not cut short.
 */
final class ReadingJob {
  private final SyncStep.Read step;
  private final LetterIntake intake;
  private final ReplyIndex index;
  private final CompletableFuture<FileRecord> result = new CompletableFuture<>();

  /** Set once, by the thread that reads when it begins to write, or by the run that gives up. */
  private final AtomicBoolean claimed = new AtomicBoolean();

  private final CompletableFuture<Long> startedNanos = new CompletableFuture<>();

  ReadingJob(SyncStep.Read step, LetterIntake intake, ReplyIndex index) {
    this.step = step;
    this.intake = intake;
    this.index = index;
  }

  SyncStep.Read step() {
    return step;
  }

  /** Reads and writes; on a thread of the pool. */
  void run(ReadingPool pool) {
    startedNanos.complete(System.nanoTime());
    if (claimed.get()) {
      return;
    }
    Intake taken = intake.take(step.file(), step.correction());
    if (!claimed.compareAndSet(false, true)) {
      pool.takeBackOne();
      return;
    }
    try {
      result.complete(write(taken));
    } catch (Throwable e) { // for the run to throw, which waits for this
      result.completeExceptionally(e);
    }
  }

  /**
   * What became of the file, as the index now says.
   *
   * @param limit how long reading may take
   * @throws IOException if the index cannot be written
   */
  FileRecord await(ReadingPool pool, Duration limit) throws IOException {
    try {
      long deadline = startedNanos.get() + limit.toNanos();
      try {
        return result.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
      } catch (TimeoutException e) {
        if (!claimed.compareAndSet(false, true)) {
          return result.get();
        }
      }
    } catch (InterruptedException e) {
      throw (IOException)
          new InterruptedIOException("interrupted while files were read").initCause(e);
    } catch (ExecutionException e) {
      throw ReadingPool.rethrown(e);
    }
    pool.giveUpOne();
    return write(failed("读取超过 " + limit.toSeconds() + " 秒，已放弃；下次再试"));
  }

  /** Leaves the file as it was, unless it is being written: then waits for that. */
  void giveUp() throws IOException {
    if (!claimed.compareAndSet(false, true)) {
      try {
        result.get();
      } catch (InterruptedException e) {
        throw (IOException)
            new InterruptedIOException("interrupted while files were read").initCause(e);
      } catch (ExecutionException e) {
        throw ReadingPool.rethrown(e);
      }
    }
  }

  private FileRecord write(Intake taken) throws IOException {
    return switch (taken) {
      case Intake.Letter letter -> writeLetter(letter);
      case Intake.LookAlike other -> write(rejected(other.reason()));
      case Intake.Refused refused -> write(rejected(refused.reason()));
      case Intake.Broken broken -> write(failed(broken.reason()));
    };
  }

  private FileRecord writeLetter(Intake.Letter letter) throws IOException {
    if (!letter.reply().source().sha256().equals(step.sha256())) {
      return write(failed("读取时文件有改动；下次再读"));
    }
    FileRecord record = step.file().record(step.sha256(), State.INDEXED, null);
    try {
      index.put(record, List.of(letter.reply()));
      return record;
    } catch (RuntimeException e) { // the letter's fault; if it is the index's, the next line throws
      return write(failed("建立索引时程序出错，请报告给开发者：" + e));
    }
  }

  /** Writes a record without letters, unless the index says the same already. */
  private FileRecord write(FileRecord record) throws IOException {
    if (!record.equals(step.before())) {
      index.put(record, List.of());
    }
    return record;
  }

  private FileRecord rejected(String reason) {
    return step.file().record(step.sha256(), State.REJECTED, reason);
  }

  private FileRecord failed(String reason) {
    return step.file().record(step.sha256(), State.FAILED, reason);
  }
}
