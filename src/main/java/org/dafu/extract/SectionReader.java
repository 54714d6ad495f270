package org.dafu.extract;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.dafu.extract.SectionLabel.Style;
import org.dafu.read.Hits;
import org.dafu.read.Wording;
import org.dafu.reply.Span;
import org.jspecify.annotations.Nullable;

/**
 * Reads the sections of the body: the outermost style of labels that the letter uses, and the next
 * one below it. Headings without a label count where the source marks them and no labelled ones
 * stand above them.
 */
final class SectionReader {
  private static final Wording NO_HEADING = Wording.of("[;:]$|^(?:附件?|抄送|联系)");

  /**
   * A section before it is coded.
   *
   * @param label as printed
   * @param heading without the label; null if the paragraph has none
   * @param level 1 or 2
   * @param span heading and text
   * @param textSpan what stands under the heading
   */
  record Draft(
      String label,
      @Nullable String heading,
      int level,
      Span span,
      Span textSpan,
      List<Draft> children) {}

  /** Where a section begins. */
  private record Start(int line, @Nullable SectionLabel label, int level) {}

  /** So many headings without a label at least: one alone may be anything. */
  private static final int FEWEST_PLAIN = 2;

  /** A heading that nothing marks is no longer. */
  private static final int LONGEST_BARE_HEADING = 28;

  private static final Wording SENTENCE_SIGN = Wording.of("[。;!?:]|[*]{3}");

  /** What a paragraph is about, as its first sentence: 关于资金来源。 */
  private static final Wording TOPIC =
      Wording.of("^(?:关于[^,。;:]{2,30}|[^,。;:]{2,16}(?:方面|问题|情况))[。:](?=.{10})");

  /** A heading before a colon with the text behind it is no longer. */
  private static final int LONGEST_BEFORE_COLON = 20;

  /** Words that begin the text behind a heading that lost its sign: 建起来截至今年6月底. */
  private static final Wording TEXT_BEGINS =
      Wording.of(
          "截[至止]|近年来|今年以来|(?:19|20)\\d{2}年(?:以来|,|\\d{1,2}月)|一是(?=.{3})|经(?:测算|核实|调查|了解)|针对(?:您|你|代表|委员)|(?:按照|根据|依据)《|我[局委办厅](?!的)");

  private static final Wording NO_COMMA = Wording.of("[,。;]");
  private static final int SHORTEST_UNSIGNED = 4;

  /** What comes before a colon that belongs to a sentence. */
  private static final Wording SENTENCE_GOES_ON =
      Wording.of("(?:如下|包括|(?<!行)为|是|即|有|指出|强调|提出|明确|认为|表示|显示)$");

  /** Longer first sentences are text, not headings. */
  private static final int LONGEST_FUSED_HEADING = 40;

  private static final int LONGEST_HEADING_LINE = 70;
  private static final Wording STATEMENT =
      Wording.of("\\d{3,}|\\d+(?:\\.\\d+)?(?:万|亿|%|个|名|户|人|元|家|处|张|所|公里|平方)|(?:19|20)\\d{2}年");

  List<Draft> read(Layout letter) {
    int from = Math.max(letter.bodyStart, 0);
    List<Start> starts = starts(letter, from, letter.bodyEnd);
    return sections(letter, starts, 1, letter.bodyEnd);
  }

  /** Where sections begin: those of the outermost kind of label, within each those of the next. */
  private static List<Start> starts(Layout letter, int from, int end) {
    List<Start> plain = plainStarts(letter, from, end);
    List<Start> labelled = labelled(letter, from, end);
    List<Start> top = plain.size() >= FEWEST_PLAIN ? plain : outermost(labelled, 1);
    if (top.isEmpty()) {
      return fused(letter, from, end);
    }
    List<Start> starts = new ArrayList<>();
    for (int s = 0; s < top.size(); s++) {
      int first = top.get(s).line();
      int next = s + 1 < top.size() ? top.get(s + 1).line() : end;
      starts.add(top.get(s));
      starts.addAll(
          outermost(
              labelled.stream().filter(each -> each.line() > first && each.line() < next).toList(),
              2));
    }
    return starts;
  }

