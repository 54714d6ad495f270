package org.dafu.web.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.dafu.web.ask.QueryString;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The operator's pages, over HTTP against a served folder, as a browser without script asks. */
class OperatorPagesTest {
  private static final String HIDDEN = "关于保密设施";

  @TempDir private static Path temp;
  private static ServedFolder served;
  private static HttpClient http;

  @BeforeAll
  static void start() throws IOException {
    served = ServedFolder.start(temp.resolve("pages"));
    http = HttpClient.newHttpClient();
    served.letter("a.txt", ServedFolder.text("晋城市", "101", "修建公厕"));
    served.letter("b.txt", ServedFolder.text("晋城市", "102", "整治油烟"));
    served.letter("c.txt", ServedFolder.text("晋城市", "103", "<b>硬化</b>村道"));
    String hidden = ServedFolder.text("晋城市", "104", HIDDEN);
    served.letter("hidden.txt", hidden + "公开属性：不予公开\n");
    served.letter("notice.txt", "关于召开会议的通知\n各单位：\n定于明日开会，请准时参加。\n");
    served.letter("broken.pdf", "%PDF-1.7 broken");
    served.admin(200, "POST", "/admin/sync", "");
  }

  @AfterAll
  static void stop() {
    http.close();
    served.close();
  }

  private static HttpResponse<String> send(HttpRequest.Builder request, String cookie) {
    if (!cookie.isEmpty()) {
      request.header("Cookie", cookie);
    }
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static HttpResponse<String> get(String path, String cookie) {
    return send(HttpRequest.newBuilder(URI.create(served.address() + path)), cookie);
  }

  private static HttpResponse<String> post(
      String path, String cookie, List<String> headers, String... fields) {
    List<String> pairs = new ArrayList<>();
    for (int i = 0; i < fields.length; i += 2) {
      pairs.add(QueryString.encode(fields[i]) + "=" + QueryString.encode(fields[i + 1]));
    }
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(served.address() + path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(String.join("&", pairs)));
    if (!headers.isEmpty()) {
      request.headers(headers.toArray(String[]::new));
    }
    return send(request, cookie);
  }

  private static HttpResponse<String> post(String path, String cookie, String... fields) {
    return post(path, cookie, List.of(), fields);
  }

  private static String header(HttpResponse<?> response, String name) {
    return response.headers().firstValue(name).orElse("");
  }

  /** The cookie of a new session. */
  private static String signIn() {
    HttpResponse<String> in = post("admin/sign-in", "", "token", served.admin);
    assertEquals(303, in.statusCode(), in.body());
    return header(in, "Set-Cookie").replaceFirst(";.*", "");
  }

  private static Document page(String path, String cookie) {
    HttpResponse<String> response = get(path, cookie);
    assertEquals(200, response.statusCode(), response.body());
    assertEquals("no-store", header(response, "Cache-Control"));
    return Jsoup.parse(response.body());
  }

  private static String form(String cookie) {
    return page("admin", cookie).select("input[name=form]").attr("value");
  }

  private static String id(String q) {
    return served.json("/replies?q=" + QueryString.encode(q)).at("/hits/0/id").asText();
  }

  /** Sends the form of a letter with one field typed otherwise. */
  private static HttpResponse<String> correct(
      String cookie, String letter, String field, String value, String note) {
    Document page = page("admin/letter?letter=" + letter, cookie);
    Element form = page.select("form[action=/admin/letter/correct]").get(0);
    List<String> fields = new ArrayList<>();
    for (Element each : form.select("[name]")) {
      String typed =
          each.is("select")
              ? each.select("[selected]").attr("value")
              : each.is("textarea") ? each.wholeText() : each.attr("value");
      fields.add(each.attr("name"));
      fields.add(each.attr("name").equals(field) ? value : typed);
    }
    fields.set(fields.indexOf("note") + 1, note);
    return post("admin/letter/correct", cookie, fields.toArray(String[]::new));
  }

  private static List<JsonNode> audit() throws IOException {
    Path log = served.data.resolve("audit.jsonl");
    return Files.exists(log)
        ? Files.readAllLines(log).stream().map(ServedFolder::parse).toList()
        : List.of();
  }

  @Test
  void signIn_givesASafeCookie_andTheTokenNowhere() throws IOException {
    HttpResponse<String> in = post("admin/sign-in", "", "token", served.admin);
    String cookie = header(in, "Set-Cookie");
    assertTrue(
        cookie.matches("dafu-operator=[\\w-]{43}; Path=/admin; HttpOnly; SameSite=Strict"), cookie);
    assertEquals("/admin", header(in, "Location").replaceFirst("^http://[^/]*", ""));
    String key = cookie.replaceFirst(";.*", "");
    assertTrue(page("admin", key).select(".operator-out strong").text().contains("林"));
    assertFalse(get("admin", key).body().contains(served.admin));
    assertFalse(served.log().contains(served.admin));
    assertFalse(served.log().contains(key.substring(key.indexOf('=') + 1)));
    for (String other : List.of("", "dafu-operator=", "dafu-operator=" + served.admin)) {
      assertEquals(1, Jsoup.parse(get("admin", other).body()).select("#token").size());
    }
  }

  @Test
  void signIn_withATokenThatOnlyReads_isRefused() {
    HttpResponse<String> in = post("admin/sign-in", "", "token", served.reader);
    assertEquals(403, in.statusCode());
    assertEquals("", header(in, "Set-Cookie"));
    assertTrue(Jsoup.parse(in.body()).select(".errors").text().contains("只能读取"));
    assertEquals(422, post("admin/sign-in", "", "token", " ").statusCode());
    List<String> other = List.of("Sec-Fetch-Site", "cross-site");
    assertEquals(
        403, post("admin/sign-in", "", other, "token", served.admin).statusCode(), "another site");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "admin/files",
        "admin/corrections",
        "admin/log",
        "admin/letter?letter=a.txt",
        "admin/files?list=not-public"
      })
  void page_withoutSession_showsNothing(String path) {
    HttpResponse<String> response = get(path, "");
    assertEquals(303, response.statusCode());
    assertEquals("/admin", header(response, "Location").replaceFirst("^http://[^/]*", ""));
    assertFalse(response.body().contains(HIDDEN));
  }

