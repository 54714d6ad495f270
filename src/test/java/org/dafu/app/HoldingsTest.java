package org.dafu.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;
import org.dafu.ingest.Progress;
import org.dafu.ingest.SyncReport;
import org.dafu.search.SearchRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is searched while an index is built beside it, and what becomes of bad and old ones. */
class HoldingsTest {
  private static final int LETTERS = 6;

  @TempDir private Path temp;
  private DataFolder folder;

  @BeforeEach
  void writeLetters() throws IOException {
    folder = new DataFolder(temp);
    for (int i = 1; i <= LETTERS; i++) {
      folder.write(i);
    }
  }

  private SyncReport bring(Holdings holdings) throws IOException {
    return holdings.bringUpToDate(folder.folders(), Progress.NONE, () -> false);
  }

  /** An index of all letters, closed again. */
  private void indexed() throws IOException {
    try (Holdings holdings = folder.open()) {
      assertEquals(LETTERS, bring(holdings).indexed());
    }
  }

  private void assertAllFound(Holdings holdings) {
    for (int i = 1; i <= LETTERS; i++) {
      assertEquals(1, DataFolder.found(holdings, i), "letter " + i);
    }
    assertEquals(LETTERS, DataFolder.total(holdings));
  }

  private String pointer() throws IOException {
    return Files.readString(folder.index().resolve("current"));
  }

  @Test
  void firstIndex_isInUseOnlyWhenItIsWhole() throws IOException {
    AtomicInteger asked = new AtomicInteger();
    try (Holdings holdings = folder.open()) {
      SyncReport half =
          holdings.bringUpToDate(
              folder.folders(), Progress.NONE, () -> asked.incrementAndGet() > LETTERS + 2);
      assertTrue(half.stopped());
      assertFalse(holdings.holdsLettersOf(folder.folders()));
      assertFalse(Files.exists(folder.index().resolve("current")));
    }
    try (Holdings holdings = folder.open()) {
      SyncReport report = bring(holdings);
      assertTrue(report.unchanged() > 0, "it goes on where it was: " + report);
      assertEquals(LETTERS, report.unchanged() + report.indexed());
      assertTrue(holdings.holdsLettersOf(folder.folders()));
      assertAllFound(holdings);
    }
    assertEquals("current 1\n", pointer());
  }

  @Test
  void changedAnalysis_isBuiltBesideWhileTheOldOneIsSearched() throws Exception {
    indexed();
    try (Holdings holdings = folder.open()) {
      assertFalse(holdings.mustBuild());
      assertEquals(LETTERS, bring(holdings).unchanged());
      folder.changeAnalysis("新措施");
      folder.write(LETTERS + 1);
      assertTrue(holdings.mustBuild());
      List<Long> seen = Collections.synchronizedList(new ArrayList<>());
      AtomicBoolean done = new AtomicBoolean();
      Thread searching =
          Thread.ofPlatform()
              .start(
                  () -> {
                    while (!done.get()) {
                      seen.add(DataFolder.total(holdings));
                    }
                  });
      try {
        assertEquals(LETTERS + 1, bring(holdings).indexed());
      } finally {
        done.set(true);
        searching.join();
      }
      int last = seen.lastIndexOf((long) LETTERS);
      assertTrue(last >= 0, "searched while it was built");
      assertEquals(Collections.nCopies(last + 1, (long) LETTERS), seen.subList(0, last + 1));
      assertEquals(
          Collections.nCopies(seen.size() - last - 1, LETTERS + 1L),
          seen.subList(last + 1, seen.size()));
      assertEquals(LETTERS + 1, DataFolder.ofNewMeasure(holdings));
      assertFalse(holdings.mustBuild());
    }
    assertEquals("current 2\nearlier 1\n", pointer());
  }