  private static List<Start> labelled(Layout letter, int from, int end) {
    List<Start> labelled = new ArrayList<>();
    for (int i = from; i < end; i++) {
      SectionLabel label = letter.lines.get(i).label();
      if (label != null) {
        labelled.add(new Start(i, label, 1));
      }
    }
    return labelled;
  }

  /** Those of the outermost kind among them. */
  private static List<Start> outermost(List<Start> labelled, int level) {
    Map<Style, List<Start>> byStyle = new EnumMap<>(Style.class);
    for (Start start : labelled) {
      SectionLabel label = start.label();
      if (label != null) {
        byStyle
            .computeIfAbsent(label.style(), first -> new ArrayList<>())
            .add(new Start(start.line(), label, level));
      }
    }
    for (Map.Entry<Style, List<Start>> same : byStyle.entrySet()) {
      if (same.getValue().size() > 1 || !same.getKey().needsSecond()) {
        return same.getValue();
      }
    }
    return List.of();
  }

  private static List<Start> plainStarts(Layout letter, int from, int end) {
    List<Start> plain = new ArrayList<>();
    for (int i = from; i < end; i++) {
      Line line = letter.lines.get(i);
      if (line.marked() && line.label() == null && isPlainHeading(line, i, letter)) {
        plain.add(new Start(i, null, 1));
      }
    }
    return plain;
  }

  /**
   * Where no label and no mark tells: paragraphs that begin with what they are about (关于资金。), else
   * short lines between paragraphs.
   */
  private static List<Start> fused(Layout letter, int from, int end) {
    List<Start> topics = new ArrayList<>();
    List<Start> lines = new ArrayList<>();
    for (int i = Math.max(from, letter.opening + 1); i < end; i++) {
      Line line = letter.lines.get(i);
      if (line.tight().contains(TOPIC)) {
        topics.add(new Start(i, null, 1));
      }
      boolean alone =
          i + 1 < end
              && letter.lines.get(i + 1).length() > LONGEST_FUSED_HEADING
              && line.length() <= LONGEST_BARE_HEADING
              && !line.tight().contains(SENTENCE_SIGN);
      if (alone && isPlainHeading(line, i, letter)) {
        lines.add(new Start(i, null, 1));
      }
    }
    if (topics.size() >= FEWEST_PLAIN) {
      return topics;
    }
    return lines.size() >= FEWEST_PLAIN ? lines : List.of();
  }

  private static boolean isPlainHeading(Line line, int index, Layout letter) {
    return index > letter.opening
        && line.length() >= 3
        && line.length() <= LONGEST_FUSED_HEADING
        && !line.isAgency()
        && !line.tight().contains(NO_HEADING);
  }

  /** The sections of one level among these starts, each with those of the next level within it. */
  private static List<Draft> sections(Layout letter, List<Start> starts, int level, int endLine) {
    List<Draft> sections = new ArrayList<>();
    for (int s = 0; s < starts.size(); s++) {
      Start start = starts.get(s);
      if (start.level() != level) {
        continue;
      }
      int next = s + 1;
      while (next < starts.size() && starts.get(next).level() > level) {
        next++;
      }
      int lastLine = (next < starts.size() ? starts.get(next).line() : endLine) - 1;
      List<Draft> children =
          level == 1 ? sections(letter, starts.subList(s + 1, next), 2, lastLine + 1) : List.of();
      sections.add(section(letter, start, lastLine, children));
    }
    return alike(letter, sections);
  }

  /**
   * Where one numbered paragraph has no heading, its neighbours have none in their text either:
   * what looks like one is a short first sentence.
   */
  private static List<Draft> alike(Layout letter, List<Draft> sections) {
    if (sections.stream().allMatch(draft -> draft.heading() != null)) {
      return sections;
    }
    return sections.stream()
        .map(draft -> isInText(letter, draft) ? bare(letter, draft) : draft)
        .toList();
  }

