package org.dafu.read;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.dafu.reply.Warning;

/**
 * PDF with text. PDFBox says which character stands where; the order of reading, columns, tables
 * and paragraphs are found here from those places, because PDFBox's own order knows neither columns
 * nor cells, and every row of it ends a line.
 */
final class PdfReader {
  static final String MEDIA_TYPE = "application/pdf";

  /** What PDFBox may hold in memory of a file's streams; more goes to a temporary file. */
  private static final long MEMORY_BYTES = 64L << 20;

  static {
    FontMappers.set(new NoFonts());
  }

  private PdfReader() {}

  /** The document's blocks, or why there are none; {@code needs-ocr} for a scan. */
  static RawReading read(byte[] bytes) {
    Deadline deadline = Deadline.in(Deadline.LONGEST_READING);
    try (PDDocument document =
        Loader.loadPDF(
            bytes, "", null, null, MemoryUsageSetting.setupMixed(MEMORY_BYTES).streamCache)) {
      int pages = document.getNumberOfPages();
      PdfPages read = PdfPages.of(document, deadline);
      return pages == 0 ? damaged() : document(read, pages, deadline);
    } catch (InvalidPasswordException locked) {
      return new Unreadable("encrypted", "PDF 有密码 (encrypted): 请去掉密码后另存");
    } catch (Deadline.TooMuchException e) {
      return e.unreadable();
    } catch (LinkageError certificate) { // whose library does not come with us
      return new Unreadable("encrypted", "PDF 用证书加密 (encrypted): 请解密后另存");
    } catch (IOException | RuntimeException broken) { // PDFBox throws whatever broken bytes lead to
      return damaged();
    }
  }

  private static Unreadable damaged() {
    return new Unreadable("damaged", "PDF 已损坏 (damaged PDF)：请重新下载，或打开后另存");
  }

  private static RawReading document(PdfPages read, int pagesOfFile, Deadline deadline)
      throws Deadline.TooMuchException {
    List<PdfPage> pages = read.pages();
    PdfLegibility legibility = PdfLegibility.of(pages, read.shapesOnly());
    Optional<Unreadable> objection = legibility.objection();
    if (objection.isPresent()) {
      return objection.get();
    }
    List<Warning> warnings = new ArrayList<>(legibility.warnings());
    int empty = pagesOfFile - read.withText();
    if (empty > 0) {
      warnings.add(new Warning("pages-without-text", "有 " + empty + " 页没有文字，可能是扫描的图像，没有读"));
    }
    return new RawDocument(blocks(pages, deadline), Map.of(), MEDIA_TYPE, null, warnings);
  }

  /** A stretch of a page: text in columns, a table, or the edge of a cell around text. */
  private sealed interface Stretch {
    record Text(List<List<PdfRow>> columns) implements Stretch {}

    record Drawn(PdfTable table) implements Stretch {}

    record Edge() implements Stretch {}
  }

  private static List<RawBlock> blocks(List<PdfPage> pages, Deadline deadline)
      throws Deadline.TooMuchException {
    List<Stretch> stretches = new ArrayList<>();
    List<List<PdfGlyph>> kept = PdfMargins.setAside(pages);
    for (int i = 0; i < pages.size(); i++) {
      deadline.check();
      PdfPage page = new PdfPage(pages.get(i).height(), kept.get(i), pages.get(i).rules());
      addStretches(page, stretches, deadline);
    }
    List<List<PdfRow>> columns = new ArrayList<>();
    for (Stretch stretch : stretches) {
      if (stretch instanceof Stretch.Text text) {
        columns.addAll(text.columns());
      }
    }
    PdfParagraphs paragraphs = new PdfParagraphs(new Transcript(), columns);
    for (Stretch stretch : stretches) {
      switch (stretch) {
        case Stretch.Text text ->
            text.columns().forEach(column -> add(column, columns, paragraphs));
        case Stretch.Drawn drawn -> paragraphs.table(drawn.table());
        case Stretch.Edge edge -> paragraphs.end();
      }
    }
    return paragraphs.blocks();
  }

  /** Text above, between and below the tables of a page, each with its columns. */
  private static void addStretches(PdfPage page, List<Stretch> stretches, Deadline deadline)
      throws Deadline.TooMuchException {
    List<PdfGlyph> left = page.glyphs();
    for (PdfTable table : PdfTable.of(page, deadline)) {
      List<PdfGlyph> above = above(left, table);
      addAligned(above, stretches);
      if (table.isLayout()) {
        addCells(table, above.isEmpty(), stretches);
      } else {
        stretches.add(new Stretch.Drawn(table));
      }
      left = below(left, table);
    }
    addAligned(left, stretches);
  }

  /**
   * The text of each cell.
   *
   * @param goesOn whether the first cell may be the rest of the last one of the page before
   */
  private static void addCells(PdfTable table, boolean goesOn, List<Stretch> stretches) {
    boolean rest = goesOn;
    for (List<List<PdfGlyph>> row : table.rows()) {
      for (List<PdfGlyph> cell : row) {
        if (!rest) {
          stretches.add(new Stretch.Edge());
        }
        stretches.add(text(cell));
        rest = false;
      }
    }
  }

  /** The same for tables without lines. */
  private static void addAligned(List<PdfGlyph> glyphs, List<Stretch> stretches) {
    List<PdfGlyph> left = glyphs;
    for (PdfTable table : PdfAligned.of(glyphs)) {
      stretches.add(text(above(left, table)));
      stretches.add(new Stretch.Drawn(table));
      left = below(left, table);
    }
    stretches.add(text(left));
  }

  private static List<PdfGlyph> above(List<PdfGlyph> glyphs, PdfTable table) {
    return glyphs.stream().filter(glyph -> glyph.waist() <= table.top()).toList();
  }

  /** What is left behind a table, also what stands beside it. */
  private static List<PdfGlyph> below(List<PdfGlyph> glyphs, PdfTable table) {
    Set<PdfGlyph> held = table.glyphs();
    return glyphs.stream()
        .filter(glyph -> glyph.waist() > table.top() && !held.contains(glyph))
        .toList();
  }

  private static Stretch.Text text(List<PdfGlyph> glyphs) {
    return new Stretch.Text(PdfColumns.inReadingOrder(PdfRows.parted(glyphs)));
  }

  /**
   * Takes up a column between the margins of all that overlap it: the last page's few short lines
   * do not show where theirs are.
   */
  private static void add(
      List<PdfRow> column, List<List<PdfRow>> columns, PdfParagraphs paragraphs) {
    float left = Float.MAX_VALUE;
    float right = 0;
    for (PdfRow row : column) {
      left = Math.min(left, row.left());
      right = Math.max(right, row.right());
    }
    float middle = (left + right) / 2;
    for (List<PdfRow> other : columns) {
      float otherLeft = Float.MAX_VALUE;
      float otherRight = 0;
      for (PdfRow row : other) {
        otherLeft = Math.min(otherLeft, row.left());
        otherRight = Math.max(otherRight, row.right());
      }
      boolean wider = otherRight - otherLeft > right - left;
      boolean around = otherLeft <= middle && otherRight >= middle;
      if (wider && around && sameShape(column, other)) {
        left = Math.min(left, otherLeft);
        right = Math.max(right, otherRight);
      }
    }
    paragraphs.column(column, left, right);
  }

  /** Whether a column is one of few lines, whose own edges say little. */
  private static boolean sameShape(List<PdfRow> column, List<PdfRow> other) {
    return column.size() < other.size() && column.size() < 8;
  }
}
