package org.dafu.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.dafu.search.FileRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills the program (SIGKILL) at random moments of syncing, merging, building beside, and making
 * and restoring snapshots. After each, what stands on disk is whole: the index verifies, each
 * letter that it says it holds is found, no snapshot is half there, and in the end everything is
 * done.
 */
class KillTest {
  private static final long SEED = Long.getLong("kill.seed", 20260101L);
  private static final int KILLS = Integer.getInteger("kill.count", 7);

  /** What is being done when the program is killed. */
  private enum Work {
    SYNC,
    REBUILD,
    SNAPSHOT,
    RESTORE
  }

  /** A letter that was received. */
  private static final String ACKNOWLEDGED = DataFolder.letter(100_000);

  private static final List<Work> WORKS = List.copyOf(EnumSet.allOf(Work.class));

  @TempDir private Path temp;
  private DataFolder folder;
  private Random random;
  private int letters;
  private int snapshots;
  private Path lastSnapshot;

  @BeforeEach
  void makeFolder() throws IOException {
    random = new Random(SEED);
    folder = new DataFolder(temp);
    lastSnapshot = temp.resolve("snapshot-0");
  }

  @Test
  void program_killedAtAnyMoment_losesNothing() throws Exception {
    System.out.println("kill.seed=" + SEED + " kill.count=" + KILLS);
    more(20);
    assertEquals(0, run(-1, "index", corpus()).status());
    Path received = Files.createDirectories(folder.data().resolve("received"));
    Files.writeString(received.resolve("a.txt"), ACKNOWLEDGED);
    assertEquals(0, run(-1, "snapshot", lastSnapshot.toString()).status());
    int killed = 0;
    long usual = 1500;
    for (int tries = 0; killed < KILLS && tries < 10 * KILLS; tries++) {
      Work work = WORKS.get(random.nextInt(WORKS.size()));
      long after = 200 + random.nextLong(usual);
      Killed.End end = work(work, after);
      if (end.status() == null) {
        killed++;
      } else {
        assertEquals(0, end.status(), end.told());
        usual = Math.max(600, (usual + end.millis()) / 2);
      }
      requireWhole(work + " killed after " + after + " ms, try " + tries + ", seed " + SEED);
    }
    assertEquals(KILLS, killed, "kills");
    Killed.End end = run(-1, "index", corpus());
    assertEquals(0, end.status(), end.told());
    assertEquals(letters + 1, requireWhole("in the end")); // and the one received
  }

  private Killed.End work(Work work, long after) throws Exception {
    return switch (work) {
      case SYNC -> {
        more(5 + random.nextInt(20));
        yield run(after, "index", corpus());
      }
      case REBUILD -> run(after, "index", "--rebuild", corpus());
      case SNAPSHOT -> {
        Path target = temp.resolve("snapshot-" + ++snapshots);
        Killed.End end = run(after, "snapshot", target.toString());
        if (Files.exists(target)) {
          lastSnapshot = target;
        }
        yield end;
      }
      case RESTORE -> run(after, "restore", "--force", lastSnapshot.toString());
    };
  }

  private Killed.End run(long after, String... arguments) throws Exception {
    Stream<String> common =
        Stream.of("--data", folder.data().toString(), "--config", folder.config().toString());
    if (arguments[0].equals("restore") || arguments[0].equals("snapshot")) {
      common = Stream.of("--data", folder.data().toString());
    }
    return Killed.run(
        temp.resolve("told.txt"), after, Stream.concat(Stream.of(arguments), common).toList());
  }

  private String corpus() {
    return folder.folders().getFirst().toString();
  }

  private void more(int count) throws IOException {
    for (int i = 0; i < count; i++) {
      folder.write(++letters);
    }
  }

  /** Looks at what a crash left, before anything is mended; how many letters are held. */
  private int requireWhole(String when) throws IOException {
    requireSnapshotsWhole(when);
    assertEquals(ACKNOWLEDGED, Files.readString(folder.data().resolve("received/a.txt")), when);
    int held;
    try (Engine engine = Wiring.openToRead(folder.index(), folder.live)) {
      assertEquals(List.of(), engine.damage(), when);
      Set<String> indexed = new TreeSet<>();
      engine.files().values().stream()
          .filter(file -> file.state() == FileRecord.State.INDEXED)
          .forEach(file -> indexed.add(file.key()));
      assertEquals(indexed, engine.letters().keySet(), when);
      held = indexed.size();
      assertEquals(held, engine.searcher().count(), when);
      assertTrue(held >= 20, when + ": letters " + held);
    }
    return held;
  }

  private void requireSnapshotsWhole(String when) throws IOException {
    try (Stream<Path> paths = Files.list(temp)) {
      for (Path path : paths.filter(p -> name(p).startsWith("snapshot-")).toList()) {
        StringWriter told = new StringWriter();
        int status =
            Main.execute(
                new PrintWriter(told),
                new PrintWriter(told),
                "restore",
                "--verify",
                path.toString());
        assertEquals(0, status, when + ": " + told);
        if (!path.equals(lastSnapshot)) {
          DataFolder.delete(path);
        }
      }
    }
    assertFalse(Files.exists(folder.data().resolve("SHA256SUMS")), when);
  }

  private static String name(Path path) {
    return String.valueOf(path.getFileName());
  }
}
