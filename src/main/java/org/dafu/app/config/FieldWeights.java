package org.dafu.app.config;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.dafu.app.config.ConfigRows.Row;

/** {@code fields.tsv}: a name, its weight in the ranking, and what it is for people. */
final class FieldWeights {
  /** The names there are, with the largest value that makes sense. */
  private static final Map<String, Double> LARGEST = new LinkedHashMap<>();

  static {
    for (String field : new String[] {"title", "heading", "policy", "text", "section"}) {
      LARGEST.put(field, 100.0);
    }
    LARGEST.put("phrase", 100.0);
    LARGEST.put("together", 1_000_000.0);
    LARGEST.put("synonym", 1.0);
    LARGEST.put("number", 1_000_000.0);
    LARGEST.put("short-singles", 100.0);
    LARGEST.put("long-singles", 100.0);
    LARGEST.put("short-words", 100.0);
    LARGEST.put("short-rarity", 10.0);
    LARGEST.put("opening", 100.0);
    LARGEST.put("long-length", 1.0);
    LARGEST.put("recognised", 1_000_000.0);
    LARGEST.put("meaning", 1.0);
    LARGEST.put("short-length", 2_000.0);
    LARGEST.put("bm25-k1", 100.0);
    LARGEST.put("bm25-b", 1.0);
  }

  private FieldWeights() {}

  /** The weight of every name. */
  static Map<String, Double> parse(ConfigRows rows) {
    Map<String, Double> weights = new LinkedHashMap<>();
    for (Row row : rows.withoutRepeats().rows()) {
      String name = row.cell(0);
      Double largest = LARGEST.get(name);
      if (largest == null) {
        rows.fault(row, String.format(Locale.ROOT, "“%s”不是名称：应为 %s", name, names()));
      } else if (!isNumber(row.cell(1), largest)) {
        rows.fault(
            row, String.format(Locale.ROOT, "“%s”不是 0 到 %s 之间的数", row.cell(1), shown(largest)));
      } else {
        weights.put(name, Double.valueOf(row.cell(1)));
      }
    }
    for (String name : LARGEST.keySet()) {
      if (rows.rows().stream().noneMatch(row -> Objects.equals(row.cell(0), name))) {
        rows.fault(String.format(Locale.ROOT, "缺少“%s”一行：请补上，并写数值", name));
      }
    }
    return weights;
  }

  private static boolean isNumber(String cell, double largest) {
    return cell.matches("[0-9]{1,9}(\\.[0-9]{1,9})?") && Double.parseDouble(cell) <= largest;
  }

  private static String names() {
    return String.join("、", LARGEST.keySet());
  }

  private static String shown(double number) {
    return String.valueOf(Math.round(number));
  }
}
