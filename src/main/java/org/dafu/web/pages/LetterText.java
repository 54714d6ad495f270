package org.dafu.web.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.dafu.reply.Reply;
import org.dafu.reply.Section;
import org.dafu.reply.Span;
import org.jspecify.annotations.Nullable;

/**
 * Lays a letter's text out as headings, paragraphs and tables. Every character of the text is
 * printed once, in order.
 */
final class LetterText {
  /** Headings deeper than this look like it. */
  private static final int MAX_LEVEL = 4;

  /** Signs and spaces that may stand between label and heading. */
  private static final int LABEL_GAP = 6;

  /** UTF-16 units of a section that are put into the collection at once. */
  private static final int MAX_COLLECTED = 1200;

  private static final String HEADING_END = "。：:；;，,、.";

  private final String text;
  private final List<Section> sections;
  private final List<Span> marks;
  private final LetterPlaces places;
  private final LetterMarks named;
  private final List<TextBlock> blocks = new ArrayList<>();
  private final List<List<List<Segment>>> rows = new ArrayList<>();
  private int nextMark;

  private LetterText(Reply reply, List<Span> marks) {
    this.text = reply.text();
    this.sections = reply.allSections();
    this.marks = marks;
    this.places = new LetterPlaces(reply);
    this.named = new LetterMarks(reply);
  }

  /** The blocks of the letter. */
  static List<TextBlock> blocks(Reply reply, List<Span> marks) {
    LetterText layout = new LetterText(reply, marks);
    int at = 0;
    while (at <= layout.text.length()) {
      int end = layout.text.indexOf('\n', at);
      int lineEnd = end < 0 ? layout.text.length() : end;
      layout.line(at, lineEnd);
      at = lineEnd + 1;
    }
    layout.endTable();
    return List.copyOf(layout.blocks);
  }

  /** The anchor of a section by its place in reading order. */
  static String anchor(int index) {
    return "s" + index;
  }

  private void line(int start, int end) {
    String line = text.substring(start, end);
    if (line.indexOf('\t') >= 0) {
      row(start, end);
      return;
    }
    endTable();
    if (line.isBlank()) {
      return;
    }
    int section = sectionAtLineStart(start, end);
    if (section < 0) {
      blocks.add(new TextBlock.Paragraph(null, places.of(start, line), segments(start, end)));
    } else {
      sectionLine(section, start, end);
    }
  }

  private void sectionLine(int index, int start, int end) {
    Section section = sections.get(index);
    int headingEnd = headingEnd(section, end);
    if (headingEnd < 0) {
      blocks.add(
          new TextBlock.Paragraph(anchor(index), TextBlock.Place.BODY, segments(start, end)));
      return;
    }
    int level = Math.min(MAX_LEVEL, section.level() + 1);
    int cut = text.substring(headingEnd, end).isBlank() ? end : headingEnd;
    String printed = text.substring(start, cut).strip();
    blocks.add(
        new TextBlock.Heading(
            anchor(index), level, segments(start, cut), passage(section, start, printed)));
    if (cut < end) {
      blocks.add(new TextBlock.Paragraph(null, TextBlock.Place.BODY, segments(cut, end)));
    }
  }

  private static TextBlock.Passage passage(Section section, int start, String printed) {
    String words = section.text().strip();
    int most = Math.min(MAX_COLLECTED, words.length());
    return new TextBlock.Passage(printed, start, words.substring(0, most));
  }

  private void row(int start, int end) {
    List<List<Segment>> cells = new ArrayList<>();
    int at = start;
    while (at <= end) {
      int tab = text.indexOf('\t', at);
      int cellEnd = tab < 0 || tab > end ? end : tab;
      cells.add(segments(at, cellEnd));
      at = cellEnd + 1;
    }
    rows.add(cells);
  }

  private void endTable() {
    if (!rows.isEmpty()) {
      blocks.add(new TextBlock.Table(rows));
      rows.clear();
    }
  }

  private int sectionAtLineStart(int start, int end) {
    for (int i = 0; i < sections.size(); i++) {
      int at = sections.get(i).span().start();
      if (at >= start && at < end && text.substring(start, at).isBlank()) {
        return i;
      }
    }
    return -1;
  }

  /** Where the printed heading ends, its punctuation included; -1 if it cannot be told. */
  private int headingEnd(Section section, int lineEnd) {
    String heading = section.heading();
    int start = section.span().start();
    if (heading == null || heading.isEmpty()) {
      return -1;
    }
    int at = text.indexOf(heading, start);
    if (at < 0 || at > start + section.label().length() + LABEL_GAP) {
      return -1;
    }
    int end = at + heading.length();
    if (end > lineEnd) {
      return -1;
    }
    while (end < lineEnd && HEADING_END.indexOf(text.charAt(end)) >= 0) {
      end++;
    }
    return end;
  }

  /** The text cut where a mark, or a section within a line, begins or ends. */
  private List<Segment> segments(int start, int end) {
    List<Segment> segments = new ArrayList<>();
    TreeSet<Integer> cuts = new TreeSet<>(List.of(start, end));
    cuts.addAll(named.cuts(start, end));
    marks.forEach(mark -> LetterMarks.addWithin(cuts, mark, start, end));
    for (Section section : sections) {
      Span strong = inlineHeading(section, start, end);
      if (strong != null) {
        LetterMarks.addWithin(cuts, strong, start, end);
      }
    }
    Integer from = cuts.first();
    for (Integer to = cuts.higher(from); to != null; to = cuts.higher(from)) {
      anchorWithin(from, start).ifPresent(segments::add);
      segments.add(segment(from, to, start, end));
      from = to;
    }
    return segments;
  }

  private Segment segment(int from, int to, int start, int end) {
    boolean strong = false;
    for (Section section : sections) {
      Span heading = inlineHeading(section, start, end);
      strong |= heading != null && heading.start() <= from && to <= heading.end();
    }
    while (nextMark < marks.size() && marks.get(nextMark).end() <= from) {
      nextMark++;
    }
    boolean marked = nextMark < marks.size() && marks.get(nextMark).start() <= from;
    boolean begins = marked && marks.get(nextMark).start() == from;
    return new Segment(
        text.substring(from, to),
        marked,
        strong,
        begins ? "m" + (nextMark + 1) : null,
        named.at(from, to));
  }

  /** The anchor of a section that begins here, within its line. */
  private Optional<Segment> anchorWithin(int at, int lineStart) {
    for (int i = 0; i < sections.size(); i++) {
      if (sections.get(i).span().start() == at && !text.substring(lineStart, at).isBlank()) {
        return Optional.of(new Segment("", false, false, anchor(i), null));
      }
    }
    return Optional.empty();
  }

  /** Label and heading of a section that begins within this range but not at its start. */
  private @Nullable Span inlineHeading(Section section, int start, int end) {
    int at = section.span().start();
    if (at <= start || at >= end || text.substring(start, at).isBlank()) {
      return null;
    }
    int headingEnd = headingEnd(section, end);
    int labelEnd = Math.min(end, at + section.label().length());
    return new Span(at, Math.max(labelEnd, headingEnd));
  }
}
