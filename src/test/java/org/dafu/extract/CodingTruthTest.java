package org.dafu.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.dafu.reply.Reply;
import org.dafu.reply.Section;
import org.dafu.search.ReplyJson;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Compares the codes of sections with those that the sample letters' authors gave, section by
 * section, as micro-averaged F1. Half of the letters were looked at when the cues were written; the
 * floors hold for all of them and lie a little below what was measured.
 */
class CodingTruthTest {
  private static final Path CORPUS = Path.of("sample-corpus");
  private static final Path TRUTH = Path.of("src/test/resources/truth/sample-corpus.jsonl");
  private static final ObjectMapper JSON = ReplyJson.newMapper();
  private static final Map<String, Function<Section, List<String>>> LISTS =
      Map.of(
          "measures", Section::measures,
          "instruments", Section::instruments,
          "status", Section::status);

  private static final Map<String, CodeScore> SCORES = new TreeMap<>();
  private static int letters;
  private static int aligned;

  @BeforeAll
  static void readAll() throws IOException {
    for (String line : Files.readAllLines(TRUTH)) {
      JsonNode truth = JSON.readTree(line);
      Reply reply = Extract.file(CORPUS.resolve(truth.get("file").asText()));
      letters++;
      if (reply.sections().size() == truth.get("sectionLabels").size()) {
        aligned++;
        LISTS.forEach((list, codes) -> compare(list, codes, truth.get("sectionLabels"), reply));
      }
    }
    SCORES.forEach((list, score) -> System.out.println(list + " " + score));
  }

  private static void compare(
      String list, Function<Section, List<String>> codes, JsonNode labels, Reply reply) {
    for (int s = 0; s < labels.size(); s++) {
      Set<String> truth = new HashSet<>();
      labels.get(s).get(list).forEach(code -> truth.add(code.asText()));
      Set<String> read = new HashSet<>(codes.apply(reply.sections().get(s)));
      SCORES.computeIfAbsent(list, each -> new CodeScore()).add(truth, read);
    }
  }

  private static double f1(String list) {
    return SCORES.getOrDefault(list, new CodeScore()).f1();
  }

  @Test
  void sections_areThoseOfTheTruth() {
    assertEquals(67, letters);
    assertTrue(aligned >= 64, () -> "sections differ in " + (letters - aligned) + " letters");
  }

  @Test
  void measures_areAsCodersGiveThem() {
    assertTrue(f1("measures") >= 0.78, () -> "F1 " + f1("measures"));
  }

  @Test
  void instruments_areAsCodersGiveThem() {
    assertTrue(f1("instruments") >= 0.64, () -> "F1 " + f1("instruments"));
  }

  @Test
  void status_isAsCodersGiveIt() {
    assertTrue(f1("status") >= 0.70, () -> "F1 " + f1("status"));
  }

  @Test
  void cues_standInTheLetterAndInItsLists() throws IOException {
    for (String line : Files.readAllLines(TRUTH)) {
      Reply reply = Extract.file(CORPUS.resolve(JSON.readTree(line).get("file").asText()));
      for (Section section : reply.allSections()) {
        Set<String> codes = new HashSet<>();
        LISTS.values().forEach(list -> codes.addAll(list.apply(section)));
        section
            .cues()
            .forEach(
                cue -> {
                  assertTrue(codes.contains(cue.code()), cue::toString);
                  assertTrue(section.span().start() <= cue.start(), cue::toString);
                  assertTrue(cue.end() <= section.span().end(), cue::toString);
                });
      }
    }
  }
}
