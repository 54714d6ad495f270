package org.dafu.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.dafu.ingest.Progress;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Copies of a data folder that is in use, and their way back. */
class SnapshotTest {
  private static final int LETTERS = 5;

  @TempDir private Path temp;
  private DataFolder folder;
  private Path snapshot;
  private String err = "";

  @BeforeEach
  void indexLetters() throws IOException {
    folder = new DataFolder(temp);
    for (int i = 1; i <= LETTERS; i++) {
      folder.write(i);
    }
    try (Holdings holdings = folder.open()) {
      bring(holdings);
    }
    Path received = Files.createDirectories(folder.data().resolve("received/2024"));
    Files.writeString(received.resolve("收到的 信.txt"), DataFolder.letter(77));
    Files.writeString(received.resolve(".half-written"), "x");
    Files.writeString(folder.data().resolve("audit.jsonl"), "{}\n");
    snapshot = temp.resolve("copies/monday");
  }

  private void bring(Holdings holdings) throws IOException {
    assertFalse(holdings.bringUpToDate(folder.folders(), Progress.NONE, () -> false).stopped());
  }

  private int run(String... arguments) {
    StringWriter told = new StringWriter();
    int status =
        Main.execute(new PrintWriter(new StringWriter()), new PrintWriter(told), arguments);
    err = told.toString();
    return status;
  }

  private void snap() {
    assertEquals(0, run("snapshot", snapshot.toString(), "--data", data()), err);
  }

  private String data() {
    return folder.data().toString();
  }

  /** Letters that a data folder finds, served as it is. */
  private long held(Path data) throws IOException {
    try (Latest latest = new Latest(data.resolve("index"), folder.live)) {
      return latest.reading().replies().count();
    }
  }

  @Test
  void restore_elsewhere_findsEveryLetterAndHoldsAllThatCannotBeRebuilt() throws IOException {
    snap();
    assertEquals(0, run("restore", "--verify", snapshot.toString()), err);
    Path other = temp.resolve("另一台机器/data");
    assertEquals(0, run("restore", snapshot.toString(), "--data", other.toString()), err);
    assertEquals(LETTERS, held(other));
    assertEquals(DataFolder.letter(77), Files.readString(other.resolve("received/2024/收到的 信.txt")));
    assertEquals("{}\n", Files.readString(other.resolve("audit.jsonl")));
    assertFalse(Files.exists(other.resolve("received/2024/.half-written")));
    assertFalse(Files.exists(other.resolve("SHA256SUMS")));
  }

  @Test
  void restore_overAnotherFolder_onlyByForceAndMovesItAside() throws IOException {
    snap();
    Files.writeString(folder.data().resolve("audit.jsonl"), "later\n");
    assertEquals(1, run("restore", snapshot.toString(), "--data", data()));
    assertTrue(err.contains("--force"), err);
    try (Holdings holdings = folder.open()) {
      bring(holdings);
      assertEquals(1, run("restore", "--force", snapshot.toString(), "--data", data()));
    }
    assertEquals("later\n", Files.readString(folder.data().resolve("audit.jsonl")));
    assertEquals(0, run("restore", "--force", snapshot.toString(), "--data", data()), err);
    assertEquals("{}\n", Files.readString(folder.data().resolve("audit.jsonl")));
    assertTrue(err.contains(".before-restore-"), err);
    try (Stream<Path> beside = Files.list(temp)) {
      Path aside =
          beside.filter(path -> path.toString().contains("before-restore")).findAny().orElseThrow();
      assertEquals("later\n", Files.readString(aside.resolve("audit.jsonl")));
    }
    try (Holdings holdings = folder.open()) {
      bring(holdings);
      assertEquals(LETTERS, DataFolder.total(holdings));
    }
  }

