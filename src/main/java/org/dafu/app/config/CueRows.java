package org.dafu.app.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.dafu.app.config.ConfigRows.Row;
import org.dafu.extract.CueList;

/** {@code measures.tsv}, {@code instruments.tsv}, {@code status.tsv}: codes and their cues. */
final class CueRows {
  private static final Pattern CODE = Pattern.compile("[A-Z]{1,4}[0-9]{0,4}");

  private CueRows() {}

  /**
   * The codes in the order of the file.
   *
   * @param withSchool whether the third column says how schools of policy research class the code
   */
  static List<CueList> parse(ConfigRows rows, boolean withSchool) {
    int cues = withSchool ? 3 : 2;
    List<CueList> lists = new ArrayList<>();
    for (Row row : rows.withoutRepeats().rows()) {
      String code = row.cell(0);
      if (!CODE.matcher(code).matches()) {
        rows.fault(row, String.format(Locale.ROOT, "“%s”不是代码：应为大写字母加数字，如 EC01", code));
        continue;
      }
      lists.add(
          new CueList(
              code,
              row.cell(1),
              withSchool && !row.cell(2).isEmpty() ? row.cell(2) : null,
              Words.split(row.cell(cues)),
              Words.split(row.cell(cues + 1)),
              Words.split(row.cell(cues + 2))));
    }
    if (lists.isEmpty()) {
      rows.fault("一个代码也没有：请恢复程序自带的内容");
    }
    return lists;
  }
}
