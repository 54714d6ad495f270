package org.dafu.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import org.dafu.ingest.Progress;
import org.dafu.reply.Sha256;
import org.dafu.search.Correction;
import org.dafu.search.FileRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A letter that is withdrawn is found no more from then on, whatever is being done meanwhile. */
class WithdrawalTest {
  private static final int LETTERS = 20;
  private static final int TAKEN = 7;

  @TempDir private Path temp;
  private DataFolder folder;
  private Path file;
  private String sha256 = "";

  @BeforeEach
  void index() throws Exception {
    folder = new DataFolder(temp);
    for (int i = 1; i <= LETTERS; i++) {
      folder.write(i);
    }
    file = folder.folders().getFirst().resolve("letter-" + TAKEN + ".txt");
    sha256 = Sha256.of(file);
    try (Holdings holdings = folder.open()) {
      holdings.bringUpToDate(folder.folders(), Progress.NONE, () -> false);
    }
  }

  private static void assertGone(Holdings holdings) throws IOException {
    assertEquals(0, DataFolder.found(holdings, TAKEN));
    assertEquals(LETTERS - 1, DataFolder.total(holdings));
    assertEquals(LETTERS - 1, holdings.reading().replies().count());
    long indexed =
        holdings.all().values().stream()
            .filter(record -> record.state() == FileRecord.State.INDEXED)
            .count();
    assertEquals(LETTERS - 1, indexed);
  }

  /** Withdraws the letter when a run has asked so often whether to stop. */
  private BooleanSupplier withdrawingAfter(Holdings holdings, int times) {
    AtomicInteger asked = new AtomicInteger();
    return () -> {
      if (asked.incrementAndGet() == times) {
        try {
          Files.delete(file);
          assertTrue(holdings.withhold(sha256, "withdrawn"));
          assertGone(holdings);
        } catch (IOException e) {
          throw new AssertionError(e);
        }
      }
      return false;
    };
  }

  @ParameterizedTest
  @ValueSource(ints = {1, TAKEN, LETTERS, LETTERS + 5})
  void withdrawn_whileAnotherIndexIsBuilt_isGoneFromBoth(int after) throws IOException {
    folder.changeAnalysis("新措施");
    try (Holdings holdings = folder.open()) {
      assertTrue(holdings.mustBuild());
      holdings.bringUpToDate(folder.folders(), Progress.NONE, withdrawingAfter(holdings, after));
      assertFalse(holdings.mustBuild());
      assertGone(holdings);
      holdings.bringUpToDate(folder.folders(), Progress.NONE, () -> false);
      assertGone(holdings);
      folder.write(TAKEN);
      holdings.admit(sha256);
      holdings.bringUpToDate(folder.folders(), Progress.NONE, () -> false);
      assertEquals(1, DataFolder.found(holdings, TAKEN));
    }
  }

  @Test
  void withdrawn_isGoneAlsoIfTheProgramEndsAtOnce() throws IOException {
    try (Holdings holdings = folder.open()) {
      assertTrue(holdings.withhold(sha256, "withdrawn"));
    }
    try (Engine engine = Wiring.openToRead(folder.index(), folder.live)) {
      assertEquals(LETTERS - 1, engine.searcher().count());
    }
  }

  /** Brings the index up to date, so that the one before it can be gone back to. */
  private void rebuild(List<Path> folders) throws IOException {
    folder.changeAnalysis("新措施");
    try (Holdings holdings = folder.open()) {
      holdings.bringUpToDate(folders, Progress.NONE, () -> false);
    }
  }

  private void correct(UnaryOperator<Correction> change) throws IOException {
    Correction correction = change.apply(Correction.none("letter-" + TAKEN + ".txt", sha256));
    Path corrections = folder.folders().getFirst().resolve(".dafu/corrections");
    Files.createDirectories(corrections);
    Files.write(corrections.resolve(correction.id() + ".json"), correction.write());
  }

  private void goBack() throws IOException {
    try (Shelf shelf = Wiring.shelf(folder.index(), folder.live)) {
      shelf.goBack(folder.live.now());
    }
  }

