package org.dafu.contract;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.dafu.ingest.Intake;
import org.dafu.search.ReplyJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every letter written for the purpose, one oddity each, against what its author says must be read
 * from it: {@code fixtures/<format>/<case>.<ext>} and beside it {@code <case>.expected.json}.
 */
class FixturesTest {
  private static final Path FIXTURES = Path.of("src/test/resources/fixtures");
  private static final ObjectMapper JSON = ReplyJson.newMapper();
  private static final String TRUTH = ".expected.json";

  /** What was written for each format; a fixture that is not found is not tested. */
  private static final Map<String, Integer> FEWEST =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("pdf", 25),
              Map.entry("docx", 13),
              Map.entry("doc", 10),
              Map.entry("rtf", 3),
              Map.entry("mht", 1),
              Map.entry("wps", 3),
              Map.entry("scan", 3),
              Map.entry("zip", 11),
              Map.entry("jsonl", 4),
              Map.entry("text", 52),
              Map.entry("markdown", 34),
              Map.entry("html", 45)));

  /** A fixture. */
  record Fixture(Path file, JsonNode truth) {
    String format() {
      return FIXTURES.relativize(file).getName(0).toString();
    }

    String name() {
      return format() + "/" + file.getFileName();
    }

    @Override
    public String toString() {
      return name();
    }
  }

  static List<Fixture> fixtures() throws IOException {
    List<Fixture> fixtures = new ArrayList<>();
    try (Stream<Path> files = Files.walk(FIXTURES)) {
      for (Path truth : files.filter(file -> file.toString().endsWith(TRUTH)).sorted().toList()) {
        fixtures.add(new Fixture(described(truth), JSON.readTree(truth.toFile())));
      }
    }
    return fixtures;
  }

  private static Path described(Path truth) throws IOException {
    String beginning = truth.getFileName().toString().replace(TRUTH, ".");
    try (Stream<Path> beside = Files.list(truth.getParent())) {
      return beside
          .filter(file -> file.getFileName().toString().startsWith(beginning))
          .filter(file -> !file.equals(truth))
          .findFirst()
          .orElseThrow(() -> new IOException("nothing beside " + truth));
    }
  }

  /** What must hold for each of them: read or refused as said, nothing leaked, nothing lost. */
  @ParameterizedTest
  @MethodSource("fixtures")
  void letter_isReadOrRefusedAsItsAuthorSays(Fixture fixture) throws IOException {
    List<Taken> taken = Taken.all(fixture.file());
    if (fixture.truth().has("letters")) {
      several(fixture, taken);
      return;
    }
    assertEquals(1, taken.size(), taken.toString());
    if (fixture.truth().has("unreadable")) {
      Intake.Refused refused = taken.getFirst().refused();
      assertTrue(refused.reason().codePoints().count() > 8, refused.reason());
      assertEquals(fixture.truth().get("unreadable").asText(), Taken.code(fixture.file()));
    } else {
      said(fixture.truth(), taken.getFirst());
    }
  }

  private static void several(Fixture fixture, List<Taken> taken) throws IOException {
    String file = fixture.file().toString();
    List<String> expected = new ArrayList<>();
    fixture
        .truth()
        .get("letters")
        .forEach(letter -> expected.add(file + letter.get("path").asText()));
    assertEquals(expected, taken.stream().map(Taken::path).toList());
    for (int i = 0; i < taken.size(); i++) {
      JsonNode letter = fixture.truth().get("letters").get(i);
      if (letter.has("refused")) {
        String reason = taken.get(i).refused().reason();
        assertTrue(reason.contains(letter.get("refused").asText()), reason);
      } else {
        said(letter, taken.get(i));
      }
    }
  }

  private static void said(JsonNode truth, Taken taken) throws IOException {
    JsonNode read = taken.json();
    String text = FieldScore.fold(read.get("text"));
    for (JsonNode kept : truth.path("kept")) {
      assertTrue(text.contains(FieldScore.fold(kept)), () -> "lost: " + kept + " of\n" + text);
    }
    for (JsonNode absent : truth.path("absent")) {
      assertFalse(text.contains(FieldScore.fold(absent)), () -> "not to be read: " + absent);
    }
    String digits = FieldScore.fold(read).replaceAll("[()—–-]", "");
    for (JsonNode redacted : truth.path("redacted")) {
      String bare = FieldScore.fold(redacted).replaceAll("[()—–-]", "");
      assertFalse(digits.contains(bare), () -> "leaks " + redacted);
    }
  }

  @Test
  void fixtures_areAllFound() throws IOException {
    Map<String, Integer> found = new TreeMap<>();
    fixtures().forEach(fixture -> found.merge(fixture.format(), 1, Integer::sum));
    assertAll(
        FEWEST.entrySet().stream()
            .map(
                fewest ->
                    () ->
                        assertTrue(
                            found.getOrDefault(fewest.getKey(), 0) >= fewest.getValue(),
                            () -> fewest + " wanted, found " + found)));
  }

  /** Of a document that is no letter only that is certain: what its parts would mean is not. */
  private static JsonNode certain(JsonNode truth) {
    return truth.path("isReply").asBoolean(true)
        ? truth
        : truth.<ObjectNode>deepCopy().retain("isReply");
  }

  /** The measure of the whole: no field falls behind, nothing is invented. */
  @Test
  void fields_areRight() throws IOException {
    FieldScore score = new FieldScore();
    for (Fixture fixture : fixtures()) {
      List<Taken> taken = Taken.all(fixture.file());
      if (fixture.truth().has("letters")) {
        for (int i = 0; i < taken.size(); i++) {
          JsonNode letter = fixture.truth().get("letters").get(i);
          if (!letter.has("refused")) {
            score.add(fixture.name() + letter.get("path").asText(), letter, taken.get(i).json());
          }
        }
      } else if (!fixture.truth().has("unreadable")) {
        score.add(fixture.name(), certain(fixture.truth()), taken.getFirst().json());
      }
    }
    System.out.println(score);
    assertTrue(score.overAll() >= 0.95, () -> "over all " + score.overAll());
    assertAll(
        score.fields().stream()
            .map(field -> () -> assertTrue(score.of(field) >= 0.85, () -> score.misses(field))));
    assertTrue(score.invented() <= 0.01, () -> "wrong where there is nothing: " + score.invented());
  }
}
