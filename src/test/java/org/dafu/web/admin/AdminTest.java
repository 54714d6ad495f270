package org.dafu.web.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.dafu.web.admin.Token.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The routes of administration, over HTTP against a served folder. */
class AdminTest {
  @TempDir private static Path temp;
  private static ServedFolder served;

  @BeforeAll
  static void start() throws IOException {
    served = ServedFolder.start(temp.resolve("one"));
  }

  @AfterAll
  static void stop() {
    served.close();
  }

  @Test
  void put_letter_isOnDiskAndSoonFound() throws IOException {
    String text = ServedFolder.text("晋城市", "012", "修建公厕");
    JsonNode receipt = served.admin(201, "PUT", "/admin/replies/%E5%85%AC%E5%8E%95.txt", text);
    assertEquals("公厕.txt", receipt.get("name").asText());
    assertEquals("new", receipt.get("change").asText());
    assertEquals(ServedFolder.id(text), receipt.get("id").asText());
    assertEquals(text, Files.readString(served.data.resolve("received/公厕.txt")));
    served.sync();
    assertEquals("晋城市", served.json("/replies/" + ServedFolder.id(text)).get("city").asText());

    JsonNode again = served.admin(200, "PUT", "/admin/replies/%E5%85%AC%E5%8E%95.txt", text);
    assertEquals("none", again.get("change").asText());
    String other = text.replace("56万元", "57万元");
    JsonNode replaced = served.admin(200, "PUT", "/admin/replies/%E5%85%AC%E5%8E%95.txt", other);
    assertEquals("replaced", replaced.get("change").asText());
    served.sync();
    assertEquals(200, served.status("/replies/" + ServedFolder.id(other)));
    assertEquals(404, served.status("/replies/" + ServedFolder.id(text)));
    try (Stream<Path> parts = Files.list(served.data.resolve("incoming"))) {
      assertEquals(List.of(), parts.toList());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "PUT,/admin/replies/x.txt",
    "DELETE,/admin/replies/x.txt",
    "PATCH,/admin/replies/x.txt",
    "GET,/admin/replies/x.txt",
    "POST,/admin/sync",
    "GET,/admin/sync",
    "GET,/admin/rejected"
  })
  void routes_wantATokenThatOpensThem(String method, String path) {
    byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
    HttpResponse<String> none = served.ask(method, path, body, "");
    assertEquals(401, none.statusCode());
    assertTrue(none.headers().firstValue("WWW-Authenticate").orElse("").startsWith("Bearer"));
    assertEquals("no-token", code(none));
    HttpResponse<String> wrong = served.ask(method, path, body, Token.newSecret());
    assertTrue(Set.of(401, 429).contains(wrong.statusCode()), wrong.body());
    assertEquals(403, served.ask(method, path, body, served.reader).statusCode());
    HttpResponse<String> basic =
        served.ask(method, path, body, "", "Authorization", "Basic " + served.admin);
    assertTrue(Set.of(401, 429).contains(basic.statusCode()), basic.body());
    HttpResponse<String> cookie = served.ask(method, path, body, "", "Cookie", served.admin);
    assertEquals(401, cookie.statusCode());
    assertFalse(Files.exists(served.data.resolve("received/x.txt")));
  }

  private static String code(HttpResponse<String> response) {
    return ServedFolder.parse(response.body()).get("type").asText().replaceAll(".*:", "");
  }

  @ParameterizedTest
  @CsvSource({"POST,/admin/replies/x.txt", "PUT,/admin/sync", "DELETE,/admin/rejected"})
  void routes_otherMethods_are405(String method, String path) {
    HttpResponse<String> response = served.admin(method, path, "x");
    assertEquals(405, response.statusCode());
    assertTrue(response.headers().firstValue("Allow").orElse("").contains("GET"));
  }

  @Test
  void tokens_madeAndRevokedWhileServing_areTakenUp() throws IOException {
    Path file = served.data.resolve("tokens");
    List<Token> before = Tokens.read(file);
    String secret = Token.newSecret();
    assertTrue(Set.of(401, 429).contains(asked(secret)));
    List<Token> more = new ArrayList<>(before);
    more.add(Token.of("temporary", Role.ADMIN, "", secret));
    Tokens.write(file, more);
    assertEquals(200, asked(secret));
    Tokens.write(file, before);
    assertTrue(Set.of(401, 429).contains(asked(secret)));
    assertFalse(served.log().contains(secret), "a wrong token is not logged");
  }

