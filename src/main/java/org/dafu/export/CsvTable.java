package org.dafu.export;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A table as CSV (RFC 4180) in UTF-8 with a mark at its beginning, without which Excel misreads
 * Chinese. Texts that a spreadsheet would run as formulas get an apostrophe before them.
 */
public final class CsvTable {
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private CsvTable() {}

  /**
   * The bytes.
   *
   * @param rows the head first; cells are numbers or texts, empty for none
   */
  public static byte[] write(List<List<Object>> rows) {
    return (BYTE_ORDER_MARK
            + rows.stream()
                .map(row -> row.stream().map(CsvTable::cell).collect(Collectors.joining(",")))
                .collect(Collectors.joining("\r\n", "", "\r\n")))
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String cell(Object value) {
    if (value instanceof Number) {
      return value.toString();
    }
    String text = value.toString();
    String safe = Formulas.isLike(text) ? "'" + text : text;
    boolean plain = safe.chars().noneMatch(unit -> "\",\r\n".indexOf(unit) >= 0);
    return plain ? safe : "\"" + safe.replace("\"", "\"\"") + "\"";
  }
}
