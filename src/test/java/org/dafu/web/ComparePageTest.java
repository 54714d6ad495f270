package org.dafu.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The matrix of measures by cities, as JSON and as a page, and letters beside one another. */
class ComparePageTest {
  private static final String API = "/api/v1/compare";
  private static final String FULL = Letters.id(0).value();

  private static Client client;

  @BeforeAll
  static void start() {
    client = Client.of(new FakeSearcher(Letters.all()));
  }

  @AfterAll
  static void stop() {
    client.close();
  }

  private static String query(String... namesAndValues) {
    StringBuilder query = new StringBuilder();
    for (int at = 0; at < namesAndValues.length; at += 2) {
      query.append(at == 0 ? "?" : "&").append(namesAndValues[at]).append('=');
      query.append(Client.encode(namesAndValues[at + 1]));
    }
    return query.toString();
  }

  @Test
  void matrix_cell_isASentenceWithFigureAndSource() {
    JsonNode answer = client.json(API + query("city", "晋中", "city", "咸宁市", "measure", "EC01"));
    assertEquals("晋中市", answer.at("/cities/0/city").asText());
    JsonNode row = answer.at("/measures/0");
    assertEquals("居家社区养老设施", row.get("label").asText());
    JsonNode cell = row.at("/cells/0");
    assertEquals("晋中市", cell.get("city").asText());
    assertEquals(FULL, cell.get("id").asText());
    assertEquals(2024, cell.get("year").asInt());
    String letter = client.get("/api/v1/replies/" + FULL + ".txt").body();
    assertTrue(letter.contains(cell.get("sentence").asText()), cell.toString());
    assertEquals("120张", cell.at("/figure/text").asText());
    assertTrue(cell.get("sentence").asText().contains("120张"));
    assertEquals(200, client.get(cell.get("url").asText()).statusCode());
    String page = client.page(cell.get("pageUrl").asText().replaceFirst("#.*", ""));
    assertTrue(page.contains("id=\"s" + cell.get("sectionIndex").asInt() + "\""));
    JsonNode empty = row.at("/cells/1");
    assertTrue(empty.get("sentence").isNull() && empty.get("url").isNull(), empty.toString());
    assertEquals(6, empty.get("held").asInt());
    assertEquals(0, empty.get("letters").asInt());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "?measure=EC", "?year=2013..2024&measure=EC01", "?q=%E5%85%BB%E8%80%81"})
  void matrix_numbers_areTheTotalsOfTheirSearches(String query) {
    JsonNode answer = client.json(API + query);
    assertFalse(answer.get("cities").isEmpty());
    for (JsonNode city : answer.get("cities")) {
      assertEquals(
          client.json(city.get("url").asText()).get("total").asLong(),
          city.get("letters").asLong());
    }
    for (JsonNode row : answer.get("measures")) {
      assertEquals(answer.get("cities").size(), row.get("cells").size());
      for (JsonNode cell : row.get("cells")) {
        long total = client.json(cell.get("searchUrl").asText()).get("total").asLong();
        assertEquals(total, cell.get("letters").asLong(), cell.toString());
        assertEquals(total == 0, cell.get("id").isNull(), cell.toString());
      }
    }
  }

  @Test
  void matrix_cityNotHeld_saysSo() {
    Document page =
        Jsoup.parse(
            client.page("/compare" + query("city", "丽水", "year", "1999", "measure", "EC05")));
    assertEquals("未收录", page.select("thead th .count").text());
    assertEquals("未收录该市答复", page.select("td .none").text());
  }

  @ParameterizedTest
  @CsvSource({
    "city=%E6%97%A0%E6%AD%A4,unknown-value,city",
    "measure=ZZ,unknown-value,measure",
    "size=3,unknown-parameter,size",
    "city=,empty-value,city"
  })
  void matrix_parameterAtFault_isNamed(String query, String code, String name) {
    JsonNode problem = client.problem(400, API + "?" + query);
    assertEquals("urn:dafu:problem:" + code, problem.get("type").asText());
    assertEquals(name, problem.get("parameter").asText());
  }

  @Test
  void page_isTheMatrixOfTheApi() {
    String query = query("city", "晋中市", "city", "衢州市", "measure", "EC01", "measure", "EC05");
    JsonNode answer = client.json(API + query);
    Document page = Jsoup.parse(client.page("/compare" + query + "&city=&q="));
    assertEquals(answer.findValuesAsText("label"), page.select(".matrix tbody th").eachText());
    for (Element quote : page.select(".matrix .quote")) {
      assertTrue(answer.findValuesAsText("sentence").contains(quote.text()), quote.text());
    }
    assertFalse(page.select(".matrix .quote").isEmpty());
    for (Element link : page.select(".matrix .all a")) {
      Document found = Jsoup.parse(client.page(link.attr("href")));
      assertEquals("全部 " + found.select(".total strong").text() + " 件", link.text());
    }
    assertEquals(List.of("EC01", "EC05"), page.select("input[checked]").eachAttr("value"));
  }

  @Test
  void page_unknownCity_isToldAndKept() {
    HttpResponse<String> response = client.get("/compare" + query("city", "无此城市", "q", "<b>"));
    assertEquals(400, response.statusCode());
    Document page = Jsoup.parse(response.body());
    assertTrue(page.select(".errors").text().contains("无此城市"));
    assertEquals("无此城市", page.expectFirst("input[name=city]").attr("value"));
    assertEquals("<b>", page.select("#words").attr("value"));
  }

  @Test
  void letters_besideOneAnother_areAlignedByMeasure() {
    Document page =
        Jsoup.parse(
            client.page("/compare" + query("id", FULL, "id", Letters.id(1).value(), "id", FULL)));
    assertEquals(2, page.select("thead th a:not(.remove)").size());
    assertTrue(page.select("tbody th").eachText().contains("居家社区养老设施"));
    for (Element row : page.select("tbody tr")) {
      assertEquals(2, row.select("td").size());
    }
  }

  @Test
  void letters_one_offersOthersToSetBeside() {
    Document page = Jsoup.parse(client.page("/compare?id=" + FULL));
    Element other = page.select(".others a").getFirst();
    assertTrue(other.attr("href").startsWith("/compare?id=" + FULL + "&id="), other.outerHtml());
    assertEquals(200, client.get(other.attr("href")).statusCode());
  }

  @Test
  void letters_notPublicOrUnknown_areNotShown() {
    HttpResponse<String> hidden = client.get("/compare?id=" + Letters.id(3));
    assertEquals(404, hidden.statusCode());
    assertFalse(hidden.body().contains("保密事项"));
    Document page =
        Jsoup.parse(client.page("/compare?id=" + Letters.id(3) + "&id=" + FULL + "&id=%3Ci%3E"));
    assertEquals(2, page.select(".errors li").size());
    assertFalse(page.text().contains("保密事项"));
    assertFalse(client.page("/compare" + query("city", "晋中市")).contains("保密事项"));
  }
}
