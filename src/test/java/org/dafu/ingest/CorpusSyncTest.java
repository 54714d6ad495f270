package org.dafu.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.dafu.reply.ReplyId;
import org.dafu.reply.Sha256;
import org.dafu.search.FileRecord;
import org.dafu.search.FileRecord.State;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CorpusSyncTest {
  @TempDir private Path temp;
  private Path corpus;
  private final MemoryIndex index = new MemoryIndex();
  private final PlainLetters letters = new PlainLetters();

  @BeforeEach
  void makeCorpus() throws IOException {
    corpus = Files.createDirectory(temp.resolve("corpus"));
  }

  @Test
  void run_newFolder_everyFileHasAnOutcome() throws IOException {
    write("b/two.txt", "two");
    write("one.txt", "one");
    write("bad.txt", "damaged");
    write("notice.txt", "notice");
    write("README.md", "not a letter");
    write(".hidden/x.txt", "hidden");
    SyncReport report = sync();
    assertEquals(2, report.indexed());
    assertEquals(2, report.rejected());
    assertEquals(4, report.seen());
    assertEquals(Map.of("b/two.txt", "two", "one.txt", "one"), index.texts());
    assertEquals(
        List.of(
            problem("bad.txt", State.REJECTED, "the text is damaged: scan it again"),
            problem("notice.txt", State.REJECTED, "是通知")),
        report.problems());
  }

  @Test
  void run_secondTime_changesAndWritesNothing() throws IOException {
    write("one.txt", "one");
    write("bad.txt", "damaged");
    write("same.txt", "one");
    write("bug.txt", "bug");
    sync();
    int writes = index.writes;
    int commits = index.commits;
    SyncReport report = sync();
    assertEquals(new Counts(0, 0, 1, 0, 2, 1), counts(report));
    assertEquals(writes, index.writes);
    assertEquals(commits, index.commits);
  }

  @Test
  void run_changedFiles_areUpdatedOthersNot() throws IOException {
    write("one.txt", "one");
    write("two.txt", "two");
    write("three.txt", "three");
    sync();
    write("one.txt", "one, longer");
    Files.delete(corpus.resolve("two.txt"));
    write("four.txt", "four");
    SyncReport report = sync();
    assertEquals(new Counts(1, 1, 1, 1, 0, 0), counts(report));
    assertEquals(
        Map.of("one.txt", "one, longer", "three.txt", "three", "four.txt", "four"), index.texts());
  }

  @Test
  void run_touchedFile_isUnchangedByItsContent() throws IOException {
    write("one.txt", "one");
    sync();
    Files.setLastModifiedTime(corpus.resolve("one.txt"), FileTime.fromMillis(1_000_000));
    assertEquals(new Counts(0, 0, 1, 0, 0, 0), counts(sync()));
    assertEquals(1, letters.reads.get());
  }

  @Test
  void run_sameContent_isOneLetterAndTheOtherTakesOver() throws IOException {
    write("a.txt", "same");
    write("b.txt", "same");
    SyncReport first = sync();
    assertEquals(List.of(problem("b.txt", State.REJECTED, "内容与另一文件完全相同：a.txt")), first.problems());
    Files.delete(corpus.resolve("a.txt"));
    assertEquals(new Counts(1, 0, 0, 1, 0, 0), counts(sync()));
    assertEquals(Map.of("b.txt", "same"), index.texts());
  }

  @Test
  void run_movedFile_keepsItsLetter() throws IOException {
    write("old.txt", "letter");
    sync();
    Files.move(corpus.resolve("old.txt"), corpus.resolve("new.txt"));
    assertEquals(new Counts(1, 0, 0, 1, 0, 0), counts(sync()));
    assertEquals(Map.of("new.txt", "letter"), index.texts());
  }

  @Test
  void run_bugsAndErrors_failTheFileAndNotTheRun() throws IOException {
    write("a.txt", "overflow");
    write("b.txt", "bug");
    write("c.txt", "unindexable");
    write("d.txt", "fine");
    SyncReport report = sync();
    assertEquals(new Counts(1, 0, 0, 0, 0, 3), counts(report));
    assertTrue(report.problems().get(0).reason().contains("StackOverflowError"), report.toString());
    assertTrue(report.problems().get(1).reason().contains("a bug in the extractor"));
    assertTrue(report.problems().get(2).reason().contains("no such document"));
  }

  @Test
  void run_failedFile_isTriedAgain() throws IOException {
    write("b.txt", "bug");
    sync();
    sync();
    assertEquals(2, letters.reads.get());
  }

  @Test
  void run_hangingFile_failsAndTheRunGoesOn() throws IOException {
    write("a.txt", "hang");
    write("b.txt", "fine");
    write("c.txt", "hang too");
    write("d.txt", "fine too");
    CorpusSync.Limits limits =
        new CorpusSync.Limits(1, Duration.ofMillis(200), 100, Duration.ofSeconds(30));
    SyncReport report = sync(limits);
    letters.hanging.countDown();
    assertEquals(new Counts(2, 0, 0, 0, 0, 2), counts(report));
    assertEquals(Map.of("b.txt", "fine", "d.txt", "fine too"), index.texts());
  }

  @Test
  void run_folderThatIsNotThere_touchesNothing() throws IOException {
    write("one.txt", "one");
    sync();
    CorpusSync sync = new CorpusSync(index, letters.intake(), "v1");
    List<Path> folders = List.of(corpus, temp.resolve("nowhere"));
    assertThrows(NoSuchFileException.class, () -> sync.run(folders, Progress.NONE, () -> false));
    assertEquals(Map.of("one.txt", "one"), index.texts());
    assertEquals(1, index.commits);
  }

  @Test
  void run_folderNotNamedAnyMore_isRemoved() throws IOException {
    write("one.txt", "one");
    sync();
    Path other = Files.createDirectory(temp.resolve("other"));
    Files.writeString(other.resolve("two.txt"), "two");
    SyncReport report =
        new CorpusSync(index, letters.intake(), "v1")
            .run(List.of(other), Progress.NONE, () -> false);
    assertEquals(new Counts(1, 0, 0, 1, 0, 0), counts(report));
    assertEquals(Map.of("two.txt", "two"), index.texts());
  }

  @Test
  void run_folderWithinAnother_isAnError() throws IOException {
    Path inner = Files.createDirectory(corpus.resolve("inner"));
    CorpusSync sync = new CorpusSync(index, letters.intake(), "v1");
    List<Path> folders = List.of(inner, corpus);
    IOException error =
        assertThrows(IOException.class, () -> sync.run(folders, Progress.NONE, () -> false));
    assertTrue(String.valueOf(error.getMessage()).contains("只写外面的一个"));
  }

  @Test
  void run_linksOutOfTheCorpus_areRejected() throws IOException {
    Path outside = Files.writeString(temp.resolve("secret.txt"), "secret");
    Files.createSymbolicLink(corpus.resolve("out.txt"), outside);
    Files.createSymbolicLink(corpus.resolve("up"), temp);
    Files.createSymbolicLink(corpus.resolve("broken.txt"), temp.resolve("nowhere"));
    write("one.txt", "one");
    SyncReport report = sync();
    assertEquals(new Counts(1, 0, 0, 0, 3, 0), counts(report));
    assertEquals(Map.of("one.txt", "one"), index.texts());
  }

  @Test
  void run_anotherWayOfReading_readsAllAgainOnce() throws IOException {
    write("one.txt", "one");
    write("bad.txt", "damaged");
    sync();
    CorpusSync later = new CorpusSync(index, letters.intake(), "v2");
    SyncReport report = later.run(List.of(corpus), Progress.NONE, () -> false);
    assertEquals(new Counts(0, 1, 0, 0, 1, 0), counts(report));
    SyncReport again = later.run(List.of(corpus), Progress.NONE, () -> false);
    assertEquals(new Counts(0, 0, 1, 0, 1, 0), counts(again));
  }

  @Test
  void run_stopped_keepsWhatIsDoneAndGoesOnLater() throws IOException {
    for (int i = 0; i < 20; i++) {
      write("letter" + i + ".txt", "letter " + i);
    }
    AtomicInteger asked = new AtomicInteger();
    SyncReport stopped =
        new CorpusSync(index, letters.intake(), "v1")
            .run(List.of(corpus), Progress.NONE, () -> asked.incrementAndGet() > 15);
    assertTrue(stopped.stopped());
    SyncReport rest = sync();
    assertEquals(20, rest.indexed() + rest.unchanged());
    assertEquals(20, index.texts().size());
  }

  @Test
  void run_manyFiles_commitsOnTheWay() throws IOException {
    for (int i = 0; i < 25; i++) {
      write("letter" + i + ".txt", "letter " + i);
    }
    sync(new CorpusSync.Limits(2, Duration.ofSeconds(30), 10, Duration.ofHours(1)));
    assertEquals(3, index.commits);
  }

  @Test
  void check_agreesAfterSync_andNamesEachDifference() throws IOException {
    write("kept.txt", "kept");
    write("lost.txt", "lost");
    write("edited.txt", "before");
    write("gone.txt", "gone");
    sync();
    assertEquals(new CorpusCheck.Findings(4, List.of()), check());
    ReplyId lost = ReplyId.ofSha256(Sha256.of(corpus.resolve("lost.txt")));
    index.lose("lost.txt");
    FileTime time = Files.getLastModifiedTime(corpus.resolve("edited.txt"));
    write("edited.txt", "BEFORE");
    Files.setLastModifiedTime(corpus.resolve("edited.txt"), time);
    Files.delete(corpus.resolve("gone.txt"));
    write("new.txt", "new");
    CorpusCheck.Findings findings = check();
    assertEquals(1, findings.letters());
    assertEquals(
        List.of(
            "gone.txt：索引里有，文件夹里已没有",
            "edited.txt：建立索引以后有改动",
            "lost.txt：应有答复 [" + lost + "]，索引里是 []",
            "new.txt：不在索引里"),
        findings.differences());
  }

  private CorpusCheck.Findings check() throws IOException {
    return CorpusCheck.of(List.of(corpus), index.files(), index.letters());
  }

  private record Counts(
      int indexed, int updated, int unchanged, int removed, int rejected, int failed) {}

  private static Counts counts(SyncReport report) {
    return new Counts(
        report.indexed(),
        report.updated(),
        report.unchanged(),
        report.removed(),
        report.rejected(),
        report.failed());
  }

  private FileProblem problem(String path, FileRecord.State state, String reason)
      throws IOException {
    return new FileProblem(corpus.toRealPath().toString(), path, state, reason);
  }

  private SyncReport sync() throws IOException {
    return sync(CorpusSync.Limits.ofThisMachine());
  }

  private SyncReport sync(CorpusSync.Limits limits) throws IOException {
    return new CorpusSync(index, letters.intake(), "v1", limits)
        .run(List.of(corpus), Progress.NONE, () -> false);
  }

  private void write(String path, String text) throws IOException {
    Path file = corpus.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