  @Test
  void signOut_endsTheSession() {
    String cookie = signIn();
    assertEquals(303, post("admin/sign-out", cookie, "form", form(cookie)).statusCode());
    assertEquals(303, get("admin/files", cookie).statusCode());
    HttpResponse<String> late = post("admin/sync", cookie, "form", "x");
    assertTrue(header(late, "Location").endsWith("/admin?said=ended"), late.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"sync", "sign-out", "letter/correct", "letter/withdraw"})
  void change_withAFormThatIsNotOurs_isRefused(String path) throws IOException {
    String cookie = signIn();
    String form = form(cookie);
    List<JsonNode> before = audit();
    String letter = id("101");
    String[] fields = {"form", form + "x", "letter", letter, "city", "晋中市", "was.city", "晋城市"};
    assertEquals(403, post("admin/" + path, cookie, fields).statusCode());
    fields[1] = form;
    List<String> other = List.of("Sec-Fetch-Site", "same-site");
    assertEquals(403, post("admin/" + path, cookie, other, fields).statusCode());
    assertEquals(403, post("admin/" + path, cookie, "form", form(signIn())).statusCode());
    assertEquals(before, audit());
    assertEquals(200, get("admin/files", cookie).statusCode(), "still signed in");
  }

  @Test
  void files_saysWhatWasRefusedAndWhy_hiddenLettersOnlyHere() {
    String cookie = signIn();
    Document refused = page("admin/files", cookie);
    assertTrue(refused.select(".file-name").eachText().contains("notice.txt"));
    for (Element row : refused.select(".file-list li")) {
      assertFalse(row.select(".file-reason").text().isBlank(), row.outerHtml());
    }
    Document found = page("admin/files?list=refused&q=BROKEN", cookie);
    assertEquals(List.of("broken.pdf"), found.select(".file-name").eachText());
    Document hidden = page("admin/files?list=not-public", cookie);
    assertTrue(hidden.select(".file-name").text().contains(HIDDEN), hidden.text());
    assertEquals(0, served.json("/replies?q=104").get("total").asInt());
    assertEquals(404, get("admin/files?list=none", cookie).statusCode());
    assertEquals(400, get("admin/files?list=refused&pgae=2", cookie).statusCode());
  }

  @Test
  void correction_isMadeAndTakenBack_withItsHistory_asOverTheApi() throws IOException {
    String cookie = signIn();
    String letter = id("102");
    int before = audit().size();
    HttpResponse<String> done = correct(cookie, letter, "city", "晋中市", "落款为准");
    assertEquals(303, done.statusCode(), done.body());
    assertTrue(header(done, "Location").endsWith("said=corrected"), header(done, "Location"));
    assertEquals("晋中市", served.json("/replies/" + letter).get("city").asText());
    JsonNode entry = audit().get(before);
    assertEquals("林", entry.get("who").asText());
    assertEquals("correct", entry.get("what").asText());
    assertFalse(entry.get("requestId").asText().isEmpty());
    assertEquals(before + 1, audit().size(), "nothing else was changed");

    Document page = page("admin/letter?letter=" + letter, cookie);
    String history = page.select(".history li").text();
    for (String part : List.of("城市", "晋城市", "晋中市", "林", "落款为准")) {
      assertTrue(history.contains(part), history);
    }
    assertTrue(page("admin/corrections", cookie).select(".file-list").text().contains("晋中市"));
    assertTrue(page("admin/log", cookie).select(".log").text().contains("更正"));

    String form = form(cookie);
    post("admin/letter/take-back", cookie, "form", form, "letter", letter, "field", "city");
    assertEquals("晋城市", served.json("/replies/" + letter).get("city").asText());
    Document after = page("admin/letter?letter=" + letter, cookie);
    assertEquals(2, after.select(".history li").size());
    assertTrue(after.select(".history li").get(0).text().contains("恢复读出的值"));
    assertTrue(after.select("form.take-back").isEmpty());
  }

