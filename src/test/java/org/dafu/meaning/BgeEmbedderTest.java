package org.dafu.meaning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class BgeEmbedderTest {
  private static final Path LIBRARIES = Path.of("target", "meaning");

  private static double nearness(float[] one, float[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += one[i] * other[i];
    }
    return sum;
  }

  @Test
  void embed_sameMatterInOtherWords_isNearerThanAnotherMatter() throws IOException {
    BgeEmbedder embedder = new BgeEmbedder(LIBRARIES);
    float[] canteen = embedder.embed("为高龄老人提供就餐补助");
    float[] other = embedder.embed("老年食堂助餐补贴标准");
    float[] parking = embedder.embed("小区停车位不足，车辆乱停乱放");
    assertEquals(embedder.dimensions(), canteen.length);
    assertEquals(1, nearness(canteen, canteen), 1e-4);
    assertTrue(nearness(canteen, other) > nearness(canteen, parking) + 0.2);
    assertTrue(nearness(parking, embedder.embed("車位太少")) > nearness(canteen, parking));
    assertEquals(1, nearness(embedder.embed("A市"), embedder.embed("a市")), 1e-4);
    assertEquals(512, embedder.embed("养老".repeat(2000)).length);
    embedder.close();
    assertThrows(IOException.class, () -> embedder.embed("养老"));
  }
}
