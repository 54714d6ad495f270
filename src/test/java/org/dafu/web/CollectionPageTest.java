package org.dafu.web;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.dafu.web.tools.Basket;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The collection as the service shows and exports it: what the letters say, and nothing else. */
class CollectionPageTest {
  private static final String FULL = Letters.id(0).value();
  private static final String HIDDEN = Letters.id(3).value();

  private static Client client;

  @BeforeAll
  static void start() {
    client = Client.of(new FakeSearcher(Letters.all()));
  }

  @AfterAll
  static void stop() {
    client.close();
  }

  private static List<Map.Entry<String, String>> fields(String... namesAndValues) {
    List<Map.Entry<String, String>> fields = new ArrayList<>();
    for (int at = 0; at < namesAndValues.length; at += 2) {
      fields.add(Map.entry(namesAndValues[at], namesAndValues[at + 1]));
    }
    return fields;
  }

  private static HttpResponse<byte[]> post(String path, String... namesAndValues) {
    return client.form(
        path, fields(namesAndValues), "", "", HttpResponse.BodyHandlers.ofByteArray());
  }

  private static Document page(HttpResponse<byte[]> response) {
    return Jsoup.parse(new String(response.body(), StandardCharsets.UTF_8));
  }

  @Test
  void page_withoutPassages_saysHowToGather() {
    Document page = Jsoup.parse(client.page("/collection"));
    assertEquals("还没有摘录", page.select("#basket h2").text());
    assertTrue(page.select("form[action=/collection]").isEmpty());
  }

  @Test
  void page_passages_areTheLettersOwnWordsWithSource() {
    Document page = Jsoup.parse(client.page("/collection?p=" + FULL + ".1&p=" + Letters.id(1)));
    assertEquals(
        List.of(FULL + ".1", Letters.id(1).value()), page.select(".kept").eachAttr("data-ref"));
    assertEquals("/replies/" + FULL + "#s1", page.expectFirst(".kept h2 a").attr("href"));
    assertTrue(page.expectFirst(".kept").text().contains("新增床位120张"));
    assertTrue(page.expectFirst(".cited").text().contains("http://127.0.0.1"));
    assertEquals(
        "/compare?id=" + FULL + "&id=" + Letters.id(1), page.select("a.small").attr("href"));
    assertTrue(String.join(" ", page.select(".said-source").eachText()).contains("全文"));
  }

  @Test
  void page_placeInText_isItsNarrowestSection() {
    String text = client.get("/api/v1/replies/" + FULL + ".txt").body();
    int at = text.indexOf("120张");
    Document page = Jsoup.parse(client.page("/collection?p=" + FULL + "@" + at));
    assertEquals(List.of(FULL + ".1"), page.select(".kept").eachAttr("data-ref"));
    assertEquals(FULL + "@" + at, page.select(".kept").attr("data-asked"));
    Document head = Jsoup.parse(client.page("/collection?p=" + FULL + "@0"));
    assertEquals(List.of(FULL), head.select(".kept").eachAttr("data-ref"));
  }

  @Test
  void page_notPublicUnknownOrMalformed_areGone() {
    String refs = HIDDEN + ".0&p=" + HIDDEN + "&p=ffffffffffffffff&p=%3Cb%3E&p=" + FULL + ".99";
    Document page = Jsoup.parse(client.page("/collection?p=" + refs));
    assertEquals(5, page.select("[data-gone]").size());
    assertTrue(page.select(".kept").isEmpty());
    assertFalse(page.text().contains("保密事项"));
  }

  @Test
  void buttons_withoutScript_moveAndTakeOutAndKeepNotes() {
    String one = FULL + ".0";
    String two = FULL + ".1";
    String[] both = {"p", one, "note", "甲", "p", two, "note", "乙"};
    Document up = page(post("/collection", with(both, "up", two)));
    assertEquals(List.of(two, one), up.select(".kept").eachAttr("data-ref"));
    assertEquals(List.of("乙", "甲"), up.select("textarea").eachText());
    Document down = page(post("/collection", with(both, "down", two)));
    assertEquals(List.of(one, two), down.select(".kept").eachAttr("data-ref"), "it is the last");
    Document out = page(post("/collection", with(both, "remove", one)));
    assertEquals(List.of(two), out.select(".kept").eachAttr("data-ref"));
    assertEquals("乙", out.select("textarea").text());
  }

  private static String[] with(String[] fields, String name, String value) {
    String[] all = Arrays.copyOf(fields, fields.length + 2);
    all[fields.length] = name;
    all[fields.length + 1] = value;
    return all;
  }

