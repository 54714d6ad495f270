package org.dafu.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class LayoutTableTest {
  private static boolean holdsText(String... cells) {
    return LayoutTable.holdsText(
        List.of(cells).stream().map(text -> new LayoutTable.Cell(1, text)).toList());
  }

  @Test
  void holdsText_cellWithTheLetter_tellsAForm() {
    assertEquals(true, holdsText("提案编号", "12", "答复内容", "您的提案收悉。现答复如下：新建食堂十二处。"));
    assertEquals(true, holdsText("答复内容", "字".repeat(501)));
    assertEquals(true, LayoutTable.holdsText(List.of(new LayoutTable.Cell(7, "一二三四五六七"))));
  }

  @Test
  void holdsText_dataOrAListOfLetters_isATable() {
    assertEquals(false, holdsText("项目", "数量", "食堂", "12"));
    assertEquals(false, holdsText("1", "您的提案收悉。", "2", "您的建议收悉。"));
  }

  private static List<RawBlock> lines(String cell) {
    return cell.lines().<RawBlock>map(line -> new RawBlock.Line(text(line), 0, true)).toList();
  }

  private static MappedText text(String line) {
    MappedText text = new MappedText();
    text.append(line, 0);
    return text;
  }

  private static String blocks(String... rows) {
    StringBuilder shown = new StringBuilder();
    List<List<List<RawBlock>>> cells =
        List.of(rows).stream()
            .map(row -> List.of(row.split("[|]")).stream().map(LayoutTableTest::lines).toList())
            .toList();
    for (RawBlock block : LayoutTable.blocks(cells)) {
      switch (block) {
        case RawBlock.Line line -> shown.append(line.text()).append(' ');
        case RawBlock.Table table -> shown.append(table.rows()).append(' ');
      }
    }
    return shown.toString().strip();
  }

  @Test
  void blocks_formAroundALetter_keepsItsRowsAndTheLettersLines() {
    assertEquals(
        "[[提案编号, 12], [承办单位, 市民政局]] 答复内容 王委员： 提案收悉。 [[办结时间, 五月]]",
        blocks("提案编号|12", "承办单位|市民政局", "答复内容|王委员：\n提案收悉。", "办结时间|五月"));
    assertEquals(
        "[[建议标题, 食堂]] 办理情况 " + "新建食堂".repeat(20), blocks("建议标题|食堂", "办理情况|" + "新建食堂".repeat(20)));
  }

  @Test
  void blocks_dataAndLetterheads_areATableAndLines() {
    assertEquals("[[项目, 数量], [食堂, 12]]", blocks("项目|数量", "食堂|12"));
    assertEquals("晋民函〔2021〕12号 签发人：王一", blocks("晋民函〔2021〕12号|签发人：王一"));
  }
}