  @Test
  void correction_thatDoesNotFit_isRefusedAndKeepsWhatWasTyped() {
    String cookie = signIn();
    String letter = id("101");
    HttpResponse<String> wrong = correct(cookie, letter, "year", "二〇二一", "因为");
    assertEquals(422, wrong.statusCode());
    Document page = Jsoup.parse(wrong.body());
    assertTrue(page.select(".errors").text().contains("年份"), page.select(".errors").text());
    assertEquals("二〇二一", page.select("#f-year").attr("value"));
    assertEquals("因为", page.select("#note").attr("value"));
    HttpResponse<String> day = correct(cookie, letter, "date", "2021-02-31", "");
    assertEquals(422, day.statusCode());
    HttpResponse<String> same = correct(cookie, letter, "none", "", "");
    assertTrue(header(same, "Location").endsWith("said=nothing"), same.toString());
    assertEquals(404, get("admin/letter?letter=0123456789abcdef", cookie).statusCode());
  }

  @Test
  void withdrawal_isMadeAndLifted() {
    String cookie = signIn();
    String letter = id("103");
    String form = form(cookie);
    post("admin/letter/withdraw", cookie, "form", form, "letter", letter, "note", "印错");
    assertEquals(404, served.status("/replies/" + letter));
    Document list = page("admin/files?list=withdrawn", cookie);
    assertTrue(list.select(".file-name").eachText().contains("c.txt"));
    assertTrue(
        page("admin/letter?letter=" + letter, cookie).select(".history").text().contains("印错"));
    post("admin/letter/restore", cookie, "form", form, "letter", letter);
    served.admin(200, "POST", "/admin/sync", ""); // on a slow machine it is back after the answer
    assertEquals(200, served.status("/replies/" + letter));
  }

  @Test
  void received_saysWhoSentIt_andASyncIsStarted() {
    String cookie = signIn();
    served.admin(201, "PUT", "/admin/replies/sent.txt", ServedFolder.text("晋城市", "105", "植树"));
    String cookie2 = signIn();
    HttpResponse<String> sync = post("admin/sync", cookie2, "form", form(cookie2));
    assertTrue(header(sync, "Location").endsWith("said=sync"), sync.toString());
    served.admin(200, "POST", "/admin/sync", "");
    String row = page("admin/files?list=received", cookie).select(".file-list").text();
    assertTrue(row.contains("sent.txt") && row.contains("由 林 送来") && row.contains("已入库"), row);
    Document home = page("admin", cookie);
    assertTrue(home.select(".sync-state").text().startsWith("已同步"), home.text());
    assertTrue(home.select(".fact-list").text().contains("Lucene"));
    assertEquals(404, get("admin/none", cookie).statusCode());
    Document letter = page("admin/letter?letter=sent.txt", cookie);
    String form = form(cookie);
    assertEquals("植树", letter.select("#f-titles").text().replaceAll("关于|的提案", ""));
    post("admin/letter/withdraw", cookie, "form", form, "letter", "sent.txt");
    assertFalse(page("admin/files?list=received", cookie).text().contains("sent.txt"));
  }

  @Test
  void pages_loadNothingFromElsewhere_andEscape() {
    String cookie = signIn();
    Set<String> seen = new TreeSet<>();
    for (String path :
        List.of(
            "admin",
            "admin/files",
            "admin/files?list=not-public",
            "admin/files?q=%3Cscript%3Ealert(1)%3C/script%3E",
            "admin/corrections",
            "admin/log",
            "admin/letter?letter=" + id("103"))) {
      Document page = page(path, cookie);
      assertEquals(1, page.select("h1").size(), path);
      assertTrue(page.select("[style], [onclick], style, b").isEmpty(), path);
      page.select("script").forEach(script -> assertEquals("", script.data()));
      Set<String> ids = new TreeSet<>();
      page.select("[id]").forEach(each -> assertTrue(ids.add(each.id()), each.outerHtml()));
      page.select("label[for]").forEach(each -> assertTrue(ids.contains(each.attr("for")), path));
      page.select("main a[href^=/admin]").forEach(each -> seen.add(each.attr("href")));
    }
    for (String url : seen) {
      assertEquals(200, get(url.substring(1), cookie).statusCode(), url);
    }
  }
}
