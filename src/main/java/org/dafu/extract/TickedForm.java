package org.dafu.extract;

import java.util.List;
import java.util.Optional;
import org.dafu.read.Hits;
import org.dafu.read.Wording;

/**
 * Reads the class ticked in a form (办理情况划勾). Boxes stand before or behind their labels, in cells of
 * their own or in the label's, and the last box is often lost; which side they are on shows in the
 * first of them.
 */
final class TickedForm {

  /** A letter typed for a tick counts only in a cell of its own. */
  private static final String TYPED_TICKS = Choice.TICKS + "●Vv";

  private static final String CLASS =
      "([A-D]|[甲乙丙丁]|解决采纳|留作参考|列入计划拟解决|已经?解决|基本解决|正在解决|列入计划|计划解决|暂不能解决)";
  private static final String TICK = "(?:[(\\[]?[" + Choice.TICKS + "][)\\]]?|\\[[xX]\\])";

  /** A label, perhaps with what the class means: B类：列入计划逐步解决. */
  private static final Wording LABEL_CELL =
      Wording.of("^" + CLASS + "(?:类?|类?[:(][^A-D甲乙丙丁☐□☑√]{2,30})$");

  private static final Wording BOX_FIRST =
      Wording.of(
          "^(?:(?!"
              + CLASS
              + ")[^A-D甲乙丙丁]){0,60}?(?:["
              + Choice.TICKS
              + Choice.BOXES
              + "]|\\[[xX]?\\])(?=[A-D甲乙丙丁解留列已基正计暂])");
  private static final Wording TICK_THEN_CLASS = Wording.of(TICK + "(?:办理)?" + CLASS + "类?");

  /** Between a class and its tick may stand what it means: B类(正在解决)√. */
  private static final Wording CLASS_THEN_TICK =
      Wording.of(CLASS + "类?(?:已经?解决|正在解决|列入计划|计划解决|暂不能解决|留作参考|[(][^()]{2,20}[)])?_{0,3}" + TICK);

  private static final Wording SEVERAL_CLASSES =
      Wording.of(CLASS + "类?[^A-D甲乙丙丁]{0,8}" + CLASS + "类?");
  private static final Wording ABOUT_CLASS = Wording.of("办理情况|办理结果|办理类别|办复类别|类别|等次|分类");

  private static final Wording ANY_TICK = Wording.of(TICK);

  /** Longer lines are text, not a form. */
  private static final int LONGEST_LINE = 120;

  /** A line this short may be one label with its tick. */
  private static final int LABEL_ALONE = 6;

  private TickedForm() {}

  /** The ticked class: A to D, 甲 to 丁, or words. */
  static Optional<Found<String>> read(Layout letter) {
    for (List<Form.Value> row : letter.form.rows()) {
      Optional<Found<String>> ticked = inRow(row);
      if (ticked.isPresent()) {
        return ticked;
      }
    }
    for (Line line : letter.lines) {
      if (line.length() < LONGEST_LINE) {
        Optional<Found<String>> ticked = inText(line.tight());
        if (ticked.isPresent()) {
          return ticked;
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Found<String>> inRow(List<Form.Value> row) {
    int firstLabel = -1;
    for (int i = 0; i < row.size(); i++) {
      Optional<Found<String>> within = inText(row.get(i).tight());
      if (within.isPresent()) {
        return within;
      }
      Hits label = LABEL_CELL.matcher(row.get(i).text());
      boolean isLabel = label.matches();
      firstLabel = isLabel && firstLabel < 0 ? i : firstLabel;
      if (isLabel && isTicked(row, firstLabel, i)) {
        return Optional.of(Found.of(label.group(1), "ticked-form", row.get(i).span(), 0.92));
      }
    }
    return Optional.empty();
  }

  private static boolean isTicked(List<Form.Value> row, int firstLabel, int label) {
    boolean before = firstLabel > 0 && isBox(row.get(firstLabel - 1).text());
    int box = before ? label - 1 : label + 1;
    return box >= 0 && box < row.size() && isTick(row.get(box).text());
  }

  private static boolean isBox(String cell) {
    return isTick(cell) || (cell.length() == 1 && Choice.BOXES.contains(cell));
  }

  private static boolean isTick(String cell) {
    String bare = cell.replace("(", "").replace(")", "");
    return bare.length() == 1 && TYPED_TICKS.contains(bare);
  }

  /**
   * Whether the only mark of a line stands apart from what is before it, and not behind: A ✓B C.
   */
  private static boolean standsBefore(Tight line) {
    Hits tick = line.matcher(ANY_TICK);
    if (!tick.find() || tick.start() == 0 || tick.end() == line.length()) {
      return false;
    }
    boolean only = Choice.BOXES.chars().noneMatch(box -> line.text().indexOf(box) >= 0);
    int start = line.span(tick, 0).start();
    int end = line.span(tick, 0).end();
    return only
        && line.span(tick.start() - 1, tick.start()).end() < start
        && line.span(tick.end(), tick.end() + 1).start() == end;
  }

  private static Optional<Found<String>> inText(Tight line) {
    String text = line.text();
    if (!line.contains(ANY_TICK)) {
      return Optional.empty();
    }
    boolean ofClasses = line.contains(SEVERAL_CLASSES) || line.contains(ABOUT_CLASS);
    if (!ofClasses && text.length() > LABEL_ALONE) {
      return Optional.empty();
    }
    boolean boxFirst = BOX_FIRST.matcher(text).lookingAt() || standsBefore(line);
    Hits matcher = line.matcher(boxFirst ? TICK_THEN_CLASS : CLASS_THEN_TICK);
    if (!matcher.find()) {
      return Optional.empty();
    }
    Found<String> ticked = Found.of(matcher.group(1), "ticked-form", line.span(matcher, 1), 0.92);
    return matcher.find() ? Optional.empty() : Optional.of(ticked); // two ticks say nothing
  }
}
