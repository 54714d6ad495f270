package org.dafu.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class WeightsTest {
  private static Weights with(double title, double b) {
    return new Weights(title, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 60, 1.5, b);
  }

  @Test
  void weights_outOfRange_areRefused() {
    assertThrows(IllegalArgumentException.class, () -> with(-1, 0.9));
    assertThrows(IllegalArgumentException.class, () -> with(Double.NaN, 0.9));
    assertThrows(IllegalArgumentException.class, () -> with(Double.POSITIVE_INFINITY, 0.9));
    assertThrows(IllegalArgumentException.class, () -> with(1, 1.1));
  }

  @Test
  void parts_withoutWeight_areNotAskedFor() {
    assertFalse(with(0, 0.9).parts().containsKey(Part.TITLE));
    assertEquals(4, with(1, 0.9).parts().size());
  }
}
