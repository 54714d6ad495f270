package org.dafu.read;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Joins the rows of a PDF into paragraphs by how they are set: a row that reaches the right margin
 * goes on in the next one, unless that is indented, larger, or further away than rows are.
 */
final class PdfParagraphs {
  /** A row is full if fewer characters than this would still fit. */
  private static final float FULL = 2.6f;

  private static final float INDENTED = 1.2f;

  /** A signature or date is set at the right margin; a first line is not indented so far. */
  private static final float SET_RIGHT = 5;

  private static final float OTHER_SIZE = 1.15f;
  private static final float FURTHER = 1.7f;

  private static final String SENTENCE_END = "。！？；：:;!?”）";

  private final Transcript transcript;
  private final List<RawBlock> blocks = new ArrayList<>();
  private final boolean indents;
  private MappedText paragraph = new MappedText();
  private @Nullable PdfRow last;
  private boolean lastFull;

  /**
   * @param columns all columns of the document, to see whether its paragraphs are indented
   */
  PdfParagraphs(Transcript transcript, List<List<PdfRow>> columns) {
    this.transcript = transcript;
    this.indents = columns.stream().mapToInt(PdfParagraphs::firstLineIndents).sum() >= 2;
  }

  /** Rows that are indented while the next one is not. */
  private static int firstLineIndents(List<PdfRow> column) {
    float left = left(column);
    int indents = 0;
    for (int i = 0; i + 1 < column.size(); i++) {
      float size = column.get(i).size();
      float inset = column.get(i).left() - left;
      boolean indented = inset > INDENTED * size && inset < 3 * size;
      indents += indented && column.get(i + 1).left() - left < size ? 1 : 0;
    }
    return indents;
  }

  private static float left(List<PdfRow> column) {
    float left = Float.MAX_VALUE;
    for (PdfRow row : column) {
      left = Math.min(left, row.left());
    }
    return left;
  }

  private static float right(List<PdfRow> column) {
    float right = 0;
    for (PdfRow row : column) {
      right = Math.max(right, row.right());
    }
    return right;
  }

  /** The usual distance between the base lines of the column's rows. */
  private static float pitch(List<PdfRow> column) {
    List<Float> distances = new ArrayList<>();
    for (int i = 0; i + 1 < column.size(); i++) {
      distances.add(column.get(i + 1).y() - column.get(i).y());
    }
    distances.sort(null);
    return distances.isEmpty() ? Float.MAX_VALUE : distances.get(distances.size() / 2);
  }

  /**
   * Takes up the next column, or the next page's.
   *
   * @param left margin of all columns that stand where this one does
   * @param right the same at the other side
   */
  void column(List<PdfRow> rows, float left, float right) {
    float pitch = pitch(rows);
    float leftMargin = Math.min(left, left(rows));
    float rightMargin = Math.max(right, right(rows));
    boolean first = true;
    for (PdfRow row : rows) {
      boolean indented = row.left() - leftMargin > INDENTED * row.size();
      boolean far = !first && last != null && row.y() - last.y() > FURTHER * pitch;
      if (indented || far || !goesOn(row)) {
        end();
      }
      join(row);
      last = row;
      boolean setRight = row.left() - leftMargin > SET_RIGHT * row.size();
      lastFull = rightMargin - row.right() < FULL * row.size() && !setRight;
      first = false;
    }
  }

  private boolean goesOn(PdfRow row) {
    if (last == null || !lastFull) {
      return false;
    }
    float ratio = row.size() / last.size();
    boolean sameSize = ratio < OTHER_SIZE && ratio > 1 / OTHER_SIZE;
    String before = paragraph.toString();
    if (BrokenLines.isTitle(before) && BrokenLines.isAddress(row.text())) {
      return false; // below a title as wide as the page
    }
    boolean ended =
        !before.isEmpty() && SENTENCE_END.indexOf(before.charAt(before.length() - 1)) >= 0;
    return sameSize && (indents || !ended);
  }

  private void join(PdfRow row) {
    String text = row.text();
    if (paragraph.length() > 0 && !text.isEmpty()) {
      char before = paragraph.charAt(paragraph.length() - 1);
      if (isLatin(before) && isLatin(text.charAt(0))) {
        transcript.append(paragraph, " ");
      }
    }
    transcript.append(paragraph, text);
  }

  private static boolean isLatin(char unit) {
    return (unit >= 'a' && unit <= 'z') || (unit >= 'A' && unit <= 'Z');
  }

  /** Takes up a table. */
  void table(PdfTable table) {
    end();
    List<List<MappedText>> rows = new ArrayList<>();
    for (List<List<PdfGlyph>> row : table.rows()) {
      List<MappedText> cells = new ArrayList<>();
      row.forEach(cell -> cells.add(transcript.of(cellText(cell))));
      if (cells.stream().anyMatch(cell -> cell.length() > 0)) {
        rows.add(cells);
      }
    }
    if (!rows.isEmpty()) {
      blocks.add(new RawBlock.Table(rows));
    }
  }

  /** The text of a cell, its lines joined. */
  static String cellText(List<PdfGlyph> cell) {
    StringBuilder text = new StringBuilder();
    for (List<PdfGlyph> line : PdfRows.lines(cell)) {
      String next = new PdfRow(line).text();
      boolean words =
          !text.isEmpty()
              && !next.isEmpty()
              && isLatin(text.charAt(text.length() - 1))
              && isLatin(next.charAt(0));
      text.append(words ? " " : "").append(next);
    }
    return text.toString();
  }

  /** Ends the paragraph. */
  void end() {
    MappedText text = paragraph.strip();
    if (text.length() > 0) {
      blocks.add(new RawBlock.Line(text, 0, true));
    }
    paragraph = new MappedText();
    last = null;
    lastFull = false;
  }

  /** The paragraphs and tables so far, the last one ended. */
  List<RawBlock> blocks() {
    end();
    return blocks;
  }
}
