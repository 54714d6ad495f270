package org.dafu.meaning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.dafu.search.PassageKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrialTest {
  private static final int DIMENSIONS = 32;

  /** The first so many directions are manner. */
  private static final int MANNER = 8;

  private static float[] unit(Random random, float[] matter, double manner) {
    float[] vector = matter.clone();
    double squares = 0;
    for (int i = 0; i < DIMENSIONS; i++) {
      vector[i] += (float) (random.nextGaussian() * (i < MANNER ? manner : 0.3));
      squares += vector[i] * vector[i];
    }
    for (int i = 0; i < DIMENSIONS; i++) {
      vector[i] /= (float) Math.sqrt(squares);
    }
    return vector;
  }

  private static float[] gaussian(Random random) {
    float[] vector = new float[DIMENSIONS];
    for (int i = 0; i < DIMENSIONS; i++) {
      vector[i] = (float) random.nextGaussian();
    }
    return vector;
  }

  /** Pairs of one matter in manners of their own. */
  private static List<Trial.Vectors> pairs(Random random, int count, double manner) {
    List<Trial.Vectors> pairs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      float[] matter = gaussian(random);
      pairs.add(
          new Trial.Vectors(
              PassageKey.of("第" + i + "段"),
              unit(random, matter, manner),
              unit(random, matter, manner)));
    }
    return pairs;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void learn_mannersDiffer_looksThroughThem(long seed) {
    Random random = new Random(seed);
    Lens lens = Trial.learn(pairs(random, 400, 3), Map.of()).orElseThrow();
    assertFalse(lens.isPlain());
    PassageKey key = PassageKey.of("一段");
    int plain = 0;
    int through = 0;
    for (int i = 0; i < 200; i++) {
      float[] matter = gaussian(random);
      float[] question = unit(random, matter, 3);
      Vector own = Vector.of(unit(random, matter, 3));
      Vector other = Vector.of(unit(random, gaussian(random), 3));
      Vector.Question asked = Vector.Question.of(question);
      Vector.Question seen = lens.question(question);
      plain += asked.times(own) > asked.times(other) ? 1 : 0;
      through +=
          seen.times(own.at(lens.place(key, own))) > seen.times(other.at(lens.place(key, other)))
              ? 1
              : 0;
    }
    assertTrue(through > plain + 10, "seed " + seed + ": " + through + " of 200, not " + plain);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void learn_randomPairs_isRefused(long seed) {
    Random random = new Random(seed);
    List<Trial.Vectors> pairs = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      float[] sentence = unit(random, gaussian(random), 3);
      float[] rest = unit(random, gaussian(random), 3);
      pairs.add(new Trial.Vectors(PassageKey.of("第" + i + "段"), sentence, rest));
    }
    assertTrue(Trial.learn(pairs, Map.of()).isEmpty(), "seed " + seed);
  }

  @Test
  void learn_nothingToGain_isRefused() {
    List<Trial.Vectors> pairs = pairs(new Random(7), 400, 0.05);
    assertTrue(Trial.learn(pairs, Map.of()).isEmpty());
  }

  @Test
  void learn_ofFew_isRefused() {
    List<Trial.Vectors> pairs = pairs(new Random(8), Trial.LEAST_PAIRS, 3);
    assertTrue(Trial.learn(pairs, Map.of()).isPresent());
    assertTrue(Trial.learn(pairs.subList(1, pairs.size()), Map.of()).isEmpty());
  }

  @Test
  void place_nearToTheCrowd_countsLess() {
    Random random = new Random(9);
    Map<PassageKey, Vector> crowd = new LinkedHashMap<>();
    float[] common = gaussian(random);
    for (int i = 0; i < 20; i++) {
      crowd.put(PassageKey.of("第" + i + "段"), Vector.of(unit(random, common, 0.1)));
    }
    float[] matrix = new float[DIMENSIONS * DIMENSIONS];
    for (int i = 0; i < DIMENSIONS; i++) {
      matrix[i * DIMENSIONS + i] = 2;
    }
    Lens lens = new Lens(matrix, crowd);
    PassageKey key = PassageKey.of("一段");
    Vector usual = Vector.of(unit(random, common, 0.1));
    Vector rare = Vector.of(unit(random, gaussian(random), 0.1));
    assertTrue(lens.place(key, usual).crowding() > lens.place(key, rare).crowding() + 0.05);
    float[] self = usual.numbers();
    float near = lens.question(self).times(usual.at(lens.place(key, usual)));
    assertEquals(1 - lens.place(key, usual).crowding(), near, 0.02, "of length 1 through the lens");
    Vector.Question plain = Lens.NONE.question(self);
    assertEquals(1, plain.times(usual.at(Lens.NONE.place(key, usual))), 0.02);
  }
}