  @Test
  void export_word_hasEveryPassageWithItsSource() throws IOException {
    HttpResponse<byte[]> response =
        post(
            "/collection/export",
            "p",
            FULL + ".1",
            "note",
            "可以借鉴",
            "p",
            Letters.id(1).value(),
            "note",
            "",
            "format",
            "docx");
    assertEquals(200, response.statusCode());
    assertTrue(Client.header(response, "Content-Type").contains("wordprocessingml"));
    String disposition = Client.header(response, "Content-Disposition");
    assertTrue(
        disposition.matches("attachment; filename=\"excerpts-[0-9-]{10}\\.docx\".*"), disposition);
    try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(response.body()))) {
      String text =
          document.getParagraphs().stream()
              .map(XWPFParagraph::getText)
              .collect(Collectors.joining("\n"));
      for (String part :
          List.of(
              "1. 关于完善社区养老服务的提案",
              "晋中市",
              "2024 年",
              "第068号",
              "A类",
              "一、完善社区养老设施 › （一）",
              "新增床位120张",
              "批注：可以借鉴",
              "出处：",
              "[EB/OL]",
              "2. 关于增加托育点位的建议")) {
        assertTrue(text.contains(part), part + " is not in\n" + text);
      }
      assertFalse(text.contains("延长开放时间"), "another section");
    }
  }

  @Test
  void export_excel_hasARowForEachPassage_andNoFormula() throws IOException {
    HttpResponse<byte[]> response =
        post(
            "/collection/export",
            "p",
            FULL + ".1",
            "note",
            "=HYPERLINK(\"http://x\",\"y\")",
            "p",
            FULL,
            "note",
            "@SUM(1)",
            "format",
            "xlsx");
    assertEquals(200, response.statusCode());
    assertTrue(Client.header(response, "Content-Type").contains("spreadsheetml"));
    try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(response.body()))) {
      XSSFSheet sheet = book.getSheetAt(0);
      assertEquals(2, sheet.getLastRowNum());
      XSSFRow row = sheet.getRow(1);
      assertEquals("关于完善社区养老服务的提案", row.getCell(1).getStringCellValue());
      assertEquals("晋中市", row.getCell(2).getStringCellValue());
      assertEquals("2024", row.getCell(3).getStringCellValue());
      assertTrue(row.getCell(9).getStringCellValue().contains("新增床位120张"));
      for (int at = 1; at <= 2; at++) {
        XSSFCell note = sheet.getRow(at).getCell(10);
        assertEquals(CellType.STRING, note.getCellType());
        assertTrue(note.getCellStyle().getQuotePrefixed(), note.getStringCellValue());
      }
      assertFalse(row.getCell(1).getCellStyle().getQuotePrefixed());
    }
  }

  @Test
  void export_hiddenLetter_isLeftOut() throws IOException {
    HttpResponse<byte[]> mixed =
        post("/collection/export", "p", HIDDEN, "p", FULL + ".0", "format", "docx");
    assertEquals(200, mixed.statusCode());
    try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(mixed.body()))) {
      String text =
          document.getParagraphs().stream().map(XWPFParagraph::getText).toList().toString();
      assertTrue(text.contains("共 1 段") && !text.contains("保密"), text);
    }
    HttpResponse<byte[]> alone = post("/collection/export", "p", HIDDEN, "format", "docx");
    assertEquals(400, alone.statusCode());
    assertTrue(page(alone).select(".errors").text().contains("没有可以导出的段落"));
  }

  @Test
  void export_atFault_saysWhatAndKeepsTheCollection() {
    HttpResponse<byte[]> format =
        post("/collection/export", "p", FULL + ".0", "note", "甲", "format", "exe");
    assertEquals(400, format.statusCode());
    assertTrue(page(format).select(".errors").text().contains("只有 Word"));
    assertEquals("甲", page(format).select("textarea").text());
    HttpResponse<byte[]> note =
        post(
            "/collection/export",
            "p",
            FULL,
            "note",
            "长".repeat(Basket.MAX_NOTE + 1),
            "format",
            "docx");
    assertEquals(400, note.statusCode());
    assertTrue(page(note).select(".errors").text().contains("第 1 段的批注超过"));
  }

  @Test
  void collection_overItsLimit_isRefusedClearly() {
    List<String> many = new ArrayList<>();
    for (int at = 0; at <= Basket.MAX_ENTRIES; at++) {
      many.add("p");
      many.add(FULL + "@" + at);
    }
    many.addAll(List.of("format", "docx"));
    HttpResponse<byte[]> response = post("/collection/export", many.toArray(String[]::new));
    assertEquals(400, response.statusCode());
    assertTrue(page(response).select(".errors").text().contains("摘录最多 200 段，现在有 201 段"));
  }

  @Test
  void export_get_405ThatAllowsPost() {
    HttpResponse<String> response = client.get("/collection/export");
    assertEquals(405, response.statusCode());
    assertEquals("POST", Client.header(response, "Allow"));
    assertEquals(400, client.get("/collection?q=x").statusCode());
    assertArrayEquals(
        new byte[0], client.send("HEAD", "/collection").body().getBytes(StandardCharsets.UTF_8));
  }
}
