package org.dafu.read;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Plain text and Markdown, which for letters are one format: text files carry the headings, bold
 * and tables that an OCR or PDF tool left in them.
 */
final class MarkedTextReader {
  private static final Pattern HEADING = Pattern.compile("(#{1,6})\\s*(?=[^#\\s])");
  private static final Pattern BOLD_LINE =
      Pattern.compile("(?:\\*\\*[^*]{1,60}\\*\\*\\s*){1,4}[：:]?");

  private static final Pattern BOLD_LEAD =
      Pattern.compile("\\*\\*[^*]{3,50}[。：:]\\*\\*(?=\\s*[^\\s*])");

  /** A row of more cells is none. */
  private static final int MOST_CELLS = 10_000;

  private final String source;
  private final List<RawBlock> blocks = new ArrayList<>();
  private final List<List<List<RawBlock>>> rows = new ArrayList<>();
  private boolean afterBlank = true;

  private MarkedTextReader(String source) {
    this.source = source;
  }

  static List<RawBlock> read(String source) {
    MarkedTextReader reader = new MarkedTextReader(source);
    int start = 0;
    for (int i = 0; i <= source.length(); i++) {
      if (i == source.length() || isLineEnd(source.charAt(i))) {
        reader.line(start, i);
        start = i + 1;
      }
    }
    reader.endTable();
    return reader.blocks;
  }

  private static boolean isLineEnd(char unit) {
    if (unit > '\u2029') {
      return false; // nearly every character of a letter ends here
    }
    return unit == '\n'
        || unit == '\r'
        || unit == '\f'
        || unit == '\u2028'
        || unit == '\u2029'
        || unit == '\u000b';
  }

  private void line(int lineStart, int lineEnd) {
    int start = lineStart;
    int end = lineEnd;
    while (start < end && MappedText.isSpace(source.charAt(start))) {
      start++;
    }
    while (end > start
        && MappedText.isSpace(source.charAt(end - 1))
        && source.charAt(end - 1) != '\t') {
      end--;
    }
    if (start == end) {
      afterBlank = true;
      return;
    }
    boolean pipes = mayBeRow(start, end, '|');
    boolean piped = pipes && (source.charAt(start) == '|' || isTableRule(start, end));
    if (piped) {
      pipeRow(start, end);
    } else if (mayBeRow(start, end, '\t')) {
      row(cells(start, end, '\t'));
    } else if (!isMadeOf(start, end, "-*_= ")) {
      textLine(start, end);
    }
    afterBlank = false;
  }

  /** Whether some cells, and not too many, are parted by the separator. */
  private boolean mayBeRow(int start, int end, char separator) {
    int cells = 0;
    int at = source.indexOf(separator, start, end);
    while (at >= 0) {
      cells++;
      at = source.indexOf(separator, at + 1, end);
    }
    return cells > 0 && cells < MOST_CELLS;
  }

  private boolean isTableRule(int start, int end) {
    return isMadeOf(start, end, "|:- \t") && source.substring(start, end).contains("--");
  }

  /** Whether a line of three signs or more is made of these alone. */
  private boolean isMadeOf(int start, int end, String signs) {
    for (int i = start; i < end; i++) {
      if (signs.indexOf(source.charAt(i)) < 0) {
        return false;
      }
    }
    return end - start >= 3;
  }

  private void pipeRow(int start, int end) {
    if (isTableRule(start, end)) {
      return;
    }
    int from = start + 1;
    int to = source.charAt(end - 1) == '|' && end - 1 > from ? end - 1 : end;
    row(cells(from, to, '|'));
  }

  private List<List<RawBlock>> cells(int start, int end, char separator) {
    List<List<RawBlock>> cells = new ArrayList<>();
    int from = start;
    for (int i = start; i <= end; i++) {
      boolean escaped = i > start && source.charAt(i - 1) == '\\';
      if (i == end || (source.charAt(i) == separator && !escaped)) {
        cells.add(cell(from, i));
        from = i + 1;
      }
    }
    return cells;
  }

  /** The lines of a cell; markup may reach over their ends. */
  private List<RawBlock> cell(int start, int end) {
    List<RawBlock> lines = new ArrayList<>();
    MappedText cell = InlineMarkup.stripLines(source, start, end);
    int from = 0;
    for (int i = 0; i <= cell.length(); i++) {
      if (i == cell.length() || cell.charAt(i) == '\n') {
        MappedText text = cell.part(from, i).strip();
        if (text.length() > 0) {
          lines.add(new RawBlock.Line(text, 0, true));
        }
        from = i + 1;
      }
    }
    return lines;
  }

  private void row(List<List<RawBlock>> cells) {
    if (cells.stream().anyMatch(cell -> !cell.isEmpty())) {
      rows.add(cells);
    }
  }

  private void textLine(int start, int end) {
    endTable();
    int level = 0;
    int from = start;
    if (source.charAt(start) == '#') {
      Matcher heading = at(HEADING, start, end);
      if (heading.lookingAt()) {
        level = heading.end(1) - heading.start(1);
        from = heading.end();
      }
    } else if (source.startsWith("**", start)) {
      level = at(BOLD_LINE, start, end).matches() ? RawBlock.Line.BOLD_LEVEL : 0;
      from = level == 0 ? boldLead(start, end) : start;
    }
    addLine(InlineMarkup.strip(source, from, end).strip(), level);
  }

  private Matcher at(Pattern pattern, int start, int end) {
    return pattern.matcher(source).region(start, end);
  }

  /**
   * A bold sentence that begins a paragraph (**加强培训。**今年…) is a heading fused to its text: the two
   * are parted.
   *
   * @return where the paragraph goes on
   */
  private int boldLead(int start, int end) {
    Matcher lead = at(BOLD_LEAD, start, end);
    if (!lead.lookingAt() || lead.end() >= end) {
      return start;
    }
    addLine(InlineMarkup.strip(source, start, lead.end()).strip(), RawBlock.Line.BOLD_LEVEL);
    afterBlank = false;
    return lead.end();
  }

  private void addLine(MappedText text, int level) {
    if (text.length() > 0) {
      blocks.add(new RawBlock.Line(text, level, afterBlank));
    }
  }

  private void endTable() {
    if (!rows.isEmpty()) {
      blocks.addAll(LayoutTable.blocks(List.copyOf(rows)));
      rows.clear();
    }
  }
}
