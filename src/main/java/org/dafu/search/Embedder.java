package org.dafu.search;

import java.io.Closeable;
import java.io.IOException;

/**
 * Turns texts into vectors whose directions are near where the texts mean the like (embeddings,
 * 语义向量). What it needs it loads with the first text. Safe for use by many threads.
 */
public interface Embedder extends Closeable {
  /** The model's name; vectors of two models are never compared. */
  String model();

  /** How many numbers a vector has. */
  int dimensions();

  /**
   * The vector of a text, of length 1.
   *
   * @param text any; of a long one the beginning, about 500 Chinese characters
   * @throws IOException if the model cannot be had, or does not run on this machine
   */
  float[] embed(String text) throws IOException;
}