  private static boolean isInText(Layout letter, Draft draft) {
    int heading = afterLabel(letter, draft);
    return draft.heading() != null
        && !draft.label().isEmpty()
        && draft.children().isEmpty()
        && letter.text.indexOf('\n', heading) > draft.textSpan().start();
  }

  /** Where the label ends in the letter, in which white space may part its characters. */
  private static int afterLabel(Layout letter, Draft draft) {
    int at = draft.span().start();
    for (int units = 0; units < draft.label().length(); at++) {
      units += Character.isWhitespace(letter.folded.charAt(at)) ? 0 : 1;
    }
    return at;
  }

  private static Draft bare(Layout letter, Draft draft) {
    Span text = new Span(afterLabel(letter, draft), draft.textSpan().end());
    return new Draft(draft.label(), null, draft.level(), draft.span(), text, draft.children());
  }

  private static Draft section(Layout letter, Start start, int lastLine, List<Draft> children) {
    Line line = letter.lines.get(start.line());
    int labelLength = start.label() == null ? 0 : start.label().length();
    int headingEnd = headingEnd(line, start.label(), isItem(letter, start.line(), lastLine));
    int end = Math.max(endOf(letter, start.line(), lastLine), line.span().end());
    Span label = line.tight().span(0, labelLength);
    boolean hasHeading = headingEnd > labelLength;
    Span heading = line.tight().span(labelLength, Math.max(headingEnd, labelLength));
    int textStart = hasHeading ? afterHeading(line, headingEnd) : label.end();
    return new Draft(
        start.label() == null ? "" : letter.compact(label),
        hasHeading ? stripPunctuation(letter.printed(heading)) : null,
        start.level(),
        new Span(line.span().start(), end),
        new Span(Math.min(textStart, end), end),
        children);
  }

  /** The text ends with the last block before the next section; a table between belongs to it. */
  private static int endOf(Layout letter, int firstLine, int lastLine) {
    int end = letter.lines.get(Math.max(firstLine, lastLine)).span().end();
    if (lastLine + 1 < letter.bodyEnd && lastLine + 1 < letter.lines.size()) {
      int nextStart = letter.lines.get(lastLine + 1).span().start();
      while (nextStart > end && Character.isWhitespace(letter.folded.charAt(nextStart - 1))) {
        nextStart--;
      }
      return nextStart;
    }
    return end;
  }

  private static int afterHeading(Line line, int headingEnd) {
    int at = headingEnd;
    while (at < line.length() && "。:;.".indexOf(line.text().charAt(at)) >= 0) {
      at++;
    }
    return at < line.length() ? line.tight().span(at, at + 1).start() : line.span().end();
  }

  /**
   * Where the heading ends in the line's tight text; at the label's end if there is none. A whole
   * line without a sentence end is a heading, one with it unless it is an item of a list; so is a
   * short first sentence that states no figure, and what stands before a colon.
   */
  private static int headingEnd(Line line, @Nullable SectionLabel label, boolean item) {
    int labelLength = label == null ? 0 : label.length();
    if (label != null && label.style() == Style.ADVERB) {
      return labelLength;
    }
    String text = line.text();
    int sentence = firstSentenceEnd(text, labelLength);
    boolean whole = sentence < 0 || sentence == text.length() - 1;
    if (whole
        ? isHeadingLine(line, labelLength, sentence, item)
        : isFused(text, labelLength, sentence)) {
      return sentence < 0 ? text.length() : sentence;
    }
    if (label == null) {
      return labelLength;
    }
    Hits begins = line.tight().matcher(TEXT_BEGINS);
    boolean told =
        begins.find()
            && begins.start() - labelLength >= SHORTEST_UNSIGNED
            && begins.start() - labelLength <= LONGEST_FUSED_HEADING
            && !NO_COMMA.in(text.substring(labelLength, begins.start()));
    return told ? begins.start() : Math.max(labelLength, headingColon(text, labelLength));
  }

