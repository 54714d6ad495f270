package org.dafu.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.NoLockFactory;
import org.apache.lucene.tests.store.MockDirectoryWrapper;
import org.dafu.analysis.QueryWords;
import org.dafu.contract.LetterMaker;
import org.dafu.search.NotWrittenException;
import org.dafu.search.SearchRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Faults below Lucene, by the directory that Lucene's own tests use: writes that fail, a full disk,
 * and a crash after which nothing is left of what was not synced. After each the index stands at a
 * commit, is searched on, and the next run completes.
 */
class FaultsTest {
  private static final int ROUNDS = 5;
  private static final int LETTERS = 12;
  private static final List<Fault> FAULTS = List.copyOf(EnumSet.allOf(Fault.class));

  static LongStream seeds() {
    int count = Integer.getInteger("faults.seeds", 8);
    return LongStream.range(0, count);
  }

  /** What befalls the disk in one round. */
  private enum Fault {
    NONE,
    WRITES_FAIL,
    DISK_FULL
  }

  /** Fails from the n-th operation on, until it is lifted. */
  private static final class FailsFrom extends MockDirectoryWrapper.Failure {
    private int left;

    FailsFrom(int operations) {
      left = operations;
      setDoFail();
    }

    @Override
    public void eval(MockDirectoryWrapper directory) throws IOException {
      if (doFail && --left < 0) {
        throw new IOException("the disk does not answer");
      }
    }
  }

  /** Stays when the engine closes it. */
  private static final class Disk extends FilterDirectory {
    Disk() {
      super(new ByteBuffersDirectory(NoLockFactory.INSTANCE));
    }

    @Override
    public void close() {}
  }

  /** An index on a disk of its own, and what must be in it. */
  private static final class Story {
    private final Random random;
    private final Directory disk = new Disk();
    private Set<String> committed = new TreeSet<>();

    /** What a commit that failed would have made; it may have come to pass. */
    private Set<String> attempted = committed;

    Story(long seed) {
      random = new Random(seed);
    }

    void round() throws IOException {
      MockDirectoryWrapper faulty = new MockDirectoryWrapper(random, disk);
      LuceneEngine engine = opened(faulty);
      requireWhole(engine);
      Fault fault = FAULTS.get(random.nextInt(FAULTS.size()));
      FailsFrom failure = befall(faulty, fault);
      try {
        change(engine);
        change(engine);
      } catch (NotWrittenException e) {
        assertEquals(committed.size(), engine.searcher().count(), "it is searched on: " + e);
      }
      failure.clearDoFail();
      faulty.setMaxSizeInBytes(0);
      if (random.nextBoolean()) {
        requireRecovered(engine);
      }
      leave(faulty, engine);
      LuceneEngine after = opened(new MockDirectoryWrapper(random, disk));
      requireWhole(after);
      after.close();
    }

    private FailsFrom befall(MockDirectoryWrapper faulty, Fault fault) throws IOException {
      FailsFrom failure = new FailsFrom(random.nextInt(60));
      switch (fault) {
        case NONE -> {}
        case WRITES_FAIL -> faulty.failOn(failure);
        case DISK_FULL ->
            faulty.setMaxSizeInBytes(Math.max(1, faulty.sizeInBytes() + random.nextInt(4000)));
      }
      return failure;
    }

    /** A run: some letters come, some go. */
    private void change(LuceneEngine engine) throws IOException {
      Set<String> next = new TreeSet<>(engine.index().files().keySet());
      for (int i = 1 + random.nextInt(5); i > 0; i--) {
        LetterMaker letter = letter(random.nextInt(LETTERS));
        if (random.nextInt(3) == 0) {
          engine.index().remove(letter.file().key());
          next.remove(letter.file().key());
        } else {
          engine.index().put(letter.file(), List.of(letter.make()));
          next.add(letter.file().key());
        }
      }
      attempted = next;
      engine.index().commit();
      committed = next;
    }

    /** The next run of a service that goes on. */
    private void requireRecovered(LuceneEngine engine) throws IOException {
      settle(engine.index().files().keySet());
      change(engine);
      assertEquals(committed.size(), engine.searcher().count());
    }

    /** In order, or by a crash: all that was not synced is damaged. */
    private void leave(MockDirectoryWrapper faulty, LuceneEngine engine) throws IOException {
      if (random.nextBoolean()) {
        engine.index().files();
        LetterMaker lost = letter(LETTERS);
        engine.index().put(lost.file(), List.of(lost.make()));
        faulty.crash();
      }
      try {
        engine.close();
      } catch (IOException | AlreadyClosedException e) { // the disk is gone
        assertTrue(e.getMessage() != null, "a reason");
      }
    }

    private void requireWhole(LuceneEngine engine) throws IOException {
      assertEquals(List.of(), engine.verify().problems());
      settle(engine.files().keySet());
      assertEquals(committed, engine.letters().keySet());
      for (int i = 0; i <= LETTERS; i++) {
        boolean held = committed.contains(letter(i).file().key());
        assertEquals(held ? 1 : 0, engine.searcher().search(SearchRequest.of(word(i))).total());
      }
    }

    /** The index stands at the last commit, or at the one that was being made. */
    private void settle(Set<String> found) {
      if (!found.equals(committed)) {
        assertEquals(attempted, found, "neither the last commit nor the one being made");
      }
      committed = new TreeSet<>(found);
      attempted = committed;
    }

    private static LuceneEngine opened(MockDirectoryWrapper directory) throws IOException {
      directory.setCheckIndexOnClose(false); // verified anyway
      directory.setThrottling(MockDirectoryWrapper.Throttling.NEVER);
      directory.setUseSlowOpenClosers(false);
      Settings settings = LuceneEngineTest.settings(() -> QueryWords.NONE);
      return LuceneEngine.open(Path.of("mock"), directory, settings, true);
    }

    private static String word(int number) {
      return String.valueOf((char) ('一' + 100 + number));
    }

    private static LetterMaker letter(int number) {
      return LetterMaker.letter("letter-" + number)
          .text(word(number))
          .section("一、", "办理情况", "已经办理".repeat(20));
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void index_afterAnyFault_standsAtACommitAndGoesOn(long seed) throws IOException {
    Story story = new Story(seed);
    for (int round = 0; round < ROUNDS; round++) {
      story.round();
    }
  }

  @Test
  void commit_whileNothingCanBeWritten_saysSoUntilItCan() throws IOException {
    MockDirectoryWrapper faulty =
        new MockDirectoryWrapper(new Random(1), new ByteBuffersDirectory());
    try (LuceneEngine engine = Story.opened(faulty)) {
      FailsFrom failure = new FailsFrom(0);
      faulty.failOn(failure);
      LetterMaker letter = Story.letter(1);
      NotWrittenException first =
          assertThrows(
              NotWrittenException.class,
              () -> engine.index().put(letter.file(), List.of(letter.make())));
      assertTrue(String.valueOf(first.getMessage()).contains("the disk does not answer"));
      assertThrows(NotWrittenException.class, () -> engine.index().commit());
      assertThrows(NotWrittenException.class, () -> engine.index().files());
      failure.clearDoFail();
      assertEquals(Set.of(), engine.index().files().keySet());
      engine.index().put(letter.file(), List.of(letter.make()));
      engine.index().commit();
      assertEquals(1, engine.searcher().count());
    }
  }
}
