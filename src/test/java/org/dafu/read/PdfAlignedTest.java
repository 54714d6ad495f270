package org.dafu.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PdfAlignedTest {
  private final List<PdfGlyph> glyphs = new ArrayList<>();

  /** Sets a text, 10 points a character. */
  private void set(float x, float y, String text) {
    for (int i = 0; i < text.length(); i++) {
      glyphs.add(new PdfGlyph(text.substring(i, i + 1), x + 10 * i, y, 10, 10));
    }
  }

  private List<List<String>> only() {
    List<PdfTable> tables = PdfAligned.of(glyphs);
    assertEquals(1, tables.size());
    return tables.getFirst().rows().stream()
        .map(row -> row.stream().map(PdfAlignedTest::text).toList())
        .toList();
  }

  private static String text(List<PdfGlyph> cell) {
    StringBuilder text = new StringBuilder();
    cell.forEach(glyph -> text.append(glyph.text()));
    return text.toString();
  }

  @Test
  void labelsAndValues_areRows() {
    set(0, 0, "提案办理情况登记表");
    set(0, 60, "编号");
    set(100, 60, "57");
    set(0, 75, "办理结果");
    set(100, 75, "B类");
    set(0, 90, "意见");
    set(100, 90, "满意");
    assertEquals(List.of(List.of("编号", "57"), List.of("办理结果", "B类"), List.of("意见", "满意")), only());
  }

  @Test
  void valueOverSeveralLines_isOneCell() {
    set(0, 0, "编号");
    set(100, 0, "57");
    set(0, 15, "意见");
    set(100, 15, "满意，希望抓");
    set(100, 30, "紧落实资金。");
    set(0, 45, "结果");
    set(100, 45, "B类");
    assertEquals(
        List.of(List.of("编号", "57"), List.of("意见", "满意，希望抓紧落实资金。"), List.of("结果", "B类")), only());
  }

  @Test
  void labelBesideTheMiddleOfItsValue_isOfTheSameRow() {
    set(0, 0, "编号");
    set(100, 0, "57");
    set(100, 40, "满意，希望抓");
    set(0, 55, "意见");
    set(100, 55, "紧落实剩余的");
    set(100, 70, "资金。");
    set(0, 110, "结果");
    set(100, 110, "B类");
    assertEquals(List.of("意见", "满意，希望抓紧落实剩余的资金。"), only().get(1));
  }

  @Test
  void twoColumnsOfRunningText_areNoTable() {
    for (int i = 0; i < 8; i++) {
      set(0, 15 * i, "我们将继续推进养老服务工作");
      set(200, 15 * i, "让老年人生活得更好更有尊严");
    }
    assertEquals(List.of(), PdfAligned.of(glyphs));
  }

  @Test
  void agenciesThatSignSideBySide_areNoTable() {
    set(0, 0, "市民政局");
    set(150, 0, "市财政局");
    set(0, 15, "（盖章）");
    set(150, 15, "（章）");
    set(0, 30, "2023年6月8日");
    set(150, 30, "2023年6月8日");
    assertEquals(List.of(), PdfAligned.of(glyphs));
  }

  @Test
  void ordinalsBeforeTheirItems_areNoTable() {
    for (int i = 0; i < 4; i++) {
      set(0, 15 * i, "一二三四".substring(i, i + 1) + "、");
      set(60, 15 * i, "加强培训");
    }
    assertEquals(List.of(), PdfAligned.of(glyphs));
  }

  @Test
  void signatureBelowATable_isNoneOfItsCells() {
    for (int i = 0; i < 3; i++) {
      set(0, 15 * i, "标签");
      set(100, 15 * i, "内容");
    }
    set(160, 45, "某某市民政局");
    assertEquals(3, only().size());
    assertEquals("内容", only().getLast().getLast());
  }
}
