package org.dafu.extract;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.dafu.reply.Figure;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Compares figures read out of the sample letters with the complete lists that their authors gave
 * for sixteen of them. A figure is right if its type and value are.
 */
class FigureTruthTest {
  private static final Path CORPUS = Path.of("sample-corpus");
  private static final Path TRUTH = Path.of("src/test/resources/truth/sample-corpus.jsonl");

  /** 412 亩 are 274666.67 m² to one author and 274667 to another. */
  private static final double TOLERANCE = 0.003;

  private static final Map<String, Tally> TALLIES = new TreeMap<>();
  private static final Tally ALL = new Tally();

  private static final class Tally {
    private int stated;
    private int found;
    private int right;

    double precision() {
      return found == 0 ? 1 : (double) right / found;
    }

    double recall() {
      return stated == 0 ? 1 : (double) right / stated;
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT, "of %d precision %.3f recall %.3f", stated, precision(), recall());
    }
  }

  @BeforeAll
  static void compare() throws IOException {
    ObjectMapper json = new ObjectMapper();
    for (String line : Files.readAllLines(TRUTH)) {
      JsonNode truth = json.readTree(line);
      if (truth.has("figures")) {
        List<Figure> found = Extract.file(CORPUS.resolve(truth.get("file").asText())).figures();
        compare(truth.get("figures"), new ArrayList<>(found));
      }
    }
    TALLIES.forEach((type, tally) -> System.out.println(type + " " + tally));
    System.out.println("all " + ALL);
  }

  private static void compare(JsonNode stated, List<Figure> found) {
    found.forEach(figure -> tally(figure.type().code()).found++);
    ALL.found += found.size();
    for (JsonNode figure : stated) {
      Tally tally = tally(figure.get("type").asText());
      tally.stated++;
      ALL.stated++;
      for (int i = 0; i < found.size(); i++) {
        if (isSame(figure, found.get(i))) {
          found.remove(i);
          tally.right++;
          ALL.right++;
          break;
        }
      }
    }
  }

  private static Tally tally(String type) {
    return TALLIES.computeIfAbsent(type, key -> new Tally());
  }

  private static boolean isSame(JsonNode stated, Figure found) {
    double value = stated.get("value").asDouble();
    return stated.get("type").asText().equals(found.type().code())
        && Math.abs(value - found.value()) <= TOLERANCE * Math.abs(value);
  }

  @Test
  void figures_areRightAndComplete() {
    assertTrue(ALL.stated > 500, "the truth holds " + ALL.stated);
    assertTrue(ALL.precision() >= 0.92, ALL.toString());
    assertTrue(ALL.recall() >= 0.92, ALL.toString());
  }

  @Test
  void figuresWithUnitsOfMeasure_areNearlyAllFound() {
    for (String type : List.of("money", "rate", "area", "length", "beds")) {
      Tally tally = tally(type);
      assertTrue(tally.precision() >= 0.95, type + " " + tally);
      assertTrue(tally.recall() >= 0.9, type + " " + tally);
    }
  }
}
