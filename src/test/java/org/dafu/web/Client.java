package org.dafu.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.dafu.ingest.Originals;
import org.dafu.search.ReplySearcher;
import org.dafu.web.admin.Administration;
import org.dafu.web.ask.QueryString;
import org.dafu.web.tools.ProposalReader;

/** A server with a fake engine, and an HTTP client that asks it. */
final class Client implements AutoCloseable {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  final WebServer server;
  private final HttpClient http = HttpClient.newHttpClient();

  private Client(WebServer server) {
    this.server = server;
  }

  static Client of(ReplySearcher searcher) {
    return of(searcher, Administration.none());
  }

  static Client of(ReplySearcher searcher, Administration admin) {
    WebServer.Settings settings =
        new WebServer.Settings("127.0.0.1", 0, 2, Duration.ofMillis(50), "样例：人物与数字均为虚构");
    Originals originals = new Originals(file -> !file.path().contains("personal"));
    WebServer server =
        WebServer.start(
            settings,
            FakeReading.of(searcher),
            new FakeVocabulary(),
            originals,
            proposals(),
            admin);
    server.ready(true);
    return new Client(server);
  }

  /** Reads plain text alone. */
  private static ProposalReader proposals() {
    return (name, bytes) ->
        name.endsWith(".txt")
            ? new ProposalReader.Upload.Text(new String(bytes, StandardCharsets.UTF_8))
            : new ProposalReader.Upload.Unreadable("文件损坏");
  }

  /** The answer to GET; {@code headers} are names and values in turn. */
  HttpResponse<String> get(String pathAndQuery, String... headers) {
    return send("GET", pathAndQuery, headers);
  }

  HttpResponse<String> send(String method, String pathAndQuery, String... headers) {
    URI uri = URI.create("http://127.0.0.1:" + server.port() + pathAndQuery);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri).method(method, HttpRequest.BodyPublishers.noBody());
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (IOException | InterruptedException e) {
      throw new AssertionError("no answer from " + uri, e);
    }
  }

  /** The JSON of the answer to POST with status 200. */
  JsonNode post(String path, String body) {
    HttpResponse<String> response = posted(path, body);
    assertEquals(200, response.statusCode(), response.body());
    assertEquals("application/json;charset=utf-8", header(response, "Content-Type"));
    return parse(response.body());
  }

  /** The answer to POST of this JSON. */
  HttpResponse<String> posted(String path, String body) {
    URI uri = URI.create("http://127.0.0.1:" + server.port() + path);
    HttpRequest request =
        HttpRequest.newBuilder(uri)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8))
            .build();
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (IOException | InterruptedException e) {
      throw new AssertionError("no answer from " + uri, e);
    }
  }

  /** The answer to a token typed into the operator's page. */
  HttpResponse<String> signIn(String token, String... headers) {
    URI uri = URI.create("http://127.0.0.1:" + server.port() + "/admin/sign-in");
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString("token=" + encode(token)));
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (IOException | InterruptedException e) {
      throw new AssertionError("no answer from " + uri, e);
    }
  }

  /**
   * The answer to a form as browsers send it, multipart/form-data.
   *
   * @param fileName of the field {@code file}; empty where no file was chosen
   */
  HttpResponse<String> form(
      String path, Map<String, String> fields, String fileName, String content) {
    return form(
        path,
        List.copyOf(fields.entrySet()),
        fileName,
        content,
        HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
  }

  /** The same with fields that may come more than once. */
  <T> HttpResponse<T> form(
      String path,
      List<Map.Entry<String, String>> fields,
      String fileName,
      String content,
      HttpResponse.BodyHandler<T> body) {
    String line = "--bound\r\nContent-Disposition: form-data; name=";
    StringBuilder out = new StringBuilder();
    for (Map.Entry<String, String> each : fields) {
      out.append(line).append('"').append(each.getKey()).append("\"\r\n\r\n");
      out.append(each.getValue().replace("\n", "\r\n")).append("\r\n");
    }
    out.append(line).append("\"file\"; filename=\"").append(fileName);
    out.append("\"\r\nContent-Type: application/octet-stream\r\n\r\n");
    out.append(content).append("\r\n--bound--\r\n");
    URI uri = URI.create("http://127.0.0.1:" + server.port() + path);
    HttpRequest request =
        HttpRequest.newBuilder(uri)
            .header("Content-Type", "multipart/form-data; boundary=bound")
            .POST(HttpRequest.BodyPublishers.ofString(out.toString(), StandardCharsets.UTF_8))
            .build();
    try {
      return http.send(request, body);
    } catch (IOException | InterruptedException e) {
      throw new AssertionError("no answer from " + uri, e);
    }
  }

  /** The JSON of an answer with status 200. */
  JsonNode json(String pathAndQuery) {
    HttpResponse<String> response = get(pathAndQuery);
    assertEquals(200, response.statusCode(), response.body());
    assertEquals("application/json;charset=utf-8", header(response, "Content-Type"));
    return parse(response.body());
  }

  /** The problem of an answer with this status. */
  JsonNode problem(int status, String pathAndQuery) {
    HttpResponse<String> response = get(pathAndQuery);
    assertEquals(status, response.statusCode(), response.body());
    assertEquals("application/problem+json;charset=utf-8", header(response, "Content-Type"));
    JsonNode problem = parse(response.body());
    assertEquals(status, problem.get("status").asInt());
    assertTrue(problem.get("type").asText().startsWith("urn:dafu:problem:"), problem.toString());
    assertEquals(header(response, "X-Request-Id"), problem.get("requestId").asText());
    return problem;
  }

  /** The page with status 200. */
  String page(String pathAndQuery) {
    HttpResponse<String> response = get(pathAndQuery);
    assertEquals(200, response.statusCode(), response.body());
    assertEquals("text/html;charset=utf-8", header(response, "Content-Type"));
    return response.body();
  }

  static String header(HttpResponse<?> response, String name) {
    return response.headers().firstValue(name).orElse("");
  }

  static String encode(String value) {
    return QueryString.encode(value);
  }

  static JsonNode parse(String json) {
    try {
      return MAPPER.readTree(json);
    } catch (IOException e) {
      throw new AssertionError("not JSON: " + json, e);
    }
  }

  @Override
  public void close() {
    http.close();
    server.close();
  }
}
