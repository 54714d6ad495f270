package org.dafu.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Asks a running service for nonsense: every parameter of every route that its own description
 * names, bodies, and bytes that are no HTTP. Whatever is asked, it never fails (500), never hangs,
 * and a refusal says what is wrong. {@code -Dfuzz.seed}, {@code -Dfuzz.requests}.
 */
class HttpFuzzTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final int REQUESTS = Integer.getInteger("fuzz.requests", 200);

  private static final String PRECEDENTS = "POST /api/v1/precedents HTTP/1.1\r\nHost: x\r\n";

  private static final List<String> PIECES =
      List.of(
          "养老",
          "老年食堂",
          "\"",
          "“",
          "」",
          "(",
          ")",
          " OR ",
          "-",
          ":",
          "title:",
          "城市:",
          "第068号",
          "〔2020〕12号",
          "2020..",
          "..2023",
          "2020..2021",
          "99999999999999999999",
          "-1",
          "0",
          "101",
          "1e9",
          "NaN",
          "null",
          "true",
          "%",
          "\u0000",
          "\u0007",
          "\n",
          "\ud800",
          "\udc00",
          "😀",
          "\u202e",
          "\ufeff",
          "é",
          "a",
          "EC01",
          "A",
          "relevance",
          "newest",
          "lexical",
          "hybrid",
          "city,year",
          "city",
          ",",
          "../../etc/passwd",
          "<script>",
          "' OR 1=1",
          "${jndi:x}",
          "*",
          "?",
          "[",
          "{",
          "\\",
          "/",
          "AAAAAAAAAAAAAAAAAAAAAAAA",
          "晋城",
          "晋城市",
          "zuzhi");

  /** Requests that are none, and what must not be made of them. */
  private static final List<String> RAW =
      List.of(
          "GET / HTTP/1.1\r\n\r\n",
          "GET\r\n\r\n",
          "\r\n\r\n",
          "GET /%zz HTTP/1.1\r\nHost: x\r\n\r\n",
          "GET /%00 HTTP/1.1\r\nHost: x\r\n\r\n",
          "GET /../../etc/passwd HTTP/1.1\r\nHost: x\r\n\r\n",
          "GET /assets/..%2f..%2fetc/passwd HTTP/1.1\r\nHost: x\r\n\r\n",
          "GET /api/v1/replies?q=%ff%fe HTTP/1.1\r\nHost: x\r\n\r\n",
          "GET /api/v1/replies?%=& HTTP/1.1\r\nHost: x\r\n\r\n",
          "GET /api/v1/replies HTTP/9.9\r\nHost: x\r\n\r\n",
          "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
          "OPTIONS * HTTP/1.1\r\nHost: x\r\n\r\n",
          "TRACE /api/v1/replies HTTP/1.1\r\nHost: x\r\n\r\n",
          "DELETE /api/v1/replies HTTP/1.1\r\nHost: x\r\n\r\n",
          "G\0T / HTTP/1.1\r\nHost: x\r\n\r\n",
          "GET / HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n",
          "GET / HTTP/1.1\r\nHost: a b\r\n\r\n",
          "GET / HTTP/1.1\r\nHost: x\r\nRange: bytes=9-1\r\n\r\n",
          "GET / HTTP/1.1\r\nHost: x\r\nIf-None-Match: \"\r\n\r\n",
          "GET / HTTP/1.1\r\nHost: x\r\nAccept-Encoding: ;;q=\r\n\r\n",
          "GET / HTTP/1.1\r\nHost: x\r\nCookie: =;=\"\r\n\r\n",
          PRECEDENTS + "Content-Length: -1\r\n\r\n",
          PRECEDENTS + "Content-Length: 99999999999\r\n\r\n{",
          PRECEDENTS + "Transfer-Encoding: chunked\r\n\r\nzz\r\n",
          PRECEDENTS + "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n",
          PRECEDENTS + "Content-Encoding: gzip\r\nContent-Length: 2\r\n\r\n\u001f\u008b");

  @TempDir private static Path temp;
  private static Process process;
  private static String address = "";
  private static int port;
  private final HttpClient http = HttpClient.newHttpClient();
  private final long seed = Long.getLong("fuzz.seed", 20260301L);
  private final Random random = new Random(seed);

  @BeforeAll
  static void serve() throws IOException {
    DataFolder folder = new DataFolder(temp);
    for (int i = 1; i <= 5; i++) {
      folder.write(i);
    }
    process =
        Killed.builder(
                List.of(
                    "serve",
                    folder.folders().getFirst().toString(),
                    "--port",
                    "0",
                    "--data",
                    folder.data().toString(),
                    "--config",
                    folder.config().toString()))
            .redirectError(temp.resolve("told.txt").toFile())
            .start();
    BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
    String line = String.valueOf(out.readLine());
    address = line.substring(line.indexOf("http"), line.length() - 1);
    port = URI.create(address).getPort();
  }

  @AfterAll
  static void stop() throws Exception {
    process.destroy();
    assertTrue(process.waitFor(20, TimeUnit.SECONDS), "it ends in order");
    String told = Files.readString(temp.resolve("told.txt"));
    assertFalse(told.contains("Exception"), told);
  }

  /** A route of the service's description, with the names that it takes. */
  private record Route(String path, List<String> names) {}

  private List<Route> routes() throws Exception {
    JsonNode description = JSON.readTree(ask(get("/openapi.json")).body());
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
    assertTrue(routes.size() > 10, "routes: " + routes.size());
    return routes;
  }

  private HttpRequest.Builder get(String pathAndQuery) {
    return HttpRequest.newBuilder(URI.create(address + pathAndQuery)).timeout(LIMIT);
  }

  private HttpResponse<String> ask(HttpRequest.Builder request) throws Exception {
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void parameters_ofAnyContent_areAnsweredOrRefusedWithTheReason() throws Exception {
    List<Route> routes = routes();
    for (int i = 0; i < REQUESTS; i++) {
      Route route = routes.get(random.nextInt(routes.size()));
      String path = route.path().replace("{id}", encoded(value()));
      StringBuilder query = new StringBuilder();
      for (int n = random.nextInt(4); n > 0; n--) {
        List<String> names = route.names();
        boolean known = !names.isEmpty() && random.nextInt(8) > 0;
        String name = known ? names.get(random.nextInt(names.size())) : encoded(value());
        query.append(query.isEmpty() ? "?" : "&").append(name).append('=').append(encoded(value()));
      }
      requireAnswer(path + query, ask(get(path + query)));
    }
  }

  @Test
  void bodies_ofAnyContent_areAnsweredOrRefusedWithTheReason() throws Exception {
    for (int i = 0; i < REQUESTS / 4; i++) {
      byte[] body = body();
      HttpRequest.Builder request =
          get("/api/v1/precedents").POST(HttpRequest.BodyPublishers.ofByteArray(body));
      if (random.nextBoolean()) {
        request.header("Content-Type", random.nextBoolean() ? "application/json" : "text/x; q");
      }
      String shown = new String(body, 0, Math.min(body.length, 200), StandardCharsets.UTF_8);
      requireAnswer("POST " + shown, ask(request));
    }
  }

  @Test
  void bytesThatAreNoRequest_areRefusedAndTheNextIsAnswered() throws Exception {
    for (String request : RAW) {
      String answer = raw(request.getBytes(StandardCharsets.ISO_8859_1));
      assertTrue(answer.isEmpty() || answer.startsWith("HTTP/1.1 "), request + " → " + answer);
      assertFalse(answer.startsWith("HTTP/1.1 5") && !answer.startsWith("HTTP/1.1 505"), request);
      assertFalse(answer.contains("root:"), request);
      assertFalse(answer.contains("\tat "), request + " → " + answer);
    }
    for (int i = 0; i < REQUESTS / 10; i++) {
      byte[] noise = new byte[random.nextInt(300)];
      random.nextBytes(noise);
      assertFalse(raw(noise).startsWith("HTTP/1.1 500"), "seed " + seed + ", noise " + i);
    }
    assertEquals(200, ask(get("/health/ready")).statusCode());
  }

  @Test
  void headersAndBodiesWithoutEnd_areCutOff() throws Exception {
    String many = "GET / HTTP/1.1\r\nHost: x\r\n" + "X-A: b\r\n".repeat(20_000) + "\r\n";
    assertTrue(raw(many.getBytes(StandardCharsets.US_ASCII)).startsWith("HTTP/1.1 431"));
    String chunk = "1000\r\n" + "a".repeat(4096) + "\r\n";
    String endless =
        PRECEDENTS
            + "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
            + chunk.repeat(2_000);
    String answer = raw(endless.getBytes(StandardCharsets.US_ASCII));
    assertTrue(answer.startsWith("HTTP/1.1 413"), answer);
    String declared = PRECEDENTS + "Content-Length: 2000000000\r\n\r\n";
    assertTrue(raw(declared.getBytes(StandardCharsets.US_ASCII)).startsWith("HTTP/1.1 4"));
    assertEquals(200, ask(get("/health/ready")).statusCode());
  }

  private void requireAnswer(String asked, HttpResponse<String> response) throws IOException {
    int status = response.statusCode();
    String what = "seed " + seed + ": " + asked + " → " + status + " " + response.body();
    assertTrue(Set.of(200, 304, 400, 404, 413, 414, 415, 431).contains(status), what);
    if (status >= 400) {
      String type = response.headers().firstValue("Content-Type").orElse("");
      assertTrue(type.startsWith("application/problem+json"), what);
      JsonNode problem = JSON.readTree(response.body());
      assertEquals(status, problem.path("status").asInt(), what);
      assertFalse(problem.path("title").asText().isBlank(), what);
      assertFalse(problem.path("detail").asText().isBlank(), what);
      assertFalse(response.body().contains("Exception"), what);
    }
  }

  private String value() {
    StringBuilder value = new StringBuilder();
    for (int n = random.nextInt(random.nextInt(20) == 0 ? 200 : 4); n > 0; n--) {
      value.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    return value.toString();
  }

  /** Percent-encoded, lone surrogates as the three bytes that they are in careless programs. */
  private static String encoded(String value) {
    StringBuilder encoded = new StringBuilder();
    int at = 0;
    while (at < value.length()) {
      int codePoint = value.codePointAt(at);
      boolean lone = codePoint >= 0xD800 && codePoint <= 0xDFFF;
      byte[] bytes =
          lone
              ? new byte[] {
                (byte) 0xED,
                (byte) (0x80 | ((codePoint >> 6) & 0x3F)),
                (byte) (0x80 | (codePoint & 0x3F))
              }
              : Character.toString(codePoint).getBytes(StandardCharsets.UTF_8);
      for (byte each : bytes) {
        encoded.append('%').append(String.format(java.util.Locale.ROOT, "%02X", each));
      }
      at += Character.charCount(codePoint);
    }
    return encoded.toString();
  }

  private byte[] body() {
    String text = value().replace("\\", "\\\\").replace("\"", "\\\"");
    String json = "{\"text\": \"" + text + "\", \"filters\": {\"city\": [\"" + text + "\"]}}";
    return switch (random.nextInt(6)) {
      case 0 -> json.substring(0, random.nextInt(json.length())).getBytes(StandardCharsets.UTF_8);
      case 1 -> "[".repeat(random.nextInt(5000)).getBytes(StandardCharsets.UTF_8);
      case 2 -> ("{\"text\":" + random.nextInt() + "}").getBytes(StandardCharsets.UTF_8);
      case 3 ->
          ("{\"text\": \"" + "建议".repeat(random.nextInt(30_000)) + "\"}")
              .getBytes(StandardCharsets.UTF_8);
      case 4 -> {
        byte[] noise = new byte[random.nextInt(200)];
        random.nextBytes(noise);
        yield noise;
      }
      default -> json.getBytes(StandardCharsets.UTF_8);
    };
  }

  /** What the service answers to these bytes; empty if it only closes. */
  private static String raw(byte[] request) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(1_500);
      ByteArrayOutputStream answer = new ByteArrayOutputStream();
      try {
        OutputStream out = socket.getOutputStream();
        out.write(request);
        out.flush();
        socket.shutdownOutput();
      } catch (SocketException e) { // it has heard enough
        assertTrue(e.getMessage() != null, "a reason");
      }
      try {
        InputStream in = socket.getInputStream();
        byte[] buffer = new byte[8192];
        for (int read = in.read(buffer); read >= 0 && answer.size() < 100_000; ) {
          answer.write(buffer, 0, read);
          read = in.read(buffer);
        }
      } catch (SocketTimeoutException | SocketException e) { // it waits for more, or has closed
        assertTrue(e.getMessage() != null, "a reason");
      }
      return answer.toString(StandardCharsets.UTF_8);
    }
  }
}
