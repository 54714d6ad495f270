package org.dafu.meaning;

import java.util.LinkedHashMap;
import java.util.Map;
import org.dafu.search.PassageKey;
import org.jspecify.annotations.Nullable;

/**
 * How the vectors of one collection are compared. A model is made for texts of every kind; in the
 * letters of one collection most of what its vectors tell apart is manner: greetings, dates,
 * answers and thanks. A lens makes little of the directions in which the parts of one passage
 * differ (within-class covariance normalisation; Hatch, Kajarekar and Stolcke 2006), and takes
 * something off passages that are near to everything (as cross-domain similarity local scaling;
 * Conneau et al. 2018).
 *
 * <p>Only a question goes through the matrix; of a passage two numbers are enough, so that the
 * vectors kept stay as the model made them.
 */
final class Lens {
  /** Vectors are compared as they are. */
  static final Lens NONE = plain(Map.of());

  /** What is taken off, as part of the mean of the nearest of the crowd. */
  private static final float CROWDING_WEIGHT = 0.3f;

  private static final int NEAREST = 5;

  private final float[] matrix;
  private final Map<PassageKey, Vector> crowd;

  /** The crowd in its places, once a passage is asked for that has none. */
  private @Nullable Map<PassageKey, Vector> placed;

  /**
   * A lens.
   *
   * @param matrix symmetric and positive definite, row by row; plain if it is empty
   * @param crowd a sample of the collection's passages
   */
  Lens(float[] matrix, Map<PassageKey, Vector> crowd) {
    this.matrix = matrix;
    this.crowd = crowd;
  }

  /**
   * Where a passage stands.
   *
   * @param scale makes its length through the lens 1
   * @param crowding how near it is to everything
   */
  record Place(float scale, float crowding) {
    static final Place PLAIN = new Place(1, 0);
  }

  /** What is learnt of these, and is not to be learnt again: to compare vectors as they are. */
  static Lens plain(Map<PassageKey, Vector> crowd) {
    return new Lens(new float[0], crowd);
  }

  /** Whether vectors are compared as they are. */
  boolean isPlain() {
    return matrix.length == 0;
  }

  float[] matrix() {
    return matrix.clone();
  }

  /** The sample that it was learnt of. */
  Map<PassageKey, Vector> crowd() {
    return crowd;
  }

  /** A question made ready for comparisons with passages in their places. */
  Vector.Question question(float[] vector) {
    return Vector.Question.of(isPlain() ? vector : seen(vector));
  }

  /** Where a passage stands. */
  Place place(PassageKey key, Vector passage) {
    if (isPlain()) {
      return Place.PLAIN;
    }
    float[] vector = passage.numbers();
    float[] through = through(vector);
    float scale = (float) (1 / length(vector, through));
    return new Place(scale, CROWDING_WEIGHT * crowding(key, scaled(through, scale)));
  }

  private synchronized Map<PassageKey, Vector> placed() {
    if (placed == null) {
      Map<PassageKey, Vector> places = new LinkedHashMap<>();
      crowd.forEach(
          (key, each) -> {
            float[] vector = each.numbers();
            float scale = (float) (1 / length(vector, through(vector)));
            places.put(key, each.at(new Place(scale, 0)));
          });
      placed = places;
    }
    return placed;
  }

  private float crowding(PassageKey key, float[] seen) {
    Vector.Question passage = Vector.Question.of(seen);
    float[] nearest = new float[NEAREST];
    for (Map.Entry<PassageKey, Vector> each : placed().entrySet()) {
      if (!each.getKey().equals(key)) {
        insert(passage.times(each.getValue()), nearest);
      }
    }
    float sum = 0;
    for (float each : nearest) {
      sum += each;
    }
    return sum / NEAREST;
  }

  /** Keeps the greatest in descending order. */
  private static void insert(float number, float[] greatest) {
    float next = number;
    for (int i = 0; i < greatest.length && next > 0; i++) {
      if (next > greatest[i]) {
        float less = greatest[i];
        greatest[i] = next;
        next = less;
      }
    }
  }

  private float[] seen(float[] vector) {
    float[] through = through(vector);
    return scaled(through, (float) (1 / length(vector, through)));
  }

  private float[] through(float[] vector) {
    float[] through = new float[vector.length];
    for (int row = 0; row < vector.length; row++) {
      float factor = vector[row]; // the matrix is symmetric: its rows are its columns
      int at = row * vector.length;
      for (int i = 0; i < vector.length; i++) {
        through[i] += factor * matrix[at + i];
      }
    }
    return through;
  }

  private static double length(float[] vector, float[] through) {
    double square = 0;
    for (int i = 0; i < vector.length; i++) {
      square += (double) vector[i] * through[i];
    }
    return Math.max(Math.sqrt(square), Float.MIN_NORMAL);
  }

  private static float[] scaled(float[] vector, float factor) {
    float[] scaled = new float[vector.length];
    for (int i = 0; i < vector.length; i++) {
      scaled[i] = vector[i] * factor;
    }
    return scaled;
  }
}
