package org.dafu.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.file.Path;
import org.dafu.app.config.ConfigFolder;
import org.dafu.app.config.IndexConfig;
import org.dafu.lucene.Weights;
import org.junit.jupiter.api.Test;

class WiringTest {
  @Test
  void weights_ofTheProjectsConfiguration_areTheMeasuredOnes() throws IOException {
    IndexConfig config =
        assertInstanceOf(
            IndexConfig.class, ConfigFolder.read(Path.of("index-config"), "index-config"));
    assertEquals(Weights.DEFAULT, Wiring.weights(config.weights()));
  }
}
