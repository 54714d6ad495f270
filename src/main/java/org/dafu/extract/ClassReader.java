package org.dafu.extract;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dafu.read.Hits;
import org.dafu.read.Wording;
import org.dafu.reply.Outcome;
import org.dafu.reply.Span;
import org.dafu.reply.Warning;
import org.jspecify.annotations.Nullable;

/**
 * Reads how the answer was classed (办理类别).
 *
 * <p>Why so careful: most letters print no class, and a letter standing alone may be a serial, a
 * water grade or the class of an earlier year. So a class is read only where letters print their
 * own: in the head, at the end of the title, behind the 文号, in the ticked form, in a labelled line,
 * or in a sentence of the end that speaks of this very paper.
 */
final class ClassReader {
  /**
   * A class as read.
   *
   * @param value A to D, 甲 to 丁, or words
   * @param outcome if words beside it say so
   */
  record Printed(String value, @Nullable Outcome outcome) {}

  private static final String WORDS =
      "解决采纳|已采纳|列入计划拟解决|留作参考|已(?:经)?解决或(?:者)?基本解决|已(?:经)?(?:基本)?解决|基本解决|正在解决|正在办理|部分解决|列入计划(?:逐步)?(?:解决)?|计划(?:逐步)?解决|拟解决|暂不能解决|暂时不能解决|暂无法解决|以后解决|不能解决|采纳";
  private static final String LABEL =
      "(?:类别标[记识]|办理标[记识]|办理结果(?:类型|类别|分类)?|办理类别|办复类别|办复结果|办复类型|办理类型|答复类别|答复类型|答复结果|办理等次|结果类别|结果分类|办理情况|办理分类|答复分类|处理结果|办结类别|分类|类别|类型)";
  private static final String CLASS = "([A-Da-d]|[甲乙丙丁](?=类))";

  /** What may stand between a label and its class: (请勾选), (A、B、C). */
  private static final String BRACKET = "(?:[(【][^()【】]{1,20}[)】])?";

  /** 正在解决或列入计划 beside a letter says two things: all of it is read, so that neither is chosen. */
  private static final String MORE_WORDS = "(?:(?:或者?|[、和及/])[\\u4e00-\\u9fa5]{2,12})?";

  private static final Wording ALONE =
      Wording.of(
          "^[(【\\[〔“]*"
              + CLASS
              + "类?(?:件)?[)】\\]〕”]*(?:[:(]?((?:"
              + WORDS
              + ")"
              + MORE_WORDS
              + ")[)]?)?(?:(?:同意|主动|予以|全文|依申请|不予|节选|部分)?公开(?:发布)?)?[)】\\]〕]?$");
  private static final Wording LETTER_AND_WORDS =
      Wording.of("[(]?" + CLASS + "(?:类)?[)]?[:(]+((?:" + WORDS + ")" + MORE_WORDS + ")[)]?");
  private static final Wording LABELLED =
      Wording.of(
          LABEL
              + BRACKET
              + "[)】\\]]?(?:确定|评定|定)?[:为]{0,2}[“(【]*"
              + CLASS
              + "类?(?![A-Za-z0-9〔级])[”)】]*(?:[:(]*((?:(?:所提|所反映|建议|提案)[\\u4e00-\\u9fa5]{0,6}?)?(?:"
              + WORDS
              + ")"
              + MORE_WORDS
              + "))?");
  private static final Wording LABELLED_WORDS =
      Wording.of(LABEL + BRACKET + "[)】\\]]?(?:确定|评定|定)?[:为]{0,2}[“(【]*(" + WORDS + ")");
  private static final Wording WORDS_ALONE =
      Wording.of("^[(【]?(解决采纳|列入计划拟解决|留作参考|已解决|正在解决|计划解决|暂不能解决)[)】]?$");
  private static final Wording AFTER_NUMBER =
      Wording.of(
          "号[,;(【]*"
              + CLASS
              + "类?[)】]*(?:[:(]?("
              + WORDS
              + "))?(?=$|签发|[同主公予全依不,;。(])|号.{0,3}[(【]?(解决采纳|列入计划拟解决|留作参考)");
  private static final Wording TITLE_END =
      Wording.of(
          "(?:答复函?|复函|回复|意见|办理情况)[的]?[(【\\[〔](?:"
              + "([A-Da-d]|[甲乙丙丁](?=[类)】\\]〕]))类?(?:[)】\\]〕]类?|[,;、]?[^()]{0,4}公开[)】\\]〕])"
              + "|("
              + WORDS
              + ")[)】\\]〕])$|(?:答复函?|复函|回复)(?:([A-D])|"
              + CLASS
              + "类)$|(?:提案|建议|议案)[(]"
              + CLASS
              + "类[)]的?(?:答复|复函)");
  private static final Wording THIS_PAPER =
      Wording.of(
          "(?:[本此该](?:件|提案|建议|案|复文|答复)的?(?:办理|办复|答复)?(?:结果|类别|等次)?|(?:办理|办复|答复)(?:结果|类别|等次))"
              + "(?:确定|评定|列|定|划|归)?(?:为|按|属于?|入)[:]?[“(]?(?:"
              + CLASS
              + "类(?:件|答复|办理)?[”)]?(?=[,。;)(、]|$)(?:[(]("
              + WORDS
              + "))?|("
              + WORDS
              + ")[”)]?(?=[,。;)]|$))");
  private static final Wording BODY_LINE = Wording.of("^(?:办理|办复|答复)(?:结果|类别)[:]");
  private static final int LONGEST_BODY_LINE = 24;
  private static final Wording EARLIER = Wording.of("去年|上年|往年|前年|当年|原|上一年|上次|(?:19|20)\\d{2}年");
  private static final Wording FORM_LABEL = Wording.of("办理情况|办理结果|办理类别|办复类别|类别|办理等次|答复类别|分类");

