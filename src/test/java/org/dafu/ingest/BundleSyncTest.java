package org.dafu.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Archives and bulk files: each of their letters is a file to the index. */
class BundleSyncTest {
  @TempDir private Path temp;
  private Path corpus;
  private final MemoryIndex index = new MemoryIndex();
  private final PlainLetters letters = new PlainLetters();

  @BeforeEach
  void makeCorpus() throws IOException {
    corpus = Files.createDirectory(temp.resolve("corpus"));
  }

  @Test
  void run_archive_everyEntryHasAnOutcome() throws IOException {
    archive(
        "a.zip", "one.txt", "one", "b/two.txt", "damaged", "b/../../x.txt", "out", ".z", "hidden");
    SyncReport report = sync();
    assertEquals(1, report.indexed());
    assertEquals(2, report.rejected());
    assertEquals(3, report.seen());
    assertEquals(Map.of("a.zip!/one.txt", "one"), index.texts());
    assertEquals(
        List.of("a.zip!/b/../../x.txt", "a.zip!/b/two.txt"),
        report.problems().stream().map(FileProblem::path).toList());
  }

  @Test
  void run_unchangedArchive_isNotReadAndNothingIsWritten() throws IOException {
    archive("a.zip", "one.txt", "one", "two.txt", "damaged");
    sync();
    int writes = index.writes;
    int reads = letters.reads.get();
    SyncReport report = sync();
    assertEquals(List.of(1, 1, 2), List.of(report.unchanged(), report.rejected(), report.seen()));
    assertEquals(writes, index.writes);
    assertEquals(reads, letters.reads.get());
  }

  @Test
  void run_changedArchive_updatesOnlyWhatChangedInIt() throws IOException {
    archive("a.zip", "same.txt", "same", "edited.txt", "before", "gone.txt", "gone");
    sync();
    archive("a.zip", "same.txt", "same", "edited.txt", "after", "new.txt", "new");
    touch("a.zip");
    int reads = letters.reads.get();
    SyncReport report = sync();
    assertEquals(
        List.of(1, 1, 1, 1),
        List.of(report.indexed(), report.updated(), report.unchanged(), report.removed()));
    assertEquals(reads + 2, letters.reads.get());
    assertEquals(
        Set.of("a.zip!/same.txt", "a.zip!/edited.txt", "a.zip!/new.txt"), index.texts().keySet());
  }

  @Test
  void run_archiveGone_removesItsLettersAndLeavesNothing() throws IOException {
    archive("a.zip", "one.txt", "one", "two.txt", "two");
    sync();
    Files.delete(corpus.resolve("a.zip"));
    SyncReport report = sync();
    assertEquals(2, report.removed());
    assertEquals(2, report.seen());
    assertEquals(Map.of(), index.files());
  }

  @Test
  void run_sameLetterInFolderAndArchive_isOneLetter() throws IOException {
    archive("a.zip", "one.txt", "one");
    Files.writeString(corpus.resolve("b.txt"), "one");
    SyncReport report = sync();
    assertEquals(Map.of("a.zip!/one.txt", "one"), index.texts());
    assertTrue(report.problems().getFirst().reason().endsWith("a.zip!/one.txt"), report.toString());
    Files.delete(corpus.resolve("a.zip"));
    sync();
    assertEquals(Map.of("b.txt", "one"), index.texts());
  }

  @Test
  void run_failedEntry_isTriedAgainOthersNot() throws IOException {
    archive("a.zip", "bug.txt", "bug", "one.txt", "one");
    sync();
    int reads = letters.reads.get();
    SyncReport report = sync();
    assertEquals(List.of(1, 1), List.of(report.unchanged(), report.failed()));
    assertEquals(reads + 1, letters.reads.get());
  }

  @Test
  void run_stopped_opensTheArchiveAgainAndLosesNothing() throws IOException {
    String[] entries = new String[60];
    for (int i = 0; i < 30; i++) {
      entries[2 * i] = "letter" + i + ".txt";
      entries[2 * i + 1] = "letter " + i;
    }
    archive("a.zip", entries);
    int[] asked = {0};
    SyncReport stopped =
        new CorpusSync(index, letters.intake(), "v1")
            .run(List.of(corpus), Progress.NONE, () -> ++asked[0] > 12);
    assertTrue(stopped.stopped());
    SyncReport rest = sync();
    assertEquals(30, rest.indexed() + rest.unchanged());
    assertEquals(30, index.texts().size());
  }

  @Test
  void run_archiveThatIsNone_isRejectedAsAWhole() throws IOException {
    Files.write(corpus.resolve("cut.zip"), new byte[] {'P', 'K', 3, 4, 0, 0, 0, 0});
    Files.writeString(corpus.resolve("text.zip"), "only text");
    SyncReport report = sync();
    assertEquals(List.of(1, 1, 2), List.of(report.indexed(), report.rejected(), report.seen()));
    assertEquals(Map.of("text.zip", "only text"), index.texts());
    assertEquals(report.problems(), sync().problems());
  }

  @Test
  void run_bulkFile_eachLineIsALetterAndBrokenOnesAreNamed() throws IOException {
    Files.writeString(
        corpus.resolve("bulk.jsonl"),
        "{\"text\": \"one\"}\n{\"text\": \n\n{\"id\": \"four\", \"text\": \"four\"}\n");
    SyncReport report = sync();
    assertEquals(Map.of("bulk.jsonl#1", "one", "bulk.jsonl#four", "four"), index.texts());
    assertEquals("bulk.jsonl#2", report.problems().getFirst().path());
    assertTrue(report.problems().getFirst().reason().contains("第 2 行"), report.toString());
    assertEquals(3, report.seen());
  }

  @Test
  void check_agreesAfterSync_andNamesWhatChangedInTheArchive() throws IOException {
    archive("a.zip", "one.txt", "one", "two.txt", "two");
    sync();
    assertEquals(new CorpusCheck.Findings(2, List.of()), check());
    archive("a.zip", "one.txt", "one", "two.txt", "other");
    List<String> differences = check().differences();
    assertTrue(differences.contains("a.zip!/two.txt：建立索引以后有改动"), differences.toString());
    assertTrue(differences.stream().noneMatch(each -> each.contains("one.txt")));
  }

  private CorpusCheck.Findings check() throws IOException {
    return CorpusCheck.of(List.of(corpus), index.files(), index.letters());
  }

  private SyncReport sync() throws IOException {
    return new CorpusSync(index, letters.intake(), "v1")
        .run(List.of(corpus), Progress.NONE, () -> false);
  }

  private void touch(String path) throws IOException {
    Files.setLastModifiedTime(corpus.resolve(path), FileTime.fromMillis(1_000_000));
  }

  private void archive(String path, String... namesAndTexts) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
      for (int i = 0; i < namesAndTexts.length; i += 2) {
        zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
        zip.write(namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
      }
    }
    Files.write(corpus.resolve(path), bytes.toByteArray());
  }
}