  private void assertFound(long letters) throws IOException {
    try (Latest latest = new Latest(folder.index(), folder.live)) {
      assertEquals(letters, latest.reading().replies().count());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"withdrawn", "not-public"})
  void takenOut_beforeGoingBack_isNotInTheEarlierIndex(String how) throws IOException {
    rebuild(folder.folders());
    assertFound(LETTERS);
    if (how.equals("withdrawn")) {
      correct(letter -> letter.withdrawn(true, letter.path(), "lin", "2026-01-01T00:00:00Z", null));
    } else {
      correct(WithdrawalTest::notPublic);
    }
    try (Holdings holdings = folder.open()) {
      holdings.bringUpToDate(folder.folders(), Progress.NONE, () -> false);
    }
    assertFound(LETTERS - 1);
    goBack();
    assertFound(LETTERS - 1);
  }

  private static Correction notPublic(Correction letter) {
    String json =
        new String(letter.write(), StandardCharsets.UTF_8)
            .replaceFirst(
                "\\}\\s*$",
                ", \"corrections\": [{\"field\": \"disclosure\", \"value\": \"not-public\","
                    + " \"read\": null, \"author\": \"lin\", \"time\":"
                    + " \"2026-01-01T00:00:00Z\"}]}");
    return assertInstanceOf(
        Correction.class, Correction.read(json.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void receivedAndTakenAway_beforeGoingBack_isNotInTheEarlierIndex() throws IOException {
    List<Path> folders = AdminSide.withReceived(folder.folders(), folder.data());
    Path received = folder.data().resolve("received/one.txt");
    Files.writeString(received, DataFolder.letter(LETTERS + 1));
    try (Holdings holdings = folder.open()) {
      holdings.bringUpToDate(folders, Progress.NONE, () -> false);
    }
    rebuild(folders);
    assertFound(LETTERS + 1);
    Files.delete(received);
    goBack();
    assertFound(LETTERS);
  }

  @Test
  void correctionsThatCannotBeRead_afterGoingBack_keepTheirLetterBack() throws IOException {
    rebuild(folder.folders());
    correct(letter -> letter.withdrawn(true, letter.path(), "lin", "2026-01-01T00:00:00Z", null));
    try (Holdings holdings = folder.open()) {
      holdings.bringUpToDate(folder.folders(), Progress.NONE, () -> false);
    }
    Path file = folder.folders().getFirst().resolve(".dafu/corrections");
    Files.writeString(file.resolve(sha256.substring(0, 16) + ".json"), "{");
    goBack();
    assertFound(LETTERS - 1);
  }

  @Test
  void withdrawn_whileNoProgramRan_isGoneBeforeTheFirstRun() throws IOException {
    correct(letter -> letter.withdrawn(true, letter.path(), "lin", "2026-01-01T00:00:00Z", null));
    try (Holdings holdings = folder.open()) {
      assertGone(holdings);
      holdings.bringUpToDate(folder.folders(), Progress.NONE, () -> false);
      assertGone(holdings);
    }
  }

  @Test
  void withdrawn_overHttpDuringARebuild_isAnsweredAtOnceAndItsCorrectionsGoWithIt()
      throws Exception {
    for (int i = LETTERS + 1; i <= 150; i++) {
      folder.write(i);
    }
    Path told = temp.resolve("told.txt");
    try (Running running = Running.start(folder, told, List.of(), "--watch")) {
      String letter = DataFolder.letter(100_001);
      assertEquals(201, running.change("PUT", "replies/gone.txt", letter).statusCode());
      assertEquals(
          200, running.change("PATCH", "replies/gone.txt", "{\"city\": \"朝阳市\"}").statusCode());
      assertEquals(1, total(running));
      folder.changeAnalysis("新措施");
      folder.write(151);
      for (int i = 0; i < 500 && !Files.exists(folder.index().resolve("2")); i++) {
        Thread.sleep(Duration.ofMillis(20));
      }
      HttpResponse<String> answer = running.change("DELETE", "replies/gone.txt", "");
      assertEquals(200, answer.statusCode(), answer.body());
      for (int i = 0; i < 20; i++) {
        assertEquals(0, total(running));
        Thread.sleep(Duration.ofMillis(100));
      }
      assertFalse(running.get("/api/v1/suggest?q=w100001").body().contains("100001"));
      try (var kept = Files.list(folder.data().resolve("withdrawn"))) {
        assertEquals(2, kept.count());
      }
      try (var left = Files.list(folder.data().resolve("received/.dafu/corrections"))) {
        assertEquals(0, left.count());
      }
      assertTrue(running.stop() >= 0);
    }
  }

  private static long total(Running running) throws Exception {
    String q = "%22" + DataFolder.word(100_001) + "%22";
    String body = running.get("/api/v1/replies?q=" + q).body();
    return new ObjectMapper().readTree(body).get("total").asLong();
  }
}
