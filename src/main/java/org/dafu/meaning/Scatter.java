package org.dafu.meaning;

import java.util.Optional;

/** In which directions some vectors are long: the mean of their products with themselves. */
final class Scatter {
  private final int dimensions;
  private final double[][] sums;
  private int vectors;

  Scatter(int dimensions) {
    this.dimensions = dimensions;
    this.sums = new double[dimensions][dimensions];
  }

  /** Takes one vector more into account. */
  void add(float[] vector) {
    for (int row = 0; row < dimensions; row++) {
      double factor = vector[row];
      double[] sum = sums[row];
      for (int i = 0; i <= row; i++) {
        sum[i] += factor * vector[i];
      }
    }
    vectors++;
  }

  /**
   * The inverse, with this many times the mean of all directions added to each of them: the more,
   * the less the directions are told apart.
   *
   * @return row by row; empty if there is none, as of no vectors
   */
  Optional<float[]> inverse(double shrinkage) {
    double trace = 0;
    for (int i = 0; i < dimensions; i++) {
      trace += sums[i][i];
    }
    double mean = trace / dimensions / Math.max(1, vectors);
    if (!(mean > 0)) {
      return Optional.empty();
    }
    double[][] lower = lower(shrinkage, mean);
    float[] inverse = new float[dimensions * dimensions];
    for (int column = 0; column < dimensions; column++) {
      double[] solved = solve(lower, column);
      for (int row = 0; row < dimensions; row++) {
        inverse[row * dimensions + column] = (float) solved[row];
      }
    }
    return Optional.of(inverse);
  }

  /** The lower triangle whose product with its own mirror image this is, in means (Cholesky). */
  private double[][] lower(double shrinkage, double mean) {
    double[][] lower = new double[dimensions][];
    for (int row = 0; row < dimensions; row++) {
      lower[row] = new double[row + 1];
      for (int column = 0; column <= row; column++) {
        double sum = sums[row][column] / vectors / mean + (row == column ? shrinkage : 0);
        for (int i = 0; i < column; i++) {
          sum -= lower[row][i] * lower[column][i];
        }
        lower[row][column] = row == column ? Math.sqrt(sum) : sum / lower[column][column];
      }
    }
    return lower;
  }

  /** One column of the inverse. */
  private double[] solve(double[][] lower, int one) {
    double[] solved = new double[dimensions];
    solved[one] = 1;
    for (int row = one; row < dimensions; row++) {
      for (int i = one; i < row; i++) {
        solved[row] -= lower[row][i] * solved[i];
      }
      solved[row] /= lower[row][row];
    }
    for (int row = dimensions - 1; row >= 0; row--) {
      solved[row] /= lower[row][row];
      for (int i = 0; i < row; i++) {
        solved[i] -= lower[row][i] * solved[row];
      }
    }
    return solved;
  }
}
