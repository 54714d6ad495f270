package org.dafu.web.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.dafu.reply.ReplyId;
import org.dafu.reply.Sha256;
import org.dafu.web.ask.QueryString;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Letters that must not be shown, by their own mark, by a correction or because they are withdrawn:
 * every route that can be read is asked for them, by all that they hold.
 */
class HiddenLettersTest {
  /** What the hidden letters alone hold: in title, agency, policy, place and text. */
  private static final List<String> MARKS = List.of("獬豸鱼塘", "饕餮工作", "貔貅管理", "嘉峪关", "螭吻暗号", "狴犴");

  private static final int PUBLIC = 3;

  @TempDir private static Path temp;
  private static ServedFolder served;
  private static final List<String> HIDDEN = new ArrayList<>();

  @BeforeAll
  static void start() throws IOException {
    served = ServedFolder.start(temp);
    for (int i = 0; i < PUBLIC; i++) {
      served.letter("open" + i + ".txt", ServedFolder.text("晋城市", "01" + i, "建设鱼塘公厕" + i));
    }
    served.letter("marked.txt", "公开属性：不予公开\n" + secret("031"));
    served.letter("corrected.txt", secret("032"));
    served.letter("withdrawn.txt", secret("033"));
    served.admin(201, "PUT", "/admin/replies/received.txt", secret("034"));
    served.admin(200, "POST", "/admin/sync", "");
    Map<String, String> ids = ids();
    assertEquals(PUBLIC + 3, ids.size(), "before: all but the one that says so itself");
    ids.forEach((city, id) -> assertEquals(16, id.length()));
    for (String file : List.of("marked.txt", "corrected.txt", "withdrawn.txt")) {
      HIDDEN.add(idOf(Files.readAllBytes(served.letters.resolve(file))));
    }
    HIDDEN.add(idOf(secret("034").getBytes(StandardCharsets.UTF_8)));
    String warm = encoded("獬豸");
    awaitSuggested(warm, true);
    String notPublic = "{\"disclosure\": \"not-public\"}";
    served.admin(200, "PATCH", "/admin/replies/" + HIDDEN.get(1), notPublic);
    served.admin(200, "DELETE", "/admin/replies/" + HIDDEN.get(2), "");
    served.admin(200, "DELETE", "/admin/replies/received.txt", "");
    awaitSuggested(warm, false);
  }

  /** Completions are made anew beside searches, a moment after these. */
  private static void awaitSuggested(String typed, boolean wanted) {
    long end = System.nanoTime() + 20_000_000_000L;
    while (served.get("/suggest?q=" + typed).body().contains("獬豸鱼塘") != wanted) {
      assertTrue(System.nanoTime() < end, "it is to be suggested: " + wanted);
    }
  }

  @AfterAll
  static void stop() {
    served.close();
  }

  private static String secret(String number) {
    return ServedFolder.text("嘉峪关市", number, "整修獬豸鱼塘")
        .replace("嘉峪关市民政局", "嘉峪关市饕餮工作办公室")
        .replace("投入资金56万元", "依据《貔貅管理办法》投入资金78万元，螭吻暗号为狴犴" + number);
  }

  private static String idOf(byte[] content) {
    return ReplyId.ofSha256(Sha256.of(content)).value();
  }

  private static Map<String, String> ids() {
    Map<String, String> ids = new TreeMap<>();
    JsonNode hits = served.json("/replies?size=100").get("hits");
    hits.forEach(hit -> ids.put(hit.get("id").asText(), hit.get("id").asText()));
    return ids;
  }

  private static String encoded(String value) {
    return QueryString.encode(value);
  }

  /** Every path of the API that can be read by everybody, for each of the hidden letters. */
  private static Set<String> paths() {
    Set<String> paths = new TreeSet<>();
    JsonNode documented = served.json("/openapi.json").get("paths");
    documented
        .fieldNames()
        .forEachRemaining(
            path -> {
              boolean read = documented.get(path).has("get") && !path.contains("/admin/");
              if (read && path.startsWith("/api/v1/")) {
                HIDDEN.forEach(id -> paths.add(path.substring(7).replace("{id}", id)));
              }
            });
    paths.remove("/openapi.json");
    assertTrue(paths.size() > 10, paths.toString());
    return paths;
  }

