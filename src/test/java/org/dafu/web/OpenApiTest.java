package org.dafu.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.HandlerType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.dafu.ingest.Originals;
import org.dafu.search.FilterField;
import org.dafu.search.ReadSide;
import org.dafu.web.admin.AdminRoutes;
import org.dafu.web.admin.Administration;
import org.dafu.web.ask.RequestParameters;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Holds the OpenAPI document, the routes and the answers together. */
class OpenApiTest {
  private static Client client;
  private static JsonNode document;

  @BeforeAll
  static void start() {
    client = Client.of(new FakeSearcher(Letters.all()));
    document = client.json("/openapi.json");
  }

  @AfterAll
  static void stop() {
    client.close();
  }

  private static Set<String> names(JsonNode object) {
    Set<String> names = new TreeSet<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  @Test
  void paths_areTheRoutes() {
    SearchGate gate = new SearchGate(1, Duration.ZERO);
    ReadSide reading = FakeReading.of(new FakeSearcher(List.of()));
    FakeVocabulary vocabulary = new FakeVocabulary();
    Metrics metrics = new Metrics(gate, () -> 0);
    Searching searching = new Searching(reading, gate, metrics);
    ApiRoutes api = new ApiRoutes(searching, vocabulary, new ApiDocument(), () -> true, metrics);
    LetterForms forms =
        new LetterForms(searching, reading.replies(), new Originals(file -> true), gate);
    FindRoutes find = new FindRoutes(reading, gate, vocabulary);
    Set<String> read = new TreeSet<>(api.routes().keySet());
    read.addAll(find.routes().keySet());
    read.addAll(adminPaths(HandlerType.GET));
    read.addAll(forms.routes().keySet());
    assertEquals(read, pathsWith("get"));
    Set<String> posted = new TreeSet<>(find.posts().keySet());
    posted.addAll(adminPaths(HandlerType.POST));
    assertEquals(posted, pathsWith("post"));
    assertEquals(adminPaths(HandlerType.PUT), pathsWith("put"));
    assertEquals(adminPaths(HandlerType.PATCH), pathsWith("patch"));
    assertEquals(adminPaths(HandlerType.DELETE), pathsWith("delete"));
    assertEquals("3.1.0", document.get("openapi").asText());
    assertEquals(document, client.json("/api/v1/openapi.json"));
  }

  private static Set<String> adminPaths(HandlerType method) {
    Set<String> paths = new TreeSet<>();
    new AdminRoutes(Administration.none(), new Answers())
        .routes().stream()
            .filter(route -> route.method().equals(method))
            .forEach(route -> paths.add(route.path()));
    return paths;
  }

  private static Set<String> pathsWith(String method) {
    Set<String> paths = new TreeSet<>();
    for (String path : names(document.get("paths"))) {
      if (document.at(pointer(path)).has(method)) {
        paths.add(path);
      }
    }
    return paths;
  }

  @ParameterizedTest
  @CsvSource({
    "/api/v1/replies,q sort size cursor facets facetSize mode",
    "/api/v1/sections,q sort size cursor facets facetSize mode",
    "/api/v1/facets,q sort size cursor facets facetSize mode facetQuery facetFrom",
    "/api/v1/coverage,q",
    "/api/v1/compare,q",
    "/api/v1/figures,q type min max size offset"
  })
  void parameters_areThoseThatASearchTakes(String path, String own) {
    Set<String> taken = new TreeSet<>(List.of(own.split(" ")));
    for (FilterField field : FilterField.values()) {
      taken.add(field.parameter());
      taken.add("-" + field.parameter());
    }
    assertEquals(taken, parameters(path, "query"));
    assertAreTaken(path, taken);
  }

  @ParameterizedTest
  @CsvSource({
    "/api/v1/suggest,/api/v1/suggest",
    "/api/v1/explain,/api/v1/explain",
    "/api/v1/replies/{id}/citation,/api/v1/replies/00000000000000a0/citation",
    "/api/v1/replies/{id}/similar,/api/v1/replies/00000000000000a0/similar"
  })
  void parameters_ofOtherRoutes_areTaken(String path, String url) {
    Set<String> documented = parameters(path, "query");
    assertAreTaken(url, documented);
    String body = client.get(url + "?none=1").body();
    assertTrue(body.contains("unknown-parameter"), body);
  }

  private static Set<String> parameters(String path, String in) {
    Set<String> documented = new TreeSet<>();
    for (JsonNode each : document.at(pointer(path)).get("get").get("parameters")) {
      JsonNode parameter = resolve(each);
      if (parameter.get("in").asText().equals(in)) {
        documented.add(parameter.get("name").asText());
      }
    }
    return documented;
  }

  private static void assertAreTaken(String path, Set<String> names) {
    for (String name : names) {
      String body = client.get(path + "?" + name + "=~").body();
      assertTrue(!body.contains("unknown-parameter"), name);
    }
  }

  @Test
  void defaults_areTheCodes() {
    JsonNode parameters = document.at("/components/parameters");
    List<String> facets = new ArrayList<>();
    parameters.at("/facets/schema/default").forEach(each -> facets.add(each.asText()));
    assertEquals(
        RequestParameters.DEFAULT_FACETS.stream().map(FilterField::parameter).toList(), facets);
    assertEquals(RequestParameters.DEFAULT_SIZE, parameters.at("/size/schema/default").asInt());
    assertEquals(
        RequestParameters.MAX_FACET_SIZE, parameters.at("/facetSize/schema/maximum").asInt());
  }

  @ParameterizedTest
  @CsvSource({
    "/api/v1/replies?q=%E5%85%BB%E8%80%81,SearchResponse",
    "/api/v1/replies?mode=hybrid&facets=,SearchResponse",
    "/api/v1/sections?q=%E5%85%BB%E8%80%81,SearchResponse",
    "/api/v1/facets,FacetsResponse",
    "/api/v1/facets?facetQuery=yl&facetFrom=1,FacetsResponse",
    "/api/v1/replies?q=%E6%97%A0%E6%AD%A4&year=1999&-city=%E6%99%8B%E4%B8%AD,SearchResponse",
    "/api/v1/suggest?q=%E5%85%BB,SuggestResponse",
    "/api/v1/coverage,CoverageResponse",
    "/api/v1/compare,CompareResponse",
    "/api/v1/figures?type=beds&min=100&max=120&year=2024&measure=EC01,FiguresResponse",
    "/api/v1/compare?city=%E6%99%8B%E4%B8%AD&measure=EC01&measure=EC05,CompareResponse",
    "/api/v1/explain?q=%E5%85%BB%E8%80%81&id=00000000000000a0,ExplainResponse",
    "/api/v1/replies/00000000000000a0/similar,SimilarResponse",
    "/api/v1/explain,Problem",
    "/api/v1/replies/00000000000000a0,Reply",
    "/api/v1/replies/00000000000000a4,Reply",
    "/health/live,Health",
    "/health/ready,Health",
    "/api/v1/replies?ctiy=x,Problem",
    "/api/v1/replies?kind=x,Problem",
    "/api/v1/none,Problem"
  })
  void answers_areAsTheSchemaSays(String url, String schema) {
    JsonNode answer = Client.parse(client.get(url).body());
    check(answer, document.at("/components/schemas/" + schema), schema);
  }

  @Test
  void precedents_areAsTheSchemaSays() {
    JsonNode request = document.at(pointer("/api/v1/precedents") + "/post/requestBody/content");
    JsonNode example = request.get("application/json").get("example");
    JsonNode answer = client.post("/api/v1/precedents", example.toString());
    check(answer, document.at("/components/schemas/PrecedentsResponse"), "precedents");
    assertTrue(!answer.at("/asks/0/precedents").isEmpty(), answer.toString());
  }

  @Test
  void examples_areAsTheSchemaSays() {
    for (JsonNode content : document.findValues("application/json")) {
      if (content.has("example")) {
        check(content.get("example"), content.get("schema"), "example");
      }
    }
    JsonNode problem = document.at("/components/responses/BadRequest/content");
    JsonNode typed = problem.get("application/problem+json");
    check(typed.get("example"), typed.get("schema"), "problem");
  }

  @Test
  void references_allLeadSomewhere() {
    for (JsonNode reference : document.findValues("$ref")) {
      String pointer = reference.asText().substring(1);
      assertTrue(!document.at(pointer).isMissingNode(), pointer);
    }
  }

  private static String pointer(String path) {
    return "/paths/" + path.replace("/", "~1");
  }

  private static JsonNode resolve(JsonNode schema) {
    return schema.has("$ref") ? document.at(schema.get("$ref").asText().substring(1)) : schema;
  }

  /** As much of JSON Schema as the document uses: type, enum, properties, items, oneOf. */
  private static void check(JsonNode value, JsonNode reference, String at) {
    JsonNode schema = resolve(reference);
    if (schema.has("oneOf")) {
      if (!value.isNull()) {
        check(value, schema.get("oneOf").get(0), at);
      }
      return;
    }
    checkType(value, schema.path("type"), at);
    if (schema.has("enum")) {
      Set<String> allowed = new TreeSet<>();
      schema.get("enum").forEach(each -> allowed.add(each.asText()));
      assertTrue(allowed.contains(value.asText()), at + ": " + value + " of " + allowed);
    }
    if (value.isArray() && schema.has("items")) {
      value.forEach(each -> check(each, schema.get("items"), at + "[]"));
    }
    if (value.isObject()) {
      checkProperties(value, schema, at);
    }
  }

  private static void checkProperties(JsonNode value, JsonNode schema, String at) {
    for (String name : names(value)) {
      JsonNode property = schema.path("properties").path(name);
      JsonNode any = schema.path("additionalProperties");
      assertTrue(!property.isMissingNode() || any.isObject(), at + " has undocumented " + name);
      check(value.get(name), property.isMissingNode() ? any : property, at + "." + name);
    }
    for (JsonNode required : schema.path("required")) {
      assertTrue(value.has(required.asText()), at + " lacks " + required.asText());
    }
  }

  private static void checkType(JsonNode value, JsonNode type, String at) {
    Set<String> types = new TreeSet<>();
    if (type.isArray()) {
      type.forEach(each -> types.add(each.asText()));
    } else if (!type.isMissingNode()) {
      types.add(type.asText());
    }
    String actual =
        value.isNull()
            ? "null"
            : value.isTextual()
                ? "string"
                : value.isBoolean()
                    ? "boolean"
                    : value.isIntegralNumber()
                        ? "integer"
                        : value.isNumber() ? "number" : value.isArray() ? "array" : "object";
    boolean fits = types.contains(actual) || (actual.equals("integer") && types.contains("number"));
    assertTrue(types.isEmpty() || fits, at + " is " + actual + ", not one of " + types);
  }
}
