package org.dafu.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Asks a running service for nonsense: every parameter of every route that its own description
 * names, pages, forms, the routes of administration with a token that opens them, any method on any
 * path, bodies, and bytes that are no HTTP. Whatever is asked, it never fails (500), never hangs,
 * and a refusal says what is wrong. {@code -Dfuzz.http.seed}, {@code -Dfuzz.requests}.
 */
class HttpFuzzTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int REQUESTS = Integer.getInteger("fuzz.requests", 150);
  private static final long SEED = Long.getLong("fuzz.http.seed", 20260301L);

  private static final List<String> METHODS =
      List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "FOO", "get");

  /** Asked by people and filled in by them: paths, and names of their forms. */
  private static final List<String> FORMS =
      List.of("/precedents", "/collection", "/collection/export");

  private static final List<String> FIELDS =
      List.of("text", "own", "city", "from", "to", "measure", "file", "p", "note", "format", "up");

  private static final List<String> MEMBERS =
      List.of(
          "text", "filters", "exclude", "size", "city", "numbers", "note", "withdrawn", "asRead");

  private static final Set<Integer> ANSWERS =
      Set.of(200, 201, 202, 204, 304, 400, 401, 403, 404, 405, 409, 410, 413, 414, 415, 422, 431);

  @TempDir private static Path temp;
  private static Running running;
  private final Random random = new Random(SEED);
  private final Nonsense nonsense = new Nonsense(random);

  @BeforeAll
  static void serve() throws IOException {
    System.out.println("fuzz.http.seed=" + SEED);
    DataFolder folder = new DataFolder(temp);
    for (int i = 1; i <= 5; i++) {
      folder.write(i);
    }
    running = Running.start(folder, temp.resolve("told.txt"), List.of());
  }

  @AfterAll
  static void stop() throws Exception {
    try (Running stopping = running) {
      assertTrue(stopping.stop() >= 0, "it ends in order");
      assertFalse(stopping.told().contains("Exception"), stopping.told());
    }
  }

  /** A route of the service's description, with the names that it takes. */
  private record Route(String path, List<String> names) {}

  private List<Route> routes() throws Exception {
    JsonNode description = JSON.readTree(running.ask(running.request("/openapi.json")).body());
    List<Route> routes = new ArrayList<>();
    description
        .get("paths")
        .properties()
        .forEach(
            path -> {
              List<String> names = new ArrayList<>();
              for (JsonNode parameter : path.getValue().path("get").path("parameters")) {
                String pointer = parameter.path("$ref").asText("#").substring(1);
                JsonNode found = pointer.isEmpty() ? parameter : description.at(pointer);
                if (found.path("in").asText().equals("query")) {
                  names.add(found.path("name").asText());
                }
              }
              if (path.getValue().has("get")) {
                routes.add(new Route(path.getKey(), names));
              }
            });
    List<String> search = routes.stream().map(Route::names).max(new Longest()).orElseThrow();
    for (String page : List.of("/", "/compare", "/charts", "/collection", "/replies/{id}")) {
      routes.add(new Route(page, search));
    }
    assertTrue(routes.size() > 15, "routes: " + routes.size());
    return routes;
  }

  private static final class Longest implements java.util.Comparator<List<String>> {
    @Override
    public int compare(List<String> one, List<String> other) {
      return Integer.compare(one.size(), other.size());
    }
  }

  @Test
  void parameters_ofAnyContent_areAnsweredOrRefusedWithTheReason() throws Exception {
    List<Route> routes = routes();
    for (int i = 0; i < REQUESTS; i++) {
      Route route = routes.get(random.nextInt(routes.size()));
      String path = route.path().replaceAll("\\{[a-z]+\\}", nonsense.encodedValue());
      String query = nonsense.pairs(route.names());
      String asked = path + (query.isEmpty() ? "" : "?" + query);
      requireAnswer(
          asked,
          running.ask(random.nextBoolean() ? running.request(asked) : running.allowed(asked)));
    }
  }

  @Test
  void methods_onAnyPath_areAnsweredOrRefusedWithTheReason() throws Exception {
    for (int i = 0; i < REQUESTS / 2; i++) {
      String method = METHODS.get(random.nextInt(METHODS.size()));
      String path = nonsense.path();
      HttpRequest.Builder request =
          running.request(path).method(method, BodyPublishers.ofByteArray(nonsense.noise(50)));
      requireAnswer(method + " " + path, running.ask(request));
    }
  }

  @Test
  void bodies_ofAnyContent_areAnsweredOrRefusedWithTheReason() throws Exception {
    for (int i = 0; i < REQUESTS / 4; i++) {
      byte[] body = nonsense.body(MEMBERS);
      HttpRequest.Builder request =
          running.request("/api/v1/precedents").POST(BodyPublishers.ofByteArray(body));
      if (random.nextBoolean()) {
        request.header("Content-Type", random.nextBoolean() ? "application/json" : "text/x; q");
      }
      String shown = new String(body, 0, Math.min(body.length, 200), StandardCharsets.UTF_8);
      requireAnswer("POST " + shown, running.ask(request));
    }
  }

  @Test
  void forms_ofAnyContent_areAnsweredOrRefusedWithTheReason() throws Exception {
    for (int i = 0; i < REQUESTS / 4; i++) {
      String form = FORMS.get(random.nextInt(FORMS.size()));
      boolean parts = random.nextBoolean();
      byte[] body =
          parts
              ? nonsense.parts("xyz", FIELDS)
              : nonsense.pairs(FIELDS).getBytes(StandardCharsets.US_ASCII);
      String type =
          parts ? "multipart/form-data; boundary=xyz" : "application/x-www-form-urlencoded";
      String shown = new String(body, StandardCharsets.UTF_8);
      requireAnswer(
          "POST " + form + " " + shown,
          running.ask(
              running
                  .request(form)
                  .header("Content-Type", type)
                  .POST(BodyPublishers.ofByteArray(body))));
    }
  }

  @Test
  void changes_ofAnyContent_areMadeOrRefusedWithTheReason() throws Exception {
    for (int i = 0; i < REQUESTS / 20; i++) {
      boolean real = random.nextBoolean();
      String name = real ? "letter" + random.nextInt(3) + ".txt" : nonsense.encodedValue();
      String path = "/api/v1/admin/replies/" + name;
      byte[] body = nonsense.body(MEMBERS);
      String letter = DataFolder.letter(1000 + i);
      String[] methods = {"PUT", "PUT", "PATCH", "PATCH", "DELETE"};
      String method = methods[random.nextInt(methods.length)];
      BodyPublisher sent =
          method.equals("PUT") && random.nextBoolean()
              ? BodyPublishers.ofString(letter)
              : BodyPublishers.ofByteArray(body);
      requireAnswer(method + " " + path, running.ask(running.allowed(path).method(method, sent)));
    }
    requireAnswer("rejected", running.ask(running.allowed("/api/v1/admin/rejected")));
  }

  @Test
  void bytesThatAreNoRequest_areRefusedAndTheNextIsAnswered() throws Exception {
    for (String request : Nonsense.RAW) {
      String answer = running.raw(request.getBytes(StandardCharsets.ISO_8859_1), 800);
      assertTrue(answer.isEmpty() || answer.startsWith("HTTP/1."), request + " → " + answer);
      boolean fails = answer.startsWith("5", 9) && !answer.startsWith("50", 9);
      assertFalse(fails || answer.startsWith("500", 9), request + " → " + answer);
      assertFalse(answer.contains("root:"), request);
      assertFalse(answer.contains("\tat "), request + " → " + answer);
    }
    for (int i = 0; i < REQUESTS / 30; i++) {
      assertFalse(
          running.raw(nonsense.noise(300), 800).startsWith("HTTP/1.1 500"),
          "seed " + SEED + ", " + i);
    }
    assertEquals(200, running.ask(running.request("/health/ready")).statusCode());
  }

  @Test
  void headersAndBodiesWithoutEnd_areCutOff() throws Exception {
    String many = "GET / HTTP/1.1\r\nHost: x\r\n" + "X-A: b\r\n".repeat(20_000) + "\r\n";
    String large = "GET / HTTP/1.1\r\nHost: x\r\nX-A: " + "b".repeat(100_000) + "\r\n\r\n";
    String longest = "GET /?q=" + "b".repeat(100_000) + " HTTP/1.1\r\nHost: x\r\n\r\n";
    assertRefused(431, many);
    assertRefused(431, large);
    assertRefused(414, longest);
    String chunk = "1000\r\n" + "a".repeat(4096) + "\r\n";
    for (String path : List.of("/api/v1/precedents", "/precedents", "/collection")) {
      for (String type : List.of("application/json", "application/x-www-form-urlencoded")) {
        String head = "POST " + path + " HTTP/1.1\r\nHost: x\r\nContent-Type: " + type + "\r\n";
        String endless = head + "Transfer-Encoding: chunked\r\n\r\n" + chunk.repeat(2_000);
        String declared = head + "Content-Length: 2000000000\r\n\r\n";
        for (String request : List.of(endless, declared)) {
          if (path.startsWith("/api") || type.endsWith("urlencoded")) {
            String answer = running.raw(request.getBytes(StandardCharsets.US_ASCII), 10_000);
            assertTrue(answer.startsWith("HTTP/1.1 413"), head + answer);
          }
        }
      }
    }
    assertEquals(200, running.ask(running.request("/health/ready")).statusCode());
  }

  @Test
  void letters_largerThanAnyOrInAForm_areRefusedUnread() throws Exception {
    String put =
        "PUT /api/v1/admin/replies/large.pdf HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ";
    assertRefused(413, put + Running.TOKEN + "\r\nContent-Length: 300000000\r\n\r\nabc");
    String form =
        "\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 3\r\n\r\nabc";
    assertRefused(415, put + Running.TOKEN + form);
  }

  @Test
  void bodiesThatAreCompressed_areRefusedUnread() throws Exception {
    for (String encoding : List.of("gzip", "deflate", "br")) {
      byte[] bomb = Nonsense.bomb(encoding, 50);
      for (String path : List.of("/api/v1/precedents", "/precedents")) {
        HttpResponse<String> response =
            running.ask(
                running
                    .request(path)
                    .header("Content-Encoding", encoding)
                    .POST(BodyPublishers.ofByteArray(bomb)));
        assertEquals(415, response.statusCode(), path + " " + encoding);
      }
      HttpRequest.Builder put = running.allowed("/api/v1/admin/replies/bomb.txt");
      put.header("Content-Encoding", encoding).PUT(BodyPublishers.ofByteArray(bomb));
      HttpResponse<String> response = running.ask(put);
      assertEquals(415, response.statusCode(), encoding);
      requireAnswer("PUT " + encoding, response);
    }
  }

  private static void assertRefused(int status, String request) throws IOException {
    String answer = running.raw(request.getBytes(StandardCharsets.US_ASCII), 10_000);
    assertTrue(answer.startsWith("HTTP/1.1 " + status), answer);
    String body = answer.substring(answer.indexOf("\r\n\r\n") + 4);
    assertEquals(status, JSON.readTree(body).path("status").asInt(), answer);
  }

  @Test
  void personalNumbers_askedInAnyWay_areNeitherQuotedNorLogged() throws Exception {
    for (String number : List.of("13812345678", "138-1234-5678", "11010119900307451X")) {
      String chinese = "%E7%94%B5%E8%AF%9D" + number;
      String digits = number.replaceAll("(\\d)", "%3$1");
      List<HttpResponse<String>> answers = new ArrayList<>();
      for (String form : List.of(number, "tel" + number, chinese, digits)) {
        answers.add(running.get("/api/v1/replies?q=" + form + "&" + form + "=1&city=" + form));
        answers.add(running.get("/api/v1/replies/" + form + "/source"));
        answers.add(running.get("/api/v1/no/" + form));
        answers.add(running.get("/replies/" + form + "?x=" + form));
        answers.add(running.get("/" + form + "?city=" + form));
        answers.add(running.ask(running.allowed("/api/v1/admin/replies/" + form).DELETE()));
        answers.add(running.ask(running.request("/api/v1/admin/replies/" + form).DELETE()));
        String path = "/api/v1/" + form;
        answers.add(
            running.ask(running.request(path).method("A" + number, BodyPublishers.noBody())));
      }
      for (String body :
          List.of(
              "{\"" + number,
              "{\"" + number + "\": 1}",
              number,
              "{\"text\": \"x\"," + " \"filters\": {\"city\": \"" + number + "\"}}")) {
        BodyPublisher sent = BodyPublishers.ofString(body);
        answers.add(running.ask(running.request("/api/v1/precedents").POST(sent)));
        answers.add(
            running.ask(running.allowed("/api/v1/admin/replies/a.txt").method("PATCH", sent)));
      }
      for (HttpResponse<String> answer : answers) {
        if (answer.statusCode() >= 400) {
          String body = URLDecoder.decode(answer.body().replace("+", " "), StandardCharsets.UTF_8);
          assertFalse(body.contains(number), answer + " " + answer.body());
        }
      }
      String told = URLDecoder.decode(running.told().replace("%", "%25"), StandardCharsets.UTF_8);
      assertFalse(told.contains(number), told);
    }
    String broken = "GET /%zz13812345678 HTTP/1.1\r\nHost: 13812345678 13812345678\r\n\r\n";
    String answer = running.raw(broken.getBytes(StandardCharsets.US_ASCII), 2_000);
    assertFalse(answer.contains("13812345678"), answer);
    assertFalse(running.told().contains("13812345678"), running.told());
  }

  private void requireAnswer(String asked, HttpResponse<String> response) throws IOException {
    int status = response.statusCode();
    String what = "seed " + SEED + ": " + asked + " → " + status + " " + response.body();
    assertTrue(ANSWERS.contains(status), what);
    assertFalse(response.body().contains("Exception"), what);
    if (status < 400 || response.request().method().equals("HEAD")) {
      return;
    }
    String type = response.headers().firstValue("Content-Type").orElse("");
    if (type.startsWith("text/html")) {
      assertFalse(response.uri().getPath().startsWith("/api/"), what);
      assertTrue(response.body().contains("<h1"), what);
      return;
    }
    assertTrue(type.startsWith("application/problem+json"), type + " " + what);
    JsonNode problem = JSON.readTree(response.body());
    assertEquals(status, problem.path("status").asInt(), what);
    assertFalse(problem.path("title").asText().isBlank(), what);
    assertFalse(problem.path("detail").asText().isBlank(), what);
  }
}
