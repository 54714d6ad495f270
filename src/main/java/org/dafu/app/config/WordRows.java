package org.dafu.app.config;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dafu.analysis.SynonymRule;
import org.dafu.app.config.ConfigRows.Row;

/** The lists of words that questions are read with. */
final class WordRows {
  private static final String ONE_WAY = "=>";

  private WordRows() {}

  /**
   * {@code synonyms.txt}: {@code a, b, c} each for every other, {@code a => a, b} one way. A word
   * may stand in several lines; all of them hold.
   */
  static List<SynonymRule> synonyms(ConfigRows rows) {
    List<SynonymRule> lines = new ArrayList<>();
    for (Row row : rows.rows()) {
      String[] sides = row.cell(0).replace("＝＞", ONE_WAY).split(ONE_WAY, -1);
      List<String> asked = words(sides[0]);
      List<String> found = sides.length == 1 ? asked : words(sides[sides.length - 1]);
      if (sides.length > 2) {
        rows.fault(row, "不止一个 =>：请分成几行写");
      } else if (asked.contains("") || found.contains("")) {
        rows.fault(row, "有空的词：请去掉多余的逗号或 =>");
      } else if (asked.size() == 1 && found.equals(asked)) {
        rows.fault(row, "只有一个词：请在逗号后面加上同义词");
      } else {
        lines.add(new SynonymRule(asked, found));
      }
    }
    return lines;
  }

  private static List<String> words(String side) {
    return Arrays.stream(side.split("[,，]", -1)).map(String::strip).toList();
  }

  /**
   * Agencies that were renamed, and short names: of an agency all names stand for each other, and
   * for all names of the one that it became. 环保局 finds 环境保护局 as well as 生态环境局; what that became
   * later is another row.
   *
   * @param renames a former and a later full name
   * @param shortNames a short and a full name
   */
  static List<SynonymRule> agencies(ConfigRows renames, ConfigRows shortNames) {
    Map<String, Set<String>> shortOf = new LinkedHashMap<>();
    for (Row row : shortNames.rows()) {
      shortOf.computeIfAbsent(row.cell(1), full -> new LinkedHashSet<>()).add(row.cell(0));
    }
    Set<SynonymRule> rules = new LinkedHashSet<>();
    // An agency's own names come before those of others: what stands for a word keeps this order.
    shortOf
        .keySet()
        .forEach(full -> rules.add(SynonymRule.twoWay(List.copyOf(names(full, shortOf)))));
    for (Row row : renames.rows()) {
      Set<String> names = names(row.cell(0), shortOf);
      names.addAll(names(row.cell(1), shortOf));
      rules.add(SynonymRule.twoWay(List.copyOf(names)));
    }
    return List.copyOf(rules);
  }

  private static Set<String> names(String full, Map<String, Set<String>> shortOf) {
    Set<String> names = new LinkedHashSet<>(List.of(full));
    names.addAll(shortOf.getOrDefault(full, Set.of()));
    return names;
  }

  /** {@code domain-words.txt}: a word a line. */
  static Set<String> words(ConfigRows rows) {
    Set<String> words = new LinkedHashSet<>();
    for (Row row : rows.withoutRepeats().rows()) {
      String word = row.cell(0);
      if (word.codePointCount(0, word.length()) < 2) {
        rows.fault(row, "一个字的词会切断别的词：请去掉");
      } else if (word.chars().anyMatch(Character::isWhitespace)) {
        rows.fault(row, "一行只写一个词，中间不能有空格");
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
        rows.fault(row, "一个字到处都有：请写整个词");
      } else if (row.cell(0).equals(row.cell(1))) {
        rows.fault(row, "两列相同：先写错误写法，再写正确写法");
      } else {
        corrections.put(row.cell(0), row.cell(1));
      }
    }
    return corrections;
  }
}