  /**
   * @param sentence where the only sentence of the line ends; -1 if it has no sign at its end
   * @param item whether a sentence here would be an item of a list
   */
  private static boolean isHeadingLine(Line line, int labelLength, int sentence, boolean item) {
    String text = line.text();
    boolean listed = item && sentence > 0 && text.charAt(sentence) != ':';
    int length = text.length() - labelLength;
    return (line.marked()
            && !(length > LONGEST_FUSED_HEADING
                && isStatement(text, labelLength, text.length(), true)))
        || (length <= LONGEST_HEADING_LINE
            && !listed
            && !isStatement(text, labelLength, text.length(), sentence >= 0));
  }

  private static boolean isFused(String text, int labelLength, int sentence) {
    return sentence - labelLength <= LONGEST_FUSED_HEADING
        && !isStatement(text, labelLength, sentence, false);
  }

  /** Whether a labelled line with a sentence end has nothing below it, or goes on a list. */
  private static boolean isItem(Layout letter, int line, int lastLine) {
    return lastLine == line || line == 0 || letter.lines.get(line - 1).text().endsWith(";");
  }

  /** A colon that parts a short heading from its text in the same line; -1 if there is none. */
  private static int headingColon(String text, int labelLength) {
    int colon = text.indexOf(':', labelLength);
    boolean apart =
        colon > labelLength + 1
            && colon < text.length() - 1
            && colon - labelLength <= LONGEST_BEFORE_COLON;
    String before = apart ? text.substring(labelLength, colon) : "";
    boolean heading =
        apart
            && before.chars().noneMatch(c -> ",。;!?“《(".indexOf(c) >= 0)
            && goesOnBehind(text, colon)
            && !SENTENCE_GOES_ON.in(before);
    return heading ? colon : -1;
  }

  /** Whether more than one sentence, or a long one, stands behind the colon. */
  private static boolean goesOnBehind(String text, int colon) {
    int end = text.indexOf('。', colon);
    return end > 0 && (end < text.length() - 1 || end - colon > LONGEST_FUSED_HEADING);
  }

  /** The first sentence end outside of quotation marks and brackets; -1 if there is none. */
  private static int firstSentenceEnd(String text, int from) {
    int depth = 0;
    for (int i = from; i < text.length(); i++) {
      char unit = text.charAt(i);
      if ("“《(〔‘".indexOf(unit) >= 0) {
        depth++;
      } else if ("”》)〕’".indexOf(unit) >= 0) {
        depth = Math.max(0, depth - 1);
      } else if (depth == 0 && ("。;!?".indexOf(unit) >= 0 || isHalfWidthEnd(text, i, from))) {
        return i;
      } else if (depth == 0 && unit == ':' && i == text.length() - 1) {
        return i;
      }
    }
    return -1;
  }

  /** A half-width full stop between Chinese characters. */
  private static boolean isHalfWidthEnd(String text, int i, int from) {
    return text.charAt(i) == '.' && i > from && Character.isIdeographic(text.charAt(i - 1));
  }

  private static boolean isStatement(String text, int from, int to, boolean ended) {
    String sentence = text.substring(from, to);
    boolean figures = STATEMENT.in(sentence);
    boolean clauses = sentence.chars().filter(c -> c == ',').count() >= 2;
    return (figures && (sentence.length() > 16 || clauses))
        || (ended && clauses)
        || sentence.chars().filter(c -> c == ',').count() >= 3;
  }

  private static String stripPunctuation(String heading) {
    int end = heading.length();
    while (end > 0 && "。：:；;，,、.".indexOf(heading.charAt(end - 1)) >= 0) {
      end--;
    }
    return heading.substring(0, end).strip();
  }
}
