package org.dafu.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorsTest {
  private static final String LETTER = "/replies/" + Letters.id(0);

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
  @ValueSource(strings = {"GET", "POST", "PUT", "PATCH", "DELETE"})
  void brokenEncoding_anyMethod_isAProblem(String method) {
    HttpResponse<String> response = client.send(method, "/api/v1/replies/%ff.txt");
    assertEquals(400, response.statusCode());
    assertEquals(Body.PROBLEM, Client.header(response, "Content-Type"));
    assertEquals("nosniff", Client.header(response, "X-Content-Type-Options"));
  }

  @ParameterizedTest
  @CsvSource({
    "ctiy=x,ctiy,city",
    "City=x,City,city",
    "-ctiy=x,-ctiy,-city",
    "%E5%9F%8E%E5%B8%82=x,城市,city",
    "query=x,query,",
    "Q=x,Q,",
    "page=2,page,",
    "facetsize=3,facetsize,facetSize",
    "unit=sections,unit,",
    "-q=x,-q,"
  })
  void parameter_unknown_isNamedWithTheNearest(String given, String name, String near) {
    JsonNode problem = client.problem(400, "/api/v1/replies?" + given);
    assertEquals("urn:dafu:problem:unknown-parameter", problem.get("type").asText());
    assertEquals(name, problem.get("parameter").asText());
    assertTrue(problem.get("detail").asText().contains(name));
    assertEquals(near, near == null ? null : problem.get("suggestion").asText());
  }

  @ParameterizedTest
  @CsvSource({
    "kind=propsal,kind,propsal,proposal",
    "-kind=x,-kind,x,",
    "city=%E6%99%8B%E4%B8%AD%E5%B8%82%E5%8E%BF,city,晋中市县,晋中市",
    "measure=ZZ,measure,ZZ,",
    "sort=new,sort,new,",
    "mode=semantic,mode,semantic,",
    "facets=city%2Cyaer,facets,yaer,year",
    "outcome=Solved,outcome,Solved,solved"
  })
  void value_unknown_isNamedWithWhatIsAllowed(
      String given, String name, String value, String near) {
    JsonNode problem = client.problem(400, "/api/v1/replies?" + given);
    assertEquals("urn:dafu:problem:unknown-value", problem.get("type").asText());
    assertEquals(name, problem.get("parameter").asText());
    assertEquals(value, problem.get("value").asText());
    assertFalse(problem.get("allowed").isEmpty());
    if (near == null) {
      assertNull(problem.get("suggestion"));
    } else {
      assertEquals(near, problem.get("suggestion").asText());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "size=0,out-of-range,size",
    "size=101,out-of-range,size",
    "size=ten,out-of-range,size",
    "size=-1,out-of-range,size",
    "facetSize=1001,out-of-range,facetSize",
    "size=99999999999,out-of-range,size",
    "year=20,not-a-year,year",
    "year=2023..2020,not-a-year,year",
    "year=..,not-a-year,year",
    "-year=abc,not-a-year,-year",
    "city=,empty-value,city",
    "city,empty-value,city",
    "q=a&q=b,repeated-parameter,q",
    "cursor=nonsense,bad-cursor,cursor",
    "q=%E5%85,not-encoded,''"
  })
  void value_unfit_isNamed(String given, String code, String name) {
    JsonNode problem = client.problem(400, "/api/v1/replies?" + given);
    assertEquals("urn:dafu:problem:" + code, problem.get("type").asText());
    assertEquals(name, problem.get("parameter").asText());
  }

  @Test
  void parameters_severalWrong_eachIsNamed() {
    JsonNode errors = client.problem(400, "/api/v1/replies?a=1&size=0&kind=x").get("errors");
    assertEquals(3, errors.size());
    assertEquals("size", errors.get(1).get("parameter").asText());
  }

  @Test
  void query_tooLong_isRefused() {
    JsonNode problem = client.problem(400, "/api/v1/replies?q=" + "a".repeat(2001));
    assertEquals("urn:dafu:problem:too-long", problem.get("type").asText());
    assertTrue(problem.get("detail").asText().contains("2000"));
  }

  @Test
  void filters_tooMany_isRefused() {
    String url = "/api/v1/replies?" + "agency=x&".repeat(201);
    assertEquals("urn:dafu:problem:too-many-values", client.problem(400, url).get("type").asText());
  }

  @Test
  void wrongValue_huge_isNotRepeatedInFull() {
    assertTrue(
        client.problem(400, "/api/v1/replies?kind=" + "x".repeat(9000)).toString().length() < 2000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/v1/nothing", "/api/v2/replies", "/api/", "/health/x"})
  void path_unknownForPrograms_problem(String path) {
    assertEquals(path, client.problem(404, path).get("instance").asText());
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH"})
  void method_notAllowed_saysWhichAre(String method) {
    HttpResponse<String> response = client.send(method, "/api/v1/replies");
    assertEquals(405, response.statusCode());
    assertEquals("GET, HEAD", Client.header(response, "Allow"));
    assertTrue(response.body().contains("urn:dafu:problem:method-not-allowed"), response.body());
    assertEquals(405, client.send(method, "/").statusCode());
  }

  @Test
  void bug_500WithoutTrace() {
    JsonNode problem = client.problem(500, "/api/v1/replies?q=fail");
    assertEquals("urn:dafu:problem:internal-error", problem.get("type").asText());
    assertFalse(problem.toString().contains("secret"), problem.toString());
    assertFalse(problem.toString().contains("Exception"), problem.toString());
    HttpResponse<String> page = client.get("/?q=fail");
    assertEquals(500, page.statusCode());
    assertFalse(page.body().contains("secret"), page.body());
    assertTrue(page.body().contains(Client.header(page, "X-Request-Id")), page.body());
  }

  @Test
  void pages_errors_areHtmlInChinese() {
    HttpResponse<String> missing = client.get("/nothing");
    assertEquals(404, missing.statusCode());
    assertTrue(missing.body().contains("没有找到"), missing.body());
    HttpResponse<String> wrong = client.get("/?ctiy=x&kind=%3Cb%3E&cursor=");
    assertEquals(400, wrong.statusCode());
    assertTrue(wrong.body().contains("没有名为“ctiy”的参数。是否指“city”？"), wrong.body());
    assertFalse(wrong.body().contains("<b>"), wrong.body());
    assertEquals(400, client.get("/?cursor=nonsense").statusCode());
    assertEquals(400, client.get("/replies/" + Letters.id(0) + "?x=1").statusCode());
    assertEquals(400, client.get("/replies/" + Letters.id(0) + "?q=a&q=b").statusCode());
    assertEquals(404, client.get("/assets/../pom.xml").statusCode());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /api/v1/replies/%2e%2e%2fx HTTP/1.1",
        "GET /%00 HTTP/1.1",
        "GET //x HTTP/1.1",
        "GET /x HTTP/9",
        "GET /api/v1/replies?q=%zz HTTP/1.1",
        "GET /api/v1/replies?q=% HTTP/1.1",
        "GET /?q=%u1234 HTTP/1.1",
        "nonsense"
      })
  void request_malformed_answeredWithoutTrace(String line) throws IOException {
    String answer = raw(line + "\r\nHost: x\r\nConnection: close\r\n\r\n");
    assertTrue(answer.startsWith("HTTP/1.1 4") || answer.startsWith("HTTP/1.1 5"), answer);
    assertFalse(answer.contains("\tat "), answer);
    assertFalse(answer.toLowerCase(Locale.ROOT).contains("jetty"), answer);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/x-www-form-urlencoded; charset*=bogus",
        "application/x-www-form-urlencoded; charset=utf-8; charset=bogus",
        "application/x-www-form-urlencoded; charset=utf-7",
        "application/x-www-form-urlencoded;charset=\"utf-8\";charset=UTF-16",
        "application/x-www-form-urlencoded; charsetx=bogus",
        "application/x-www-form-urlencoded charset=bogus",
        "application/x-www-form-urlencoded,charset=bogus",
        "text/plain; a=\"; charset=utf-8\"; charset=bogus",
        "application/json; charset=utf-8 bogus",
        "text/html; charset=\"\""
      })
  void charset_otherThanUtf8_isRefusedWhoeverReadsIt(String type) throws IOException {
    for (String path : List.of("/collection", "/precedents", "/api/v1/precedents")) {
      String head = "POST " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n";
      String answer = raw(head + "Content-Type: " + type + "\r\nContent-Length: 3\r\n\r\np=x");
      assertTrue(answer.startsWith("HTTP/1.1 415"), path + " " + answer);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"; charset=utf-8", ";charset=\"UTF-8\"", "; Charset = utf-8 ; boundary=x", ""})
  void charset_utf8_isTaken(String more) throws IOException {
    String head = "POST /collection HTTP/1.1\r\nHost: x\r\nConnection: close\r\n";
    String type = "Content-Type: application/x-www-form-urlencoded" + more;
    String answer = raw(head + type + "\r\nContent-Length: 3\r\n\r\np=x");
    assertTrue(answer.startsWith("HTTP/1.1 200"), answer);
  }

  static LongStream seeds() {
    return LongStream.range(0, 200);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void query_ofAnything_isAnsweredOrNamed(long seed) {
    Random random = new Random(seed);
    List<String> paths =
        List.of("/", "/api/v1/replies", "/api/v1/sections", "/api/v1/facets", LETTER);
    String url = paths.get(random.nextInt(paths.size())) + "?" + query(random);
    HttpResponse<String> response = client.get(url);
    int status = response.statusCode();
    assertTrue(status == 200 || status == 400, "seed " + seed + ": " + status + " for " + url);
    if (status == 400 && url.startsWith("/api/")) {
      JsonNode errors = Client.parse(response.body()).get("errors");
      assertTrue(errors.get(0).has("parameter"), "seed " + seed + ": " + url);
    }
  }

  private static String query(Random random) {
    List<String> names =
        List.of(
            "q",
            "city",
            "-city",
            "year",
            "-year",
            "class",
            "kind",
            "sort",
            "size",
            "cursor",
            "facets",
            "facetSize",
            "mode",
            "unit",
            "agency",
            "number",
            "x",
            "",
            "-",
            "q[]");
    List<String> values =
        List.of(
            "",
            "养老",
            "2020",
            "2020..",
            "9999..1",
            "newest",
            "a",
            "A",
            "0",
            "-1",
            "7",
            "city",
            "from-3",
            "hybrid",
            "sections",
            "\u0000",
            "\u202e",
            "\ud83d\ude00",
            "<b>",
            "'\"",
            "--",
            "((",
            "x".repeat(3000),
            "1e9",
            "%",
            "+",
            "&",
            "proposal");
    StringBuilder query = new StringBuilder();
    for (int i = random.nextInt(5); i > 0; i--) {
      query
          .append(Client.encode(names.get(random.nextInt(names.size()))))
          .append(random.nextInt(9) == 0 ? "" : "=")
          .append(Client.encode(values.get(random.nextInt(values.size()))))
          .append(random.nextInt(9) == 0 ? "&&" : "&");
    }
    return query.toString();
  }

  @Test
  void request_headerTooLarge_431() throws IOException {
    String answer =
        raw("GET /?q=" + "a".repeat(70_000) + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    assertTrue(answer.startsWith("HTTP/1.1 4"), answer);
  }

  private static String raw(String request) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), client.server.port())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      try (InputStream in = socket.getInputStream()) {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
      }
    }
  }
}
