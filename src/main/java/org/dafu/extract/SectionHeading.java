package org.dafu.extract;

import java.util.List;
import org.dafu.extract.SectionLabel.Style;
import org.dafu.read.Hits;
import org.dafu.read.Wording;
import org.dafu.reply.Span;
import org.jspecify.annotations.Nullable;

/** The heading of a section: where it ends in the line that the section begins with. */
final class SectionHeading {
  static final Wording SENTENCE_SIGN = Wording.of("[。;!?:]|[*]{3}");

  /** A heading that nothing marks is no longer. */
  static final int LONGEST_BARE = 28;

  /** A heading before a colon with the text behind it is no longer. */
  private static final int LONGEST_BEFORE_COLON = 20;

  /** Words that begin the text behind a heading that lost its sign: 建起来截至今年6月底. */
  private static final Wording TEXT_BEGINS =
      Wording.of(
          "截[至止]|近年来|今年以来|(?:19|20)\\d{2}年(?:以来|,|\\d{1,2}月)|一是(?=.{3})|经(?:测算|核实|调查|了解)|针对(?:您|你|代表|委员)|(?:按照|根据|依据)《|我[局委办厅](?!的)");

  private static final Wording NO_COMMA = Wording.of("[,。;]");
  private static final int SHORTEST_UNSIGNED = 4;

  /** 一、关于资源普查的问题 2021年以来: what a section is about before a space. */
  private static final Wording TOPIC =
      Wording.of("[^\\s,。;:]{0,5}\\s?关于[^\\s,。;:]{2,30}(?:问题|建议|情况|方面)(?=\\s)");

  /** What comes before a colon that belongs to a sentence. */
  private static final Wording SENTENCE_GOES_ON =
      Wording.of("(?:如下|包括|(?<!行)为|是|即|有|指出|强调|提出|明确|认为|表示|显示)$");

  /** Longer first sentences are text, not headings. */
  static final int LONGEST = 40;

  private static final int LONGEST_HEADING_LINE = 70;
  private static final Wording STATEMENT =
      Wording.of("\\d{3,}|\\d+(?:\\.\\d+)?(?:万|亿|%|个|名|户|人|元|家|处|张|所|公里|平方)|(?:19|20)\\d{2}年");

  /** What a numbered paragraph is about, before a colon or as all that it says. */
  private static final Wording LEAD = Wording.of("^([^,。;:!?“《(]{2,20})(?::(?=.{2})|[。;]?$)");

  /** A heading in brackets of its own: 【配套设施情况】. */
  private static final Wording IN_BRACKETS = Wording.of("^【[^【】]{2,30}】[:]?$");

  private SectionHeading() {}

  /**
   * Where the heading ends in the line's tight text; at the label's end if there is none. A whole
   * line without a sentence end is a heading, one with it unless it is an item of a list; so is a
   * short first sentence that states no figure, and what stands before a colon or a wide gap.
   */
  static int end(Layout letter, Line line, @Nullable SectionLabel label, boolean item) {
    int labelLength = label == null ? 0 : label.length();
    if (label != null && label.style() == Style.ADVERB) {
      return labelLength;
    }
    int topic = label == null ? -1 : topicEnd(letter, line);
    if (topic > labelLength) {
      return topic;
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
    int gap = gap(letter, line);
    if (gap > labelLength + 1 && gap <= labelLength + LONGEST_BARE) {
      return gap;
    }
    Hits begins = line.tight().matcher(TEXT_BEGINS);
    boolean told =
        begins.find()
            && begins.start() - labelLength >= SHORTEST_UNSIGNED
            && begins.start() - labelLength <= LONGEST
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
            && !(length > LONGEST && isStatement(text, labelLength, text.length(), true)))
        || (length <= LONGEST_HEADING_LINE
            && !listed
            && !isStatement(text, labelLength, text.length(), sentence >= 0));
  }

  private static boolean isFused(String text, int labelLength, int sentence) {
    return sentence - labelLength <= LONGEST && !isStatement(text, labelLength, sentence, false);
  }

  /** Where a space parts from the rest what the line is about; -1 if none does. */
  private static int topicEnd(Layout letter, Line line) {
    Hits topic = TOPIC.matcher(line.span().of(letter.folded));
    return topic.lookingAt() ? Tight.bare(topic.group()).length() : -1;
  }

  /** Where a wide gap parts what the line begins with, if that is no sentence; -1 if none does. */
  private static int gap(Layout letter, Line line) {
    List<Tight> pieces = letter.pieces(line);
    boolean parted = pieces.size() > 2 && !SENTENCE_SIGN.in(pieces.get(1).text());
    return parted ? pieces.get(1).length() : -1;
  }

  /** What a paragraph is about, if it begins with that and a colon or says no more; else null. */
  static @Nullable Hits lead(Tight text) {
    Hits lead = text.matcher(LEAD);
    boolean heading =
        lead.find()
            && !SENTENCE_GOES_ON.in(lead.group(1))
            && !isStatement(lead.group(1), 0, lead.group(1).length(), false);
    return heading ? lead : null;
  }

  /** Whether the line is a heading in brackets of its own. */
  static boolean isBracketed(Line line) {
    return line.tight().contains(IN_BRACKETS);
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
    return end > 0 && (end < text.length() - 1 || end - colon > LONGEST);
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
    boolean figures = STATEMENT.in(sentence) && (ended || !sentence.startsWith("关于"));
    boolean clauses = sentence.chars().filter(c -> c == ',').count() >= 2;
    return (figures && (sentence.length() > 16 || clauses))
        || (ended && clauses)
        || sentence.chars().filter(c -> c == ',').count() >= 3;
  }

  /** The heading as printed, without the signs behind it and brackets around it. */
  static String printed(Layout letter, Span span) {
    String heading = letter.printed(span);
    int end = heading.length();
    while (end > 0 && "。：:；;，,、.".indexOf(heading.charAt(end - 1)) >= 0) {
      end--;
    }
    boolean bracketed = end > 1 && heading.charAt(0) == '【' && heading.charAt(end - 1) == '】';
    return (bracketed ? heading.substring(1, end - 1) : heading.substring(0, end)).strip();
  }
}