  private static int asked(String secret) {
    return served.ask("GET", "/admin/rejected", new byte[0], secret).statusCode();
  }

  @Test
  void patch_field_winsAndIsKeptBesideTheLetter() throws IOException {
    String text = ServedFolder.text("晋城市", "021", "整治扬尘");
    served.letter("b/dust.txt", text);
    served.sync();
    String body = "{\"city\": \"晋中市\", \"classification\": \"B\", \"note\": \"电话13812345678核对\"}";
    JsonNode done = served.admin(200, "PATCH", "/admin/replies/" + ServedFolder.id(text), body);
    assertTrue(done.get("applied").asBoolean());
    JsonNode reply = served.json("/replies/" + ServedFolder.id(text));
    assertEquals("晋中市", reply.get("city").asText());
    assertEquals("B", reply.get("classification").asText());
    assertEquals("correction", reply.at("/evidence/city/rule").asText());
    Path file = served.letters.resolve(".dafu/corrections/" + ServedFolder.id(text) + ".json");
    JsonNode kept = ServedFolder.parse(Files.readString(file));
    assertEquals("b/dust.txt", kept.get("path").asText());
    assertEquals("晋城市", kept.at("/corrections/0/read").asText());
    assertEquals("林", kept.at("/corrections/0/author").asText());
    assertEquals("电话***********核对", kept.at("/corrections/0/note").asText());
    assertEquals(
        1, served.json("/replies?q=" + "%E6%89%AC%E5%B0%98" + "&class=B").get("total").asInt());

    Files.createDirectories(served.letters.resolve("c"));
    Files.move(served.letters.resolve("b/dust.txt"), served.letters.resolve("c/moved.txt"));
    served.sync();
    assertEquals("晋中市", served.json("/replies/" + ServedFolder.id(text)).get("city").asText());
    served.admin(
        200, "PATCH", "/admin/replies/" + ServedFolder.id(text), "{\"asRead\": [\"city\"]}");
    assertEquals("晋城市", served.json("/replies/" + ServedFolder.id(text)).get("city").asText());
    JsonNode known = served.admin(200, "GET", "/admin/replies/" + ServedFolder.id(text), "");
    assertEquals(3, known.get("corrections").size());
    assertEquals("indexed", known.get("state").asText());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "[]",
        "{}",
        "{\"note\": \"only\"}",
        "{\"town\": \"x\"}",
        "{\"id\": \"0123456789abcdef\"}",
        "{\"text\": \"x\"}",
        "{\"kind\": \"letter\"}",
        "{\"date\": \"yesterday\"}",
        "{\"isReply\": null}",
        "{\"titles\": \"x\"}",
        "{\"withdrawn\": \"yes\"}",
        "{\"asRead\": [\"town\"]}"
      })
  void patch_whatDoesNotFit_is422AndChangesNothing(String body) throws IOException {
    String text = ServedFolder.text("晋城市", "022", "疏浚河道");
    served.letter("river.txt", text);
    served.sync();
    JsonNode problem = served.admin(422, "PATCH", "/admin/replies/" + ServedFolder.id(text), body);
    assertFalse(problem.get("detail").asText().isBlank());
    Path file = served.letters.resolve(".dafu/corrections/" + ServedFolder.id(text) + ".json");
    assertFalse(Files.exists(file), problem.toString());
    served.admin(404, "PATCH", "/admin/replies/0000000000000000", "{\"city\": \"晋中市\"}");
    served.admin(404, "PATCH", "/admin/replies/none.txt", "{\"city\": \"晋中市\"}");
  }

  @Test
  void corrections_editedByHand_areTakenUpAndFaultsAreToldWithTheirLine() throws IOException {
    String text = ServedFolder.text("晋城市", "023", "补种行道树");
    served.letter("tree.txt", text);
    served.sync();
    served.admin(200, "PATCH", "/admin/replies/" + ServedFolder.id(text), "{\"city\": \"晋中市\"}");
    Path file = served.letters.resolve(".dafu/corrections/" + ServedFolder.id(text) + ".json");
    String good = Files.readString(file);
    Files.writeString(file, good.replace("晋中市", "长治市"));
    served.sync();
    assertEquals("长治市", served.json("/replies/" + ServedFolder.id(text)).get("city").asText());

    Files.writeString(file, good.replace("\"field\" : \"city\"", "\"field\" : \"town\""));
    String seen = served.admin(200, "POST", "/admin/sync", "").get("problems").toString();
    assertTrue(seen.contains(".dafu/corrections/" + ServedFolder.id(text) + ".json"), seen);
    assertTrue(seen.contains("第 6 行") && seen.contains("town"), seen);
    assertEquals(
        "长治市", served.json("/replies/" + ServedFolder.id(text)).get("city").asText(), "stays");
    JsonNode problem =
        served.admin(409, "PATCH", "/admin/replies/" + ServedFolder.id(text), "{\"city\": null}");
    assertTrue(problem.get("detail").asText().contains("6"), problem.toString());

    Files.delete(file);
    served.sync();
    assertEquals("晋城市", served.json("/replies/" + ServedFolder.id(text)).get("city").asText());
  }

  @Test
  void delete_lettersOfCorpus_areWithdrawnAndCanComeBack() throws IOException {
    String text = ServedFolder.text("晋城市", "024", "改造农贸市场");
    Path file = served.letter("market.txt", text);
    served.letter("copy/market.txt", text);
    served.sync();
    JsonNode gone =
        served.admin(200, "DELETE", "/admin/replies/" + ServedFolder.id(text) + "?note=x", "");
    assertTrue(gone.get("withdrawn").asBoolean() && gone.get("applied").asBoolean());
    assertEquals(
        404, served.status("/replies/" + ServedFolder.id(text)), "the copy is not served instead");
    assertTrue(Files.exists(file), "nobody's file is deleted");
    Path copy = served.letters.resolve("copy/market.txt"); // the first of the two is the letter
    Files.writeString(copy, text + "\n");
    served.sync();
    assertEquals(
        404,
        served.status("/replies/" + ServedFolder.id(text + "\n")),
        "changed, but still withdrawn");
    Files.writeString(copy, text);
    served.admin(200, "PATCH", "/admin/replies/" + ServedFolder.id(text), "{\"withdrawn\": false}");
    assertEquals(200, served.status("/replies/" + ServedFolder.id(text)));
    served.admin(404, "DELETE", "/admin/replies/none.txt", "");
  }

  @Test
  void rejected_areListedInPages() throws IOException {
    for (int i = 0; i < 5; i++) {
      served.letter("notices/notice" + i + ".txt", "关于停水的通知，第" + i + "号。请各住户提前储水。");
    }
    served.sync();
    Set<String> seen = new TreeSet<>();
    String next = "/api/v1/admin/rejected?size=2";
    while (next != null) {
      JsonNode page = served.admin(200, "GET", next.substring("/api/v1".length()), "");
      assertTrue(page.get("files").size() <= 2);
      page.get("files").forEach(each -> seen.add(each.get("path").asText()));
      page.get("files").forEach(each -> assertFalse(each.get("reason").asText().isBlank()));
      next = page.get("next").isNull() ? null : page.get("next").asText();
    }
    for (int i = 0; i < 5; i++) {
      assertTrue(seen.contains("notices/notice" + i + ".txt"), seen.toString());
    }
    served.admin(400, "GET", "/admin/rejected?page=0", "");
    served.admin(400, "GET", "/admin/rejected?pages=1", "");
  }

  @Test
  void audit_saysWhoChangedWhat() throws IOException {
    String text = ServedFolder.text("晋城市", "025", "开放体育场馆");
    served.admin(201, "PUT", "/admin/replies/13812345678.txt", text);
    served.admin(200, "PATCH", "/admin/replies/13812345678.txt", "{\"city\": \"晋中市\"}");
    served.admin(200, "DELETE", "/admin/replies/13812345678.txt", "");
    List<JsonNode> entries =
        Files.readAllLines(served.data.resolve("audit.jsonl")).stream()
            .map(ServedFolder::parse)
            .filter(entry -> entry.get("letter").asText().equals("***********.txt"))
            .toList();
    assertEquals(
        List.of("receive", "correct", "withdraw"),
        entries.stream().map(entry -> entry.get("what").asText()).toList());
    for (JsonNode entry : entries) {
      assertEquals("林", entry.get("who").asText());
      assertEquals("127.0.0.1", entry.get("address").asText());
    }
    assertTrue(entries.get(1).get("after").asText().contains("晋中市"));
    assertFalse(served.log().contains("13812345678"), served.log());
  }

  @Test
  void personalNumbers_areMaskedInErrors() {
    assertFalse(served.get("/replies?year=13812345678").body().contains("13812345678"));
    assertFalse(served.get("/none/13812345678").body().contains("13812345678"));
    assertFalse(served.get("/replies?110101199003074514=1").body().contains("110101199003074514"));
  }
}
