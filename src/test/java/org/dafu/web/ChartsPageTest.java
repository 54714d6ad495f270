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
import org.junit.jupiter.params.provider.ValueSource;

/** Charts: every number is the total of the search that it leads to. */
class ChartsPageTest {
  private static Client client;
  private static final Map<String, String> TOTALS = new HashMap<>();

  @BeforeAll
  static void start() {
    client = Client.of(new FakeSearcher(Letters.all()));
  }

  @AfterAll
  static void stop() {
    client.close();
  }

  private static Document page(String query) {
    return Jsoup.parse(client.page("/charts" + query));
  }

  private static String total(String url) {
    assertTrue(url.startsWith("/"), url);
    return TOTALS.computeIfAbsent(
        url, each -> Jsoup.parse(client.page(each)).select(".total strong").text());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "?q=%E5%85%BB%E8%80%81&sort=newest&unit=sections",
        "?class=A&class=B",
        "?year=2013..2018&-city=%E5%92%B8%E5%AE%81%E5%B8%82",
        "?measure=EC&province=%E5%B1%B1%E8%A5%BF%E7%9C%81"
      })
  void numbers_areTheTotalsOfTheirSearches(String query) {
    Document page = page(query);
    for (Element link : page.select(".heat td a")) {
      assertEquals(total(link.attr("href")), link.text(), link.outerHtml());
    }
    for (Element link : page.select("#years .plot a")) {
      String said = link.select("title").text();
      assertTrue(said.endsWith("：" + total(link.attr("href")) + " 件"), said + link.attr("href"));
    }
    String scope = page.select(".scope a").text();
    assertTrue(scope.endsWith(" " + total(page.select(".scope a").attr("href")) + " 件"), scope);
    assertFalse(page.select(".heat td a").isEmpty());
  }

  @Test
  void years_partsOfABar_areTheWholeBar() {
    Document page = page("");
    long inParts =
        page.select("#years .plot a title").eachText().stream()
            .mapToLong(text -> Long.parseLong(text.replaceAll(".*：| 件", "")))
            .sum();
    long undated = 1;
    assertEquals(16 - undated, inParts);
    assertTrue(page.select("#years .note").text().contains("另有 1 件没有注明年份"));
  }

  @Test
  void hiddenLetters_areNowhereCounted() {
    assertFalse(page("").text().contains("C类"), "the only letter of the class is not public");
    assertFalse(client.get("/charts/years.csv").body().contains("C类"));
    assertTrue(client.get("/charts/coverage.csv").body().contains("山西省,晋中市,,1,0,"));
    assertFalse(client.get("/charts/figures.csv").body().contains("保密"));
  }

  @Test
  void figures_leadToTheirPlaces() {
    Document page = page("?figure=beds");
    assertEquals("beds", page.select("#figure option[selected]").attr("value"));
    Element dot = page.select("#figures .plot a").getFirst();
    assertTrue(dot.text().contains("120张"), dot.text());
    assertTrue(dot.select("circle").hasClass("target"));
    String[] place = dot.attr("href").split("#", 2);
    assertTrue(client.page(place[0]).contains("id=\"" + place[1] + "\""));
    assertTrue(page.select("#figures tbody td").text().contains("新增床位120张"));
    assertEquals(200, client.get(page.select("#figures .chart-links a").attr("href")).statusCode());
  }

  @Test
  void csv_isTheTableOfThePage() {
    Document page = page("?class=B");
    HttpResponse<String> response = client.get(page.select("#years .chart-links a").attr("href"));
    assertTrue(Client.header(response, "Content-Type").startsWith("text/csv"));
    assertEquals(
        "attachment; filename=\"dafu-years.csv\"", Client.header(response, "Content-Disposition"));
    assertTrue(response.body().startsWith("\uFEFF年份,件数,B类"), response.body());
    List<String> totals = new ArrayList<>();
    response.body().lines().skip(1).forEach(line -> totals.add(line.split(",", -1)[1]));
    List<String> shown = new ArrayList<>();
    page.select("#years .heat tbody tr").forEach(row -> shown.add(row.expectFirst("td").text()));
    assertEquals(shown, totals);
    for (String chart : List.of("measures", "figures", "coverage")) {
      assertTrue(client.get("/charts/" + chart + ".csv").body().startsWith("\uFEFF"), chart);
    }
  }

  @Test
  void charts_readWithoutSight() {
    Document page = page("");
    for (Element plot : page.select(".plot")) {
      for (String id : plot.attr("aria-labelledby").split(" ", -1)) {
        assertFalse(page.expectFirst("[id=" + id + "]").text().isBlank(), id);
      }
    }
    assertEquals(3, page.select(".heat caption").size());
    assertTrue(page.select("pattern").size() >= 6, "not by colour alone");
    List<String> ids = page.select("[id]").eachAttr("id");
    assertEquals(ids.stream().distinct().toList(), ids);
  }

  @Test
  void charts_withoutLetters_sayIt() {
    Document page = page("?q=%E6%97%A0%E6%AD%A4%E8%AF%8D");
    assertEquals("没有符合条件的答复，看全部。", page.select(".none").text());
  }

  @ParameterizedTest
  @CsvSource({"?figure=x", "?figure=money&figure=beds", "?ctiy=x", "?year=x", "?q=%E5"})
  void charts_parameterAtFault_isToldOnAPage(String query) {
    HttpResponse<String> response = client.get("/charts" + query);
    assertEquals(400, response.statusCode());
    assertTrue(response.body().contains("参数"), response.body());
  }

  @Test
  void figuresApi_valuesYearsAndMeasures_narrow() {
    JsonNode beds = client.json("/api/v1/figures?type=beds").get("figures");
    assertEquals(1, beds.size());
    assertEquals(120, beds.at("/0/value").asInt());
    assertEquals(2024, beds.at("/0/year").asInt());
    for (String none : List.of("min=121", "max=119", "year=2023", "-year=2024", "measure=EC05")) {
      assertEquals(0, client.json("/api/v1/figures?type=beds&" + none).get("total").asInt(), none);
    }
    for (String one : List.of("min=120&max=120", "year=2020..2024", "measure=EC01", "measure=EC")) {
      assertEquals(1, client.json("/api/v1/figures?type=beds&" + one).get("total").asInt(), one);
    }
    JsonNode letters = client.json("/api/v1/figures?city=%E8%A1%A2%E5%B7%9E&size=1&offset=1");
    assertEquals(1, letters.get("letters").asInt());
    assertTrue(letters.get("figures").isEmpty());
  }

  @ParameterizedTest
  @CsvSource({
    "type=bed,type",
    "min=x,min",
    "size=0,size",
    "offset=-1,offset",
    "min=1&min=2,min",
    "sort=newest,sort"
  })
  void figuresApi_parameterAtFault_isNamed(String query, String name) {
    JsonNode problem = client.problem(400, "/api/v1/figures?" + query);
    assertEquals(name, problem.get("parameter").asText());
  }
}