  @Test
  void buildingStopped_leavesTheOldOneAndGoesOnLater() throws IOException {
    indexed();
    folder.changeAnalysis("新措施");
    AtomicInteger asked = new AtomicInteger();
    try (Holdings holdings = folder.open()) {
      assertTrue(
          holdings
              .bringUpToDate(
                  folder.folders(), Progress.NONE, () -> asked.incrementAndGet() > LETTERS + 2)
              .stopped());
      assertAllFound(holdings);
      assertEquals(0, DataFolder.ofNewMeasure(holdings));
    }
    assertEquals("current 1\n", pointer());
    try (Holdings holdings = folder.open()) {
      SyncReport report = bring(holdings);
      assertTrue(report.unchanged() > 0, "it goes on where it was: " + report);
      assertEquals(LETTERS, DataFolder.ofNewMeasure(holdings));
    }
    assertEquals("current 2\nearlier 1\n", pointer());
  }

  @Test
  void buildingWithAnotherAnalysisThanBegun_beginsAgain() throws IOException {
    indexed();
    folder.changeAnalysis("新措施");
    AtomicInteger asked = new AtomicInteger();
    try (Holdings holdings = folder.open()) {
      holdings.bringUpToDate(
          folder.folders(), Progress.NONE, () -> asked.incrementAndGet() > LETTERS + 2);
    }
    folder = new DataFolderAgain(temp).folder();
    try (Holdings holdings = folder.open()) {
      assertTrue(holdings.mustBuild());
      assertEquals(0, bring(holdings).unchanged());
    }
  }

  @Test
  void goBack_putsTheEarlierOneIntoUseAndKeepsIt() throws IOException {
    indexed();
    folder.changeAnalysis("新措施");
    try (Holdings holdings = folder.open()) {
      bring(holdings);
    }
    try (Shelf shelf = Wiring.shelf(folder.index(), folder.live)) {
      shelf.goBack(folder.live.now());
    }
    assertEquals("current 1\nearlier 2\n", pointer());
    folder.write(LETTERS + 1);
    try (Holdings holdings = folder.open()) {
      assertFalse(holdings.mustBuild(), "what was gone back from is not built again");
      assertEquals(1, bring(holdings).indexed());
      assertEquals(LETTERS + 1, DataFolder.total(holdings));
      holdings.demand("--rebuild");
      bring(holdings);
      assertEquals(LETTERS + 1, DataFolder.ofNewMeasure(holdings));
    }
    assertEquals("current 3\nearlier 1\n", pointer());
  }

  @Test
  void goBack_withoutAnEarlierOne_isRefused() throws IOException {
    indexed();
    try (Shelf shelf = Wiring.shelf(folder.index(), folder.live)) {
      assertThrows(CannotRunException.class, () -> shelf.goBack(folder.live.now()));
    }
  }

  @Test
  void damagedIndex_isBuiltAnew() throws IOException {
    indexed();
    Path largest = largest(folder.index().resolve("1"));
    byte[] bytes = Files.readAllBytes(largest);
    bytes[bytes.length / 2] ^= 1;
    Files.write(largest, bytes);
    try (Holdings holdings = folder.open()) {
      assertTrue(holdings.mustBuild());
      assertFalse(holdings.holdsLettersOf(folder.folders()), "nothing damaged is searched");
      assertEquals(LETTERS, bring(holdings).indexed());
      assertAllFound(holdings);
    }
    assertEquals("current 2\n", pointer(), "nobody goes back to a damaged one");
    assertFalse(Files.exists(folder.index().resolve("1")));
  }

