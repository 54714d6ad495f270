package org.dafu.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;

/**
 * Gathered passages as a Word document (DOCX): for each its letter, heading, text, note and
 * citation. Headings have outline levels, so that Word's navigation lists them.
 */
public final class ExcerptDocument {
  private static final String BODY = "仿宋";
  private static final String HEAD = "黑体";

  /** Of two characters at 12 points, in twentieths of a point. */
  private static final int INDENT = 480;

  private static final int TITLE_POINTS = 18;
  private static final int HEADING_POINTS = 14;
  private static final int BODY_POINTS = 12;
  private static final int SMALL_POINTS = 10;

  private final XWPFDocument document = new XWPFDocument();

  private ExcerptDocument() {}

  /** The document's bytes. */
  public static byte[] write(List<Excerpt> excerpts, LocalDate day) {
    ExcerptDocument writer = new ExcerptDocument();
    try (XWPFDocument document = writer.document;
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      document.getProperties().getCoreProperties().setTitle("答复摘录");
      writer.line("答复摘录", HEAD, TITLE_POINTS, 0);
      writer.line("共 " + excerpts.size() + " 段，" + day + " 导出", BODY, SMALL_POINTS, -1);
      for (int at = 0; at < excerpts.size(); at++) {
        writer.excerpt(at + 1, excerpts.get(at));
      }
      document.write(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("a document in memory cannot be written", e);
    }
  }

  private void excerpt(int number, Excerpt excerpt) {
    line(number + ". " + excerpt.reply().displayTitle(), HEAD, HEADING_POINTS, 1);
    line(excerpt.facts(), BODY, SMALL_POINTS, -1);
    line(excerpt.heading(), HEAD, BODY_POINTS, 2);
    excerpt
        .text()
        .lines()
        .filter(each -> !each.isBlank())
        .forEach(each -> line(each.strip(), BODY, BODY_POINTS, -1).setIndentationFirstLine(INDENT));
    if (!excerpt.note().isBlank()) {
      excerpt.note().strip().lines().forEach(each -> note("批注：" + each));
    }
    line("出处：" + excerpt.citation(), BODY, SMALL_POINTS, -1);
  }

  private void note(String text) {
    XWPFParagraph paragraph = line(text, BODY, BODY_POINTS, -1);
    paragraph.getRuns().forEach(run -> run.setItalic(true));
    paragraph.setIndentationLeft(INDENT);
  }

  /**
   * A paragraph.
   *
   * @param level of the outline from 0; -1 for plain text
   */
  private XWPFParagraph line(String text, String font, int points, int level) {
    XWPFParagraph paragraph = document.createParagraph();
    if (level >= 0) {
      paragraph.setSpacingBefore(level == 1 ? 360 : 120);
      paragraph.setKeepNext(true);
      paragraph.getCTP().getPPr().addNewOutlineLvl().setVal(BigInteger.valueOf(level));
    }
    XWPFRun run = paragraph.createRun();
    run.setText(text);
    run.setFontFamily(font, XWPFRun.FontCharRange.eastAsia);
    run.setFontFamily("Times New Roman", XWPFRun.FontCharRange.ascii);
    run.setFontFamily("Times New Roman", XWPFRun.FontCharRange.hAnsi);
    run.setFontSize(points);
    run.setBold(level >= 0);
    return paragraph;
  }
}
