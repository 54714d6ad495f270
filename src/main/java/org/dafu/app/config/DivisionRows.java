package org.dafu.app.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.dafu.app.config.ConfigRows.Row;
import org.dafu.extract.Division;
import org.jspecify.annotations.Nullable;

/** {@code divisions.tsv}: code, level, name, former names, abbreviations in 文号. */
final class DivisionRows {
  private static final Pattern CODE = Pattern.compile("[1-9][0-9]{5}");

  private DivisionRows() {}

  static List<Division> parse(ConfigRows rows) {
    List<Division> divisions = new ArrayList<>();
    for (Row row : rows.withoutRepeats().rows()) {
      Division division = division(rows, row);
      if (division != null) {
        divisions.add(division);
      }
    }
    if (divisions.isEmpty()) {
      rows.fault("一个地方也没有：请恢复程序自带的内容");
    }
    return divisions;
  }

  private static @Nullable Division division(ConfigRows rows, Row row) {
    String code = row.cell(0);
    Division.Level level = level(row.cell(1));
    if (!CODE.matcher(code).matches()) {
      rows.fault(row, String.format(Locale.ROOT, "“%s”不是代码：应为 GB/T 2260 的六位数字", code));
    } else if (level == null) {
      rows.fault(
          row, String.format(Locale.ROOT, "“%s”不是级别：应为 province、prefecture 或 county", row.cell(1)));
    } else if (level != levelOf(code)) {
      rows.fault(
          row,
          String.format(
              Locale.ROOT,
              "代码 %s 是 %s 级的：请改正级别",
              code,
              levelOf(code).name().toLowerCase(Locale.ROOT)));
    } else {
      return new Division(
          code, level, row.cell(2), Words.split(row.cell(3)), Words.split(row.cell(4)));
    }
    return null;
  }

  private static Division.@Nullable Level level(String cell) {
    return switch (cell) {
      case "province" -> Division.Level.PROVINCE;
      case "prefecture" -> Division.Level.PREFECTURE;
      case "county" -> Division.Level.COUNTY;
      default -> null;
    };
  }

  private static Division.Level levelOf(String code) {
    if (code.endsWith("0000")) {
      return Division.Level.PROVINCE;
    }
    return code.endsWith("00") ? Division.Level.PREFECTURE : Division.Level.COUNTY;
  }
}
