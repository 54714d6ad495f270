package org.dafu.meaning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
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

class LensLearnerTest {
  private static final int DIMENSIONS = 64;
  private static final int MATTERS = 48;

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path folder;

  private final FakeEmbedder embedder = new FakeEmbedder("fake", DIMENSIONS);

  /** Letters of one passage each. */
  private static final class Held implements HeldPassages {
    private final Map<PassageKey, Passage> passages =
        Collections.synchronizedMap(new LinkedHashMap<>());

    Held(long seed, int count) {
      Random random = new Random(seed);
      for (int i = 0; i < count; i++) {
        Passage passage = Passage.of(text(random));
        passages.put(passage.key(), passage);
      }
    }

    @Override
    public long version() {
      return passages.size();
    }

    @Override
    public Set<PassageKey> keys() {
      return Set.copyOf(passages.keySet());
    }

    @Override
    public List<Passage> unknown(Predicate<PassageKey> known, int most) {
      return List.copyOf(passages.values()).stream()
          .filter(each -> !known.test(each.key()))
          .limit(most)
          .toList();
    }
  }

  /** Sentences of a few characters that are the passage's matter, and of many that are manner. */
  private static String text(Random random) {
    String matter = "";
    for (int i = 0; i < 4; i++) {
      matter += (char) ('一' + random.nextInt(MATTERS));
    }
    StringBuilder text = new StringBuilder();
    for (int sentence = 0; sentence < 4; sentence++) {
      String manner = String.valueOf((char) ('一' + MATTERS + random.nextInt(8)));
      text.append(matter.repeat(2)).append(manner.repeat(12)).append("。");
    }
    return text.toString();
  }

  private VectorStore open() throws IOException {
    return VectorStore.open(folder.resolve("v"), embedder);
  }

  @Test
  void readAll_passagesWithManners_learnsOnceAndKeepsIt() throws IOException {
    Held held = new Held(1, 500);
    String matter = held.passages.values().iterator().next().text().substring(0, 8);
    PassageKey key = held.passages.keySet().iterator().next();
    float near;
    try (VectorStore store = open()) {
      PassageReader.readAll(held, store, done -> {});
      assertFalse(store.lens().isPlain());
      near = store.to(matter).orElseThrow().of(key);
      Lens learnt = store.lens();
      PassageReader.readAll(held, store, done -> {});
      assertSame(learnt, store.lens(), "nothing is new");
      held.passages.putAll(new Held(2, 600).passages);
      PassageReader.readAll(held, store, done -> {});
      assertNotSame(learnt, store.lens(), "most is new");
      PassageReader.readAll(new Held(1, 500), store, done -> {});
      assertEquals(near, store.to(matter).orElseThrow().of(key), 1e-6, "learnt alike");
    }
    int read = embedder.texts;
    try (VectorStore store = open();
        VectorStore reading = VectorStore.openForReading(folder.resolve("v"), embedder)) {
      assertEquals(near, store.to(matter).orElseThrow().of(key), 1e-6);
      assertEquals(near, reading.to(matter).orElseThrow().of(key), 1e-6);
      assertEquals(read + 2, embedder.texts, "only the question is read");
    }
  }

  @Test
  void readAll_few_areComparedAsTheyAre() throws IOException {
    try (VectorStore store = open()) {
      PassageReader.readAll(new Held(3, Trial.LEAST_PAIRS - 1), store, done -> {});
      assertTrue(store.lens().isPlain());
      assertEquals(Trial.LEAST_PAIRS - 1, embedder.texts, "no more is read than the passages");
    }
  }

  @Test
  void start_inTheBackground_learnsAndKeepsThePlacesOfWhatComesLater() throws Exception {
    Held held = new Held(7, 300);
    Duration soon = Duration.ofMillis(10);
    Passage later = Passage.of("后来的一段文字");
    LensFile file = new LensFile(folder.resolve("v"), "fake", DIMENSIONS);
    try (VectorStore store = open()) {
      PassageReader reader = PassageReader.start(held, store, soon, soon);
      try {
        await(() -> !store.lens().isPlain());
        Lens learnt = store.lens();
        held.passages.put(later.key(), later);
        await(() -> file.read().filter(kept -> kept.places().containsKey(later.key())).isPresent());
        assertSame(learnt, store.lens(), "one passage changes nothing");
      } finally {
        reader.close();
      }
      Lens.Place place = store.vector(later.key()).orElseThrow().place();
      assertEquals(place, file.read().orElseThrow().places().get(later.key()));
    }
  }

  /** A condition that may come true. */
  private interface Condition {
    boolean holds() throws IOException;
  }

  private static void await(Condition condition) throws Exception {
    for (int i = 0; i < 1000 && !condition.holds(); i++) {
      Thread.sleep(10);
    }
    assertTrue(condition.holds());
  }

  @Test
  void refresh_anotherProcessLearnt_seesAlike() throws IOException {
    Held held = new Held(4, 300);
    PassageKey key = held.passages.keySet().iterator().next();
    try (VectorStore store = open();
        VectorStore reading = VectorStore.openForReading(folder.resolve("v"), embedder)) {
      PassageReader.readAll(held, store, done -> {});
      reading.refresh();
      Nearness own = store.to("一丁七").orElseThrow();
      assertFalse(reading.lens().isPlain());
      assertEquals(own.of(key), reading.to("一丁七").orElseThrow().of(key), 1e-6);
      Passage later = Passage.of("后来的一段文字");
      store.add(later);
      reading.refresh();
      assertEquals(own.of(later.key()), reading.to("一丁七").orElseThrow().of(later.key()), 1e-6);
    }
  }

  @Test
  void open_damagedLens_comparesAsTheyAre() throws IOException {
    try (VectorStore store = open()) {
      PassageReader.readAll(new Held(5, 300), store, done -> {});
    }
    Path file = folder.resolve("v.lens");
    byte[] whole = Files.readAllBytes(file);
    Random random = new Random(6);
    for (int round = 0; round < 30; round++) {
      byte[] damaged = whole.clone();
      damaged[random.nextInt(whole.length)] ^= (byte) (1 << random.nextInt(8));
      byte[] cut = Arrays.copyOf(whole, random.nextInt(whole.length));
      for (byte[] bytes : List.of(damaged, cut)) {
        Files.write(file, bytes);
        assertTrue(new LensFile(folder.resolve("v"), "fake", DIMENSIONS).read().isEmpty());
      }
    }
    try (VectorStore store = open()) {
      assertTrue(store.lens().isPlain());
      assertEquals(300, store.size());
    }
    Files.write(file, whole);
    assertTrue(new LensFile(folder.resolve("v"), "other", DIMENSIONS).read().isEmpty());
    assertTrue(new LensFile(folder.resolve("v"), "fake", DIMENSIONS).read().isPresent());
  }
}
