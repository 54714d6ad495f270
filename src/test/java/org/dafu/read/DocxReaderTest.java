package org.dafu.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocxReaderTest {
  private static final String DELETED = "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>";

  private static List<String> read(String body) {
    return readWhole("<w:body>" + body + "</w:body>");
  }

  private static List<String> readWhole(String parts) {
    RawReading reading = DocxReader.readWhole("<w:document>" + parts + "</w:document>");
    return assertInstanceOf(RawDocument.class, reading).blocks().stream()
        .map(
            block ->
                switch (block) {
                  case RawBlock.Line line -> line.text().toString();
                  case RawBlock.Table table -> table.rows().toString();
                })
        .toList();
  }

  private static String paragraph(String properties, String text) {
    return "<w:p>" + properties + "<w:r><w:t>" + text + "</w:t></w:r></w:p>";
  }

  private static String run(String font, String text) {
    String fonts = "<w:rFonts w:ascii='" + font + "' w:hAnsi='" + font + "'/>";
    return "<w:r><w:rPr>" + fonts + "</w:rPr><w:t>" + text + "</w:t></w:r>";
  }

  @Test
  void read_endOfParagraphDeleted_goesOnInTheNext() {
    assertEquals(List.of("AB"), read(paragraph(DELETED, "A") + paragraph("", "B")));
  }

  @Test
  void read_endOfLastParagraphDeleted_keepsIt() {
    assertEquals(List.of("A", "B"), read(paragraph("", "A") + paragraph(DELETED, "B")));
  }

  @Test
  void read_endDeletedBeforeTableOrInCell_keepsTheOrder() {
    String cells = "<w:tc>" + paragraph(DELETED, "B") + "</w:tc><w:tc>" + paragraph("", "C");
    assertEquals(
        List.of("A", "[[B, C]]", "D"),
        read(
            paragraph(DELETED, "A")
                + "<w:tbl><w:tr>"
                + cells
                + "</w:tc></w:tr></w:tbl>"
                + paragraph("", "D")));
  }

  @Test
  void read_lineBreaksAndNotesBeforeADeletedEnd_areKept() {
    String notes =
        "<w:footnotes><w:footnote w:id='1'>" + paragraph("", "N") + "</w:footnote></w:footnotes>";
    String broken =
        "<w:p>" + DELETED + "<w:r><w:t>A</w:t><w:br/><w:t>B</w:t><w:footnoteReference w:id='1'/>";
    assertEquals(
        List.of("A", "BC", "N"),
        readWhole(notes + "<w:body>" + broken + "</w:r></w:p>" + paragraph("", "C") + "</w:body>"));
  }

  @ParameterizedTest
  @CsvSource({
    "Wingdings 2, R, ☑",
    "Wingdings 2, R已解决, ☑已解决",
    "Wingdings 2, 2022年投入6955万元。, 2022年投入6955万元。",
    "Wingdings, 安装App平台, 安装App平台",
    "Wingdings, \uf0fe已解决, ☑已解决"
  })
  void read_fontOfSymbols_leavesChineseTextAlone(String font, String text, String shown) {
    assertEquals(List.of(shown), read("<w:p>" + run(font, text) + "</w:p>"));
  }

  @Test
  void read_dropDown_showsWhatWasChosen() {
    String list = "<w:ddList>%s<w:listEntry w:val='甲'/><w:listEntry w:val='乙'/></w:ddList>";
    String field = "<w:p><w:r><w:fldChar><w:ffData>" + list + "</w:ffData></w:fldChar></w:r></w:p>";
    assertEquals(
        List.of("乙", "乙", "甲"),
        read(
            field.replace("%s", "<w:result w:val='1'/><w:default w:val='0'/>")
                + field.replace("%s", "<w:default w:val='1'/>")
                + field.replace("%s", "")));
  }
}
