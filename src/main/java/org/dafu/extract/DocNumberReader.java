package org.dafu.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dafu.read.Hits;
import org.dafu.read.Wording;
import org.dafu.reply.Span;

/**
 * Reads the letter's own 文号 from its head or the page around it, and normalises its brackets to 〔〕.
 */
final class DocNumberReader {
  private static final Set<String> PAGE_FIELDS = Set.of("发文字号", "文号", "发文文号", "发布文号", "文件编号", "字号");

  /** A 文号 with brackets of any form, one of them perhaps lost. */
  static final Wording DOC_NUMBER =
      Wording.of(
          "([\\u4e00-\\u9fa5A-Za-z]{1,16}?)(?:[〔\\[【﹝(〈<{]((?:19|20)\\d{2})[〕\\]】﹞)〉>}]?|((?:19|20)\\d{2})[〕\\]】﹞)〉>}])((?:第|[\\u4e00-\\u9fa5]{1,2}字第?)?)(\\d{1,5}(?:[-—]\\d{1,4})?)号");

  /** A line of its own with both brackets lost: 乌民复字2020 12号. */
  private static final Wording WITHOUT_BRACKETS =
      Wording.of("^([\\u4e00-\\u9fa5]{1,14}[字复函发办提建议案答报呈])((?:19|20)\\d{2})()((?:第)?)(\\d{1,4})号$");

  private static final Wording NOT_PREFIX = Wording.of("^(?:关于|对|文号|发文字号|编号|发文文号|字号|文件编号)");
  private static final Wording FORM_LABEL = Wording.of("^(?:编号|文号|发文文号|发文编号|发文字号|字号)[:]?$");
  private static final Wording ROLE = Wording.of("(主办|会办|协办|分办|独办)");

  /** White space this wide parts two things; within a number it is narrower. */
  private static final int WIDEST_SPACE = 2;

  /** More than this between two lines is something else, such as a table. */
  private static final int LONGEST_BREAK = 4;

  private DocNumberReader() {}

  static Optional<Found<String>> read(Layout letter) {
    for (Line line : letter.head()) {
      Optional<Found<String>> found = inLine(line.tight());
      if (found.isPresent()) {
        return found;
      }
    }
    Optional<Found<String>> form =
        letter.form.find(FORM_LABEL).flatMap(value -> inLine(value.tight()));
    if (form.isPresent()) {
      return form;
    }
    Optional<Found<String>> wrapped = acrossLines(letter).or(() -> withoutBrackets(letter));
    if (wrapped.isPresent()) {
      return wrapped;
    }
    for (Map.Entry<String, String> field : letter.pageFields().entrySet()) {
      if (PAGE_FIELDS.contains(field.getKey())) {
        Hits matcher = DOC_NUMBER.matcher(Tight.bare(field.getValue()));
        if (matcher.find()) {
          return Optional.of(Found.of(normalised(matcher), "page", new Span(0, 0), 0.9));
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Found<String>> inLine(Tight line) {
    Hits matcher = line.matcher(DOC_NUMBER);
    int quote = firstOf(line.text(), "《");
    int about = firstOf(line.text(), "关于");
    while (matcher.find() && matcher.start() <= quote && matcher.start() < about + 2) {
      if (!isQuoted(line.text(), matcher)) {
        int start = lastGap(line, matcher.start(1), matcher.end(1));
        String number = normalised(line.text().substring(start, matcher.end(1)), matcher);
        return Optional.of(Found.of(number, "head", line.span(start, matcher.end()), 0.97));
      }
    }
    return Optional.empty();
  }

  /** Where the number begins that white space parts from a name before it: 市水务局 B〔2017〕062号. */
  private static int lastGap(Tight line, int from, int to) {
    for (int i = to - 1; i > from; i--) {
      int white = line.span(i, i + 1).start() - line.span(i - 1, i).end();
      if (white >= WIDEST_SPACE) {
        return i;
      }
    }
    return from;
  }

  /**
   * A number in a title that quotes another document, or in brackets behind one, is not the
   * letter's own; what stands behind 《 or 关于 is not asked at all.
   */
  private static boolean isQuoted(String line, Hits matcher) {
    int start = matcher.start();
    return matcher.group(1).contains("关于") || (start > 1 && line.charAt(start - 1) == '(');
  }

  /** Where the word stands first; the line's length if it does not. */
  private static int firstOf(String line, String word) {
    int at = line.indexOf(word);
    return at < 0 ? line.length() : at;
  }

  private static Optional<Found<String>> withoutBrackets(Layout letter) {
    for (Line line : letter.head()) {
      Hits matcher = line.tight().matcher(WITHOUT_BRACKETS);
      if (matcher.find() && !NOT_PREFIX.in(line.text())) {
        return Optional.of(
            Found.of(normalised(matcher), "head", line.tight().span(matcher, 0), 0.85));
      }
    }
    return Optional.empty();
  }

  /** A 文号 that a line end cut in two. */
  private static Optional<Found<String>> acrossLines(Layout letter) {
    List<Line> head = new ArrayList<>(letter.head());
    for (int i = 0; i + 1 < head.size(); i++) {
      int between = head.get(i + 1).span().start() - head.get(i).span().end();
      if (between < LONGEST_BREAK && head.get(i).length() < 24 && head.get(i + 1).length() < 24) {
        Optional<Found<String>> found = inLine(letter.stretch(i, i + 1));
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  /** The number with 〔〕, a label before it taken away. */
  static String normalised(Hits matcher) {
    return normalised(matcher.group(1), matcher);
  }

  private static String normalised(String printed, Hits matcher) {
    String prefix = printed;
    Hits label = NOT_PREFIX.matcher(prefix);
    while (label.find()) {
      prefix = prefix.substring(label.end());
      label = NOT_PREFIX.matcher(prefix);
    }
    String year = matcher.group(2) != null ? matcher.group(2) : matcher.group(3);
    return prefix + "〔" + year + "〕" + matcher.group(4) + matcher.group(5) + "号";
  }

  /** The role that the number tells: 建议主办〔2023〕36号. */
  static Optional<Found<String>> role(Found<String> docNumber) {
    Hits matcher = ROLE.matcher(docNumber.value());
    return matcher.find() ? Optional.of(docNumber.with(matcher.group(1))) : Optional.empty();
  }

  /** The year in a normalised number. */
  static int year(String docNumber) {
    int open = docNumber.indexOf('〔');
    return Integer.parseInt(docNumber.substring(open + 1, open + 5));
  }
}
