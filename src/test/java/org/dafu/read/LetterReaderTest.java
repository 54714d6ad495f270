package org.dafu.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.HexFormat;
import java.util.List;
import org.dafu.reply.Warning;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LetterReaderTest {
  private static final String BODY =
      "尊敬的王小明委员：\n您提出的《关于建设社区食堂的提案》收悉，现答复如下：我局在全市新建社区食堂十二处，服务老年人的用餐需求。\n";

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "GB18030", "UTF-16LE", "UTF-16BE"})
  void read_encodingWithoutMark_isRecognised(String charset) {
    ReadResult result = Read.bytes("a.txt", BODY.repeat(3).getBytes(Charset.forName(charset)));
    ReadDocument document = assertInstanceOf(ReadDocument.class, result);
    assertEquals(charset, document.source().encoding());
    assertTrue(document.text().startsWith("尊敬的王小明委员："), document.text());
  }

  @Test
  void read_byteOrderMark_isNotPartOfTheText() {
    ReadDocument document = Read.text("a.txt", "\ufeff" + BODY);
    assertTrue(document.text().startsWith("尊敬的"), document.text());
  }

  @Test
  void read_pageDeclaringGb2312_isReadAsItsSuperset() {
    String page =
        "<html><head><meta charset=\"gb2312\"></head><body><p>" + BODY + "镕</p></body></html>";
    ReadResult result = Read.bytes("a.html", page.getBytes(Charset.forName("GB18030")));
    assertTrue(assertInstanceOf(ReadDocument.class, result).text().contains("镕"));
  }

  @ParameterizedTest
  @CsvSource({
    "empty.txt, empty",
    "whitespace.md, empty",
    "noise.txt, binary",
    "mojibake.txt, binary",
    "notfound.html, no-text"
  })
  void read_damagedFile_saysWhatIsWrong(String name, String code) throws IOException {
    try (InputStream in = LetterReaderTest.class.getResourceAsStream("/fixtures/damaged/" + name)) {
      assertTrue(in != null, name);
      Unreadable unreadable =
          assertInstanceOf(Unreadable.class, Read.bytes(name, in.readAllBytes()));
      assertEquals(code, unreadable.code());
      assertFalse(unreadable.reason().isBlank());
    }
  }

  @ParameterizedTest
  @CsvSource({"255044462D312E37, PDF", "504B0304, DOCX", "89504E47, image"})
  void read_formatNotRead_isNamed(String signature, String format) {
    ReadResult result = Read.bytes("a.bin", HexFormat.of().parseHex(signature + "00".repeat(99)));
    assertTrue(assertInstanceOf(Unreadable.class, result).reason().contains(format));
  }

  @Test
  void read_wordCutByPageBreak_isJoined() {
    ReadDocument document =
        Read.text("a.txt", BODY + "今年以来，我局对全市老旧小区开展了适老化改\n\n造工作，共完成三百户，群众反映良好。\n");
    assertTrue(document.text().contains("适老化改造工作"), document.text());
    assertEquals("lines-joined", document.warnings().getFirst().code());
  }

  @Test
  void read_titleCutInsideItsMarks_isJoined() {
    ReadDocument document =
        Read.text("a.txt", BODY + "我局印发了《某市社区食堂建设\n\n管理办法》（某政办发〔2020〕\n\n41号），明确了标准。\n");
    assertTrue(document.text().contains("《某市社区食堂建设管理办法》（某政办发〔2020〕41号）"), document.text());
  }

  @Test
  void read_headingThenParagraph_staysTwoLines() {
    ReadDocument document =
        Read.text("a.txt", BODY + "一、加强组织领导，健全工作机制\n\n成立了领导小组，印发了实施方案，落实了责任。\n");
    assertTrue(document.text().contains("健全工作机制\n成立了"), document.text());
  }

  @Test
  void read_signature_isNotJoinedToTheThanks() {
    ReadDocument document =
        Read.text("a.txt", BODY + "感谢您对我们工作的关心和支持，欢迎继续提出宝贵的意见建议\n\n某某市民政局\n2021年6月1日\n");
    assertTrue(document.text().contains("意见建议\n某某市民政局\n2021年6月1日"), document.text());
  }

  @Test
  void read_markdownWithHtml_losesOnlyTheMarkup() {
    ReadDocument document =
        Read.text(
            "a.md",
            "# 某市民政局\n\n**一、加强&nbsp;培训**\n\n"
                + BODY
                + "<p style=\"text-align: right;\">签字：李 四</p>\n");
    assertInstanceOf(Block.Heading.class, document.blocks().get(0));
    assertEquals("某市民政局", document.blocks().get(0).span().of(document.text()));
    assertInstanceOf(Block.Heading.class, document.blocks().get(1));
    assertFalse(document.text().contains("<p"), document.text());
    assertFalse(document.text().contains("**"), document.text());
  }

  @Test
  void read_pipeTable_hasCellsAndTicks() {
    ReadDocument document =
        Read.text(
            "a.md",
            BODY
                + "| 办理情况 | A 类 | <input type=\"checkbox\" checked=\"checked\"> | B 类 |  |\n"
                + "|---|---|---|---|---|\n");
    Block.Table table = assertInstanceOf(Block.Table.class, document.blocks().getLast());
    List<String> cells =
        table.rows().getFirst().stream().map(cell -> cell.of(document.text())).toList();
    assertEquals(List.of("办理情况", "A 类", "☑", "B 类", ""), cells);
  }

  @Test
  void read_cellOfSeveralLines_hasMarkupOverTheirEnds() {
    ReadDocument document =
        Read.text(
            "a.md",
            BODY + "| **提案<BR>编号** | 12<!-- a<br>b --> | <b>主办<br/>协办</b> |\n|---|---|---|\n");
    Block.Table table = assertInstanceOf(Block.Table.class, document.blocks().getLast());
    List<String> cells =
        table.rows().getFirst().stream().map(cell -> cell.of(document.text())).toList();
    assertEquals(List.of("提案 编号", "12", "主办 协办"), cells);
  }

  @Test
  void read_page_mainTextWithoutFurniture() {
    String page =
        """
        <html><head><title>答复-某市民政局</title><script>var a=1;</script></head><body>
        <div class="nav"><a href="/">首页</a> <a href="/a">政务公开</a></div>
        <div>您当前的位置：<a href="/">首页</a> &gt; 建议提案</div>
        <table><tr><td>索引号</td><td>X-1</td><td>发布日期</td><td>2021-08-02</td><td>公开类别</td><td>主动公开</td></tr></table>
        <div class="content"><h1>关于市政协五届一次会议第7号提案的答复</h1>
        <p>尊敬的王小明委员：</p><p>您提出的《关于建设社区食堂的提案》收悉，现答复如下：</p>
        <p>我局在全市新建社区食堂十二处，服务老年人的用餐需求，群众反映良好，下一步继续推进。</p></div>
        <p>上一篇：<a href="/1">关于第99号提案的答复</a></p>
        <div class="footer">主办单位：某市民政局 ICP备00000000号</div></body></html>
        """;
    ReadDocument document = Read.text("a.html", page);
    assertEquals("2021-08-02", document.pageFields().get("发布日期"));
    assertEquals("某市民政局", document.pageFields().get("网站"));
    for (String furniture : List.of("首页", "第99号", "ICP", "var a", "索引号")) {
      assertFalse(document.text().contains(furniture), document.text());
    }
    assertTrue(document.text().startsWith("关于市政协五届一次会议第7号提案的答复\n尊敬的"), document.text());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "提案收悉，现答复如下：我局新建食堂十二处。\n面商记录\n2021-05-18 15:30\n面商地点：市民政局。\n",
        "面商时间：\n2021-05-18 15:30\n面商地点：市民政局。\n提案收悉，现答复如下：我局新建食堂十二处。\n"
      })
  void read_timeInTheLetter_isNotWhenItWasPublished(String letter) {
    ReadDocument document = Read.text("a.txt", "关于市政协五届三次会议第21号提案的答复\n" + letter);
    assertTrue(document.text().contains("2021-05-18 15:30"), document.text());
    assertEquals(null, document.pageFields().get("发布时间"));
  }

  @Test
  void read_letterPrintedTwice_countsOnce() {
    String letter = BODY + "二、我们还将继续扩大社区食堂的覆盖面，让更多老年人受益。\n三、欢迎您继续关心我们的工作，多提宝贵意见和建议。\n某市民政局\n";
    ReadDocument document = Read.text("a.txt", "关于第7号提案的答复\n" + letter + "关于第7号提案的答复\n" + letter);
    assertEquals(1, document.text().split("尊敬的", -1).length - 1, document.text());
  }

  @Test
  void read_stampPrintedAgainAndAgain_isSetAside() {
    ReadDocument document = Read.text("a.txt", BODY + "某某印章\n\n某某印章\n\n某某印章\n");
    assertFalse(document.text().contains("印章"));
  }

  @Test
  void sourceOffset_ofAnyUnit_pointsToTheSameUnitInTheSource() {
    String source = "## " + BODY + "**一是**今年对小区开展了适老化改\n\n造工作，共完成三百户，群众反映良好。\n";
    ReadDocument document = Read.text("a.md", source);
    for (int i = 0; i < document.text().length(); i++) {
      if (document.text().charAt(i) != '\n') {
        assertEquals(
            document.text().charAt(i), source.charAt(document.sourceMap().sourceOffset(i)));
      }
    }
  }

  @Test
  void read_pageWithTheLetterAttached_warns() {
    ReadDocument document =
        Read.text(
            "a.html",
            "<html><body><h1>某某市民政局关于对市政协第八届二次会议第36号提案的答复</h1><p>附件："
                + "<a href='P1.PDF?x=1'>关于第36号提案的答复.pdf</a>请下载后查看全文</p></body></html>");
    assertEquals(
        List.of("letter-attached"), document.warnings().stream().map(Warning::code).toList());
    assertTrue(document.warnings().getFirst().message().contains("关于第36号提案的答复.pdf"));
  }

  @Test
  void read_pageOfALetterWithAttachment_doesNotWarn() {
    ReadDocument document =
        Read.text("a.html", "<p>" + BODY.repeat(4) + "</p><p><a href='a.pdf'>附件</a></p>");
    assertEquals(List.of(), document.warnings());
  }

  @Test
  void read_letterPrintedTwice_keepsTheAgencyThatStandsFourTimes() {
    String letter =
        "某某市民政局\n"
            + BODY
            + "一、完成情况\n去年全市新建社区食堂十二处，改造提升十一处，覆盖人口九万人。\n"
            + "二、下步打算\n我局将继续推进社区食堂建设，力争明年实现城区社区全部覆盖。\n某某市民政局\n";
    ReadDocument document = Read.text("a.txt", letter + letter);
    assertEquals("某某市民政局", document.text().lines().findFirst().orElse(""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "共4页 第3页",
        "第四页",
        "第 3 页 共 5 页",
        "Page 3 of 5",
        "－3－",
        "阅读：89次",
        "2023-07-06 浏览 89",
        "网站标识码：3714250001",
        "友情链接："
      })
  void read_furniture_isSetAside(String line) {
    ReadDocument document = Read.text("a.txt", BODY + line + "\n");
    assertFalse(document.text().contains(line), document.text());
  }
}
