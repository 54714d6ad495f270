package org.dafu.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Counts how often each field of a set of letters was read right. */
final class FieldScore {
  private static final Set<String> PLAIN =
      Set.of(
          "isReply",
          "kind",
          "replyType",
          "province",
          "city",
          "county",
          "agency",
          "coAgencies",
          "session",
          "numbers",
          "titles",
          "year",
          "yearBasis",
          "date",
          "webDate",
          "docNumber",
          "handlingRole",
          "classification",
          "outcome",
          "disclosure",
          "addressees",
          "signer",
          "responsible",
          "contacts",
          "cc",
          "meeting");

  /** What is told as precision and recall over the set, in which single misses are no news. */
  private static final List<String> CODES = List.of("measures", "instruments", "status");

  private final Map<String, Integer> asked = new TreeMap<>();
  private final Map<String, List<String>> missed = new TreeMap<>();
  private final Map<String, Overlap> overlaps = new LinkedHashMap<>();
  private final List<String> invented = new ArrayList<>();
  private int nothing;

  /** What a set of found things shares with the set of true ones. */
  private static final class Overlap {
    private int found;
    private int wanted;
    private int both;

    void add(List<String> truth, List<String> read) {
      List<String> left = new ArrayList<>(truth);
      both += (int) read.stream().filter(left::remove).count();
      found += read.size();
      wanted += truth.size();
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "precision %.3f, recall %.3f of %d",
          both / (double) Math.max(1, found),
          both / (double) Math.max(1, wanted),
          wanted);
    }
  }

  /** A letter and the truth about it; only the fields that the truth names are compared. */
  void add(String letter, JsonNode truth, JsonNode read) {
    truth
        .properties()
        .forEach(
            field -> {
              if (PLAIN.contains(field.getKey())) {
                compare(
                    field.getKey(), letter, fold(field.getValue()), fold(read.get(field.getKey())));
              }
            });
    if (truth.has("sections")) {
      compare(
          "sections",
          letter,
          fold(headings(truth.get("sections"))),
          fold(headings(read.get("sections"))));
      codes(truth.get("sections"), read.get("sections"));
    }
    if (truth.has("subHeadings")) {
      ArrayNode second = JsonNodeFactory.instance.arrayNode();
      read.get("sections").forEach(section -> second.addAll(headings(section.get("children"))));
      compare("subHeadings", letter, fold(truth.get("subHeadings")), fold(second));
    }
    if (truth.has("policies")) {
      compare("policies", letter, sorted(truth.get("policies")), sorted(read.get("policies")));
    }
    if (truth.has("figures")) {
      overlap("figures").add(figures(truth.get("figures")), figures(read.get("figures")));
    }
  }

  private void compare(String field, String letter, String truth, String read) {
    asked.merge(field, 1, Integer::sum);
    boolean empty = truth.equals("null") || truth.equals("[]");
    nothing += empty ? 1 : 0;
    if (!truth.equals(read)) {
      missed
          .computeIfAbsent(field, each -> new ArrayList<>())
          .add(letter + " wanted " + truth + " read " + read);
      if (empty) {
        invented.add(field + " of " + letter);
      }
    }
  }

  private void codes(JsonNode truth, JsonNode read) {
    for (String kind : CODES) {
      for (int i = 0; i < truth.size(); i++) {
        if (truth.get(i).has(kind) && i < read.size()) {
          overlap(kind).add(strings(truth.get(i).get(kind)), strings(read.get(i).get(kind)));
        }
      }
    }
  }

  private Overlap overlap(String kind) {
    return overlaps.computeIfAbsent(kind, each -> new Overlap());
  }

  private static List<String> strings(JsonNode list) {
    List<String> strings = new ArrayList<>();
    list.forEach(each -> strings.add(each.asText()));
    return strings;
  }

  private static List<String> figures(JsonNode list) {
    List<String> figures = new ArrayList<>();
    list.forEach(
        each ->
            figures.add(
                each.path("type").asText()
                    + " "
                    + Math.round(each.path("value").asDouble() * 100) / 100.0));
    return figures;
  }

  private static ArrayNode headings(JsonNode sections) {
    ArrayNode headings = JsonNodeFactory.instance.arrayNode();
    sections.forEach(section -> headings.add(section.get("heading")));
    return headings;
  }

  private static String sorted(JsonNode list) {
    Set<String> sorted = new TreeSet<>();
    list.forEach(
        each ->
            sorted.add(
                fold(each.get("title")) + " " + fold(each.get("number")) + " " + each.get("role")));
    return sorted.toString();
  }

  /** NFKC, no white space, simplified script: what the contract compares by. */
  static String fold(JsonNode node) {
    String text = node.isTextual() ? node.asText() : node.toString();
    return Taken.simplified(Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\s", ""));
  }

  Set<String> fields() {
    return asked.keySet();
  }

  /** The share of letters whose field is right. */
  double of(String field) {
    return 1 - missed.getOrDefault(field, List.of()).size() / (double) asked.getOrDefault(field, 1);
  }

  /** The share of all fields of all letters that is right. */
  double overAll() {
    int wrong = missed.values().stream().mapToInt(List::size).sum();
    return 1 - wrong / (double) asked.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** The share of fields that hold something where the truth is that there is nothing. */
  double invented() {
    return invented.size() / (double) Math.max(1, nothing);
  }

  String misses(String field) {
    return field + ": " + String.join("\n  ", missed.getOrDefault(field, List.of()));
  }

  @Override
  public String toString() {
    StringBuilder told = new StringBuilder();
    fields()
        .forEach(
            field ->
                told.append(
                    String.format(
                        Locale.ROOT,
                        "%.3f of %d  %s%n",
                        of(field),
                        asked.get(field),
                        misses(field))));
    overlaps.forEach(
        (kind, overlap) -> told.append(kind).append(": ").append(overlap).append('\n'));
    return told.append(
            String.format(Locale.ROOT, "over all %.3f, invented %s", overAll(), invented))
        .toString();
  }
}
