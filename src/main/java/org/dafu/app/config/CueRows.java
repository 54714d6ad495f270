package org.dafu.app.config;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.dafu.app.config.ConfigRows.Row;
import org.dafu.extract.Cue;
import org.dafu.extract.CueList;

/** {@code measures.tsv}, {@code instruments.tsv}, {@code status.tsv}: codes and their cues. */
enum CueRows {
  MEASURES(false, false, 0),
  INSTRUMENTS(true, false, 4),
  STATUS(false, true, 10);

  /** Stands for a code in the row of words whose clauses count little. */
  private static final String REPORTING = "*";

  private static final Pattern CODE = Pattern.compile("[A-Z]{1,4}[0-9]{0,4}");
  private static final Pattern THRESHOLD = Pattern.compile("[0-9]{1,2}(?:[.][0-9]{1,2})?");
  private static final Pattern RANK = Pattern.compile("[0-9]");

  private final boolean withSchool;
  private final boolean withRank;
  private final double usualThreshold;

  CueRows(boolean withSchool, boolean withRank, double usualThreshold) {
    this.withSchool = withSchool;
    this.withRank = withRank;
    this.usualThreshold = usualThreshold;
  }

  /** Words whose clauses count little: those of the row {@code *} of the instruments. */
  static List<String> reporting(ConfigRows instruments) {
    return instruments.rows().stream()
        .filter(row -> row.cell(0).equals(REPORTING))
        .flatMap(row -> Words.split(row.cell(INSTRUMENTS.firstCues())).stream())
        .toList();
  }

  /** The codes in the order of the file. */
  List<CueList> parse(ConfigRows rows) {
    List<CueList> lists = new ArrayList<>();
    for (Row row : rows.withoutRepeats().rows()) {
      if (CODE.matcher(row.cell(0)).matches()) {
        lists.add(list(rows, row));
      } else if (this != INSTRUMENTS || !row.cell(0).equals(REPORTING)) {
        rows.fault(row, String.format(Locale.ROOT, "“%s”不是代码：应为大写字母加数字，如 EC01", row.cell(0)));
      }
    }
    if (lists.isEmpty()) {
      rows.fault("一个代码也没有：请恢复程序自带的内容");
    }
    return lists;
  }

  private int firstCues() {
    return withSchool ? 3 : 2;
  }

  private CueList list(ConfigRows rows, Row row) {
    int cues = firstCues();
    Set<String> seen = new HashSet<>();
    return new CueList(
        row.cell(0),
        row.cell(1),
        withSchool && !row.cell(2).isEmpty() ? row.cell(2) : null,
        cues(rows, row, cues, seen),
        cues(rows, row, cues + 1, seen),
        cues(rows, row, cues + 2, new HashSet<>()),
        usualThreshold == 0 ? 0 : threshold(rows, row, cues + 3),
        withRank ? rank(rows, row, cues + 4) : 0);
  }

  /** The cues of a cell without those that cannot be read, which are faults of the row. */
  private static List<String> cues(ConfigRows rows, Row row, int column, Set<String> seen) {
    List<String> good = new ArrayList<>();
    for (String cue : Words.split(row.cell(column))) {
      String fault = Cue.fault(cue).orElse(seen.add(cue) ? "" : "强线索和弱线索里都有：只留一处");
      if (fault.isEmpty()) {
        good.add(cue);
      } else {
        rows.fault(row, String.format(Locale.ROOT, "第 %d 列的线索“%s”：%s", column + 1, cue, fault));
      }
    }
    return good;
  }

  private double threshold(ConfigRows rows, Row row, int column) {
    String cell = row.cell(column);
    if (cell.isEmpty()) {
      return usualThreshold;
    }
    if (!THRESHOLD.matcher(cell).matches() || Double.parseDouble(cell) == 0) {
      rows.fault(row, String.format(Locale.ROOT, "第 %d 列的门槛“%s”：应为大于 0 的数字", column + 1, cell));
      return usualThreshold;
    }
    return Double.parseDouble(cell);
  }

  private static int rank(ConfigRows rows, Row row, int column) {
    String cell = row.cell(column);
    if (cell.isEmpty()) {
      return 1;
    }
    if (!RANK.matcher(cell).matches()) {
      rows.fault(row, String.format(Locale.ROOT, "第 %d 列的优先级“%s”：应为 0 到 9 的整数", column + 1, cell));
      return 1;
    }
    return Integer.parseInt(cell);
  }
}
