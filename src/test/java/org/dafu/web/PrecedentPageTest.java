package org.dafu.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page of precedents as a browser without script sees it. */
class PrecedentPageTest {
  private static final String PROPOSAL = "关于老旧小区的提案\n一、加装电梯。给予补贴。\n二、<b>完善</b>社区养老服务设施。";

  private static Client client;

  @BeforeAll
  static void start() {
    client = Client.of(new FakeSearcher(Letters.all()));
  }

  @AfterAll
  static void stop() {
    client.close();
  }

  private static Document find(Map<String, String> fields) {
    HttpResponse<String> response = client.form("/precedents", fields, "", "");
    assertEquals(200, response.statusCode(), response.body());
    return Jsoup.parse(response.body());
  }

  @Test
  void page_unasked_isAFormThatNeedsNoScript() {
    Document page = Jsoup.parse(client.page("/precedents"));
    Element form = page.select("form.ask-form").getFirst();
    assertEquals("post", form.attr("method"));
    assertEquals("multipart/form-data", form.attr("enctype"));
    for (Element field : form.select("textarea, input:not([name=from]):not([name=to]), select")) {
      assertEquals(1, page.select("label[for=" + field.id() + "]").size(), field.outerHtml());
    }
    assertTrue(page.select(".ask").isEmpty());
    assertEquals("找先例", page.select(".place[aria-current]").text());
  }

  @Test
  void precedents_areThoseOfTheApi() {
    Document page = find(Map.of("text", PROPOSAL));
    JsonNode answer =
        client.post(
            "/api/v1/precedents",
            "{\"size\":5,\"text\":\"" + PROPOSAL.replace("\n", "\\n") + "\"}");
    List<String> urls = new ArrayList<>();
    for (JsonNode ask : answer.get("asks")) {
      for (JsonNode each : ask.get("precedents")) {
        int index = each.at("/passage/index").asInt();
        urls.add("/replies/" + each.get("id").asText() + "#s" + index);
      }
    }
    assertFalse(urls.isEmpty());
    assertEquals(urls, page.select(".card h3 a").eachAttr("href"));
    assertEquals(answer.get("asks").size(), page.select(".ask").size());
    assertEquals(answer.get("topic").asText(), page.expectFirst(".sum strong").text());
    for (String url : urls) {
      String letter = client.page(url.replaceFirst("#.*", ""));
      assertTrue(letter.contains("id=\"" + url.replaceFirst(".*#", "") + "\""), url);
    }
  }

  @Test
  void precedents_typedText_isEscapedAndKept() {
    Document page = find(Map.of("text", PROPOSAL, "own", "晋中"));
    assertEquals(PROPOSAL, page.expectFirst("textarea").wholeText());
    assertTrue(page.select(".ask-said b").isEmpty());
    assertEquals("晋中", page.select("input[name=own]").attr("value"));
  }

  @Test
  void precedents_filters_narrow() {
    Document own = find(Map.of("text", PROPOSAL, "own", "晋中市、衢州"));
    assertTrue(own.select(".card").isEmpty(), "the only letter with sections");
    assertTrue(own.select(".ask .none").text().contains("没有找到相近的答复"));
    Document one = find(Map.of("text", PROPOSAL, "city", "晋中", "from", "2024"));
    assertFalse(one.select(".card").isEmpty());
    assertEquals(List.of("晋中市"), one.select(".fact-place").eachText().stream().distinct().toList());
    Document measure = find(Map.of("text", PROPOSAL, "measure", "EC05"));
    assertEquals("EC05", measure.select("option[selected]").attr("value"));
  }

  @Test
  void precedents_cards_canBeKeptWithoutScript() {
    Document page = find(Map.of("text", PROPOSAL));
    Element form = page.select("form#keep").getFirst();
    assertEquals("get", form.attr("method"));
    for (Element box : form.select("input[name=p]")) {
      assertEquals(200, client.get("/collection?p=" + box.attr("value")).statusCode());
    }
  }

  @ParameterizedTest
  @CsvSource({"text,'',请粘贴", "own,无此城市,没有叫“无此城市”的城市", "from,二〇二〇,年份请写四位数字", "measure,ZZ,没有“ZZ”这个值"})
  void precedents_fieldAtFault_isToldBesideWhatWasTyped(String field, String value, String told) {
    Map<String, String> fields = new HashMap<>(Map.of("text", PROPOSAL));
    fields.put(field, value);
    HttpResponse<String> response = client.form("/precedents", fields, "", "");
    assertEquals(400, response.statusCode());
    Document page = Jsoup.parse(response.body());
    assertTrue(page.select(".errors[role=alert]").text().contains(told), response.body());
    assertEquals(fields.get("text"), page.expectFirst("textarea").wholeText());
  }

  @Test
  void precedents_longText_isToldItsBound() {
    HttpResponse<String> response =
        client.form("/precedents", Map.of("text", "建".repeat(20_001)), "", "");
    assertEquals(400, response.statusCode());
    assertTrue(response.body().contains("最多 20000 字"));
    assertEquals(
        200, client.form("/precedents", Map.of("text", "建".repeat(20_000)), "", "").statusCode());
  }

  @Test
  void precedents_file_isReadInPlaceOfTheText() {
    HttpResponse<String> response =
        client.form("/precedents", Map.of("text", "旧的文字"), "提案.txt", PROPOSAL);
    assertEquals(200, response.statusCode(), response.body());
    assertEquals(PROPOSAL, Jsoup.parse(response.body()).expectFirst("textarea").wholeText());
    HttpResponse<String> damaged =
        client.form("/precedents", Map.of("text", PROPOSAL), "<i>.pdf", "%PDF");
    assertEquals(400, damaged.statusCode());
    String told = Jsoup.parse(damaged.body()).select(".errors li").text();
    assertEquals("文件“<i>.pdf”读不出文字：文件损坏。可以改为粘贴文字。", told);
  }

  @Test
  void precedents_hugeFile_isRefusedWithAPage() {
    HttpResponse<String> response =
        client.form(
            "/precedents",
            Map.of(),
            "a.txt",
            "a".repeat(PrecedentRoutes.MAX_FILE_BYTES + 2_000_000));
    assertEquals(413, response.statusCode());
    assertTrue(response.body().contains("文件超过 20 MB"), response.body());
  }

  @Test
  void precedents_brokenForm_isTheSendersFault() {
    HttpResponse<String> response =
        client.send("POST", "/precedents", "Content-Type", "multipart/form-data");
    assertEquals(400, response.statusCode(), response.body());
    assertTrue(response.body().contains("请求没有完成"), response.body());
  }

  @Test
  void precedents_otherMethods_405() {
    HttpResponse<String> response = client.send("PUT", "/precedents");
    assertEquals(405, response.statusCode());
    assertEquals("GET, HEAD, POST", Client.header(response, "Allow"));
  }
}
