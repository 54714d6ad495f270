package org.dafu.meaning;

import java.nio.ByteBuffer;

/** A vector in a quarter of its size: each number as 127 steps of the largest. */
final class Vector {
  /** Steps of a question's numbers, finer: sums of products stay far from the end of int. */
  private static final int FINE_STEPS = 2047;

  private static final int STEPS = 127;

  /** The numbers, and what one step of them is worth. */
  private final byte[] steps;

  private final float step;

  private final Lens.Place place;

  private Vector(byte[] steps, float step, Lens.Place place) {
    this.steps = steps;
    this.step = step;
    this.place = place;
  }

  /** A question made ready for many comparisons. */
  static final class Question {
    private final int[] steps;
    private final float step;

    private Question(int[] steps, float step) {
      this.steps = steps;
      this.step = step;
    }

    static Question of(float[] vector) {
      float step = largest(vector) / FINE_STEPS;
      int[] steps = new int[vector.length];
      for (int i = 0; i < steps.length; i++) {
        steps[i] = Math.round(vector[i] / step);
      }
      return new Question(steps, step);
    }

    /** The product of both vectors, as seen from the other's place. */
    float times(Vector other) {
      int sum = 0;
      for (int i = 0; i < steps.length; i++) {
        sum += steps[i] * other.steps[i];
      }
      return sum * step * other.step * other.place.scale() - other.place.crowding();
    }
  }

  static Vector of(float[] vector) {
    float step = largest(vector) / STEPS;
    byte[] steps = new byte[vector.length];
    for (int i = 0; i < steps.length; i++) {
      steps[i] = (byte) Math.round(vector[i] / step);
    }
    return new Vector(steps, step, Lens.Place.PLAIN);
  }

  private static float largest(float[] vector) {
    float largest = Float.MIN_NORMAL;
    for (float each : vector) {
      largest = Math.max(largest, Math.abs(each));
    }
    return largest;
  }

  static Vector read(ByteBuffer from, int dimensions) {
    float step = from.getFloat();
    byte[] steps = new byte[dimensions];
    from.get(steps);
    return new Vector(steps, step, Lens.Place.PLAIN);
  }

  /** The same numbers in another place. */
  Vector at(Lens.Place other) {
    return new Vector(steps, step, other);
  }

  Lens.Place place() {
    return place;
  }

  float[] numbers() {
    float[] numbers = new float[steps.length];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = steps[i] * step;
    }
    return numbers;
  }

  /** Writes the numbers; their place is no part of them. */
  void write(ByteBuffer to) {
    to.putFloat(step).put(steps);
  }
}
