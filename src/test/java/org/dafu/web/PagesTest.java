package org.dafu.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dafu.reply.ReplyId;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PagesTest {
  private static Client client;

  @BeforeAll
  static void start() {
    client = Client.of(new FakeSearcher(Letters.all()));
  }

  @AfterAll
  static void stop() {
    client.close();
  }

  private static Document page(String pathAndQuery) {
    return Jsoup.parse(client.page(pathAndQuery));
  }

  private static String letter(int number) {
    return "/replies/" + Letters.id(number);
  }

  static List<String> everyPage() {
    return List.of(
        "/",
        "/?q=" + Client.encode("社区养老"),
        "/?q=" + Client.encode(Letters.SCRIPT) + "&agency=" + Client.encode(Letters.SCRIPT),
        "/?q=alert&-agency=" + Client.encode("\"><img src=x onerror=alert(1)>"),
        "/?q=" + Client.encode("扶手") + "&unit=sections&sort=newest",
        "/?city=" + Client.encode("咸宁") + "&-class=A&year=2012..2024&size=2&cursor=from-2",
        "/?q=zzz&kind=proposal",
        letter(0),
        letter(0) + "?q=" + Client.encode("养老 OR \"320万元\""),
        letter(2) + "?q=" + Client.encode(Letters.SCRIPT),
        letter(4),
        "/about",
        "/docs");
  }

  @Test
  void docs_nameEveryOperationOfTheApi() {
    Document docs = page("/docs");
    JsonNode paths = client.json("/openapi.json").get("paths");
    int operations = 0;
    for (JsonNode path : paths) {
      for (JsonNode operation : path) {
        Element section = docs.getElementById(operation.get("operationId").asText());
        assertTrue(section != null && section.text().contains(operation.get("summary").asText()));
        operations++;
      }
    }
    assertEquals(operations, docs.select("main section").size());
    assertTrue(docs.select("#searchReplies td").text().contains("2020..2023"));
    assertTrue(docs.select("#searchReplies td").text().contains("1–100 · default 10"));
    assertTrue(docs.select("#receiveReply").text().contains("application/octet-stream"));
    Elements precedents = docs.select("#findPrecedents");
    assertEquals(
        List.of("text (required)", "filters", "exclude", "size"),
        precedents.select("summary:contains(Body) + table th").eachText());
    assertTrue(precedents.select("pre").text().contains("2020..2025"));
  }

  @ParameterizedTest
  @MethodSource("everyPage")
  void page_loadsAndRunsNothingFromElsewhere(String path) {
    Document page = page(path);
    for (Element each : page.select("[src], [href], [action], [srcset], [poster], [data]")) {
      for (String name : List.of("src", "href", "action", "srcset", "poster", "data")) {
        String url = each.attr(name);
        assertTrue(url.isEmpty() || url.matches("[/#](?!/).*"), url);
      }
    }
    assertTrue(page.select("style, iframe, object, img").isEmpty(), page.outerHtml());
    for (Element script : page.select("script")) {
      assertTrue(script.attr("src").startsWith("/assets/"), script.outerHtml());
      assertEquals("", script.data());
    }
    for (Element each : page.getAllElements()) {
      each.attributes()
          .forEach(
              attribute -> {
                assertFalse(attribute.getKey().startsWith("on"), each.outerHtml());
                assertFalse(attribute.getKey().equals("style"), each.outerHtml());
              });
    }
  }

  @ParameterizedTest
  @MethodSource("everyPage")
  void page_hasLandmarksLabelsAndUniqueIds(String path) {
    Document page = page(path);
    assertEquals("zh-CN", page.select("html").attr("lang"));
    assertEquals(1, page.select("h1").size());
    assertEquals(1, page.select("main").size());
    assertEquals("#main", page.select("a").get(0).attr("href"));
    assertEquals("检索词", page.select("label[for=q]").text());
    assertEquals("样例：人物与数字均为虚构", page.select(".notice").text());
    assertFalse(page.title().isBlank());
    Set<String> ids = new HashSet<>();
    page.select("[id]").forEach(each -> assertTrue(ids.add(each.id()), each.outerHtml()));
    page.select("a[href^=#]")
        .forEach(
            each -> assertTrue(ids.contains(each.attr("href").substring(1)), each.outerHtml()));
  }

  @ParameterizedTest
  @MethodSource("everyPage")
  void page_everyLinkOfItsOwn_answers(String path) {
    Set<String> urls = new HashSet<>();
    page(path).select("a[href^=/], link[href]").forEach(each -> urls.add(each.attr("href")));
    urls.removeIf(url -> url.endsWith("/source")); // a fake engine has no files
    for (String url : urls) {
      int status = client.get(url.replaceFirst("#.*", "")).statusCode();
      assertEquals(200, status, url);
    }
  }

  @Test
  void search_withoutWords_welcomesAndShowsAll() {
    Document page = page("/");
    assertEquals("16", page.select(".total strong").text());
    assertEquals(3, page.select(".welcome .start").size());
    assertEquals(10, page.select(".hit").size());
    assertTrue(page.select(".facet h3").eachText().containsAll(List.of("地区", "年份", "种类")));
    assertTrue(page("/?q=x").select(".welcome").isEmpty());
  }

  @Test
  void search_words_areMarkedInTitleAndPassages() {
    Document page = page("/?q=" + Client.encode("社区养老"));
    assertEquals("社区养老", page.select(".hit-title mark").text());
    assertEquals("一、完善社区养老设施", page.select(".passage-section a").get(0).text());
    Element passage = page.select(".passage-text mark").get(0);
    assertEquals("社区养老", passage.text());
    String url = page.select(".passage-section a").get(0).attr("href");
    assertEquals(letter(0) + "?q=" + Client.encode("社区养老") + "#s0", url);
    assertEquals("当地含义：已解决或基本解决", page.select(".badge-class .tip-text").text());
    Element collect = page.select(".passage:has(.passage-section a) [data-collect]").get(0);
    assertTrue(collect.attr("data-text").contains("社区养老"), collect.outerHtml());
    assertEquals(url, collect.attr("data-anchor"));
    assertEquals("晋中市民政局", page.select(".hit [data-letter]").get(0).attr("data-agency"));
  }

  @Test
  void search_facetLink_togglesAndExcludes() {
    Document page = page("/?q=" + Client.encode("电梯") + "&sort=oldest");
    Element row = page.select(".value:has(.value-label:containsOwn(咸宁市))").get(0);
    assertEquals("6", row.select(".count").text());
    Document chosen = page(row.select(".value-link").attr("href"));
    assertEquals("6", chosen.select(".total strong").text());
    assertEquals("去掉条件：城市 咸宁市 ×", chosen.select(".chip").text());
    assertEquals("咸宁市", chosen.select(".value.chosen .value-label").text());
    Document excluded = page(row.select(".exclude").attr("href"));
    assertEquals("6", excluded.select(".total strong").text());
    assertEquals("去掉条件：不含 城市 咸宁市 ×", excluded.select(".chip").text());
    Document removed = page(excluded.select(".chip").attr("href"));
    assertEquals("12", removed.select(".total strong").text());
  }

  @Test
  void letter_fromASearch_leadsBackToAllOfIt() {
    String search =
        "/?q=" + Client.encode("电梯") + "&-city=" + Client.encode("咸宁市") + "&sort=oldest&size=2";
    Document second = page(page(search).select(".page-next").attr("href"));
    String here = second.select(".tab[aria-current]").get(0).attr("href");
    Document letter = page(second.select(".hit-title a").attr("href"));
    String back = letter.select("[data-back]").attr("href");
    assertTrue(back.startsWith("/?") && back.contains("cursor="), back);
    assertEquals(here, back.replaceFirst("&cursor=[^&]*", ""));
    assertEquals(
        second.select(".hit-title").eachText(), page(back).select(".hit-title").eachText());
    assertFalse(
        page("/?q=" + Client.encode("电梯")).select(".hit-title a").attr("href").contains("from="));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "//evil.example/",
        "https://evil.example/?q=a",
        "/\\evil.example",
        "javascript:alert(1)",
        "q=a&unknown=1",
        "q=%zz",
        "q=a&year=x"
      })
  void letter_fromWhatIsNoSearch_leadsNowhereElse(String from) {
    Document page = page(letter(0) + "?q=" + Client.encode("养老") + "&from=" + Client.encode(from));
    assertEquals("/?q=" + Client.encode("养老"), page.select("[data-back]").attr("href"));
    assertTrue(page(letter(0) + "?from=" + Client.encode(from)).select("[data-back]").isEmpty());
    assertEquals(400, client.get(letter(0) + "?from=q%3Da&from=q%3Db").statusCode());
  }

  @Test
  void search_form_keepsFiltersAndOrderButNotTheCursor() {
    Document page = page("/?q=a&city=" + Client.encode("咸宁市") + "&sort=newest&cursor=from-0");
    assertEquals(List.of("city", "sort"), page.select(".box input[type=hidden]").eachAttr("name"));
    assertEquals("a", page.select("#q").val());
  }

  @Test
  void search_pages_leadOnAndBack() {
    Document first = page("/?size=10");
    Document second = page(first.select(".page-next").attr("href"));
    assertEquals(6, second.select(".hit").size());
    assertTrue(second.select(".page-next").isEmpty());
    assertEquals("/", second.select(".page-link").attr("href"));
  }

  @Test
  void search_nothingFound_saysWhatToLeaveOut() {
    Document page = page("/?q=" + Client.encode("电梯") + "&city=" + Client.encode("衢州市"));
    assertEquals("没有符合条件的结果", page.select(".nothing h2").text());
    Element way = page.select(".nothing li").get(0);
    assertEquals("去掉“城市：衢州市” 12", way.text());
    assertEquals("12", page(way.select("a").attr("href")).select(".total strong").text());
  }

  @Test
  void search_sections_hitsAreSections() {
    Document page = page("/?unit=sections&q=" + Client.encode("扶手"));
    assertEquals("二、做好适老化改造", page.select(".hit-title").text());
    assertEquals("出自 关于完善社区养老服务的提案", page.select(".hit-letter").text());
    assertTrue(page.select(".tab[aria-current]").eachText().contains("按段落"));
    assertTrue(page.select(".for-programs a").attr("href").startsWith("/api/v1/sections?"));
  }

  @Test
  void search_charts_areOfTheSameLetters() {
    String narrowed = "q=" + Client.encode("扶手") + "&city=" + Client.encode("衢州市");
    Document page = page("/?" + narrowed + "&sort=newest");
    String charts = page.select(".for-programs a").eachAttr("href").getLast();
    assertEquals("/charts?" + narrowed, charts);
    assertEquals(200, client.get(charts).statusCode());
  }

  @Test
  void letter_beside_leadsToComparison() {
    String beside = page(letter(0)).select(".beside a").attr("href");
    assertEquals("/compare?id=" + Letters.id(0), beside);
    assertEquals(200, client.get(beside).statusCode());
  }

  @Test
  void search_years_areBarsWithoutGaps() {
    Document page = page("/?province=" + Client.encode("湖北省"));
    List<String> years = page.select(".year-name").eachText();
    assertEquals(9, years.size());
    assertFalse(page.select(".earlier a").isEmpty());
  }

  @Test
  void letter_text_isPrintedWholeWithHeadingsTableAndOutline() {
    Document page = page(letter(0));
    String printed = page.select(".text").get(0).wholeText();
    assertEquals(Letters.full().text().replaceAll("\\s", ""), printed.replaceAll("\\s", ""));
    assertEquals(List.of("一、完善社区养老设施", "二、做好适老化改造"), page.select(".text h2").eachText());
    assertEquals(List.of("（一）改造闲置用房。", "（二）延长开放时间。"), page.select(".text h3").eachText());
    assertEquals(3, page.select(".text td").size());
    assertEquals(List.of("项目", "2023年", "2024年"), page.select(".text th").eachText());
    assertEquals("120张", page.select(".text .figure").text());
    assertEquals(4, page.select(".text .collect").size());
    assertEquals(4, page.select(".outline a").size());
    Element heading = page.getElementById("s3");
    assertNotNull(heading);
    assertEquals("二、做好适老化改造", heading.text());
  }

  @Test
  void letter_words_areMarked() {
    Document page = page(letter(0) + "?q=" + Client.encode("养老 68"));
    assertEquals(Set.of("养老"), new HashSet<>(page.select(".text mark").eachText()));
    assertTrue(
        page.select(".marks-note").text().contains("4 处"), page.select(".marks-note").text());
    assertNotNull(page.getElementById("m1"));
  }

  @Test
  void letter_fields_eachIsThereOrSaidToBeMissing() {
    Document full = page(letter(0));
    assertEquals(List.of("县区"), full.select(".facts .unknown").eachText());
    assertTrue(
        full.select(".facts tr:has(th:containsOwn(年份)) td").text().startsWith("2024 年（依据成文日期）"));
    String unknown = page(letter(4)).select(".facts .unknown").text();
    assertTrue(unknown.split("、").length > 20, unknown);
    assertTrue(full.select(".letter-warnings").text().contains("两个数字"));
    assertTrue(full.select(".policies").text().contains("《社区养老服务条例》 晋中民发〔2023〕9号"));
    assertTrue(full.select(".source").text().contains("shanxi/jinzhong-2024-068.txt"));
  }

  @Test
  void letter_fieldReadInTheText_leadsToItsPlace() {
    Document page = page(letter(0));
    for (Element where : page.select(".facts .where")) {
      Element place = page.getElementById(where.attr("href").substring(1));
      assertNotNull(place, where.outerHtml());
      assertTrue(where.attr("title").contains("把握"), where.outerHtml());
    }
    assertFalse(page.select(".facts .where").isEmpty());
  }

  @Test
  void letter_citationsSimilarAndOriginal_areThere() {
    Document page = page(letter(0));
    assertEquals(
        List.of("GB/T 7714", "BibTeX", "RIS", "CSL JSON"), page.select(".citation dt").eachText());
    assertTrue(page.select(".citation-text").get(0).text().startsWith("晋中市民政局. "));
    assertEquals(5, page.select(".similar li").size());
    String source = page.select(".source .path").attr("href");
    assertEquals("/api/v1/replies/" + Letters.id(0) + "/source", source);
  }

  @Test
  void search_yearsTyped_areARange() {
    Document page = page("/?province=" + Client.encode("湖北省") + "&yearFrom=2015&yearTo=2019");
    assertEquals("去掉条件：年份 2015–2019 年 ×", page.select(".chip").get(1).text());
    assertEquals("2015", page.select("#year-from").val());
    assertEquals("2019", page.select("#year-to").val());
    assertEquals(200, client.get("/?yearFrom=2015&yearTo=").statusCode());
    assertEquals(200, client.get("/?yearFrom=&yearTo=").statusCode());
    assertEquals(400, client.get("/?yearFrom=2019&yearTo=2015").statusCode());
    assertEquals(400, client.get("/?yearFrom=x").statusCode());
    assertEquals(400, client.get("/api/v1/replies?yearFrom=2015").statusCode());
  }

  @Test
  void letter_ifNoneMatch_304() {
    HttpResponse<String> first = client.get(letter(0));
    String tag = Client.header(first, "ETag");
    assertEquals(304, client.get(letter(0), "If-None-Match", tag).statusCode());
  }

  @Test
  void styles_urlChangesWithContent_keptForever() {
    String url = page("/").select("link[rel=stylesheet]").attr("href");
    assertTrue(Client.header(client.get(url), "Cache-Control").contains("immutable"));
    assertFalse(
        Client.header(client.get("/assets/dafu.css"), "Cache-Control").contains("immutable"));
  }

  @Test
  void styles_loadNothing() {
    String styles = client.get("/assets/dafu.css").body();
    assertFalse(styles.contains("url("), "the style sheet loads something");
    assertFalse(styles.contains("@import"), "the style sheet loads something");
  }

  @Test
  void firstPage_isSmall() {
    int bytes = client.page("/").length() + client.get("/assets/dafu.css").body().length();
    assertTrue(bytes < 100_000, "bytes before compression: " + bytes);
  }

  @Test
  void everyAnswer_closesTheBrowsersDoors() {
    for (String path :
        List.of("/", letter(0), "/nothing", "/api/v1/replies", "/api/x", "/%2e%2e/x")) {
      HttpResponse<String> response = client.get(path);
      String policy = Client.header(response, "Content-Security-Policy");
      assertTrue(policy.startsWith("default-src 'none'"), path + ": " + policy);
      assertFalse(policy.contains("unsafe"), policy);
      assertEquals("nosniff", Client.header(response, "X-Content-Type-Options"), path);
      assertEquals("no-referrer", Client.header(response, "Referrer-Policy"), path);
      assertEquals("", Client.header(response, "Server"), path);
      assertTrue(Client.header(response, "X-Request-Id").matches("[0-9a-f]{16}"), path);
    }
  }

  @Test
  void emptyCollection_saysHowToFillIt() {
    try (Client empty = Client.of(new FakeSearcher(List.of()))) {
      assertTrue(empty.page("/").contains("库里还没有答复"));
      assertEquals(0, empty.json("/api/v1/replies").get("total").asInt());
      assertEquals(404, empty.get("/replies/" + new ReplyId("0".repeat(16))).statusCode());
    }
  }
}
