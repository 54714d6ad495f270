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

  /** A short first sentence: 抓设施，补短板。 */
  private static final Wording LEAD_SENTENCE = Wording.of("^[^。;:!?\\d《]{3,16}。(?=.{10})");

  /** So many of them, and four in five paragraphs, are headings. */
  private static final int FEWEST_LEADS = 3;

  /** So many headings without a label at least: one alone may be anything. */
  private static final int FEWEST_PLAIN = 2;

  /** Items of a list have headings if so many of them say more than that. */
  private static final int FEWEST_WITH_TEXT = 2;

  /** What a paragraph is about, as its first sentence: 关于资金来源。 */
  private static final Wording TOPIC =
      Wording.of("^(?:关于[^,。;:]{2,30}|[^,。;:]{2,16}(?:方面|问题|情况))[。:](?=.{10})");

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
      boolean marked = line.marked() || SectionHeading.isBracketed(line);
      if (marked && line.label() == null && isPlainHeading(line, i, letter)) {
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
    List<Start> leads = new ArrayList<>();
    int first = Math.max(from, letter.opening + 1);
    for (int i = first; i < end; i++) {
      Line line = letter.lines.get(i);
      if (line.tight().contains(LEAD_SENTENCE)) {
        leads.add(new Start(i, null, 1));
      }
      if (line.tight().contains(TOPIC)) {
        topics.add(new Start(i, null, 1));
      }
      boolean alone =
          i + 1 < end
              && letter.lines.get(i + 1).length() > SectionHeading.LONGEST
              && line.length() <= SectionHeading.LONGEST_BARE
              && !line.tight().contains(SectionHeading.SENTENCE_SIGN);
      if (alone && isPlainHeading(line, i, letter)) {
        lines.add(new Start(i, null, 1));
      }
    }
    if (topics.size() >= FEWEST_PLAIN) {
      return topics;
    }
    if (leads.size() >= FEWEST_LEADS && leads.size() * 5 >= (end - first) * 4) {
      return leads;
    }
    return lines.size() >= FEWEST_PLAIN ? lines : List.of();
  }

  private static boolean isPlainHeading(Line line, int index, Layout letter) {
    return index > letter.opening
        && line.length() >= 3
        && line.length() <= SectionHeading.LONGEST
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
   * what looks like one is a short first sentence. Unless it begins with what it is about and a
   * colon, or is but the heading of an answer that says no more.
   */
  private static List<Draft> alike(Layout letter, List<Draft> sections) {
    if (sections.stream().allMatch(draft -> draft.heading() != null)) {
      return sections;
    }
    List<Draft> headed = sections.stream().map(draft -> headed(letter, draft)).toList();
    long more = headed.stream().filter(draft -> draft.textSpan().length() > 0).count();
    boolean all = headed.stream().allMatch(draft -> draft.heading() != null);
    if (all && more >= FEWEST_WITH_TEXT && 2 * more > headed.size()) {
      return headed;
    }
    return sections.stream()
        .map(draft -> isInText(letter, draft) ? bare(letter, draft) : draft)
        .toList();
  }

  /** With what stands before its colon, or its only sentence, as its heading; else as it is. */
  private static Draft headed(Layout letter, Draft draft) {
    if (draft.heading() != null || !draft.children().isEmpty() || draft.label().isEmpty()) {
      return draft;
    }
    Tight text = letter.tight(draft.textSpan().start(), draft.textSpan().end());
    Hits lead = SectionHeading.lead(text);
    if (lead == null) {
      return draft;
    }
    Span heading = text.span(lead, 1);
    int rest = lead.end() < text.length() ? text.span(lead.end(), lead.end() + 1).start() : -1;
    int end = draft.textSpan().end();
    return new Draft(
        draft.label(),
        SectionHeading.printed(letter, heading),
        draft.level(),
        draft.span(),
        new Span(rest < 0 ? end : rest, end),
        List.of());
  }

  private static boolean isInText(Layout letter, Draft draft) {
    int end = letter.text.indexOf('\n', afterLabel(letter, draft)); // -1 in the last line
    return draft.heading() != null
        && !draft.label().isEmpty()
        && draft.children().isEmpty()
        && (end < 0 || end > draft.textSpan().start());
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
    boolean item = isItem(letter, start.line(), lastLine);
    int headingEnd = SectionHeading.end(letter, line, start.label(), item);
    int end = Math.max(endOf(letter, start.line(), lastLine), line.span().end());
    Span label = line.tight().span(0, labelLength);
    boolean hasHeading = headingEnd > labelLength;
    Span heading = line.tight().span(labelLength, Math.max(headingEnd, labelLength));
    int textStart = hasHeading ? afterHeading(line, headingEnd) : label.end();
    return new Draft(
        start.label() == null ? "" : letter.compact(label),
        hasHeading ? SectionHeading.printed(letter, heading) : null,
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

  /** Whether a labelled line with a sentence end has nothing below it, or goes on a list. */
  private static boolean isItem(Layout letter, int line, int lastLine) {
    return lastLine == line || line == 0 || letter.lines.get(line - 1).text().endsWith(";");
  }
}
