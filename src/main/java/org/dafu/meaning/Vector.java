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

  private Vector(byte[] steps, float step) {
    this.steps = steps;
    this.step = step;
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

    /** The product of both vectors. */
    float times(Vector other) {
      int sum = 0;
      for (int i = 0; i < steps.length; i++) {
        sum += steps[i] * other.steps[i];
      }
      return sum * step * other.step;
    }
  }

  static Vector of(float[] vector) {
    float step = largest(vector) / STEPS;
    byte[] steps = new byte[vector.length];
    for (int i = 0; i < steps.length; i++) {
      steps[i] = (byte) Math.round(vector[i] / step);
    }
    return new Vector(steps, step);
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
    return new Vector(steps, step);
  }

  void write(ByteBuffer to) {
    to.putFloat(step).put(steps);
  }
}
