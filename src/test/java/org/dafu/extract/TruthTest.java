package org.dafu.extract;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.dafu.reply.Reply;
import org.dafu.search.ReplyJson;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Compares what is read out of the sample corpus with what its authors say stands in it. The truth
 * was written with the letters, before and apart from the rules.
 */
class TruthTest {
  private static final Path CORPUS = Path.of("sample-corpus");
  private static final Path TRUTH = Path.of("src/test/resources/truth/sample-corpus.jsonl");
  private static final ObjectMapper JSON = ReplyJson.newMapper();
  private static final List<String> SCALARS =
      List.of(
          "isReply",
          "kind",
          "replyType",
          "province",
          "city",
          "county",
          "agency",
          "year",
          "yearBasis",
          "date",
          "webDate",
          "docNumber",
          "classification",
          "outcome",
          "disclosure",
          "signer",
          "responsible");

  private static final Map<String, List<String>> MISSES = new TreeMap<>();
  private static final Map<String, Integer> FIELDS = new TreeMap<>();
  private static final List<String> INVENTED = new ArrayList<>();
  private static int letters;
  private static int nulls;

  @BeforeAll
  static void readAll() throws IOException {
    for (String line : Files.readAllLines(TRUTH)) {
      JsonNode truth = JSON.readTree(line);
      Reply reply = Extract.file(CORPUS.resolve(truth.get("file").asText()));
      JsonNode read = JSON.readTree(ReplyJson.write(reply));
      letters++;
      compare(truth, read);
    }
    FIELDS.forEach(
        (field, count) ->
            System.out.printf(
                Locale.ROOT,
                "%-15s %.3f  %s%n",
                field,
                share(field, count),
                MISSES.getOrDefault(field, List.of())));
    System.out.printf(
        Locale.ROOT,
        "over all %.3f, wrong where the truth is null %d of %d: %s%n",
        overAll(),
        INVENTED.size(),
        nulls,
        INVENTED);
  }

  private static void compare(JsonNode truth, JsonNode read) {
    String file = truth.get("file").asText();
    for (String field : SCALARS) {
      if (truth.has(field)) {
        note(field, file, fold(truth.get(field)), fold(read.get(field)));
      }
    }
    for (String field : List.of("titles", "addressees", "cc")) {
      note(field, file, fold(truth.get(field)), fold(read.get(field)));
    }
    for (String field : List.of("numbers", "contacts", "meeting", "session")) {
      note(field, file, fold(truth.get(field)), fold(read.get(field)));
    }
    note("sections", file, fold(truth.get("sections")), fold(headings(read)));
    note("policies", file, sorted(truth.get("policies")), sorted(policies(read)));
  }

  private static void note(String field, String file, String expected, String actual) {
    FIELDS.merge(field, 1, Integer::sum);
    boolean empty = expected.equals("null") || expected.equals("[]");
    nulls += empty ? 1 : 0;
    if (!expected.equals(actual)) {
      MISSES.computeIfAbsent(field, each -> new ArrayList<>()).add(file);
      if (empty) {
        INVENTED.add(field + " of " + file);
      }
    }
  }

  private static JsonNode headings(JsonNode reply) {
    var headings = JSON.createArrayNode();
    reply.get("sections").forEach(section -> headings.add(section.get("heading")));
    return headings;
  }

  private static JsonNode policies(JsonNode reply) {
    var cited = JSON.createArrayNode();
    for (JsonNode policy : reply.get("policies")) {
      if (policy.get("role").asText().equals("cited")) {
        cited
            .addObject()
            .put("title", policy.get("title").asText())
            .set("number", policy.get("number"));
      }
    }
    return cited;
  }

  private static String sorted(JsonNode list) {
    List<String> folded = new ArrayList<>();
    list.forEach(each -> folded.add(fold(each)));
    return folded.stream().sorted().toList().toString();
  }

  /** NFKC, no white space, simplified script: what the contract compares by. */
  private static String fold(JsonNode node) {
    String text = node.isTextual() ? node.asText() : node.toString();
    return Extract.simplified(
        Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\s", ""));
  }

  private static double share(String field, int count) {
    return 1 - MISSES.getOrDefault(field, List.of()).size() / (double) count;
  }

  private static double overAll() {
    int all = FIELDS.values().stream().mapToInt(Integer::intValue).sum();
    int missed = MISSES.values().stream().mapToInt(List::size).sum();
    return 1 - missed / (double) all;
  }

  @Test
  void everyLetter_isRead() {
    assertEquals(67, letters);
  }

  @Test
  void fields_areRight() {
    assertTrue(overAll() >= 0.95, () -> "over all " + overAll());
    assertAll(
        FIELDS.entrySet().stream()
            .map(
                entry ->
                    () ->
                        assertTrue(
                            share(entry.getKey(), entry.getValue()) >= 0.8,
                            entry.getKey() + ": " + MISSES.get(entry.getKey()))));
  }

  @Test
  void classCityAndNumber_areRight() {
    for (String field : List.of("classification", "city", "county", "numbers")) {
      assertTrue(
          share(field, FIELDS.getOrDefault(field, 1)) >= 0.96, field + ": " + MISSES.get(field));
    }
  }

  @Test
  void nothing_isInventedWhereTheLetterSaysNothing() {
    assertTrue(INVENTED.size() <= nulls * 0.015, INVENTED.toString());
  }

  @Test
  void telephoneNumbers_neverLeaveTheReader() throws IOException {
    for (String line : Files.readAllLines(TRUTH)) {
      JsonNode truth = JSON.readTree(line);
      String json = ReplyJson.write(Extract.file(CORPUS.resolve(truth.get("file").asText())));
      String digits =
          Normalizer.normalize(json, Normalizer.Form.NFKC).replaceAll("[\\s()—–－-]", "");
      for (JsonNode phone : truth.get("phonesToRedact")) {
        String bare = phone.asText().replaceAll("\\D", "");
        assertFalse(digits.contains(bare), truth.get("file") + " leaks a number");
      }
    }
  }

  @Test
  void evidence_standsInTheText() throws IOException {
    for (String line : Files.readAllLines(TRUTH, StandardCharsets.UTF_8)) {
      Reply reply = Extract.file(CORPUS.resolve(JSON.readTree(line).get("file").asText()));
      reply
          .evidence()
          .forEach((field, evidence) -> assertTrue(evidence.end() <= reply.text().length(), field));
    }
  }
}