  @Test
  void restore_whereAnotherWasInTheSameSecond_movesAsideUnderANameOfItsOwn() throws IOException {
    snap();
    DateTimeFormatter stamp =
        DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);
    Instant now = Instant.now();
    for (int second = 0; second < 120; second++) {
      String name = "data.before-restore-" + stamp.format(now.plusSeconds(second));
      Files.createDirectories(temp.resolve(name).resolve("index"));
    }
    assertEquals(0, run("restore", "--force", snapshot.toString(), "--data", data()), err);
    try (Stream<Path> beside = Files.list(temp)) {
      assertEquals(1, beside.filter(path -> path.toString().endsWith("-2")).count());
    }
  }

  @Test
  void restore_ofAnythingButAWholeSnapshot_isRefusedByFileName() throws IOException {
    snap();
    Path letter = snapshot.resolve("received/2024/收到的 信.txt");
    byte[] bytes = Files.readAllBytes(letter);
    bytes[bytes.length / 2] ^= 1;
    Files.write(letter, bytes);
    refused("received/2024/收到的 信.txt: damaged");
    bytes[bytes.length / 2] ^= 1;
    Files.write(letter, bytes);
    assertEquals(0, run("restore", "--verify", snapshot.toString()), err);
    Files.move(snapshot.resolve("audit.jsonl"), snapshot.resolve("strange"));
    refused("audit.jsonl: missing");
    refused("strange: not part of the snapshot");
    Files.move(snapshot.resolve("strange"), snapshot.resolve("audit.jsonl"));
    Path sums = snapshot.resolve("SHA256SUMS");
    List<String> lines = Files.readAllLines(sums);
    Files.write(sums, lines.subList(0, lines.size() - 1));
    refused("not part of the snapshot");
    Files.delete(sums);
    refused("SHA256SUMS");
    assertEquals(1, run("restore", temp.toString(), "--data", data()));
    assertTrue(err.contains("no snapshot"), err);
  }

  private void refused(String reason) {
    Path other = temp.resolve("never");
    assertEquals(1, run("restore", snapshot.toString(), "--data", other.toString()));
    assertTrue(err.contains(reason), err);
    assertEquals(1, run("restore", "--verify", snapshot.toString()));
    assertFalse(Files.exists(other));
  }

  @Test
  void snapshot_ofADamagedIndex_leavesItOutAndSaysSo() throws IOException {
    Path largest;
    try (Stream<Path> files = Files.list(folder.index().resolve("1"))) {
      largest =
          files
              .max((one, other) -> Long.compare(one.toFile().length(), other.toFile().length()))
              .orElseThrow();
    }
    byte[] bytes = Files.readAllBytes(largest);
    bytes[bytes.length / 2] ^= 1;
    Files.write(largest, bytes);
    assertEquals(2, run("snapshot", snapshot.toString(), "--data", data()));
    assertTrue(err.contains("damaged"), err);
    assertEquals(0, run("restore", "--verify", snapshot.toString()), err);
    assertTrue(Files.exists(snapshot.resolve("audit.jsonl")));
    assertFalse(Files.exists(snapshot.resolve("index")));
  }

  @Test
  void snapshot_whereSomethingIs_orInTheDataFolder_isRefused() throws IOException {
    assertEquals(1, run("snapshot", folder.data().resolve("copy").toString(), "--data", data()));
    snap();
    assertEquals(1, run("snapshot", snapshot.toString(), "--data", data()));
    assertEquals(1, run("snapshot", temp.resolve("x").toString(), "--data", "nowhere"));
    try (Stream<Path> files = Files.list(snapshot.getParent())) {
      assertEquals(1, files.count(), "nothing half-made is left");
    }
  }

  @Test
  void snapshot_whileOthersSearchAndSync_isWhole() throws Exception {
    AtomicBoolean done = new AtomicBoolean();
    try (Holdings holdings = folder.open()) {
      Thread syncing = Thread.ofPlatform().start(() -> change(holdings, done));
      Thread searching =
          Thread.ofPlatform()
              .start(
                  () -> {
                    while (!done.get()) {
                      assertTrue(DataFolder.total(holdings) >= LETTERS);
                    }
                  });
      try {
        for (int i = 0; i < 6; i++) {
          Path target = temp.resolve("copies/" + i);
          assertEquals(0, run("snapshot", target.toString(), "--data", data()), err);
        }
      } finally {
        done.set(true);
        syncing.join();
        searching.join();
      }
      for (int i = 0; i < 6; i++) {
        Path copy = temp.resolve("copies/" + i);
        assertEquals(0, run("restore", "--verify", copy.toString()), err);
        assertTrue(held(copy) >= LETTERS, "letters of the commit");
      }
    }
    try (Stream<Path> left = Files.list(folder.data())) {
      assertTrue(left.noneMatch(path -> path.getFileName().toString().startsWith(".hold-")));
    }
  }

  private void change(Holdings holdings, AtomicBoolean done) {
    try {
      for (int i = 100; !done.get(); i++) {
        folder.write(i);
        if (i % 5 == 0) {
          holdings.demand("for the test");
        }
        bring(holdings);
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void copyOfAFolderThatIsNone_isRefused() {
    assertThrows(
        IOException.class,
        () -> org.dafu.app.backup.Restoration.restore(temp, temp.resolve("never")));
  }
}
