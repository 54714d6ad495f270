package org.dafu.meaning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScatterTest {
  private static final int DIMENSIONS = 12;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void inverse_timesWhatItIsOf_isOne(long seed) {
    Random random = new Random(seed);
    Scatter scatter = new Scatter(DIMENSIONS);
    double[][] sums = new double[DIMENSIONS][DIMENSIONS];
    int vectors = 5 + random.nextInt(40);
    for (int n = 0; n < vectors; n++) {
      float[] vector = new float[DIMENSIONS];
      for (int i = 0; i < DIMENSIONS; i++) {
        vector[i] = (float) random.nextGaussian() * (i + 1);
      }
      scatter.add(vector);
      for (int i = 0; i < DIMENSIONS; i++) {
        for (int j = 0; j < DIMENSIONS; j++) {
          sums[i][j] += (double) vector[i] * vector[j];
        }
      }
    }
    double mean = 0;
    for (int i = 0; i < DIMENSIONS; i++) {
      mean += sums[i][i] / DIMENSIONS / vectors;
    }
    float[] inverse = scatter.inverse(0.5).orElseThrow();
    for (int i = 0; i < DIMENSIONS; i++) {
      for (int j = 0; j < DIMENSIONS; j++) {
        double product = 0;
        for (int k = 0; k < DIMENSIONS; k++) {
          double own = sums[i][k] / vectors / mean + (i == k ? 0.5 : 0);
          product += own * inverse[k * DIMENSIONS + j];
        }
        assertEquals(i == j ? 1 : 0, product, 1e-4, "seed " + seed + " at " + i + ", " + j);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void inverse_ofNothing_isNone(int vectors) {
    Scatter scatter = new Scatter(DIMENSIONS);
    for (int i = 0; i < vectors; i++) {
      scatter.add(new float[DIMENSIONS]);
    }
    assertTrue(scatter.inverse(3).isEmpty());
  }
}
