package org.dafu.meaning;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dafu.search.PassageKey;

/**
 * Learns a lens from pairs of texts that belong together, and lets it be used only if it proves
 * itself on pairs that it was not learnt from: asked with a sentence, it has to find the rest of
 * the sentence's passage among the rests of others, clearly better than without it.
 */
final class Trial {
  /** So many times the mean is added to every direction: few pairs must not mean much. */
  private static final double SHRINKAGE = 3;

  /** Learning from fewer is guessing. */
  static final int LEAST_PAIRS = 200;

  /** Of the mean reciprocal rank. */
  private static final double LEAST_GAIN = 0.02;

  private static final double STANDARD_ERRORS = 3;

  private Trial() {}

  /** The vectors of a pair, and the passage that it is of. */
  static final class Vectors {
    private final PassageKey passage;
    private final float[] sentence;
    private final float[] rest;

    Vectors(PassageKey passage, float[] sentence, float[] rest) {
      this.passage = passage;
      this.sentence = sentence;
      this.rest = rest;
    }
  }

  /**
   * A lens that proved itself.
   *
   * @param crowd that it is to be used with
   * @return empty if it did not
   */
  static Optional<Lens> learn(List<Vectors> pairs, Map<PassageKey, Vector> crowd) {
    if (pairs.size() < LEAST_PAIRS) {
      return Optional.empty();
    }
    List<Vectors> first = pairs.subList(0, pairs.size() / 2);
    List<Vectors> second = pairs.subList(pairs.size() / 2, pairs.size());
    return matrix(first)
        .map(matrix -> new Lens(matrix, rests(first)))
        .filter(lens -> isClear(ranks(second, Lens.NONE), ranks(second, lens)))
        .flatMap(lens -> matrix(pairs))
        .map(matrix -> new Lens(matrix, crowd));
  }

  private static Optional<float[]> matrix(List<Vectors> pairs) {
    int dimensions = pairs.getFirst().sentence.length;
    Scatter within = new Scatter(dimensions);
    for (Vectors pair : pairs) {
      float[] difference = new float[dimensions];
      for (int i = 0; i < dimensions; i++) {
        difference[i] = pair.sentence[i] - pair.rest[i];
      }
      within.add(difference);
    }
    return within.inverse(SHRINKAGE);
  }

  private static Map<PassageKey, Vector> rests(List<Vectors> pairs) {
    Map<PassageKey, Vector> rests = new LinkedHashMap<>();
    pairs.forEach(pair -> rests.put(pair.passage, Vector.of(pair.rest)));
    return rests;
  }

  /** The reciprocal rank of each sentence's own rest. */
  private static double[] ranks(List<Vectors> pairs, Lens lens) {
    List<Vector> rests =
        rests(pairs).entrySet().stream()
            .map(rest -> rest.getValue().at(lens.place(rest.getKey(), rest.getValue())))
            .toList();
    double[] ranks = new double[pairs.size()];
    for (int i = 0; i < ranks.length; i++) {
      Vector.Question sentence = lens.question(pairs.get(i).sentence);
      float own = sentence.times(rests.get(i));
      ranks[i] = 1.0 / (1 + rests.stream().filter(rest -> sentence.times(rest) > own).count());
    }
    return ranks;
  }

  private static boolean isClear(double[] without, double[] with) {
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < with.length; i++) {
      double gain = with[i] - without[i];
      sum += gain;
      squares += gain * gain;
    }
    double mean = sum / with.length;
    double deviation = Math.sqrt(Math.max(0, squares / with.length - mean * mean));
    return mean >= LEAST_GAIN && mean >= STANDARD_ERRORS * deviation / Math.sqrt(with.length);
  }
}
