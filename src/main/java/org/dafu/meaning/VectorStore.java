package org.dafu.meaning;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.dafu.search.Embedder;
import org.dafu.search.Meanings;
import org.dafu.search.Passage;
import org.dafu.search.PassageKey;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The vectors of passages, in memory and in a file, seen through the lens that was learnt of them.
 * Questions are compared with the passages asked for, one by one and exactly.
 */
public final class VectorStore implements Meanings, Closeable {
  private static final Logger LOG = LoggerFactory.getLogger(VectorStore.class);

  /** A page of results asks the same question several times, and its next page once more. */
  private static final int QUESTIONS_KEPT = 100;

  /** Bytes that a vector takes in memory beside its numbers. */
  private static final int OVERHEAD_BYTES = 150;

  /** Vectors may take this part of the memory that the program may have. */
  private static final int MEMORY_SHARE = 4;

  /** Fewer vectors of texts that are gone are not worth writing the file anew. */
  private static final int FEW = 1000;

  private final Embedder embedder;
  private final Path path;
  private final @Nullable VectorFile file;
  private final LensFile lensFile;
  private volatile Sight sight;
  private final AtomicInteger asking = new AtomicInteger();
  private final Map<String, Asked> questions =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Asked> eldest) {
          return size() > QUESTIONS_KEPT;
        }
      };
  private volatile boolean failed;
  private long readBytes;
  private @Nullable Object readLens;

  /** All vectors, each in its place through one lens. */
  private record Sight(Lens lens, Map<PassageKey, Vector> vectors) {}

  /** A question seen through a lens. */
  private record Asked(Lens lens, Vector.Question question) {}

  private VectorStore(
      Embedder embedder, Path path, @Nullable VectorFile file, Map<PassageKey, Vector> held) {
    this.embedder = embedder;
    this.path = path;
    this.file = file;
    this.lensFile = new LensFile(path, embedder.model(), embedder.dimensions());
    this.sight = new Sight(Lens.NONE, new ConcurrentHashMap<>(held));
  }

  /**
   * The vectors in this file, to be added to.
   *
   * @param embedder closed with it
   * @throws IOException if the file cannot be read or written, or another process adds to it
   */
  public static VectorStore open(Path path, Embedder embedder) throws IOException {
    return of(path, embedder, VectorFile.open(path, embedder.model(), embedder.dimensions()));
  }

  static VectorStore of(Path path, Embedder embedder, VectorFile.Opened opened) {
    VectorStore store = new VectorStore(embedder, path, opened.file(), opened.vectors());
    store.takeUpKept(store.sight.vectors());
    return store;
  }

  /**
   * The vectors in this file, none if there is no file; another process may be adding to it.
   *
   * @param embedder closed with it
   * @throws IOException if the file cannot be read
   */
  public static VectorStore openForReading(Path path, Embedder embedder) throws IOException {
    long bytes = Files.exists(path) ? Files.size(path) : 0;
    Map<PassageKey, Vector> held = VectorFile.look(path, embedder.model(), embedder.dimensions());
    VectorStore store = new VectorStore(embedder, path, null, held);
    store.readBytes = bytes;
    store.takeUpKept(store.sight.vectors());
    return store;
  }

  /** Takes up what another process has added; what it let go of is held on to. */
  public void refresh() throws IOException {
    if (file != null) {
      return;
    }
    Map<PassageKey, Vector> added = new HashMap<>();
    long bytes = Files.exists(path) ? Files.size(path) : 0;
    if (bytes != readBytes) {
      added.putAll(VectorFile.look(path, embedder.model(), embedder.dimensions()));
      added.keySet().removeAll(sight.vectors().keySet());
      readBytes = bytes; // only then: what could not be read is tried again
    }
    if (Objects.equals(lensFile.version(), readLens)) {
      added.forEach(this::hold);
    } else {
      added.putAll(sight.vectors());
      takeUpKept(added);
    }
  }

  private void takeUpKept(Map<PassageKey, Vector> vectors) {
    readLens = lensFile.version();
    Optional<LensFile.Kept> kept = lensFile.read();
    if (kept.isPresent()) {
      see(vectors, kept.get(), () -> false);
    } else {
      vectors.forEach(this::hold);
    }
  }

  /**
   * Sees all vectors through another lens, and keeps it with their places.
   *
   * @param stopped whether to leave all as it is
   * @throws NotKeptException if it cannot be kept; it is used all the same
   */
  void takeUp(Lens lens, BooleanSupplier stopped) throws NotKeptException {
    see(sight.vectors(), new LensFile.Kept(lens, Map.of()), stopped);
    if (sight.lens().equals(lens)) {
      keepPlaces();
    }
  }

  private void see(
      Map<PassageKey, Vector> vectors, LensFile.Kept through, BooleanSupplier stopped) {
    Map<PassageKey, Vector> placed = new ConcurrentHashMap<>();
    for (Map.Entry<PassageKey, Vector> each : vectors.entrySet()) {
      if (stopped.getAsBoolean()) {
        return;
      }
      Lens.Place known = through.places().get(each.getKey());
      Lens.Place place =
          known == null ? through.lens().place(each.getKey(), each.getValue()) : known;
      placed.put(each.getKey(), each.getValue().at(place));
    }
    sight = new Sight(through.lens(), placed);
  }

  /** Keeps the lens with the places of all vectors, so that nobody has to find them again. */
  void keepPlaces() throws NotKeptException {
    lensFile.write(sight.lens(), sight.vectors());
  }

  private void hold(PassageKey key, Vector vector) {
    Sight now = sight;
    now.vectors().put(key, vector.at(now.lens().place(key, vector)));
  }

  /** What the vectors are seen through. */
  Lens lens() {
    return sight.lens();
  }

  Embedder embedder() {
    return embedder;
  }

  Optional<Vector> vector(PassageKey key) {
    return Optional.ofNullable(sight.vectors().get(key));
  }

  /** How many passages have a vector. */
  public int size() {
    return sight.vectors().size();
  }

  @Override
  public boolean isEmpty() {
    return failed || sight.vectors().isEmpty();
  }

  @Override
  public Optional<Nearness> to(String question) {
    if (isEmpty() || question.isBlank()) {
      return Optional.empty();
    }
    Sight now = sight;
    return asked(question, now.lens())
        .map(
            asked ->
                key -> {
                  Vector vector = now.vectors().get(key);
                  return vector == null ? Float.NaN : asked.times(vector);
                });
  }

  private Optional<Vector.Question> asked(String question, Lens lens) {
    synchronized (questions) {
      Asked known = questions.get(question);
      if (known != null && known.lens().equals(lens)) {
        return Optional.of(known.question());
      }
    }
    asking.incrementAndGet();
    try {
      Vector.Question made = lens.question(embedder.embed(question));
      synchronized (questions) {
        questions.put(question, new Asked(lens, made));
      }
      return Optional.of(made);
    } catch (IOException e) {
      giveUp(e);
      return Optional.empty();
    } finally {
      asking.decrementAndGet();
    }
  }

  /** Without its model everything else goes on, and letters are ranked by their words. */
  void giveUp(IOException cause) {
    if (!failed) {
      failed = true;
      LOG.warn("Letters are ranked by their words alone: {}", cause.getMessage(), cause);
    }
  }

  /** Whether no vectors can be made any more. */
  boolean hasFailed() {
    return failed;
  }

  /** Whether there is no memory for more vectors. */
  boolean isFull() {
    long each = embedder.dimensions() + (long) OVERHEAD_BYTES;
    return sight.vectors().size() * each > Runtime.getRuntime().maxMemory() / MEMORY_SHARE;
  }

  /** Whether someone waits for the vector of a question. */
  boolean isAsked() {
    return asking.get() > 0;
  }

  boolean holds(PassageKey key) {
    return sight.vectors().containsKey(key);
  }

  /**
   * Makes the vector of a passage and keeps it.
   *
   * @throws NotKeptException if it cannot be kept
   * @throws IOException if it cannot be made
   */
  void add(Passage passage) throws IOException {
    if (file == null) {
      throw new IllegalStateException("opened for reading only: " + path);
    }
    Vector vector = Vector.of(embedder.embed(passage.text()));
    try {
      file.add(passage.key(), vector);
    } catch (IOException e) {
      throw new NotKeptException(e);
    }
    hold(passage.key(), vector);
  }

  /**
   * Lets go of all others, if these are less than half of all.
   *
   * @throws NotKeptException if the file cannot be written anew; then all is as it was
   */
  void keep(Set<PassageKey> held) throws IOException {
    Map<PassageKey, Vector> vectors = sight.vectors();
    long gone = vectors.keySet().stream().filter(key -> !held.contains(key)).count();
    if (file != null && gone > FEW && gone > vectors.size() / 2) {
      Map<PassageKey, Vector> kept = new HashMap<>(vectors);
      kept.keySet().retainAll(held);
      try {
        file.replace(kept);
      } catch (IOException e) {
        throw new NotKeptException(e);
      }
      vectors.keySet().retainAll(held);
      LOG.info("{} vectors of texts that are gone were let go", gone);
    }
  }

  @Override
  public void close() throws IOException {
    try (embedder) {
      if (file != null) {
        file.close();
      }
    }
  }
}
