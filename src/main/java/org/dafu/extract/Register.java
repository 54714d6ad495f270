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
      Wording.of("^(?:承办单位)?(?:办理|答复|回复|承办)(?:情况|内容|意见)(?:及结果)?(?:[:]|$)");

  private static final Wording PAPER =
      Wording.of("^(?:提案|建议|议案)(?:编?号|标题|题目|名称)|^案[由号名]|^(?:提案|建议)(?:者|人)|^领衔代表|^代表姓名");

  private static final Wording HANDLED_BY = Wording.of("^(?:主办|承办|答复|办理)单位");

  /** A register of papers of citizens names none of these. */
  private static final Wording KIND = Wording.of("提案|议案|政协|人大|人民代表|代表建议|代表姓名|领衔代表|委员");

  /** The answer begins within so many lines. */
  private static final int LINES = 40;

  private static final int SHORTEST_ANSWER = 6;

  private Register() {}

  /**
   * Where the answer begins in a line that labels it; empty if the line does not, or says little.
   */
  static Optional<Tight> answerIn(Tight line) {
    Hits label = line.matcher(ANSWER);
    boolean found = label.find() && line.length() - label.end() > SHORTEST_ANSWER;
    return found ? Optional.of(line.from(label.end())) : Optional.empty();
  }

  /** The line that labels the answer of a register; -1 if the document is none. */
  static int answerLine(List<Line> lines, Form form) {
    for (int i = 0; i < Math.min(LINES, lines.size()); i++) {
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
    return head.stream().anyMatch(line -> line.tight().contains(KIND))
        || form.rows().stream()
            .anyMatch(row -> row.stream().anyMatch(cell -> cell.tight().contains(KIND)));
  }
}
