package org.dafu.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PdfReaderTest {
  private static final String[] LETTER = {
    "尊敬的王小明委员：", "您提出的关于修建社区食堂的提案收悉，现答复如下：", "一、我局新建社区食堂十二处，服务老年人。", "感谢您的关心。"
  };

  private static List<String> read(PdfPaper paper) {
    RawReading reading = PdfReader.read(paper.bytes());
    return assertInstanceOf(RawDocument.class, reading).blocks().stream()
        .map(
            block ->
                switch (block) {
                  case RawBlock.Line line -> line.text().toString();
                  case RawBlock.Table table -> table.rows().toString();
                })
        .toList();
  }

  private static PdfPaper letter() {
    return new PdfPaper().lines(90, 120, LETTER);
  }

  @Test
  void read_signMilesFromThePage_isPassedOver() {
    PdfPaper paper = letter().set(3e8, 400, "远").set(90, -5e7, "高");
    assertEquals(
        List.of(LETTER), assertTimeout(Duration.ofSeconds(5), () -> read(paper)), "nothing else");
  }

  @Test
  void read_openSidedTable_keepsItsOuterColumns() {
    PdfPaper paper = letter();
    for (int y = 300; y <= 360; y += 30) {
      paper.line(90, y, 480, y);
    }
    paper.line(220, 300, 220, 360).line(350, 300, 350, 360);
    paper.set(100, 320, "项目").set(230, 320, "数量").set(360, 320, "备注");
    paper.set(100, 350, "食堂").set(230, 350, "十二").set(360, 350, "新建");
    assertEquals("[[项目, 数量, 备注], [食堂, 十二, 新建]]", read(paper).getLast());
  }

  @ParameterizedTest
  @ValueSource(strings = {"关于市政协八届三次会议第二十一号提案的办理情况答复", "关于市政协八届三次会议第二十一号提案办理的会办函"})
  void read_titleAsWideAsThePage_endsAtTheSalutation(String title) {
    PdfPaper paper =
        new PdfPaper().lines(90, 120, title, LETTER[0]).lines(90, 160, LETTER[1], LETTER[2]);
    assertEquals(List.of(title, LETTER[0]), read(paper).subList(0, 2));
  }

  @Test
  void read_sentenceWhoseEndLooksLikeASalutation_goesOn() {
    String[] rows = {"市政府印发了实施方案，召开了推进会议，明确了以下牵头部", "门和责任单位：", "市民政局负责新建食堂，市财政局负责落实补助的各项资金。"};
    assertEquals(List.of(rows[0] + rows[1], rows[2]), read(new PdfPaper().lines(90, 120, rows)));
  }

  private static PdfPaper twoCells(PdfPaper paper) {
    paper.line(90, 300, 290, 300).line(90, 330, 290, 330);
    return paper.line(90, 300, 90, 330).line(190, 300, 190, 330).line(290, 300, 290, 330);
  }

  @Test
  void read_textBesideTable_isKept() {
    PdfPaper paper = twoCells(letter()).set(100, 320, "项目").set(200, 320, "数量");
    List<String> read = read(paper.set(400, 320, "盖章处"));
    assertTrue(read.contains("[[项目, 数量]]"), read.toString());
    assertTrue(read.contains("盖章处"), read.toString());
  }

  @Test
  void read_textPastTheRightSide_isTheCells() {
    PdfPaper paper = twoCells(letter()).set(100, 320, "项目").set(200, 320, "新建的社区食堂共十二处");
    assertEquals("[[项目, 新建的社区食堂共十二处]]", read(paper).getLast());
  }

  @Test
  void read_letterInACell_isReadLineByLine() {
    PdfPaper paper = new PdfPaper().set(100, 80, "提案编号").set(240, 80, "第12号");
    paper.set(100, 120, "答复内容").lines(240, 120, LETTER);
    for (int y : new int[] {60, 100, 260}) {
      paper.line(90, y, 560, y);
    }
    paper.line(90, 60, 90, 260).line(230, 60, 230, 260).line(560, 60, 560, 260);
    List<String> read = read(paper);
    assertEquals(List.of("提案编号", "第12号", "答复内容"), read.subList(0, 3));
    assertEquals(List.of(LETTER), read.subList(3, read.size()));
  }

  @Test
  void read_frameWithALineAcross_isNoTable() {
    PdfPaper paper = letter().line(60, 60, 60, 800).line(540, 60, 540, 800);
    for (int y : new int[] {60, 130, 800}) {
      paper.line(60, y, 540, y);
    }
    assertEquals(List.of(LETTER), read(paper));
  }

  @Test
  void read_textSetSideways_isReadBehindTheRest() {
    PdfPaper paper = letter().set("0 1 -1 0", 500, 700, "附表：办理结果为解决采纳，公开全文");
    List<String> read = read(paper.set("0 -1 1 0", 30, 300, "装订线"));
    assertEquals(LETTER.length + 1, read.size(), read.toString());
    assertEquals("附表：办理结果为解决采纳，公开全文", read.getLast());
  }

  @Test
  void read_letterWithLongAddresses_isNoNoise() {
    PdfPaper paper = letter();
    for (int i = 0; i < 3; i++) {
      paper.set(90, 400 + 24 * i, "https://www.example.gov.cn/zwgk/jyta/index.html");
    }
    assertTrue(read(paper).getLast().startsWith("https://"));
    assertInstanceOf(
        Unreadable.class,
        PdfReader.read(letter().set(90, 400, "qwertyuiopasdfg".repeat(7)).bytes()));
  }

  @Test
  void read_fileThatBreaksOff_isDamagedRatherThanAScan() {
    byte[] whole = new PdfPaper().lines(90, 120, "答复").bytes();
    assertEquals("needs-ocr", assertInstanceOf(Unreadable.class, PdfReader.read(whole)).code());
    byte[] cut = Arrays.copyOf(whole, whole.length - 300);
    assertEquals("damaged", assertInstanceOf(Unreadable.class, PdfReader.read(cut)).code());
  }

  @Test
  void read_gridOfManyLines_takesNoTime() {
    PdfPaper paper = letter();
    for (int i = 0; i < 195; i++) {
      paper.line(10 + 2.9 * i, 300, 10 + 2.9 * i, 842);
      for (int part = 0; part < 19; part++) {
        paper.line(1000 + 9 * part, 300 + 3.1 * i, 1009 + 9 * part, 300 + 3.1 * i);
      }
    }
    assertTrue(assertTimeout(Duration.ofSeconds(10), () -> read(paper)).contains(LETTER[3]));
  }
}
