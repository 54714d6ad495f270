package org.dafu.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * Gathered passages as an Excel workbook (XLSX), one a row. Every cell but the first is text and
 * stays text: where it begins like a formula it is marked so, as Excel does after an apostrophe.
 */
public final class ExcerptSheet {
  /** UTF-16 units that a cell of Excel holds. */
  private static final int MAX_CELL = 32_767;

  private static final String CUT = "……（超出单元格，全文见链接）";

  private static final int CHARACTER = 256;

  private static final List<String> HEAD =
      List.of("序号", "标题", "地方", "年份", "承办单位", "编号", "文号", "办理类别", "段落", "正文", "批注", "出处", "链接");

  private static final List<Integer> WIDTHS =
      List.of(6, 36, 16, 8, 20, 14, 22, 18, 30, 90, 36, 60, 40);

  private final CellStyle plain;
  private final CellStyle quoted;

  private ExcerptSheet(XSSFWorkbook book) {
    this.plain = style(book, false);
    this.quoted = style(book, true);
  }

  /** The workbook's bytes. */
  public static byte[] write(List<Excerpt> excerpts) {
    try (XSSFWorkbook book = new XSSFWorkbook();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      XSSFSheet sheet = book.createSheet("答复摘录");
      ExcerptSheet writer = new ExcerptSheet(book);
      head(book, sheet);
      for (int at = 0; at < excerpts.size(); at++) {
        writer.row(sheet.createRow(at + 1), at + 1, excerpts.get(at));
      }
      sheet.createFreezePane(0, 1);
      sheet.setAutoFilter(new CellRangeAddress(0, excerpts.size(), 0, HEAD.size() - 1));
      book.write(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("a workbook in memory cannot be written", e);
    }
  }

  private static void head(XSSFWorkbook book, XSSFSheet sheet) {
    CellStyle bold = book.createCellStyle();
    Font font = book.createFont();
    font.setBold(true);
    bold.setFont(font);
    Row row = sheet.createRow(0);
    for (int at = 0; at < HEAD.size(); at++) {
      Cell cell = row.createCell(at);
      cell.setCellValue(HEAD.get(at));
      cell.setCellStyle(bold);
      sheet.setColumnWidth(at, WIDTHS.get(at) * CHARACTER);
    }
  }

  private void row(Row row, int number, Excerpt excerpt) {
    Cell first = row.createCell(0);
    first.setCellValue(number);
    first.setCellStyle(plain);
    List<String> texts =
        List.of(
            excerpt.reply().displayTitle(),
            excerpt.place(),
            excerpt.year(),
            Excerpt.words(excerpt.reply().agency()),
            excerpt.numbers(),
            Excerpt.words(excerpt.reply().docNumber()),
            excerpt.classification(),
            excerpt.heading(),
            excerpt.text(),
            excerpt.note(),
            excerpt.citation(),
            excerpt.url());
    for (int at = 0; at < texts.size(); at++) {
      Cell cell = row.createCell(at + 1);
      String text = texts.get(at);
      cell.setCellValue(
          text.length() <= MAX_CELL ? text : text.substring(0, MAX_CELL - CUT.length()) + CUT);
      cell.setCellStyle(Formulas.isLike(text) ? quoted : plain);
    }
  }

  private static CellStyle style(XSSFWorkbook book, boolean quoted) {
    CellStyle style = book.createCellStyle();
    style.setWrapText(true);
    style.setVerticalAlignment(VerticalAlignment.TOP);
    style.setQuotePrefixed(quoted);
    return style;
  }
}
