package org.dafu.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvTableTest {
  private static String cell(Object value) {
    String all = new String(CsvTable.write(List.of(List.of(value))), StandardCharsets.UTF_8);
    assertEquals("\uFEFF", all.substring(0, 1));
    assertEquals("\r\n", all.substring(all.length() - 2));
    return all.substring(1, all.length() - 2);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {"=1+1,'=1+1", "+86,'+86", "-1,'-1", "@SUM(A1),'@SUM(A1)", "＝1,'＝1", "养老,养老"})
  void write_textLikeAFormula_isKeptAsText(String text, String written) {
    assertEquals(written, cell(text));
  }

  @Test
  void write_numbers_stayNumbers() {
    assertEquals("-1.5", cell(-1.5));
    assertEquals("12", cell(12L));
  }

  @Test
  void write_separatorsQuotesAndLines_areQuoted() {
    assertEquals("\"a,b\"", cell("a,b"));
    assertEquals("\"“x” \"\"y\"\"\"", cell("“x” \"y\""));
    assertEquals("\"一\n二\"", cell("一\n二"));
    assertEquals("\"'=HYPERLINK(\"\"x\"\",1)\"", cell("=HYPERLINK(\"x\",1)"));
    assertEquals("\"'\tx\n\"", cell("\tx\n"));
  }
}