  /** Questions by each mark, by its beginning and spelling, wrongly spelled, and by nothing. */
  private static List<String> questions() {
    List<String> questions = new ArrayList<>(List.of("", "?q="));
    for (String mark : MARKS) {
      questions.add("?q=" + encoded(mark));
      questions.add("?q=" + encoded(mark.substring(0, 1)));
      questions.add("?q=" + encoded(mark.substring(0, 1) + "工"));
      questions.add("?q=" + encoded("title:" + mark));
    }
    for (String typed : List.of("xiezhi", "taotie", "jyg", "整修", "鱼塘", "78万元", "晋城市嘉")) {
      questions.add("?q=" + encoded(typed));
    }
    HIDDEN.forEach(id -> questions.add("?q=" + encoded("鱼塘") + "&id=" + id));
    questions.add("?city=" + encoded("嘉峪关市"));
    questions.add("?disclosure=not-public");
    questions.add("?facets=city,agency,policy,session,number&facetSize=100");
    questions.add("?facetQuery=jia&facets=city");
    return questions;
  }

  @Test
  void everyRoute_saysNothingOfHiddenLetters() {
    int answered = 0;
    for (String path : paths()) {
      boolean ofOne = HIDDEN.stream().anyMatch(path::contains);
      for (String question : ofOne ? List.of("", "?style=bibtex") : questions()) {
        HttpResponse<String> response = served.get(path + question);
        assertTrue(response.statusCode() < 500, path + question + response.body());
        assertHidden(path + question, response.body(), question);
        answered += response.statusCode() == 200 ? 1 : 0;
      }
    }
    assertTrue(answered > 100, "most questions are answered: " + answered);
  }

  @Test
  void pages_sayNothingOfHiddenLetters() throws IOException, InterruptedException {
    for (String id : HIDDEN) {
      String url = served.address() + "replies/" + id;
      HttpResponse<String> page = page(url);
      assertEquals(404, page.statusCode());
      assertHidden(url, page.body(), "");
    }
    for (String question : questions()) {
      if (!question.contains("id=")) {
        assertHidden(question, page(served.address() + question).body(), question);
      }
    }
  }

  private static HttpResponse<String> page(String url) throws IOException, InterruptedException {
    try (var http = HttpClient.newHttpClient()) {
      var request = HttpRequest.newBuilder(URI.create(url)).build();
      return http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }
  }

  /** No mark in an answer but those that the question itself has. */
  private static void assertHidden(String asked, String body, String question) {
    String own = URLDecoder.decode(question, StandardCharsets.UTF_8);
    for (String mark : MARKS) {
      if (!own.contains(mark.substring(0, 2))) {
        assertFalse(body.contains(mark), asked + " tells of " + mark + ": " + body);
      }
    }
    for (String id : HIDDEN) {
      if (!asked.contains(id)) {
        assertFalse(body.contains(id), asked + " tells of " + id);
      }
    }
  }

  @Test
  void counts_areOfPublicLettersOnly() {
    assertEquals(PUBLIC, served.json("/replies").get("total").asInt());
    assertEquals(PUBLIC, served.json("/health/ready").get("letters").asInt());
    assertEquals(PUBLIC, served.json("/replies?q=" + encoded("鱼塘")).get("total").asInt());
    assertEquals(0, served.json("/replies?q=" + encoded("貔貅")).get("total").asInt());
    for (String id : HIDDEN) {
      assertEquals(404, served.status("/replies/" + id));
      assertEquals(404, served.status("/replies/" + id + ".txt"));
      assertEquals(404, served.status("/replies/" + id + "/similar"));
      assertEquals(404, served.status("/explain?q=x&id=" + id));
    }
  }

  @Test
  void precedents_holdNoHiddenLetters() {
    String body = "{\"text\": \"建议整修鱼塘，依据办法投入资金，建设公厕。\", \"size\": 10}";
    HttpResponse<String> response =
        served.ask("POST", "/precedents", body.getBytes(StandardCharsets.UTF_8), "");
    assertEquals(200, response.statusCode(), response.body());
    assertHidden("precedents", response.body(), "");
  }
}
