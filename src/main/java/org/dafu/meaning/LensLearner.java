package org.dafu.meaning;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.dafu.search.HeldPassages;
import org.dafu.search.Passage;
import org.dafu.search.PassageKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Learns how to compare the passages held from a sample of them, again when many others are held.
 * It takes half a minute, in which 2,000 short texts are read.
 */
final class LensLearner {
  private static final Logger LOG = LoggerFactory.getLogger(LensLearner.class);

  private static final int CROWD = 1000;
  private static final int PAIRS = 1000;

  /** Many passages are titles, and no pairs. */
  private static final int CANDIDATES = 4000;

  /** Letters looked into at a time. */
  private static final int LETTERS = 200;

  /** What was learnt is used as long as so much of the sample is still that. */
  private static final double SAME = 2.0 / 3;

  /** Keys are hashes: the least of them are a sample of which letters say nothing. */
  private static final Comparator<PassageKey> BY_HASH =
      Comparator.comparingLong(PassageKey::high).thenComparingLong(PassageKey::low);

  private final HeldPassages held;
  private final VectorStore store;
  private final BooleanSupplier stopped;

  LensLearner(HeldPassages held, VectorStore store, BooleanSupplier stopped) {
    this.held = held;
    this.store = store;
    this.stopped = stopped;
  }

  /**
   * Learns if it is time to.
   *
   * @throws IOException if a text cannot be read
   */
  void learnWhenDue() throws IOException {
    List<PassageKey> sample =
        held.keys().stream().filter(store::holds).sorted(BY_HASH).limit(CANDIDATES).toList();
    Map<PassageKey, Vector> crowd = new LinkedHashMap<>();
    for (PassageKey key : sample.subList(0, Math.min(CROWD, sample.size()))) {
      store.vector(key).ifPresent(vector -> crowd.put(key, vector));
    }
    if (isSame(crowd.keySet(), store.lens().crowd().keySet())) {
      return;
    }
    List<Trial.Vectors> pairs = vectors(pairs(sample));
    if (!stopped.getAsBoolean()) {
      Optional<Lens> learnt = Trial.learn(pairs, crowd);
      store.takeUp(learnt.orElseGet(() -> Lens.plain(crowd)), stopped);
      LOG.debug("A lens learnt of {} pairs: {}", pairs.size(), learnt.isPresent());
    }
  }

  private static boolean isSame(Set<PassageKey> now, Set<PassageKey> then) {
    Set<PassageKey> both = new HashSet<>(now);
    both.retainAll(then);
    return both.size() >= SAME * Math.max(now.size(), then.size());
  }

  /** Pairs of these passages; none if they are too few to learn from. */
  private Map<PassageKey, OwnPair> pairs(List<PassageKey> sample) {
    List<Passage> passages = passages(new HashSet<>(sample));
    passages.sort(Comparator.comparing(Passage::key, BY_HASH));
    Map<PassageKey, OwnPair> pairs = new LinkedHashMap<>();
    for (Passage passage : passages) {
      if (pairs.size() < PAIRS) {
        OwnPair.of(passage).ifPresent(pair -> pairs.put(passage.key(), pair));
      }
    }
    return pairs.size() < Trial.LEAST_PAIRS ? Map.of() : pairs;
  }

  private List<Trial.Vectors> vectors(Map<PassageKey, OwnPair> pairs) throws IOException {
    List<Trial.Vectors> vectors = new ArrayList<>();
    for (Map.Entry<PassageKey, OwnPair> pair : pairs.entrySet()) {
      if (stopped.getAsBoolean()) {
        break;
      }
      float[] sentence = store.embedder().embed(pair.getValue().sentence());
      float[] rest = store.embedder().embed(pair.getValue().rest());
      vectors.add(new Trial.Vectors(pair.getKey(), sentence, rest));
    }
    return vectors;
  }

  private List<Passage> passages(Set<PassageKey> wanted) {
    List<Passage> passages = new ArrayList<>();
    List<Passage> more = List.of();
    do {
      more.forEach(passage -> wanted.remove(passage.key()));
      more = held.unknown(key -> !wanted.contains(key), LETTERS);
      passages.addAll(more);
    } while (!more.isEmpty() && !stopped.getAsBoolean());
    return passages;
  }
}
