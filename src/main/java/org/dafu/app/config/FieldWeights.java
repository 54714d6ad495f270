package org.dafu.app.config;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.dafu.app.config.ConfigRows.Row;

/** {@code fields.tsv}: how much a match in each field counts, and for people what the field is. */
final class FieldWeights {
  /** The fields that are searched. */
  static final Set<String> NAMES =
      Set.of("title", "headings", "policies", "agency", "text", "sections");

  private static final double MAX = 100;

  private FieldWeights() {}

  /** The weight of every field. */
  static Map<String, Double> parse(ConfigRows rows) {
    Map<String, Double> weights = new LinkedHashMap<>();
    for (Row row : rows.withoutRepeats().rows()) {
      String name = row.cell(0);
      double weight = weight(row.cell(1));
      if (!NAMES.contains(name)) {
        rows.fault(row, "\"%s\" is no field: use %s".formatted(name, new TreeSet<>(NAMES)));
      } else if (weight < 0) {
        rows.fault(row, "\"%s\" is no weight: a number from 0 to 100".formatted(row.cell(1)));
      } else {
        weights.put(name, weight);
      }
    }
    for (String name : new TreeSet<>(NAMES)) {
      boolean named = rows.rows().stream().anyMatch(row -> row.cell(0).equals(name));
      if (!named) {
        rows.fault("the field \"%s\" is missing: add a line with its weight".formatted(name));
      }
    }
    return weights;
  }

  /** The number; negative if it is none or out of range. */
  private static double weight(String cell) {
    if (!cell.matches("[0-9]{1,3}(\\.[0-9]{1,6})?")) {
      return -1;
    }
    double weight = Double.parseDouble(cell);
    return weight <= MAX ? weight : -1;
  }
}
