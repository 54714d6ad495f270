package org.dafu.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import org.dafu.search.ReplyJson;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyApiTest {
  private static final String LETTER = "/api/v1/replies/" + Letters.id(0);
  private static Client client;

  @BeforeAll
  static void start() {
    client = Client.of(new FakeSearcher(Letters.all()));
  }

  @AfterAll
  static void stop() {
    client.close();
  }

  @Test
  void reply_held_isItsOneJsonForm() {
    assertEquals(ReplyJson.write(Letters.full()), client.get(LETTER).body());
  }

  @Test
  void text_held_isTheLettersText() {
    HttpResponse<String> response = client.get(LETTER + ".txt");
    assertEquals("text/plain;charset=utf-8", Client.header(response, "Content-Type"));
    assertEquals(Letters.full().text(), response.body());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".txt"})
  void reply_notPublic_isNotThere(String ending) {
    String body = client.problem(404, "/api/v1/replies/" + Letters.id(3) + ending).toString();
    assertFalse(body.contains("保密"), body);
    assertEquals(404, client.get("/replies/" + Letters.id(3)).statusCode());
  }

  @ParameterizedTest
  @ValueSource(strings = {"ffffffffffffffff", "x", "0123", "..", "%E7%AD%94"})
  void reply_noSuchId_404(String id) {
    if (!id.equals("..")) {
      client.problem(404, "/api/v1/replies/" + id);
    }
    assertTrue(client.get("/api/v1/replies/" + id).statusCode() >= 400);
  }

  @Test
  void reply_parameter_isRefused() {
    assertEquals("lang", client.problem(400, LETTER + "?lang=zh").get("parameter").asText());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".txt"})
  void reply_ifNoneMatch_304WithoutBody(String ending) {
    HttpResponse<String> first = client.get(LETTER + ending);
    String tag = Client.header(first, "ETag");
    HttpResponse<String> again = client.get(LETTER + ending, "If-None-Match", "\"other\", " + tag);
    assertEquals(304, again.statusCode());
    assertEquals("", again.body());
    assertEquals(tag, Client.header(again, "ETag"));
    assertEquals(200, client.get(LETTER, "If-None-Match", "\"other\"").statusCode());
  }

  @Test
  void head_sameStatusAndHeadersWithoutBody() {
    HttpResponse<String> head = client.send("HEAD", LETTER);
    assertEquals(200, head.statusCode());
    assertEquals("", head.body());
    assertEquals(Client.header(client.get(LETTER), "ETag"), Client.header(head, "ETag"));
    assertEquals(404, client.send("HEAD", "/api/v1/replies/ffffffffffffffff").statusCode());
    assertEquals(400, client.send("HEAD", "/api/v1/replies?x=1").statusCode());
  }

  @Test
  void reply_acceptsGzip_isCompressed() {
    HttpResponse<String> response = client.get(LETTER, "Accept-Encoding", "gzip");
    assertEquals("gzip", Client.header(response, "Content-Encoding"));
    assertTrue(Client.header(response, "Vary").contains("Accept-Encoding"));
  }
}
