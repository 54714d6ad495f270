package org.dafu.app.evaluate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file of JSON objects, one a line; blank lines are nothing. */
final class JsonLines {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** What is done with each object. */
  interface Each {
    void take(Line line) throws IOException;
  }

  /** An object and where it stands. */
  record Line(Path file, int number, JsonNode object) {
    /**
     * The text of this name.
     *
     * @throws FaultyLine if there is none
     */
    String required(String name) throws FaultyLine {
      JsonNode value = object.get(name);
      if (value == null || value.isContainerNode() || value.isNull()) {
        throw new FaultyLine(file, number, "no text under \"" + name + "\"");
      }
      return value.asText();
    }

    /** The text of this name; empty if there is none. */
    String optional(String name) {
      return object.path(name).asText("");
    }
  }

  private JsonLines() {}

  /**
   * Reads all of the file.
   *
   * @throws FaultyLine if a line is no JSON object
   */
  static void read(Path file, Each each) throws IOException {
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      int number = 0;
      for (String text = lines.readLine(); text != null; text = lines.readLine()) {
        number++;
        if (!text.isBlank()) {
          each.take(new Line(file, number, object(file, number, text)));
        }
      }
    }
  }

  private static JsonNode object(Path file, int number, String text) throws FaultyLine {
    try {
      JsonNode object = JSON.readTree(text);
      if (object.isObject()) {
        return object;
      }
    } catch (JsonProcessingException e) {
      throw new FaultyLine(file, number, "no JSON: " + e.getOriginalMessage());
    }
    throw new FaultyLine(file, number, "no JSON object");
  }
}
