package org.dafu.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.dafu.ingest.Progress;
import org.dafu.ingest.SyncReport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What comes while another index is built is found in the one in use, and in the next. */
class AbreastTest {
  private static final int LETTERS = 6;

  @TempDir private Path temp;
  private DataFolder folder;

  @BeforeEach
  void index() throws IOException {
    folder = new DataFolder(temp);
    for (int i = 1; i <= LETTERS; i++) {
      folder.write(i);
    }
    try (Holdings holdings = folder.open()) {
      holdings.bringUpToDate(folder.folders(), Progress.NONE, () -> false);
    }
    folder.changeAnalysis("新措施");
  }

  @Test
  void letterReceivedWhileAnotherIndexIsBuilt_isFoundBeforeItsEndAndAfter() throws IOException {
    int received = LETTERS + 1;
    AtomicInteger times = new AtomicInteger();
    AtomicBoolean asked = new AtomicBoolean();
    List<Long> seen = new ArrayList<>();
    try (Holdings holdings = folder.open()) {
      SyncReport report =
          holdings.bringUpToDate(
              folder.folders(),
              Progress.NONE,
              () -> {
                if (times.incrementAndGet() == 2) {
                  write(received);
                  asked.set(true);
                }
                assertTrue(DataFolder.ofNewMeasure(holdings) <= 1, "the earlier one is in use");
                seen.add(DataFolder.found(holdings, received));
                return false;
              },
              () -> asked.getAndSet(false));
      assertEquals(LETTERS + 1, report.indexed(), report.toString());
      assertEquals(LETTERS + 1, report.seen(), report.toString());
      assertEquals(List.of(0L, 0L), seen.subList(0, 2));
      int first = seen.indexOf(1L);
      assertTrue(first > 0, "found while the other is built: " + seen);
      assertFalse(seen.subList(first, seen.size()).contains(0L), "and from then on: " + seen);
      assertEquals(1, DataFolder.found(holdings, received));
      assertTrue(DataFolder.ofNewMeasure(holdings) > 0, "the other is in use");
    }
  }

  @Test
  void fileThatComesWhileAnotherIndexIsBuilt_isInIt() throws IOException {
    AtomicInteger times = new AtomicInteger();
    try (Holdings holdings = folder.open()) {
      SyncReport report =
          holdings.bringUpToDate(
              folder.folders(),
              Progress.NONE,
              () -> {
                if (times.incrementAndGet() == LETTERS) {
                  write(LETTERS + 1);
                }
                return false;
              });
      assertEquals(LETTERS + 1, report.indexed(), report.toString());
      assertEquals(LETTERS + 1, DataFolder.total(holdings));
      assertEquals(LETTERS + 1, DataFolder.ofNewMeasure(holdings));
    }
  }

  private void write(int letter) {
    try {
      folder.write(letter);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
