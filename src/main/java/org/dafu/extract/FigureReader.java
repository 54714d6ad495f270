package org.dafu.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.dafu.read.Block;
import org.dafu.read.CharSet;
import org.dafu.reply.Figure;
import org.dafu.reply.Span;
import org.jspecify.annotations.Nullable;

/**
 * Reads the figures (数据) of the answer itself, tables included: head and sign-off state none about
 * the world.
 */
final class FigureReader {
  /** A sentence is quoted no longer than this on either side of its figure. */
  private static final int LONGEST_SIDE = 300;

  private static final CharSet SENTENCE_ENDS = CharSet.of("。!?\n");

  /** A line of running text is at least this long. */
  private static final int RUNNING_TEXT = 30;

  /** Headings of what is still to be done. */
  private static final String[] PLANS = {
    "下一步", "下步", "今后", "打算", "后续", "安排", "接下来", "下阶段", "拟采取", "未来", "设想", "下半年", "目标", "展望"
  };

  private final Layout letter;
  private final List<SectionReader.Draft> sections;
  private int quotedStart = -1;
  private int quotedEnd = -1;
  private String quoted = "";

  private FigureReader(Layout letter, List<SectionReader.Draft> sections) {
    this.letter = letter;
    this.sections = sections;
  }

  /**
   * All figures in order.
   *
   * @param letterYear by which 今年 and 去年 are told; null if unknown
   */
  static List<Figure> read(
      Layout letter, @Nullable Integer letterYear, List<SectionReader.Draft> sections) {
    int from = start(letter);
    int to =
        letter.bodyEnd < letter.lines.size()
            ? letter.lines.get(letter.bodyEnd).span().start()
            : letter.text.length();
    FigureReader reader = new FigureReader(letter, sections);
    List<Figure> figures = new ArrayList<>();
    for (FigureMention mention : mentions(letter, from, to, letterYear)) {
      figures.add(reader.figure(mention, to));
    }
    return figures;
  }

  /**
   * Where the answer begins; in a text without salutation and opening sentence where running text
   * does, and at its end if it has none.
   */
  private static int start(Layout letter) {
    if (letter.bodyStart < letter.lines.size()) {
      return letter.lines.get(letter.bodyStart).span().start();
    }
    int start = letter.text.length();
    for (Line line : letter.lines) {
      if (line.length() >= RUNNING_TEXT && line.text().indexOf('。') >= 0) {
        start = line.span().start();
        break;
      }
    }
    for (Block block : letter.document.blocks()) {
      if (block instanceof Block.Table table) {
        start = Math.min(start, firstLongCell(table, start));
      }
    }
    return start;
  }

  /** Where the first cell of running text begins; {@code none} if there is no such cell. */
  private static int firstLongCell(Block.Table table, int none) {
    for (List<Span> row : table.rows()) {
      for (Span cell : row) {
        if (cell.length() >= 2 * RUNNING_TEXT) {
          return cell.start();
        }
      }
    }
    return none;
  }

  private static List<FigureMention> mentions(
      Layout letter, int from, int to, @Nullable Integer letterYear) {
    List<FigureMention> running = new FigureScan(letter.folded, to, letterYear).from(from);
    List<FigureMention> mentions = new ArrayList<>(running);
    for (Block block : letter.document.blocks()) {
      if (block instanceof Block.Table table
          && table.span().start() >= from
          && table.span().end() <= to) {
        mentions.addAll(new TableFigures(letter.folded).of(table));
      }
    }
    mentions.sort(Comparator.comparingInt(mention -> mention.span().start()));
    return mentions;
  }

  private Figure figure(FigureMention mention, int limit) {
    SectionReader.Draft section = section(sections, mention.span());
    Boolean promise = mention.promise();
    boolean target = promise != null ? promise : section != null && isPlan(section);
    Span subject = mention.subject();
    return new Figure(
        mention.type(),
        mention.value(),
        mention.valueMax(),
        printed(mention.unit().start(), mention.unit().end()),
        subject == null ? null : printed(subject.start(), subject.end()),
        mention.year(),
        target,
        printed(mention.span().start(), mention.span().end()),
        sentence(mention, limit),
        section == null ? null : name(section),
        mention.span());
  }

  /** The innermost section that the span lies in; null if none. */
  private static SectionReader.@Nullable Draft section(
      List<SectionReader.Draft> sections, Span span) {
    int low = 0;
    int high = sections.size() - 1;
    while (low < high) { // they follow one another: the last that begins before the span
      int middle = (low + high + 1) >>> 1;
      if (sections.get(middle).span().start() <= span.start()) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    if (sections.isEmpty() || !sections.get(low).span().contains(span)) {
      return null;
    }
    SectionReader.Draft child = section(sections.get(low).children(), span);
    return child == null ? sections.get(low) : child;
  }

  private static String name(SectionReader.Draft section) {
    return section.heading() == null ? section.label() : section.label() + section.heading();
  }

  private static boolean isPlan(SectionReader.Draft section) {
    String heading = section.heading();
    if (heading == null) {
      return false;
    }
    for (String word : PLANS) {
      if (heading.contains(word)) {
        return true;
      }
    }
    return false;
  }

  /** Sentences hold many figures; each is cut out once. */
  private String sentence(FigureMention mention, int limit) {
    int at = mention.span().start();
    int start = Math.max(mention.sentence(), at - LONGEST_SIDE);
    if (start != quotedStart || mention.span().end() > quotedEnd) {
      int end = mention.span().end();
      int longest = Math.min(limit, end + LONGEST_SIDE);
      while (end < longest && !SENTENCE_ENDS.has(letter.folded.charAt(end))) {
        end++;
      }
      end = end < longest && letter.folded.charAt(end) != '\n' ? end + 1 : end;
      quotedStart = start;
      quotedEnd = end;
      quoted = printed(start, end);
    }
    return quoted;
  }

  /** The text at a place with runs of white space made one. */
  private String printed(int start, int end) {
    int first = start;
    while (first < end && !isSpace(first)) {
      first++;
    }
    if (first == end) {
      return letter.text.substring(start, end);
    }
    StringBuilder printed = new StringBuilder(end - start);
    for (int i = start; i < end; i++) {
      char unit = letter.text.charAt(i);
      if (!isSpace(i)) {
        printed.append(unit);
      } else if (!printed.isEmpty() && printed.charAt(printed.length() - 1) != ' ') {
        printed.append(' ');
      }
    }
    return printed.toString().strip();
  }

  private boolean isSpace(int at) {
    char unit = letter.text.charAt(at);
    return letter.folded.charAt(at) == ' ' || (unit <= '\u3000' && Character.isWhitespace(unit));
  }
}
