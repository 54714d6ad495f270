package org.dafu.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What lines are nothing but the name of a body. */
class AgencyNamesTest {
  /** What such a line is, said in one expression. */
  private static final Pattern LINE =
      Pattern.compile(
          "[\\u4e00-\\u9fa5·]{0,30}?[\\u4e00-\\u9fa5]"
              + AgencyNames.ENDING
              + "(?:\\([\\u4e00-\\u9fa5]{2,20}\\))?(?:文件|便函|函|\\(函\\)|\\(通知\\))?");

  private static final String[] PIECES = {
    "委员会", "银行", "支行", "分行", "局", "厅", "办公厅", "(", ")", "市", "晋城", "函", "(函)", "文件", "·", "城区",
    "民政", "(通知)", "便函", "中心", "街道办事处", "部"
  };

  @ParameterizedTest
  @CsvSource({
    "晋城市民政局, true",
    "晋城市民政局文件, true",
    "中国农业银行晋城分行, true",
    "银行分行, false",
    "吉安市教育体育局(办公室), true",
    "吉安市教育体育局(室), false",
    "市民政局), false",
    "办公厅, true",
    "关于养老的建议, false",
    "一、民政局, false"
  })
  void isAgencyLine_ofThisLine_isWhatAReaderWouldSay(String line, boolean name) {
    assertEquals(name, AgencyNames.isAgencyLine(line));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void isAgencyLine_ofNameLikePieces_agreesWithItsExpression(long seed) {
    Random random = new Random(seed);
    int names = 0;
    for (int round = 0; round < 20_000; round++) {
      StringBuilder pieces = new StringBuilder();
      for (int i = random.nextInt(2, 6); i > 0; i--) {
        pieces.append(PIECES[random.nextInt(PIECES.length)]);
      }
      String line = pieces.toString();
      boolean name = AgencyNames.isNameInForm(line);
      assertEquals(LINE.matcher(line).matches(), name, () -> line + " of seed " + seed);
      names += name ? 1 : 0;
    }
    assertTrue(names > 1000, names + " names of seed " + seed);
  }
}
