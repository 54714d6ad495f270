package org.dafu.meaning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dafu.search.HeldPassages;
import org.dafu.search.Passage;
import org.dafu.search.PassageKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PassageReaderTest {
  private static final int DIMENSIONS = 16;
  private static final int HEAD_BYTES = 16;
  private static final int RECORD_BYTES = 16 + 4 + DIMENSIONS + 4;
  private static final Duration SOON = Duration.ofMillis(10);
  private static final List<Passage> PASSAGES =
      IntStream.range(0, 10).mapToObj(i -> Passage.of("第" + i + "段文字")).toList();

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path folder;

  private final FakeEmbedder embedder = new FakeEmbedder("fake", DIMENSIONS);

  /** Ten passages of an index that cannot be read so many times. */
  private record Held(AtomicInteger failures) implements HeldPassages {
    @Override
    public long version() {
      return 1;
    }

    @Override
    public Set<PassageKey> keys() {
      return PASSAGES.stream().map(Passage::key).collect(Collectors.toSet());
    }

    @Override
    public List<Passage> unknown(Predicate<PassageKey> known, int most) {
      if (failures.getAndDecrement() > 0) {
        throw new UncheckedIOException(new IOException("the disk is away"));
      }
      return PASSAGES.stream().filter(each -> !known.test(each.key())).limit(most).toList();
    }
  }

  private static void await(VectorStore store, int size) throws InterruptedException {
    for (int i = 0; i < 500 && store.size() < size; i++) {
      Thread.sleep(SOON);
    }
    assertEquals(size, store.size());
  }

  private LimitedChannel channel(int room) throws IOException {
    return new LimitedChannel(
        FileChannel.open(
            folder.resolve("v"),
            StandardOpenOption.CREATE,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE),
        room);
  }

  private VectorStore store(LimitedChannel channel) throws IOException {
    Path path = folder.resolve("v");
    return VectorStore.of(path, embedder, VectorFile.open(path, "fake", DIMENSIONS, channel));
  }

  @Test
  void fullDisk_keepsWhatItHasAndGoesOnWhenThereIsRoom() throws Exception {
    LimitedChannel channel = channel(HEAD_BYTES + 3 * RECORD_BYTES + 5);
    try (VectorStore store = store(channel)) {
      PassageReader reader = PassageReader.start(new Held(new AtomicInteger()), store, SOON, SOON);
      await(store, 3);
      Thread.sleep(SOON.multipliedBy(5));
      assertTrue(!store.hasFailed() && !store.isEmpty(), "questions are compared with three");
      channel.room(Integer.MAX_VALUE);
      await(store, PASSAGES.size());
      reader.close();
    }
    try (VectorStore again = VectorStore.open(folder.resolve("v"), embedder)) {
      assertEquals(PASSAGES.size(), again.size(), "nothing torn stands in the file");
    }
  }

  @Test
  void add_torn_isCutOff() throws Exception {
    LimitedChannel channel = channel(HEAD_BYTES + RECORD_BYTES + 7);
    try (VectorStore store = store(channel)) {
      store.add(PASSAGES.get(0));
      assertThrows(NotKeptException.class, () -> store.add(PASSAGES.get(1)));
      assertEquals(HEAD_BYTES + RECORD_BYTES, channel.size());
    }
  }

  @Test
  void errorWhileReading_endsNothing() throws Exception {
    AtomicInteger failures = new AtomicInteger(2);
    HeldPassages failing =
        new HeldPassages() {
          private final Held held = new Held(new AtomicInteger());

          @Override
          public long version() {
            return 1;
          }

          @Override
          public Set<PassageKey> keys() {
            return held.keys();
          }

          @Override
          public List<Passage> unknown(Predicate<PassageKey> known, int most) {
            return switch (failures.getAndDecrement()) {
              case 2 -> throw new StackOverflowError();
              case 1 -> throw new IllegalStateException("a bug");
              default -> held.unknown(known, most);
            };
          }
        };
    try (VectorStore store = store(channel(Integer.MAX_VALUE))) {
      PassageReader reader = PassageReader.start(failing, store, SOON, SOON);
      await(store, PASSAGES.size());
      assertTrue(failures.get() < 0);
      reader.close();
    }
  }

  @Test
  void add_afterTheFileCouldNotBeReplaced_goesOnInTheOldOne() throws Exception {
    LimitedChannel channel = channel(Integer.MAX_VALUE);
    try (VectorStore store = store(channel)) {
      store.add(PASSAGES.get(0));
      channel.close(); // as it is when the new one does not take its place
      store.add(PASSAGES.get(1));
    }
    try (VectorStore again = VectorStore.open(folder.resolve("v"), embedder)) {
      assertEquals(2, again.size());
    }
  }

  @Test
  void indexThatCannotBeRead_isReadLater() throws Exception {
    Held held = new Held(new AtomicInteger(3));
    try (VectorStore store = VectorStore.open(folder.resolve("v"), embedder)) {
      PassageReader reader = PassageReader.start(held, store, SOON, SOON);
      await(store, PASSAGES.size());
      reader.close();
    }
  }
}
