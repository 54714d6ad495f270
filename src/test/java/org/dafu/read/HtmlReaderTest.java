package org.dafu.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlReaderTest {
  private static final String LETTER = "<p>您提出的《关于修建社区食堂的提案》收悉，现答复如下：我局新建社区食堂十二处，服务老年人的用餐需求。</p>";

  private static List<String> read(String body) throws Deadline.TooMuchException {
    return HtmlReader.read("<html><body>" + body + "</body></html>").blocks().stream()
        .map(
            block ->
                switch (block) {
                  case RawBlock.Line line -> line.text().toString();
                  case RawBlock.Table table -> table.rows().toString();
                })
        .toList();
  }

  private static String lastLine(String body) throws Deadline.TooMuchException {
    return read("<div>" + LETTER + body + "</div>").getLast();
  }

  @Test
  void read_linksDeepWithinDivisions_takeNoTime() {
    String half = "<div>".repeat(200) + "<a href='/'>是</a>文".repeat(30_000) + "</div>".repeat(200);
    List<String> read =
        assertTimeout(Duration.ofSeconds(15), () -> read(LETTER.repeat(9) + half + half));
    assertTrue(read.getFirst().startsWith("您提出的"), read.getFirst());
  }

  @Test
  void read_listOfLinks_isNoneOfTheLetter() throws Deadline.TooMuchException {
    String links = "<ul><li><a href='/1'>首页</a></li><li><a href='/2'>新闻</a> | </li></ul>";
    assertEquals("答复完毕。", lastLine(links + "<p>答复完毕。</p>" + links));
  }

  @Test
  void read_choicesOfAForm_areThoseShown() throws Deadline.TooMuchException {
    assertEquals(
        "类别：B 编号：12 公开：",
        lastLine(
            "<p>类别：<select><option>A<option selected>B</select> 编号：<input value=12> 公开："
                + "<select><option selected>请选择<option>主动公开</select>"
                + "<input type=hidden value=x><input type=text value=请输入></p>"));
  }

  @Test
  void read_listOfTerms_isATable() throws Deadline.TooMuchException {
    assertEquals(
        "[[建议号, 12], [标题, 关于社区食堂的建议]]",
        lastLine("<dl><dt>建议号</dt><dd>12</dd><dt>标题</dt><dd>关于社区食堂的建议</dd></dl>"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<dl><dt>相关链接</dt><dd><a href=1>关于市政协五届二次会议第36号提案的答复</a></dd></dl>",
        "<dl class='footer'><dt>主办</dt><dd>市民政局</dd></dl>"
      })
  void read_termsThatAreLinksOrChrome_areNoneOfTheLetter(String terms)
      throws Deadline.TooMuchException {
    assertEquals("答复完毕。", lastLine(terms + "<p>答复完毕。</p>" + terms));
  }

  @ParameterizedTest
  @CsvSource({
    "<dl><dt>提案号</dt><dd>12</dd><p>收悉。</p></dl>, 提案号 12 收悉。",
    "<dl><dt>提案号</dt><dd>12</dd>收悉。</dl>, 提案号 12 收悉。",
    "<dl><div><dt>提案号</dt><dd>12</dd></div><div><p>收悉。</p></div></dl>, 提案号 12 收悉。",
    "<dl><div><dt>提案号</dt><dd>12</dd></div><br></dl>, '[[提案号, 12]]'",
    "<table><caption>办理表</caption><tr><td>甲<td>1</table>, '办理表 [[甲, 1]]'",
    "<dl><dt>甲<dd><dl><dt>乙<dd>1</dl></dl>, '甲 [[乙, 1]]'",
    "<dl><dt>甲<dd><table><tr><td>乙<td>1</table></dl>, '甲 [[乙, 1]]'",
    "<table><tr><th><table><tr><td>乙<td>1</table><td>2</table>, '[[乙, 1]] 2'"
  })
  void read_textAroundTermsAndRows_isReadOnce(String table, String text)
      throws Deadline.TooMuchException {
    String read = String.join(" ", read("<div>" + LETTER + table + "</div>"));
    assertEquals(text, read.substring(read.indexOf("需求。") + 4));
  }

  @Test
  void read_letterAmongTerms_isTheMainPart() throws Deadline.TooMuchException {
    List<String> read = read("<dl><dt>提案号</dt><dd>12</dd>" + LETTER.repeat(9) + "</dl>");
    assertTrue(read.getLast().startsWith("您提出的"), read.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"<dl><dt>甲<dd>乙", "<table><tr><th>甲<th>"})
  void read_termsDeepWithinTerms_takeNoTime(String open) {
    List<String> read =
        assertTimeout(Duration.ofSeconds(5), () -> read(LETTER.repeat(9) + open.repeat(60)));
    assertTrue(read.getFirst().startsWith("您提出的"), read.getFirst());
    assertTrue(String.join("", read).length() < 2_000, "each term is read once");
  }

  @ParameterizedTest
  @CsvSource({
    "'<b>一、新建食堂</b>', true",
    "'<b><input type=radio>满意</b>', true",
    "'<input type=radio><b>满意</b>', false",
    "'<input type=checkbox>', false",
    "'<input value=B>', false",
    "'<input type=hidden value=x><b>食堂</b>', true"
  })
  void read_lineBoldAsAWhole_isAHeading(String line, boolean heading)
      throws Deadline.TooMuchException {
    assertEquals(heading, isHeading("<p>" + line + "</p>"));
  }

  @ParameterizedTest
  @CsvSource({"40, true", "41, false"})
  void read_boldLine_isAHeadingIfNotTooLong(int length, boolean heading)
      throws Deadline.TooMuchException {
    assertEquals(heading, isHeading("<p><b>" + "食".repeat(length) + "</b></p>"));
  }

  private static boolean isHeading(String line) throws Deadline.TooMuchException {
    RawBlock last = HtmlReader.read("<div>" + LETTER + line + "</div>").blocks().getLast();
    return last instanceof RawBlock.Line read && read.headingLevel() > 0;
  }

  @Test
  void read_labelBesideAParagraph_isNoRowOfATable() throws Deadline.TooMuchException {
    String paragraph = "要高度重视，".repeat(50);
    String row = "<p><span>承办单位</span><span>%s</span></p>";
    assertEquals("承办单位" + paragraph, lastLine(row.replace("%s", paragraph)));
    assertEquals("[[承办单位, 市民政局]]", lastLine(row.replace("%s", "市民政局")));
  }

  @Test
  void read_formBesideTheMainPart_isKept() throws Deadline.TooMuchException {
    String form = "<table><tr><th>提案编号<td>12</tr><tr><th>承办单位<td>市民政局</tr></table>";
    List<String> read = read(form + "<div>" + LETTER.repeat(9) + "</div>");
    assertEquals("[[提案编号, 12], [承办单位, 市民政局]]", read.getFirst());
  }

  @Test
  void read_datesOfAPage_areWhenItWasPublished() throws Deadline.TooMuchException {
    for (String line :
        List.of(
            "来源：交警支队　|　2023-08-30　|　【字体：大 中 小】", "2023-08-30 16:20　来源：交警支队", "2023-08-30 16:20")) {
      String page = "<p>" + line + "</p>" + LETTER;
      assertEquals("2023-08-30", Read.text("letter.html", page).pageFields().get("发布时间"), line);
    }
  }

  @Test
  void read_labelRowWithinACell_isKept() throws Deadline.TooMuchException {
    String cell = "<div><span>办理结果：</span><span>B</span></div><p>无</p>";
    assertEquals(
        "[[情况, 办理结果：B 无], [备注, 无]]",
        lastLine("<table><tr><td>情况</td><td>" + cell + "</td></tr><tr><td>备注<td>无</tr></table>"));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "<ol><li>甲<li><p>乙</p></ol>, 2.乙",
        "<ol start=4><li>甲<li>乙</ol>, 5.乙",
        "<ol type=A><li>甲<li value=4>乙</ol>, D.乙",
        "<ol style='list-style-type:cjk-ideographic'><li>甲<li>乙</ol>, 二、乙",
        "<ol style='list-style:none'><li>甲<li>乙</ol>, 乙",
        "<ol><li>一、甲<li>二、乙</ol>, 二、乙",
        "<ul><li>甲<li>乙</ul>, 乙"
      })
  void read_itemsOfALabelledList_haveTheirNumbers(String list, String last)
      throws Deadline.TooMuchException {
    assertEquals(last, lastLine(list));
  }
}