  private static final Wording IN_FORM =
      Wording.of(
          "[(]?([A-D]|[甲乙丙丁])类?(?:件)?[)]?(?:[:(]?(?:所提|所反映)?(?:问题|建议|提案)?((?:"
              + WORDS
              + ")"
              + MORE_WORDS
              + ")[)]?)?|("
              + WORDS
              + ")");

  /** How far back the sentence of a class is looked at, in characters. */
  private static final int SENTENCE_BEFORE = 200;

  private static final Set<String> OF_CLASS = Set.of("办理结果", "办理类别");
  private static final Set<String> BESIDE_NUMBER = Set.of("发文字号", "文号", "标题", "信息名称", "名称");

  /** The class, the letterhead's before the form's; a contradiction becomes a warning. */
  Optional<Found<Printed>> read(Layout letter, List<Warning> warnings) {
    Optional<Found<Printed>> head = fromHead(letter);
    Optional<Found<Printed>> form = fromForm(letter);
    if (head.isPresent()
        && form.isPresent()
        && !head.get().value().value().equals(form.get().value().value())) {
      warnings.add(
          new Warning(
              "class-contradiction",
              "文头类别 "
                  + head.get().value().value()
                  + " 与表格勾选 "
                  + form.get().value().value()
                  + " 不一致，取文头"));
    }
    return head.or(() -> fromTail(letter))
        .or(() -> form)
        .or(() -> fromBody(letter))
        .or(() -> fromPage(letter))
        .or(() -> fromEnd(letter));
  }

