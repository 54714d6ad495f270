package org.dafu.meaning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import org.dafu.search.HeldPassages;
import org.dafu.search.Meanings.Nearness;
import org.dafu.search.Passage;
import org.dafu.search.PassageKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VectorStoreTest {
  private static final int DIMENSIONS = 16;
  private static final int HEAD_BYTES = 16;
  private static final int RECORD_BYTES = 16 + 4 + DIMENSIONS + 4;

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path folder;

  private final FakeEmbedder embedder = new FakeEmbedder("fake", DIMENSIONS);

  private Path file() {
    return folder.resolve("meaning").resolve("v");
  }

  private VectorStore open() throws IOException {
    return VectorStore.open(file(), embedder);
  }

  private static Passage passage(int number) {
    return Passage.of("第" + number + "段文字");
  }

  private void fill(int passages) throws IOException {
    try (VectorStore store = open()) {
      for (int i = 0; i < passages; i++) {
        store.add(passage(i));
      }
    }
  }

  /** Letters of one passage each. */
  private record Held(Map<PassageKey, Passage> passages) implements HeldPassages {
    static Held of(int from, int to) {
      Map<PassageKey, Passage> passages = new LinkedHashMap<>();
      for (int i = from; i < to; i++) {
        passages.put(passage(i).key(), passage(i));
      }
      return new Held(passages);
    }

    @Override
    public long version() {
      return 1;
    }

    @Override
    public Set<PassageKey> keys() {
      return passages.keySet();
    }

    @Override
    public List<Passage> unknown(Predicate<PassageKey> known, int most) {
      return passages.values().stream()
          .filter(each -> !known.test(each.key()))
          .limit(most)
          .toList();
    }
  }

  @Test
  void to_question_isNearToItsLike() throws IOException {
    try (VectorStore store = open()) {
      assertTrue(store.isEmpty());
      assertTrue(store.to("养老").isEmpty());
      store.add(Passage.of("老养"));
      store.add(Passage.of("停车"));
      Nearness nearness = store.to("养老").orElseThrow();
      assertEquals(1, nearness.of(PassageKey.of("老养")), 0.01);
      assertTrue(nearness.of(PassageKey.of("停车")) < 0.9);
      assertTrue(Float.isNaN(nearness.of(PassageKey.of("别的"))));
      assertTrue(store.to("  ").isEmpty());
      int before = embedder.texts;
      assertTrue(store.to("养老").isPresent());
      assertEquals(before, embedder.texts, "a question is read once");
    }
  }

  @Test
  void vectors_areCloseToWhatTheyWereMadeOf() {
    Random random = new Random(5);
    for (int i = 0; i < 100; i++) {
      float[] one = random(random);
      float[] other = random(random);
      double exact = 0;
      for (int d = 0; d < one.length; d++) {
        exact += one[d] * other[d];
      }
      assertEquals(exact, Vector.Question.of(one).times(Vector.of(other)), 0.01);
    }
    assertEquals(0, Vector.Question.of(new float[4]).times(Vector.of(new float[4])));
  }

  private static float[] random(Random random) {
    float[] vector = new float[512];
    double squares = 0;
    for (int i = 0; i < vector.length; i++) {
      vector[i] = (float) random.nextGaussian();
      squares += vector[i] * vector[i];
    }
    for (int i = 0; i < vector.length; i++) {
      vector[i] /= (float) Math.sqrt(squares);
    }
    return vector;
  }

  @Test
  void open_again_holdsWhatWasAdded() throws IOException {
    fill(1200);
    int made = embedder.texts;
    try (VectorStore store = open()) {
      assertEquals(1200, store.size());
      PassageReader.readAll(Held.of(1000, 1210), store, done -> {});
      assertEquals(1210, store.size());
      assertEquals(made + 10, embedder.texts, "none is made twice");
    }
    assertEquals(HEAD_BYTES + 1210 * RECORD_BYTES, Files.size(file()));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void open_killedOrDamaged_holdsWhatChecksAndGoesOn(long seed) throws IOException {
    Random random = new Random(seed);
    for (int round = 0; round < 20; round++) {
      Files.deleteIfExists(file());
      fill(10);
      byte[] whole = Files.readAllBytes(file());
      int at = random.nextInt(whole.length);
      boolean cut = random.nextBoolean();
      byte[] left = cut ? Arrays.copyOf(whole, at) : whole.clone();
      if (!cut) {
        left[at] ^= (byte) (1 << random.nextInt(8));
      }
      Files.write(file(), left);
      int good = at < HEAD_BYTES ? 0 : (at - HEAD_BYTES) / RECORD_BYTES;
      String told =
          "seed " + seed + ", round " + round + ", at " + at + (cut ? " cut" : " damaged");
      try (VectorStore looking = VectorStore.openForReading(file(), embedder)) {
        assertEquals(good, looking.size(), told);
      }
      try (VectorStore store = open()) {
        assertEquals(good, store.size(), told);
        PassageReader.readAll(Held.of(0, 10), store, done -> {});
      }
      assertEquals(whole.length, Files.size(file()), told);
      try (VectorStore store = open()) {
        assertEquals(10, store.size(), told);
      }
    }
  }

  @Test
  void open_ofAnotherModel_beginsAnew() throws IOException {
    fill(3);
    try (VectorStore store = VectorStore.open(file(), new FakeEmbedder("other", DIMENSIONS))) {
      assertTrue(store.isEmpty());
      store.add(passage(7));
    }
    try (VectorStore store = VectorStore.open(file(), new FakeEmbedder("other", DIMENSIONS))) {
      assertEquals(1, store.size());
    }
  }

  @Test
  void open_twice_isRefused() throws IOException {
    try (VectorStore store = open()) {
      store.add(passage(1));
      assertThrows(IOException.class, this::open);
      try (VectorStore reading = VectorStore.openForReading(file(), embedder)) {
        assertEquals(1, reading.size());
        store.add(passage(2));
        reading.refresh();
        assertEquals(2, reading.size());
        assertThrows(IllegalStateException.class, () -> reading.add(passage(3)));
      }
    }
  }

  @Test
  void keep_mostAreGone_writesTheRestAnew() throws IOException {
    fill(2500);
    try (VectorStore store = open()) {
      store.keep(Held.of(0, 1400).keys());
      assertEquals(2500, store.size(), "less than half is gone");
      store.keep(Held.of(0, 100).keys());
      assertEquals(100, store.size());
      store.add(passage(9000));
    }
    assertEquals(HEAD_BYTES + 101 * RECORD_BYTES, Files.size(file()));
    try (VectorStore store = open()) {
      assertEquals(101, store.size());
      assertTrue(store.holds(passage(99).key()));
      assertFalse(store.holds(passage(100).key()));
    }
  }

  @Test
  void to_modelMissing_knowsNoMeaning() throws IOException {
    fill(1);
    embedder.fail();
    try (VectorStore store = open()) {
      assertFalse(store.isEmpty());
      assertTrue(store.to("养老").isEmpty());
      assertTrue(store.isEmpty());
    }
  }

  @Test
  void start_inTheBackground_readsUntilClosed() throws IOException {
    try (VectorStore store = open()) {
      PassageReader.start(Held.of(0, 5), store).close();
      assertTrue(store.isEmpty(), "a start comes first");
    }
    List<Integer> told = new ArrayList<>();
    try (VectorStore store = open()) {
      PassageReader.readAll(Held.of(0, 5), store, told::add);
      assertEquals(new HashSet<>(List.of(1, 2, 3, 4, 5)), new HashSet<>(told));
    }
  }
}
