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
}
