package org.dafu.read;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Joins what page breaks and hard line ends cut: a paragraph that ends in mid-sentence goes on in
 * the next line. Titles, headings, salutations and sign-off lines stay lines of their own.
 */
final class BrokenLines {
  private static final String SENTENCE_END = "。！？；：…!?;:";
  private static final String CLOSING = "”’」』）)】";
  private static final String OPENING = "《〈〔【([﹝“「";
  private static final String MATCHING = "》〉〕】)]﹞”」";

  private static final Wording LABEL =
      Wording.of(
          "^(?:[（(]?\\s*[一二三四五六七八九十]{1,3}\\s*[）)、.．]|第[一二三四五六七八九十]{1,3}[，、,章节]|[一二三四五六七八九十]是|首先|其次|再次|最后"
              + "|[（(]\\d{1,2}[）)]|\\d{1,2}[、.．](?!\\d)|[①-⑳]|附件|附[:：])");

  /** Labels of what is said of the talk with the member, 面商时间 and the like. */
  static final String MEETING = "(?:面商|协商|沟通|走访|见面|座谈)(?:时间|日期|地点|方式|情况)";

  private static final Wording SIGN_OFF =
      Wording.of(
          "^(?:抄\\s*[送报发：:]|联\\s*[系络]|承\\s*办|经\\s*办|签\\s*发|负\\s*责\\s*人|责任人|主\\s*管|分\\s*管|领\\s*导|邮\\s*编|邮政编码|地\\s*址|电\\s*话|主\\s*办|会\\s*办|协\\s*办|类\\s*别|办\\s*[理复]|公\\s*开|(?:政协)?(?:委员|代表)(?:意见|评价|签[名字]|电话|满意)|"
              + MEETING
              + "|参加人员|满意[程度]|感谢您?对?|[（(]?此[件页])");
  private static final Wording SALUTATION = Wording.of("^.{2,60}[：:]$");

  /** Behind a line that may be cut only what ends like one. */
  private static final Wording ADDRESS =
      Wording.of("^.{2,60}(?:委员|代表|同志|先生|女士|[会社部局委办厅院府团组界盟联党处们位名人])[）)]?[：:]$");

  private static final Wording DATE_LINE =
      Wording.of("^[（(]?[\\d０-９〇○Ｏ零一二三四五六七八九十\\s]{4,9}[年./-].{2,8}[日号]?[）)]?$");
  private static final Wording TITLE =
      Wording.of("^.{0,60}(?:答\\s*复|复\\s*函|回\\s*复|意\\s*见|办理情况)(?:的?函)?[）)A-D类（(\\s]*$");

  /** A 文号 that the line end cuts behind its year: 咸人社发〔2024）‖86号. */
  private static final Wording YEAR_AT_END = Wording.of("[〔\\[【﹝(（](?:19|20)\\d{2}[〕\\]】﹞)）]?$");

  private static final Wording NUMBER_AT_START = Wording.of("^[〕\\]】﹞)）]?第?\\d{1,5}号");

  /** A handler's name that the line end cuts. */
  private static final Wording NAME_AT_END =
      Wording.of("(?:联系|承办|经办)\\s*人\\s*[：:]\\s*[\\u4e00-\\u9fa5]{1,3}$");

  private static final Wording NAME_AT_START =
      Wording.of("^[\\u4e00-\\u9fa5]{1,2}[\\s，,;；]+(?:联系)?(?:电话|手机|方式)");

  /** No line begins with these, folded. */
  private static final String NEVER_FIRST = "。、,;:!?》〉〕】)”’」";

  /** Shorter lines without a sentence sign may be a letterhead, a heading or a signature. */
  private static final int LONG_LINE = 30;

  /** The same for lines with a comma in them. */
  private static final int LONG_CLAUSES = 20;

  /** A line so long is running text. */
  private static final int LONGEST_TITLE = 150;

  /** A bracket that a line end cuts has no more than this on each side of it. */
  private static final int LONGEST_OPEN = 59;

  /** More closing signs than these do not stand behind a sentence. */
  private static final int MOST_CLOSING = 10;

  private final Folding folding;

  BrokenLines(Folding folding) {
    this.folding = folding;
  }

  /** The blocks with cut lines joined, and how many joins that took. */
  record Joined(List<RawBlock> blocks, int joins) {}

  /**
   * A line with those joined to it so far; it can grow by thousands, so that each is looked at for
   * itself and never the whole again.
   */
  private static final class Paragraph {
    private final RawBlock.Line first;
    private final Presence folded;
    private final LineWidth width;

    /** The folded text, and that of the source, once lines were joined. */
    private @Nullable StringBuilder joined;

    private MappedText text;

    /** Whether its last line is as wide as the lines of this text may be. */
    private boolean full;

    /** Whether it is so to the last character, as a heading must be to be cut. */
    private boolean filled;

    Paragraph(RawBlock.Line first, Presence folded, LineWidth width) {
      this.first = first;
      this.folded = folded;
      this.width = width;
      this.text = first.text();
      this.full = width.reaches(first.text());
      this.filled = width.fills(first.text());
    }

    RawBlock.Line with(RawBlock.Line next, String nextFolded) {
      if (joined == null) {
        joined = new StringBuilder(folded.text());
        text = first.text().part(0, first.text().length());
      }
      if (isLatin(text.charAt(text.length() - 1)) && isLatin(next.text().charAt(0))) {
        text.append(' ', next.text().origin(0));
        joined.append(' ');
      }
      text.append(next.text());
      joined.append(nextFolded);
      full = width.reaches(next.text());
      filled = width.fills(next.text());
      return new RawBlock.Line(text, first.headingLevel(), first.afterBlank());
    }