  @Test
  void lostFilesOrPointer_areMadeAnew() throws IOException {
    indexed();
    Files.writeString(folder.index().resolve("current"), "\0\0\0");
    try (Holdings holdings = folder.open()) {
      bring(holdings);
      assertAllFound(holdings);
    }
    try (Stream<Path> files = Files.list(folder.index().resolve("1"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".si")).toList()) {
        Files.delete(file);
      }
    }
    try (Holdings holdings = folder.open()) {
      bring(holdings);
      assertAllFound(holdings);
    }
  }

  @Test
  void indexOfAnotherFormat_isBuiltAnew() throws IOException {
    indexed();
    try (FSDirectory directory = FSDirectory.open(folder.index().resolve("1"));
        IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
      writer.setLiveCommitData(java.util.Map.of("dafu.format", "0").entrySet());
      writer.commit();
    }
    assertThrows(IOException.class, () -> new Latest(folder.index(), folder.live).close());
    try (Holdings holdings = folder.open()) {
      assertTrue(holdings.mustBuild());
      bring(holdings);
      assertAllFound(holdings);
    }
    assertEquals("current 2\nearlier 1\n", pointer());
  }

  /** Made by the program when its format was 2, and lay in the folder itself. */
  @Test
  void indexOfFormat2_isTakenOverOrBuiltAnew() throws IOException {
    unzip("/indexes/format-2.zip", folder.data());
    List<Path> letters = List.of(folder.data().resolve("letters"));
    try (Holdings holdings = folder.open()) {
      assertTrue(holdings.mustBuild(), "another configuration, at least");
      SyncReport report = holdings.bringUpToDate(letters, Progress.NONE, () -> false);
      assertEquals(2, report.indexed(), report.toString());
      assertEquals(1, DataFolder.total(holdings), "one of them is not public");
      assertEquals(1, holdings.reading().replies().search(SearchRequest.of("number:27")).total());
    }
    assertEquals("current 1\nearlier 0\n", pointer());
    try (Holdings holdings = folder.open()) {
      holdings.demand("once more");
      holdings.bringUpToDate(letters, Progress.NONE, () -> false);
    }
    assertEquals("current 2\nearlier 1\n", pointer());
    try (Stream<Path> files = Files.list(folder.index())) {
      assertEquals(
          List.of("1", "2", "current", "generations.lock"),
          files.map(file -> file.getFileName().toString()).sorted().toList());
    }
  }

  /** Made by the program when its format was 3: another one is built, this one serves meanwhile. */
  @Test
  void indexOfFormat3_isSearchedUntilAnotherIsBuilt() throws IOException {
    unzip("/indexes/format-3.zip", folder.data());
    try (Holdings holdings = folder.open()) {
      assertTrue(holdings.mustBuild());
      assertEquals(1, DataFolder.total(holdings), "one of the two is not public");
      List<Path> letters = List.of(folder.data().resolve("letters"));
      holdings.bringUpToDate(letters, Progress.NONE, () -> false);
      assertEquals(1, DataFolder.total(holdings));
    }
    assertEquals("current 2\nearlier 1\n", pointer());
  }

  @Test
  void reader_followsTheIndexThatComesIntoUse() throws IOException {
    indexed();
    try (Latest latest = new Latest(folder.index(), folder.live);
        Holdings holdings = folder.open()) {
      folder.write(LETTERS + 1);
      holdings.demand("for the test");
      bring(holdings);
      assertEquals(LETTERS, latest.reading().replies().count());
      latest.refresh();
      assertEquals(LETTERS + 1, latest.reading().replies().count());
      folder.write(LETTERS + 2);
      bring(holdings);
      latest.refresh();
      assertEquals(LETTERS + 2, latest.reading().replies().count());
    }
  }

  @Test
  void open_heldByAnother_saysSo() throws IOException {
    try (Holdings holdings = folder.open()) {
      assertThrows(IOException.class, folder::open);
      assertEquals(LETTERS, bring(holdings).indexed());
    }
    indexedNoMore();
  }

  private void indexedNoMore() throws IOException {
    try (Holdings holdings = folder.open()) {
      assertEquals(LETTERS, bring(holdings).unchanged());
    }
  }

  /** The same folder under its first configuration. */
  private record DataFolderAgain(Path temp) {
    DataFolder folder() throws IOException {
      try (Stream<Path> files = Files.walk(temp.resolve("config"))) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          Files.delete(file);
        }
      }
      DataFolder again = new DataFolder(temp);
      again.changeAnalysis("另一措施");
      return again;
    }
  }

  private static Path largest(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .max((one, other) -> Long.compare(one.toFile().length(), other.toFile().length()))
          .orElseThrow();
    }
  }

  private static void unzip(String resource, Path target) throws IOException {
    try (InputStream in = HoldingsTest.class.getResourceAsStream(resource);
        ZipInputStream zip = new ZipInputStream(java.util.Objects.requireNonNull(in))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        Path file = target.resolve(entry.getName());
        Files.createDirectories(file.getParent());
        Files.copy(zip, file);
      }
    }
  }
}
