package org.dafu.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.dafu.reply.Figure;
import org.dafu.reply.Reply;
import org.dafu.reply.Section;
import org.dafu.search.ReplyJson;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Measures codes and figures on letters that neither rules nor cues were written for (see the
 * README beside them). The floors lie a little below what was measured when the letters came.
 */
class UnseenLettersTest {
  private static final Path LETTERS = Path.of("src/test/resources/truth/unseen");
  private static final ObjectMapper JSON = ReplyJson.newMapper();
  private static final List<String> LISTS = List.of("measures", "instruments", "status");

  /** By the letters' kind and what is scored. */
  private static final Map<String, CodeScore> SCORES = new TreeMap<>();

  private static int letters;

  @BeforeAll
  static void readAll() throws IOException {
    try (Stream<Path> files = Files.list(LETTERS)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".txt")).sorted().toList()) {
        String name = file.getFileName().toString().replace(".txt", "");
        JsonNode truth = JSON.readTree(Files.readAllBytes(LETTERS.resolve(name + ".json")));
        Reply reply = Extract.file(file);
        String kind = name.substring(0, name.indexOf('-'));
        letters++;
        truth.get("sections").forEach(section -> compare(kind, section, reply));
        if (truth.has("figures")) {
          compareFigures(truth, reply);
        }
      }
    }
    SCORES.forEach((what, score) -> System.out.println("unseen " + what + " " + score));
  }

  private static void compare(String kind, JsonNode truth, Reply reply) {
    Optional<Section> read = section(truth, reply);
    for (String list : LISTS) {
      Set<String> wanted = texts(truth.get(list));
      Set<String> given = new HashSet<>(codes(list, read, reply));
      texts(truth.get("borderline")).stream()
          .filter(code -> !wanted.contains(code))
          .forEach(given::remove);
      SCORES.computeIfAbsent(kind + " " + list, each -> new CodeScore()).add(wanted, given);
    }
  }

  private static List<String> codes(String list, Optional<Section> section, Reply reply) {
    return switch (list) {
      case "measures" -> section.map(Section::measures).orElse(reply.measures());
      case "instruments" -> section.map(Section::instruments).orElse(reply.instruments());
      case "status" -> section.map(Section::status).orElse(reply.status());
      default -> throw new IllegalArgumentException(list);
    };
  }

  /** The section of this heading, else the narrowest that has the beginning; none of a whole. */
  private static Optional<Section> section(JsonNode truth, Reply reply) {
    @Nullable String heading = truth.get("heading").isNull() ? null : truth.get("heading").asText();
    List<Section> all = reply.allSections();
    if (heading != null) {
      for (Section section : all) {
        String read = bare(heading(section));
        String wanted = bare(heading);
        if (!read.isEmpty() && (wanted.startsWith(read) || read.startsWith(wanted))) {
          return Optional.of(section);
        }
      }
    }
    String start = bare(truth.get("start").asText());
    return all.stream()
        .filter(section -> bare(heading(section) + section.text()).contains(start))
        .min(Comparator.comparingInt(section -> section.text().length()));
  }

  private static String heading(Section section) {
    return section.heading() == null ? "" : section.heading();
  }

  private static String bare(String text) {
    return text.replaceAll("[\\s\u3000,，.。:：;；、]", "");
  }

  private static Set<String> texts(JsonNode array) {
    Set<String> texts = new HashSet<>();
    array.forEach(each -> texts.add(each.asText()));
    return texts;
  }

  /** By type and value, as often as each comes. */
  private static void compareFigures(JsonNode truth, Reply reply) {
    List<String> wanted = new ArrayList<>();
    truth
        .get("figures")
        .forEach(each -> wanted.add(key(each.get("type").asText(), each.get("value").asDouble())));
    Set<String> optional = texts(truth.get("figuresOptional"));
    int right = 0;
    int wrong = 0;
    for (Figure figure : reply.figures()) {
      if (wanted.remove(key(figure.type().code(), figure.value()))) {
        right++;
      } else if (!optional.contains(figure.text())) {
        wrong++;
      }
    }
    SCORES.computeIfAbsent("figures", each -> new CodeScore()).add(right, wrong, wanted.size());
  }

  private static String key(String type, double value) {
    return String.format(Locale.ROOT, "%s %.4f", type, value);
  }

  private static CodeScore score(String what) {
    return SCORES.getOrDefault(what, new CodeScore());
  }

  @Test
  void letters_areAllThere() {
    assertEquals(50, letters);
  }

  @Test
  void usualWording_isCodedAsByPeople() {
    assertTrue(score("official measures").f1() >= 0.80, () -> "" + SCORES);
    assertTrue(score("official instruments").f1() >= 0.70, () -> "" + SCORES);
    assertTrue(score("official status").f1() >= 0.77, () -> "" + SCORES);
  }

  @Test
  void otherWords_areUnderstoodInPart() {
    assertTrue(score("everyday measures").f1() >= 0.60, () -> "" + SCORES);
    assertTrue(score("everyday instruments").f1() >= 0.54, () -> "" + SCORES);
    assertTrue(score("everyday status").f1() >= 0.60, () -> "" + SCORES);
  }

  @Test
  void figures_areFound() {
    assertTrue(score("figures").precision() >= 0.93, () -> "" + SCORES);
    assertTrue(score("figures").recall() >= 0.93, () -> "" + SCORES);
  }
}
