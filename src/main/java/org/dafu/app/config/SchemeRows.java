package org.dafu.app.config;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.dafu.app.config.ConfigRows.Row;
import org.dafu.extract.ClassScheme;
import org.dafu.reply.Coded;
import org.dafu.reply.Kind;
import org.dafu.reply.Outcome;

/** {@code class-schemes.tsv}: scheme, place, kind, printed class, outcome, source. */
final class SchemeRows {
  private static final String ANY = "*";

  private SchemeRows() {}

  /**
   * The lines in the order of the file.
   *
   * @param places codes of all divisions
   */
  static List<ClassScheme> parse(ConfigRows rows, Set<String> places) {
    Map<List<String>, Integer> lines = new HashMap<>();
    List<ClassScheme> schemes = new ArrayList<>();
    for (Row row : rows.rows()) {
      String place = row.cell(1);
      Optional<Kind> kind = coded(Kind.values(), row.cell(2));
      Optional<Outcome> outcome = coded(Outcome.values(), row.cell(4));
      Integer first = lines.putIfAbsent(row.cells().subList(1, 4), row.line());
      if (!place.equals(ANY) && !places.contains(place)) {
        rows.fault(row, String.format(Locale.ROOT, "“%s”不是 divisions.tsv 里的代码，也不是 *", place));
      } else if (kind.isEmpty() && !row.cell(2).equals(ANY)) {
        rows.fault(row, unknown("种类", row.cell(2), Kind.values()) + "，或 *");
      } else if (outcome.isEmpty()) {
        rows.fault(row, unknown("结果", row.cell(4), Outcome.values()));
      } else if (first != null) {
        rows.fault(row, String.format(Locale.ROOT, "第 %d 行已经写了同一地方的同一分类：只留一行", first));
      } else {
        schemes.add(
            new ClassScheme(
                row.cell(0), place, kind.orElse(null), row.cell(3), outcome.get(), row.cell(5)));
      }
    }
    return schemes;
  }

  private static <T extends Coded> Optional<T> coded(T[] values, String code) {
    return Arrays.stream(values).filter(value -> value.code().equals(code)).findFirst();
  }

  private static String unknown(String what, String given, Coded[] values) {
    String known = Arrays.stream(values).map(Coded::code).collect(Collectors.joining("、"));
    return String.format(Locale.ROOT, "“%s”不是%s：应为 %s", given, what, known);
  }
}
