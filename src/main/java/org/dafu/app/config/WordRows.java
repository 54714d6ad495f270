package org.dafu.app.config;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.dafu.app.config.ConfigRows.Row;

/** The lists of words that questions are read with. */
final class WordRows {
  private static final String ONE_WAY = "=>";

  private WordRows() {}

  /** {@code synonyms.txt}: {@code a, b, c} each for every other, {@code a => a, b} one way. */
  static List<SynonymLine> synonyms(ConfigRows rows) {
    List<SynonymLine> lines = new ArrayList<>();
    Map<String, Integer> askedInLine = new HashMap<>();
    for (Row row : rows.rows()) {
      String[] sides = row.cell(0).replace("＝＞", ONE_WAY).split(ONE_WAY, -1);
      List<String> asked = words(sides[0]);
      List<String> found = sides.length == 1 ? asked : words(sides[sides.length - 1]);
      if (sides.length > 2) {
        rows.fault(row, "more than one =>: write one line for each");
      } else if (asked.contains("") || found.contains("")) {
        rows.fault(row, "an empty word: take the comma or => away that nothing stands beside");
      } else if (asked.size() == 1 && found.equals(asked)) {
        rows.fault(row, "one word alone stands for no other: add one after a comma");
      } else if (isNew(rows, row, asked, askedInLine)) {
        lines.add(new SynonymLine(asked, found));
      }
    }
    return lines;
  }

  private static boolean isNew(
      ConfigRows rows, Row row, List<String> asked, Map<String, Integer> askedInLine) {
    for (String word : new HashSet<>(asked)) {
      Integer first = askedInLine.putIfAbsent(word, row.line());
      if (first != null) {
        rows.fault(
            row,
            String.format(
                Locale.ROOT,
                "\"%s\" is asked for in line %d already: put both lines together",
                word,
                first));
        return false;
      }
    }
    return true;
  }

  private static List<String> words(String side) {
    return Arrays.stream(side.split("[,，]", -1)).map(String::strip).toList();
  }

  /** A word and one that stands for it, each way: renamed agencies and short names. */
  static List<SynonymLine> pairs(ConfigRows rows) {
    return rows.rows().stream()
        .map(row -> SynonymLine.equal(List.of(row.cell(0), row.cell(1))))
        .toList();
  }

  /** {@code domain-words.txt}: a word a line. */
  static Set<String> words(ConfigRows rows) {
    Set<String> words = new LinkedHashSet<>();
    for (Row row : rows.withoutRepeats().rows()) {
      String word = row.cell(0);
      if (word.codePointCount(0, word.length()) < 2) {
        rows.fault(row, "a word of one character would cut others: take it away");
      } else if (word.chars().anyMatch(Character::isWhitespace)) {
        rows.fault(row, "one word a line, without spaces");
      } else {
        words.add(word);
      }
    }
    return words;
  }

  /** {@code ocr-confusions.tsv}: a wrong writing and the right one. */
  static Map<String, String> corrections(ConfigRows rows) {
    Map<String, String> corrections = new LinkedHashMap<>();
    for (Row row : rows.withoutRepeats().rows()) {
      if (row.cell(0).length() < 2) {
        rows.fault(row, "a single character would be found everywhere: write the whole word");
      } else if (row.cell(0).equals(row.cell(1))) {
        rows.fault(row, "both are the same: put the wrong writing first, then the right one");
      } else {
        corrections.put(row.cell(0), row.cell(1));
      }
    }
    return corrections;
  }
}
