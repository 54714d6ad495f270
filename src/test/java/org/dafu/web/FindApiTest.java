package org.dafu.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FindApiTest {
  private static final String PRECEDENTS = "/api/v1/precedents";
  private static Client client;

  @BeforeAll
  static void start() {
    client = Client.of(new FakeSearcher(Letters.all()));
  }

  @AfterAll
  static void stop() {
    client.close();
  }

  @ParameterizedTest
  @CsvSource({
    "/api/v1/suggest,missing-parameter,q",
    "/api/v1/suggest?q=a&size=0,out-of-range,size",
    "/api/v1/suggest?q=a&q=b,repeated-parameter,q",
    "/api/v1/suggest?p=a,unknown-parameter,p",
    "/api/v1/explain?q=a,missing-parameter,id",
    "/api/v1/explain?q=a&id=x,unknown-value,id",
    "/api/v1/coverage?size=3,unknown-parameter,size",
    "/api/v1/coverage?city=x,unknown-value,city",
    "/api/v1/facets?facetFrom=-1,out-of-range,facetFrom",
    "/api/v1/replies?facetQuery=a,unknown-parameter,facetQuery",
    "/api/v1/replies/00000000000000a0/similar?size=51,out-of-range,size"
  })
  void parameters_atFault_areNamed(String url, String code, String parameter) {
    JsonNode problem = client.problem(400, url);
    assertEquals("urn:dafu:problem:" + code, problem.get("type").asText());
    assertEquals(parameter, problem.get("parameter").asText());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/v1/explain?q=a&id=ID", "/api/v1/replies/ID/similar"})
  void letters_notThereOrNotPublic_404(String url) {
    for (String id : List.of(Letters.id(3).value(), "ffffffffffffffff")) {
      client.problem(404, url.replace("ID", id));
    }
    assertEquals(200, client.get(url.replace("ID", Letters.id(0).value())).statusCode());
  }

  @Test
  void answers_notPublicLetters_areNowhere() {
    String asked = "{\"text\":\"关于保密事项，建议公开。\"}";
    List<String> bodies = new ArrayList<>(List.of(client.post(PRECEDENTS, asked).toString()));
    for (String url :
        List.of(
            "/api/v1/coverage",
            "/api/v1/facets?facetQuery=2&facetSize=1000",
            "/api/v1/replies/" + Letters.id(0) + "/similar?size=50")) {
      bodies.add(client.json(url).toString());
    }
    for (String body : bodies) {
      assertFalse(body.contains("保密事项的提案"), body);
      assertFalse(body.contains(Letters.id(3).value()), body);
    }
    assertEquals(16, client.json("/api/v1/coverage").get("total").asInt());
  }

  @Test
  void facets_longOne_isSearchedAndPaged() {
    String url = "/api/v1/facets?facets=city&facetSize=1";
    JsonNode first = client.json(url + "&facetQuery=" + Client.encode("市")).at("/facets/city");
    JsonNode second =
        client.json(url + "&facetFrom=1&facetQuery=" + Client.encode("市")).at("/facets/city");
    assertEquals(first.get("more").asInt() - 1, second.get("more").asInt());
    assertFalse(first.at("/values/0/value").equals(second.at("/values/0/value")));
    String toggled = second.at("/values/0/url").asText();
    assertEquals(second.at("/values/0/count").asInt(), client.json(toggled).get("total").asInt());
  }

  @Test
  void help_zeroHits_hasUrlsThatGiveItsCounts() {
    JsonNode found = client.json("/api/v1/replies?q=" + Client.encode("电梯"));
    assertFalse(found.has("help"));
    JsonNode none = client.json("/api/v1/replies?q=" + Client.encode("无此") + "&kind=proposal");
    assertEquals("电梯", none.at("/help/didYouMean/0/q").asText());
    assertFalse(none.at("/help/drop").isEmpty());
    for (String list : List.of("didYouMean", "drop")) {
      for (JsonNode each : none.at("/help/" + list)) {
        JsonNode other = client.json(each.get("url").asText());
        assertEquals(each.get("count").asInt(), other.get("total").asInt(), each.toString());
      }
    }
    String page = client.page("/?q=" + Client.encode("无此") + "&kind=proposal");
    assertTrue(page.contains("您是不是要找“电梯”"), page);
  }

  @Test
  void coverage_urls_giveItsCounts() {
    JsonNode coverage = client.json("/api/v1/coverage?kind=proposal");
    for (JsonNode place : coverage.get("places")) {
      JsonNode letters = client.json(place.get("url").asText());
      assertEquals(place.get("total").asInt(), letters.get("total").asInt(), place.toString());
      for (JsonNode year : place.get("years")) {
        JsonNode then = client.json(year.get("url").asText());
        assertEquals(year.get("count").asInt(), then.get("total").asInt(), year.toString());
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "{}#missing-parameter#text",
        "{\"text\":5}#wrong-type#text",
        "{\"text\":\" \"}#empty-value#text",
        "{\"txt\":\"a\",\"text\":\"a\"}#unknown-parameter#txt",
        "{\"text\":\"a\",\"size\":11}#out-of-range#size",
        "{\"text\":\"a\",\"filters\":[]}#wrong-type#filters",
        "{\"text\":\"a\",\"filters\":{\"ctiy\":\"x\"}}#unknown-parameter#ctiy",
        "{\"text\":\"a\",\"filters\":{\"city\":[\"x\"]}}#unknown-value#city",
        "{\"text\":\"a\",\"filters\":{\"city\":{}}}#wrong-type#city",
        "{\"text\":\"a\",\"filters\":{\"year\":\"20\"}}#not-a-year#year",
        "{\"text\":\"a\",\"exclude\":\"x\"}#unknown-value#exclude",
        "{\"text\":\"a\",\"exclude\":{\"id\":7}}#wrong-type#exclude.id",
        "{\"text\":\"a\",\"exclude\":[{\"number\":\"1\"}]}#missing-parameter#exclude.session",
        "{\"text\":\"a\",\"exclude\":{\"no\":\"1\"}}#unknown-parameter#exclude.no",
        "[]#wrong-type#body",
        "{\"text\":\"a\"#not-json#body",
        "{\"text\":\"a\"} x#not-json#body"
      })
  void precedents_bodyAtFault_isNamed(String body, String code, String member) {
    HttpResponse<String> response = client.posted(PRECEDENTS, body);
    assertEquals(400, response.statusCode(), response.body());
    JsonNode problem = Client.parse(response.body());
    assertEquals("urn:dafu:problem:" + code, problem.get("type").asText());
    assertEquals(member, problem.get("parameter").asText());
  }

  @Test
  void precedents_text_isReadUpToItsBound() {
    String most = "建".repeat(20_000);
    assertEquals(200, client.posted(PRECEDENTS, "{\"text\":\"" + most + "\"}").statusCode());
    HttpResponse<String> over = client.posted(PRECEDENTS, "{\"text\":\"" + most + "议\"}");
    assertTrue(over.body().contains("urn:dafu:problem:too-long"), over.body());
    String escaped = "\\u5efa".repeat(20_000);
    assertEquals(200, client.posted(PRECEDENTS, "{\"text\":\"" + escaped + "\"}").statusCode());
  }

  @Test
  void precedents_filtersAndExcluded_areKept() {
    String asked =
        "{\"text\":\"建议加装电梯\",\"filters\":{\"city\":\"咸宁\",\"-year\":[2018]},\"exclude\":\""
            + Letters.id(6)
            + "\",\"size\":3}";
    JsonNode answer = client.post(PRECEDENTS, asked);
    assertEquals(Letters.id(6).value(), answer.at("/excluded/0").asText());
    for (JsonNode each : answer.at("/asks/0/precedents")) {
      assertEquals("咸宁市", each.get("city").asText());
      assertFalse(each.get("id").asText().equals(Letters.id(6).value()));
    }
  }

  @Test
  void precedents_get_405ThatAllowsPost() {
    HttpResponse<String> response = client.get(PRECEDENTS);
    assertEquals(405, response.statusCode());
    assertEquals("POST", Client.header(response, "Allow"));
  }
}
