package org.dafu.meaning;

import java.io.IOException;
import org.dafu.search.Embedder;

/** Texts are near that have the same characters. */
final class FakeEmbedder implements Embedder {
  private final String model;
  private final int dimensions;
  private boolean failing;
  int texts;

  FakeEmbedder(String model, int dimensions) {
    this.model = model;
    this.dimensions = dimensions;
  }

  void fail() {
    failing = true;
  }

  @Override
  public String model() {
    return model;
  }

  @Override
  public int dimensions() {
    return dimensions;
  }

  @Override
  public float[] embed(String text) throws IOException {
    if (failing) {
      throw new IOException("no model here");
    }
    texts++;
    float[] vector = new float[dimensions];
    text.chars().forEach(each -> vector[each % dimensions]++);
    double length = 0;
    for (float each : vector) {
      length += each * each;
    }
    for (int i = 0; i < dimensions; i++) {
      vector[i] /= (float) Math.sqrt(length);
    }
    return vector;
  }

  @Override
  public void close() {}
}
