package org.dafu.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dafu.search.SearchRequest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchApiTest {
  private static final FakeSearcher SEARCHER = new FakeSearcher(Letters.all());
  private static Client client;

  @BeforeAll
  static void start() {
    client = Client.of(SEARCHER);
  }

  @AfterAll
  static void stop() {
    client.close();
  }

  private static SearchRequest asked() {
    SearchRequest request = SEARCHER.last.get();
    assertNotNull(request);
    return request;
  }

  @Test
  void replies_withoutParameters_allPublicLettersWithDefaultFacets() {
    JsonNode answer = client.json("/api/v1/replies");
    assertEquals(16, answer.get("total").asInt());
    assertEquals(10, answer.get("hits").size());
    assertEquals("from-10", answer.get("next").asText());
    assertEquals(3, answer.get("tookMs").asInt());
    List<String> names = new ArrayList<>();
    answer.get("facets").fieldNames().forEachRemaining(names::add);
    assertEquals(
        "province,city,county,year,measure,instrument,status,class,outcome,kind,replyType,agency,"
            + "disclosure",
        String.join(",", names));
  }

  @Test
  void replies_hit_hasTheNamesOfTheContract() {
    JsonNode hit = client.json("/api/v1/replies?q=" + Client.encode("社区养老")).get("hits").get(0);
    assertEquals(Letters.id(0).value(), hit.get("id").asText());
    assertEquals("关于完善社区养老服务的提案", hit.get("title").asText());
    assertEquals("晋中市", hit.get("city").asText());
    assertTrue(hit.get("county").isNull());
    assertEquals("晋中市民政局", hit.get("agency").asText());
    assertEquals(2024, hit.get("year").asInt());
    assertEquals("2024-06-18", hit.get("date").asText());
    assertEquals("proposal", hit.get("kind").asText());
    assertEquals("068", hit.get("numbers").get(0).get("text").asText());
    assertEquals(68, hit.get("numbers").get(0).get("value").asInt());
    assertEquals("市民函〔2024〕12号", hit.get("docNumber").asText());
    assertEquals("A", hit.get("classification").asText());
    assertEquals("solved", hit.get("outcome").asText());
    assertEquals("EC01", hit.get("measures").get(1).asText());
    assertEquals("/api/v1/replies/" + Letters.id(0), hit.get("url").asText());
    assertEquals("一、", hit.get("sections").get(0).get("label").asText());
    assertFalse(hit.has("passage"));
  }

  @Test
  void replies_marks_coverTheWordsInUtf16Units() {
    String q = "社区养老";
    for (JsonNode snippet :
        client.json("/api/v1/replies?q=" + Client.encode(q)).get("hits").get(0).get("snippets")) {
      for (JsonNode mark : snippet.get("marks")) {
        int start = mark.get(0).asInt();
        int end = mark.get(1).asInt();
        assertEquals(q, snippet.get("text").asText().substring(start, end));
      }
      assertFalse(snippet.get("marks").isEmpty());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "city=咸宁市,6",
    "city=咸宁,6",
    "city=咸宁市&city=荆门市,12",
    "-city=咸宁市,10",
    "-city=咸宁市&-city=荆门市,4",
    "province=湖北省&-city=荆门市,6",
    "year=2024,1",
    "year=2020..2024,7",
    "year=2023..,4",
    "year=..2015,4",
    "-year=2012..2024,1",
    "class=a,5",
    "class=A类,5",
    "class=Ａ,5",
    "kind=proposal,8",
    "kind=proposal&kind=suggestion,15",
    "measure=EC01,1",
    "measure=养老服务,1",
    "instrument=I16,1",
    "status=S1,1",
    "outcome=solved,1",
    "replyType=reply,16",
    "agency=晋中市民政局,1",
    "policy=社区养老服务条例,1",
    "disclosure=public,2",
    "disclosure=not-public,0",
    "session=市五届政协三次会议,1",
    "number=7,1",
    "docNumber=市民函〔2024〕12号,1",
    "county=无此县,0"
  })
  void replies_filter_narrows(String parameters, int total) {
    assertEquals(total, client.json("/api/v1/replies?" + encoded(parameters)).get("total").asInt());
  }

  private static String encoded(String parameters) {
    List<String> pairs = new ArrayList<>();
    for (String pair : parameters.split("&", -1)) {
      int equals = pair.indexOf('=');
      pairs.add(pair.substring(0, equals + 1) + Client.encode(pair.substring(equals + 1)));
    }
    return String.join("&", pairs);
  }

  @Test
  void replies_everyFacetValue_countIsTheTotalOfItsUrl() {
    for (String search : List.of("", "&city=" + Client.encode("咸宁市"), "&-kind=proposal&class=B")) {
      JsonNode answer = client.json("/api/v1/replies?sort=newest" + search);
      for (JsonNode facet : answer.get("facets")) {
        boolean chosen = facet.findValuesAsText("selected").contains("true");
        for (JsonNode value : facet.get("values")) {
          String url = value.get("url").asText();
          assertTrue(url.startsWith("/api/v1/replies?"), url);
          assertTrue(url.contains("sort=newest"), url);
          assertFalse(url.contains("cursor="), url);
          assertTrue(url.chars().allMatch(c -> c > 32 && c < 127), url);
          if (!chosen) {
            assertEquals(value.get("count").asInt(), client.json(url).get("total").asInt(), url);
          }
        }
      }
    }
  }

  @Test
  void replies_facetUrlOfSelectedValue_takesItAway() {
    String url = "/api/v1/replies?city=" + Client.encode("咸宁市") + "&size=5";
    JsonNode answer = client.json(url + "&cursor=from-5");
    for (JsonNode value : answer.get("facets").get("city").get("values")) {
      if (value.get("selected").asBoolean()) {
        assertEquals("/api/v1/replies?size=5", value.get("url").asText());
        return;
      }
    }
    throw new AssertionError("the selected city is not listed: " + answer);
  }

  @Test
  void replies_cursor_walksThroughAllOnce() {
    Set<String> seen = new HashSet<>();
    String next = "";
    int pages = 0;
    do {
      JsonNode answer =
          client.json("/api/v1/replies?size=3" + (next.isEmpty() ? "" : "&cursor=" + next));
      answer.get("hits").forEach(hit -> assertTrue(seen.add(hit.get("id").asText())));
      next = answer.get("next").isNull() ? "" : answer.get("next").asText();
      pages++;
    } while (!next.isEmpty());
    assertEquals(16, seen.size());
    assertEquals(6, pages);
  }

  @ParameterizedTest
  @CsvSource({"newest,2024", "oldest,0"})
  void replies_sort_orders(String sort, int year) {
    JsonNode first = client.json("/api/v1/replies?sort=" + sort).get("hits").get(0);
    assertEquals(year, first.get("year").asInt());
  }

  @Test
  void replies_facetsEmpty_none() {
    assertTrue(client.json("/api/v1/replies?facets=").get("facets").isEmpty());
    assertTrue(asked().facets().isEmpty());
  }

  @Test
  void replies_facetsNamed_theseInThisOrder() {
    JsonNode facets = client.json("/api/v1/replies?facets=year,city&facetSize=2").get("facets");
    assertEquals("year", facets.fieldNames().next());
    assertEquals(2, facets.size());
    assertEquals(2, facets.get("city").get("values").size());
    assertEquals(3, facets.get("city").get("more").asInt());
    assertEquals(1, facets.get("city").get("missing").asInt());
  }

  @Test
  void replies_modeHybrid_answeredLexicallyAndSaid() {
    JsonNode query = client.json("/api/v1/replies?mode=hybrid").get("query");
    assertEquals("mode-lexical", query.get("warnings").get(0).get("code").asText());
    assertTrue(client.json("/api/v1/replies?mode=lexical").get("query").get("warnings").isEmpty());
  }

  @Test
  void replies_queryWarning_isTold() {
    JsonNode warning =
        client
            .json("/api/v1/replies?q=" + Client.encode("“收悉"))
            .get("query")
            .get("warnings")
            .get(0);
    assertEquals("unclosed-quote", warning.get("code").asText());
    assertEquals(1, warning.get("end").asInt());
  }

  @ParameterizedTest
  @ValueSource(strings = {"q=a+b", "q=a%20b", "q=+a+b+"})
  void replies_space_plusOrPercent(String parameters) {
    client.json("/api/v1/replies?" + parameters);
    assertEquals("a b", asked().q());
  }

  @Test
  void replies_queryOfTwoThousandCodePoints_isTaken() {
    String q = "𠮷".repeat(2000);
    client.json("/api/v1/replies?q=" + Client.encode(q));
    assertEquals(q, asked().q());
  }

  @Test
  void sections_hitsAreSections_withTheirText() {
    JsonNode answer = client.json("/api/v1/sections?q=" + Client.encode("扶手"));
    assertEquals(1, answer.get("total").asInt());
    JsonNode passage = answer.get("hits").get(0).get("passage");
    assertEquals(3, passage.get("index").asInt());
    assertEquals("做好适老化改造", passage.get("heading").asText());
    assertTrue(passage.get("text").asText().contains("扶手"));
    String url = answer.get("facets").get("city").get("values").get(0).get("url").asText();
    assertTrue(url.startsWith("/api/v1/sections?q="), url);
    assertEquals(SearchRequest.Unit.SECTION, asked().unit());
  }

  @Test
  void facets_countsWithoutHits() {
    JsonNode answer = client.json("/api/v1/facets?kind=proposal&facets=city");
    assertEquals(8, answer.get("total").asInt());
    assertFalse(answer.has("hits"));
    assertEquals(0, asked().size());
    String url = answer.get("facets").get("city").get("values").get(0).get("url").asText();
    assertTrue(
        url.startsWith("/api/v1/facets?city=") && url.endsWith("&kind=proposal&facets=city"), url);
  }
}
