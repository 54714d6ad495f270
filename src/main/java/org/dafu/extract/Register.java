package org.dafu.extract;

import java.util.List;
import java.util.Optional;
import org.dafu.read.Hits;
import org.dafu.read.Wording;

/**
 * A register of how a paper was handled (承办情况登记表): the answer without salutation or opening, below
 * labelled lines or a form that name the paper and who handles it.
 */
final class Register {
  /** What a register, or a form around a letter, calls the answer. */
  private static final Wording ANSWER =
      Wording.of("^(?:承办单位)?(?:(?:办理|答复|回复|承办)(?:情况|内容|意见|正文)|正文)(?:及结果)?(?:[:]|$)");

  private static final Wording PAPER =
      Wording.of("^(?:提案|建议|议案)(?:编?号|标题|题目|名称)|^案[由号名]|^(?:提案|建议)(?:者|人)|^领衔代表|^代表姓名");

  private static final Wording HANDLED_BY = Wording.of("^(?:主办|承办|答复|办理)单位");

  /** A register of citizens' letters has none of these words. */
  private static final Wording OF_MEMBERS = Wording.of("提案|议案|政协|人大|人民代表|代表建议|代表姓名|领衔代表|委员(?!会)");

  /** The answer begins within so many lines. */
  private static final int FIRST_LINES = 40;

  /** A class or 同意公开 behind the label is shorter. */
  private static final int SHORTEST_ANSWER = 20;

  private Register() {}

  /**
   * The answer, or its salutation, behind the label in the same line; empty if the line labels none
   * or says something short of it.
   */
  static Optional<Tight> answerIn(Tight line) {
    Hits label = line.matcher(ANSWER);
    return label.find()
        ? Optional.of(line.from(label.end())).filter(Register::isAnswer)
        : Optional.empty();
  }

  private static boolean isAnswer(Tight rest) {
    String text = rest.text();
    return text.endsWith(":") || (text.length() >= SHORTEST_ANSWER && text.indexOf('。') >= 0);
  }

  /** The line that labels the answer of a register; -1 if the document is none. */
  static int answerLine(List<Line> lines, Form form) {
    for (int i = 0; i < Math.min(FIRST_LINES, lines.size()); i++) {
      Tight line = lines.get(i).tight();
      Hits label = line.matcher(ANSWER);
      if (label.find() && label.end() == line.length()) {
        List<Line> head = lines.subList(0, i);
        return has(PAPER, head, form) && has(HANDLED_BY, head, form) && isOfMembers(head, form)
            ? i
            : -1;
      }
    }
    return -1;
  }

  private static boolean has(Wording label, List<Line> head, Form form) {
    return form.find(label).isPresent()
        || head.stream().anyMatch(line -> line.tight().contains(label));
  }

  private static boolean isOfMembers(List<Line> head, Form form) {
    return head.stream().anyMatch(line -> line.tight().contains(OF_MEMBERS))
        || form.rows().stream()
            .anyMatch(row -> row.stream().anyMatch(cell -> cell.tight().contains(OF_MEMBERS)));
  }
}
