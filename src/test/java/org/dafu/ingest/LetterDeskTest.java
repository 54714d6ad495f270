package org.dafu.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.dafu.contract.OneCity;
import org.dafu.ingest.DeskAnswer.Change;
import org.dafu.ingest.DeskAnswer.Why;
import org.dafu.reply.ReplyId;
import org.dafu.reply.Sha256;
import org.dafu.search.CorrectionPatch;
import org.dafu.search.FileRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is withdrawn stays so, and one letter keeps nobody from changing another. */
class LetterDeskTest {
  private static final String WITHDRAWN = "{\"withdrawn\": true}";
  private static final ChangeLog LOG = (what, letter, before, after) -> {};

  @TempDir private Path temp;
  private final MemoryIndex index = new MemoryIndex();
  private final PlainLetters letters = new PlainLetters();
  private LetterDesk desk;
  private Path received;

  /** An index, and whether it can be written at once. */
  private final class Held implements LetterDesk.HeldFiles {
    private boolean withholds = true;

    @Override
    public Map<String, FileRecord> all() {
      return index.files();
    }

    @Override
    public boolean withhold(String sha256, String reason) {
      if (withholds) {
        index.withhold(sha256, reason);
      }
      return withholds;
    }
  }

  private final Held held = new Held();

  @BeforeEach
  void open() throws IOException {
    received = LetterDesk.receivedFolder(temp);
    desk =
        LetterDesk.open(
            temp,
            held,
            letters.intake(),
            text -> text,
            new SyncRequests(),
            new OneCity(),
            Clock.systemUTC());
  }

  private void receive(String name, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    var done =
        assertInstanceOf(
            DeskAnswer.Received.class, desk.receive(name, new ByteArrayInputStream(bytes), LOG));
    assertEquals(Change.NEW, done.change());
  }

  private void sync() throws IOException {
    new CorpusSync(index, letters.intake(), "v1")
        .run(List.of(received), Progress.NONE, () -> false);
  }

  private DeskAnswer patch(String name, String json) throws IOException {
    var read =
        assertInstanceOf(
            CorrectionPatch.Outcome.Read.class,
            CorrectionPatch.read(json.getBytes(StandardCharsets.UTF_8)));
    return desk.correct(name, read.patch(), "lin", LOG);
  }

  private static void assertRefused(Why why, DeskAnswer answer) {
    assertEquals(why, assertInstanceOf(DeskAnswer.Refused.class, answer).why());
  }

  @Test
  void withdraw_oneOfTwoFilesTheIndexDoesNotKnow_withdrawsTheLetter() throws IOException {
    receive("aa.txt", "one");
    receive("bb.txt", "one");
    assertInstanceOf(DeskAnswer.Corrected.class, desk.withdraw("aa.txt", "lin", null, LOG));
    sync();
    assertEquals(Map.of(), index.texts());
    receive("cc.txt", "two");
    assertInstanceOf(DeskAnswer.Removed.class, desk.withdraw("cc.txt", "lin", null, LOG));
  }

  @Test
  void withdraw_again_tellsWhetherItIsHiddenNow() throws IOException {
    receive("aa.txt", "one");
    receive("bb.txt", "one");
    sync();
    held.withholds = false;
    var first = assertInstanceOf(DeskAnswer.Corrected.class, patch("aa.txt", WITHDRAWN));
    assertTrue(first.changed() && !first.hidden());
    var again = assertInstanceOf(DeskAnswer.Corrected.class, patch("aa.txt", WITHDRAWN));
    assertFalse(again.changed() || again.hidden());
    assertEquals(1, index.texts().size());
    held.withholds = true;
    assertTrue(assertInstanceOf(DeskAnswer.Corrected.class, patch("aa.txt", WITHDRAWN)).hidden());
    assertEquals(Map.of(), index.texts());
  }

  @Test
  void withdraw_longNote_isRefused() throws IOException {
    receive("aa.txt", "one");
    assertRefused(Why.INVALID, desk.withdraw("aa.txt", "lin", "x".repeat(2_001), LOG));
    assertTrue(Files.exists(received.resolve("aa.txt")));
  }

  @Test
  void correct_notPublic_isOutOfSearchesAtOnceAndReadByTheNextRun() throws IOException {
    receive("aa.txt", "one");
    sync();
    patch("aa.txt", "{\"disclosure\": \"not-public\"}");
    assertEquals(Map.of(), index.texts(), "before any run");
    sync();
    assertEquals(1, index.letters().size(), "marked, which searches leave out");
    patch("aa.txt", "{\"classification\": \"B\"}");
    assertEquals(1, index.letters().size(), "nothing more to hide");
  }

  @Test
  void correct_moreThanAFileHolds_isRefusedAndWithdrawingStillWorks() throws IOException {
    receive("aa.txt", "one");
    receive("bb.txt", "one");
    sync();
    ReplyId id = ReplyId.ofSha256(Sha256.of(received.resolve("aa.txt")));
    DeskAnswer last = patch("aa.txt", "{\"classification\": \"A\"}");
    for (int i = 0; i < 10 && last instanceof DeskAnswer.Corrected; i++) {
      String titles = ("\"" + i + "题".repeat(250) + "\",").repeat(100);
      last = patch("aa.txt", "{\"titles\": [" + titles + "\"\"]}");
    }
    assertRefused(Why.INVALID, last);
    assertTrue(Files.size(Corrections.file(received, id)) <= Corrections.LARGEST_FIELDS_BYTES);
    assertTrue(assertInstanceOf(DeskAnswer.Corrected.class, patch("aa.txt", WITHDRAWN)).hidden());
    sync();
    assertEquals(Map.of(), index.texts());
  }

  @Test
  void correct_fileTooLargeToBeOne_isNotWrittenOver() throws IOException {
    receive("aa.txt", "one");
    ReplyId id = ReplyId.ofSha256(Sha256.of(received.resolve("aa.txt")));
    Files.createDirectories(Corrections.folder(received));
    Files.write(Corrections.file(received, id), new byte[(int) Corrections.LARGEST_BYTES + 1]);
    assertThrows(CorrectionsBrokenException.class, () -> patch("aa.txt", WITHDRAWN));
  }

  @Test
  void correct_unknownPlace_isRefused() throws IOException {
    receive("aa.txt", "one");
    assertRefused(Why.INVALID, patch("aa.txt", "{\"city\": \"新造市\"}"));
    assertInstanceOf(DeskAnswer.Corrected.class, patch("aa.txt", "{\"city\": \"晋城市\"}"));
  }

  @Test
  @Timeout(value = 20, unit = TimeUnit.SECONDS)
  void correct_letterThatTakesLong_keepsNobodyWaiting() throws Exception {
    receive("slow.txt", "hang");
    Thread slow =
        Thread.ofVirtual()
            .start(
                () -> {
                  try {
                    patch("slow.txt", "{\"classification\": \"B\"}");
                  } catch (IOException e) {
                    throw new AssertionError(e);
                  }
                });
    while (letters.reads.get() == 0) {
      Thread.sleep(Duration.ofMillis(5));
    }
    receive("aa.txt", "one");
    assertInstanceOf(DeskAnswer.Removed.class, desk.withdraw("aa.txt", "lin", null, LOG));
    receive("changed.txt", "two");
    Files.writeString(received.resolve("slow.txt"), "another");
    letters.hanging.countDown();
    slow.join();
    assertEquals(
        0,
        assertInstanceOf(DeskAnswer.Known.class, desk.look("slow.txt"))
            .correction()
            .changes()
            .size(),
        "of a letter that has changed meanwhile nothing is corrected");
  }
}