  private static Optional<Found<Printed>> fromHead(Layout letter) {
    Optional<Found<Printed>> title =
        letter.title().flatMap(line -> first(line, TITLE_END, "title-end", 0.95));
    if (title.isPresent()) {
      return title;
    }
    for (Line line : letter.head()) {
      if (isChoiceOrLegend(line.tight())) {
        continue;
      }
      Optional<Found<Printed>> found =
          alone(letter, line)
              .or(() -> first(line.tight(), LABELLED, "class-label", 0.95))
              .or(() -> first(line.tight(), LABELLED_WORDS, "class-words", 0.9))
              .or(() -> words(line.tight()))
              .or(
                  () ->
                      line.length() < 60
                          ? first(line.tight(), LETTER_AND_WORDS, "class-and-words", 0.93)
                          : Optional.empty())
              .or(
                  () ->
                      line.length() < 60
                          ? first(line.tight(), AFTER_NUMBER, "behind-number", 0.93)
                          : Optional.empty());
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** A class beside something else, far enough from it: A 签发人：林一. */
  private static Optional<Found<Printed>> alone(Layout letter, Line line) {
    if (!line.tight().mayContain(ALONE)) {
      return Optional.empty();
    }
    return letter.pieces(line).stream()
        .map(piece -> first(piece, ALONE, "class-line", 0.95))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<Found<Printed>> words(Tight line) {
    return first(line, WORDS_ALONE, "class-words", 0.9);
  }

  private static Optional<Found<Printed>> fromTail(Layout letter) {
    List<Line> tail = letter.tail();
    for (int i = tail.size() - 1; i >= 0; i--) {
      Tight line = tail.get(i).tight();
      if (isChoiceOrLegend(line)) {
        continue;
      }
      Optional<Found<Printed>> found =
          first(line, ALONE, "class-line", 0.9)
              .or(() -> first(line, LABELLED, "class-label", 0.93))
              .or(() -> first(line, LABELLED_WORDS, "class-words", 0.88))
              .or(() -> words(line));
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static final Wording LEGEND_LINE =
      Wording.of("^注[:]|^[^A-D]*A类?[,:(是—-][^注]{1,40}B类?[,:(是—-]");

  private static final Wording MARK =
      Wording.of("[" + Choice.BOXES + Choice.TICKS + "]|\\[[xX]?\\]|\\(\\)");
  private static final Wording LETTERS = Wording.of("(?<![A-Za-z0-9])[A-D](?![A-Za-z0-9])");
  private static final Wording ANY_WORDS = Wording.of(WORDS);

  /** A、B、C, A类B类: not in brackets before the class itself. */
  private static final Wording ROW =
      Wording.of(
          "(?<![A-Za-z0-9])[A-D](?:类[、,/;]?|[、,/;])[A-D](?![A-Za-z0-9])(?!.*[)】][:为]?[A-D])");

  private static final int LONGEST_LEGEND = 80;

  /** Classes to choose from, whether one is ticked or none, and what the classes mean. */
  private static boolean isChoiceOrLegend(Tight whole) {
    int note = whole.text().indexOf("(注");
    Tight line = note > 0 ? whole.to(note) : whole;
    if (line.length() < LONGEST_LEGEND && line.contains(LEGEND_LINE)) {
      return true;
    }
    boolean marked = line.contains(MARK);
    return line.contains(ROW)
        || (marked && kinds(line, LETTERS) > 1)
        || kinds(line, ANY_WORDS) > (marked ? 1 : 2);
  }

  private static int kinds(Tight line, Wording wording) {
    Set<String> kinds = new HashSet<>();
    Hits hits = line.matcher(wording);
    while (hits.find()) {
      kinds.add(hits.group());
    }
    return kinds.size();
  }

  /** A line of the answer that says the class and nothing else. */
  private static Optional<Found<Printed>> fromBody(Layout letter) {
    for (Line line : letter.body()) {
      if (line.length() <= LONGEST_BODY_LINE && line.tight().contains(BODY_LINE)) {
        Optional<Found<Printed>> found =
            first(line.tight(), LABELLED, "class-label", 0.85)
                .or(() -> first(line.tight(), LABELLED_WORDS, "class-words", 0.85));
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  /** A sentence near the end that classes this very paper. */
  private static Optional<Found<Printed>> fromEnd(Layout letter) {
    List<Line> lines = letter.lines;
    int from = Math.max(letter.bodyStart, letter.bodyEnd - 2);
    for (int i = lines.size() - 1; i >= Math.max(from, 0); i--) {
      Tight line = lines.get(i).tight();
      Hits matcher = line.matcher(THIS_PAPER);
      while (matcher.find()) {
        int window = Math.max(0, matcher.start() - SENTENCE_BEFORE);
        String near = line.text().substring(window, matcher.start());
        int sentence = Math.max(near.lastIndexOf('。'), near.lastIndexOf(';'));
        String before = near.substring(Math.max(0, sentence));
        if (!EARLIER.in(before) && !EARLIER.in(matcher.group())) {
          return Optional.of(of(line, matcher, "this-paper", 0.85));
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Found<Printed>> fromPage(Layout letter) {
    for (Map.Entry<String, String> field : letter.pageFields().entrySet()) {
      Tight value = Tight.of(field.getValue(), 0, field.getValue().length());
      if (OF_CLASS.contains(field.getKey())) {
        Optional<Found<Printed>> printed = first(value, ALONE, "page", 0.9).or(() -> words(value));
        if (printed.isPresent()) {
          return Optional.of(Found.of(printed.get().value(), "page", new Span(0, 0), 0.9));
        }
      }
      if (BESIDE_NUMBER.contains(field.getKey())) {
        for (Wording pattern : List.of(AFTER_NUMBER, TITLE_END)) {
          Hits matcher = value.matcher(pattern);
          if (matcher.find()) {
            return Optional.of(
                Found.of(of(value, matcher, "page", 0.8).value(), "page", new Span(0, 0), 0.8));
          }
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Found<Printed>> first(
      Tight line, Wording pattern, String rule, double confidence) {
    Hits matcher = line.matcher(pattern);
    return matcher.find() ? Optional.of(of(line, matcher, rule, confidence)) : Optional.empty();
  }

  /** The class of a match: its letter if it has one, else its words. */
  private static Found<Printed> of(Tight line, Hits matcher, String rule, double confidence) {
    String letter = null;
    String words = null;
    int at = 0;
    for (int i = 1; i <= matcher.groupCount(); i++) {
      String group = matcher.group(i);
      if (group != null && group.length() == 1) {
        letter = group.toUpperCase(java.util.Locale.ROOT);
        at = at == 0 ? i : at;
      } else if (group != null) {
        words = group;
        at = at == 0 ? i : at;
      }
    }
    Outcome outcome = words == null ? null : OutcomeReader.meaning(words);
    String value = letter != null ? letter : words == null ? "" : words;
    return Found.of(new Printed(value, outcome), rule, line.span(matcher, at), confidence);
  }

  /** The class ticked in a form, else the one written beside its label there. */
  private static Optional<Found<Printed>> fromForm(Layout letter) {
    Optional<Found<Printed>> ticked =
        TickedForm.read(letter)
            .map(
                found ->
                    found.with(new Printed(found.value(), OutcomeReader.meaning(found.value()))));
    return ticked.or(() -> labelledInForm(letter));
  }

  private static Optional<Found<Printed>> labelledInForm(Layout letter) {
    return letter.form.find(FORM_LABEL).flatMap(ClassReader::inCell);
  }

  private static Optional<Found<Printed>> inCell(Form.Value value) {
    Hits printed = value.tight().matcher(IN_FORM);
    return printed.matches()
        ? Optional.of(of(value.tight(), printed, "form", 0.9))
        : Optional.empty();
  }
}
