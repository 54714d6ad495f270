package org.dafu.extract;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.dafu.extract.SectionLabel.Style;
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

  private static List<Start> starts(Layout letter, int from, int end) {
    Set<Style> styles = EnumSet.noneOf(Style.class);
    int markedPlain = 0;
    for (int i = from; i < end; i++) {
      Line line = letter.lines.get(i);
      SectionLabel label = line.label();
      if (label != null) {
        styles.add(label.style());
      } else if (isPlainHeading(line, i, letter)) {
        markedPlain++;
      }
    }
    List<Style> ranked = new ArrayList<>(styles);
    boolean plainOnTop = markedPlain >= 2;
    List<Start> starts = new ArrayList<>();
    for (int i = from; i < end; i++) {
      Line line = letter.lines.get(i);
      SectionLabel label = line.label();
      if (label != null) {
        int level = ranked.indexOf(label.style()) + (plainOnTop ? 2 : 1);
        if (level <= 2) {
          starts.add(new Start(i, label, level));
        }
      } else if (plainOnTop && isPlainHeading(line, i, letter)) {
        starts.add(new Start(i, null, 1));
      }
    }
    return starts;
  }

  private static boolean isPlainHeading(Line line, int index, Layout letter) {
    return line.marked()
        && index > letter.opening
        && line.length() >= 3
        && line.length() <= LONGEST_FUSED_HEADING
        && !AgencyNames.isAgencyLine(line.text())
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
    return sections;
  }

  private static Draft section(Layout letter, Start start, int lastLine, List<Draft> children) {
    Line line = letter.lines.get(start.line());
    int labelLength = start.label() == null ? 0 : start.label().length();
    int headingEnd = headingEnd(line, labelLength);
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
   * line without a sentence end is a heading; so is a short first sentence that states no figure.
   */
  private static int headingEnd(Line line, int labelLength) {
    String text = line.text();
    int sentence = firstSentenceEnd(text, labelLength);
    if (sentence < 0 || sentence == text.length() - 1) {
      int length = text.length() - labelLength;
      boolean heading =
          line.marked()
              || (length <= LONGEST_HEADING_LINE
                  && !isStatement(text, labelLength, text.length(), sentence >= 0));
      return heading ? (sentence < 0 ? text.length() : sentence) : labelLength;
    }
    boolean fused =
        sentence - labelLength <= LONGEST_FUSED_HEADING
            && !isStatement(text, labelLength, sentence, false);
    return fused ? sentence : labelLength;
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
      } else if (depth == 0 && "。;!?".indexOf(unit) >= 0) {
        return i;
      } else if (depth == 0 && unit == ':' && i == text.length() - 1) {
        return i;
      }
    }
    return -1;
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