    private CharSequence units() {
      return joined == null ? folded.text() : joined;
    }

    /** The end of the folded text, so many units or all there are. */
    String end(int units) {
      CharSequence all = units();
      return all.subSequence(Math.max(0, all.length() - units), all.length()).toString();
    }

    /** The folded text if it is no longer than a title; null if it is running text. */
    @Nullable Presence asTitle() {
      CharSequence all = units();
      return all.length() > LONGEST_TITLE
          ? null
          : joined == null ? folded : Presence.of(all.toString());
    }

    /** Whether it ends a sentence, closing signs behind it passed over. */
    boolean endsSentence() {
      CharSequence all = units();
      int last = all.length() - 1;
      int least = Math.max(0, all.length() - MOST_CLOSING);
      while (last > least && CLOSING.indexOf(all.charAt(last)) >= 0) {
        last--;
      }
      return SENTENCE_END.indexOf(all.charAt(last)) >= 0;
    }
  }

  Joined join(List<RawBlock> blocks) {
    List<RawBlock> out = new ArrayList<>(blocks.size());
    int joins = 0;
    Paragraph last = null;
    LineWidth width = LineWidth.of(blocks);
    for (RawBlock block : blocks) {
      switch (block) {
        case RawBlock.Line next -> {
          Presence folded = next.text().folded(folding);
          if (last != null && goesOn(last, next, folded)) {
            out.set(out.size() - 1, last.with(next, folded.text()));
            joins++;
          } else {
            last = new Paragraph(next, folded, width);
            out.add(next);
          }
        }
        case RawBlock.Table table -> {
          last = null;
          out.add(table);
        }
      }
    }
    return new Joined(out, joins);
  }

  private static boolean isLatin(char unit) {
    return (unit >= 'a' && unit <= 'z') || (unit >= 'A' && unit <= 'Z');
  }

  private static boolean goesOn(Paragraph before, RawBlock.Line next, Presence folded) {
    if ((NUMBER_AT_START.in(folded) && YEAR_AT_END.in(before.end(LONGEST_OPEN)))
        || (NAME_AT_START.in(folded) && NAME_AT_END.in(before.end(LONGEST_OPEN)))) {
      return true;
    }
    if (next.headingLevel() > 0) {
      return false;
    }
    String second = folded.text();
    if (NEVER_FIRST.indexOf(second.charAt(0)) >= 0) {
      return true;
    }
    if (closes(before, second, '《', '》')) {
      return true; // 治的建议》收悉，现答复如下：
    }
    if (isOwnLine(folded, before.full)) {
      return false;
    }
    if (closesWhatIsOpen(before, second)) {
      return true;
    }
    if (before.first.headingLevel() > 0 || before.endsSentence()) {
      return false;
    }
    Presence first = before.asTitle();
    if (first != null && TITLE.is(first)) {
      return false;
    }
    boolean heading = first != null && LABEL.in(first);
    boolean cut = heading ? before.filled : before.full;
    return cut
        || ((first == null || looksLikeBody(first.text(), heading)) && looksLikeRest(second));
  }

  private static boolean isOwnLine(Presence line, boolean behindFull) {
    return LABEL.in(line)
        || SIGN_OFF.in(line)
        || DATE_LINE.is(line)
        || (behindFull ? ADDRESS : SALUTATION).is(line);
  }

  /** Whether a text ends like a letter's title, that of a 会办函 too. */
  static boolean isTitle(String text) {
    String title = text.strip();
    return title.endsWith("函") || TITLE.is(title);
  }

  /** Whether a line is a salutation. */
  static boolean isAddress(String line) {
    return ADDRESS.is(line.strip());
  }

  /**
   * A sentence, or a line so long that it must be running text and no heading.
   *
   * @param labelled whether it begins as headings do
   */
  private static boolean looksLikeBody(String line, boolean labelled) {
    boolean heading = labelled && line.length() < LONG_LINE + 20;
    boolean sentence = line.indexOf('。') >= 0 || line.indexOf(';') >= 0;
    boolean clauses = line.length() >= LONG_CLAUSES && line.indexOf(',') >= 0;
    return sentence || ((clauses || line.length() >= LONG_LINE) && !heading);
  }

  private static boolean looksLikeRest(String line) {
    return line.length() > LONG_LINE || hasSign(line, "，。；、：,;");
  }

  private static boolean hasSign(String line, String signs) {
    for (int i = 0; i < line.length(); i++) {
      if (signs.indexOf(line.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether the end of the first line leaves a bracket open that the beginning of the second
   * closes.
   */
  private static boolean closesWhatIsOpen(Paragraph before, String second) {
    for (int kind = 0; kind < OPENING.length(); kind++) {
      if (closes(before, second, OPENING.charAt(kind), MATCHING.charAt(kind))) {
        return true;
      }
    }
    return false;
  }

  private static boolean closes(Paragraph before, String second, char opening, char closing) {
    int close = second.indexOf(closing, 0, Math.min(second.length(), LONGEST_OPEN + 1));
    if (close < 0 || second.indexOf(opening, 0, close) >= 0) {
      return false;
    }
    String first = before.end(LONGEST_OPEN);
    int open = first.lastIndexOf(opening);
    return open >= 0 && first.indexOf(closing, open) < 0;
  }
}
