package org.dafu.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.dafu.ingest.SyncRequests;
import org.dafu.web.admin.Access;
import org.dafu.web.admin.Administration;
import org.dafu.web.admin.AuditLog;
import org.dafu.web.admin.Token;
import org.dafu.web.admin.Token.Role;
import org.dafu.web.admin.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is let pass, over HTTP. */
class AccessRulesTest {
  private static final String REPLIES = "/api/v1/replies";
  private static final String REJECTED = "/api/v1/admin/rejected";

  @TempDir private Path temp;
  private final String admin = Token.newSecret();
  private final String reader = Token.newSecret();

  @BeforeEach
  void makeTokens() throws IOException {
    Tokens.write(
        temp.resolve("tokens"),
        List.of(Token.of("a", Role.ADMIN, "", admin), Token.of("r", Role.READ, "", reader)));
  }

  private Client client(Access.Rules rules) {
    Tokens tokens = new Tokens(temp.resolve("tokens"), null);
    AuditLog audit = new AuditLog(temp.resolve("audit.jsonl"), text -> text, Clock.systemUTC());
    return Client.of(
        new FakeSearcher(Letters.all()),
        new Administration(
            new Access(tokens, rules),
            audit,
            null,
            Map::of,
            new SyncRequests(),
            text -> text,
            Administration.WAIT));
  }

  private static String[] bearer(String token) {
    return new String[] {"Authorization", "Bearer " + token};
  }

  @Test
  void withoutRules_everybodyReadsAndNoOtherSite() {
    try (Client client = client(Access.Rules.OPEN)) {
      HttpResponse<String> response = client.get(REPLIES, "Origin", "https://example.org");
      assertEquals(200, response.statusCode());
      assertEquals("", Client.header(response, "Access-Control-Allow-Origin"));
      assertEquals(405, client.send("OPTIONS", REPLIES).statusCode());
      assertEquals(200, client.get(REPLIES, bearer("wrong")).statusCode());
    }
  }

  @Test
  void withRequiredKey_pathsThatOnlyLookLikeHealth_wantOne() {
    try (Client client = client(new Access.Rules(true, 0, false, List.of()))) {
      assertEquals(200, client.get("/api/v1/health/live").statusCode());
      assertEquals(401, client.get("/api/v1/replies/health/").statusCode());
      assertEquals(401, client.get("/api/v1/replies/health/source").statusCode());
    }
  }

  @Test
  void withoutToken_administrationIsOffAndSaysHowToTurnItOn() throws IOException {
    Tokens.write(temp.resolve("tokens"), List.of());
    try (Client client = client(Access.Rules.OPEN)) {
      String detail = client.problem(403, REJECTED).get("detail").asText();
      assertTrue(detail.contains("dafu token add NAME"), detail);
    }
  }

  @Test
  void readOnly_listsButChangesNothing() {
    try (Client client = client(Access.Rules.OPEN)) {
      assertEquals(200, client.get(REJECTED, bearer(admin)).statusCode());
      HttpResponse<String> put = client.send("PUT", "/api/v1/admin/replies/x.txt", bearer(admin));
      assertEquals(403, put.statusCode());
      assertTrue(put.body().contains("--read-only"), put.body());
    }
  }

  @Test
  void requireKey_opensTheApiToEveryRoleAndLeavesTheRestOpen() {
    try (Client client = client(new Access.Rules(true, 0, false, List.of()))) {
      HttpResponse<String> none = client.get(REPLIES);
      assertEquals(401, none.statusCode());
      assertTrue(Client.header(none, "WWW-Authenticate").startsWith("Bearer"));
      assertEquals(200, client.get(REPLIES, bearer(reader)).statusCode());
      assertEquals(200, client.get(REPLIES, bearer(admin)).statusCode());
      assertEquals(401, client.get(REPLIES, bearer(reader + "x")).statusCode());
      for (String open :
          List.of("/health/live", "/api/v1/health/ready", "/api/v1/openapi.json", "/")) {
        assertEquals(200, client.get(open).statusCode(), open);
      }
    }
  }

  @Test
  void rate_isForEachKeyAndAddress() {
    try (Client client = client(new Access.Rules(false, 0.4, true, List.of()))) {
      String[] here = {"X-Forwarded-For", "1.2.3.4, 10.0.0.1"};
      assertEquals(200, client.get(REPLIES, here).statusCode());
      assertEquals(200, client.get(REPLIES, here).statusCode());
      HttpResponse<String> third = client.get(REPLIES, here);
      assertEquals(429, third.statusCode());
      assertTrue(Integer.parseInt(Client.header(third, "Retry-After")) >= 1);
      assertEquals("application/problem+json;charset=utf-8", Client.header(third, "Content-Type"));
      assertEquals(
          429,
          client.get(REPLIES, "X-Forwarded-For", "9.9.9.9, 10.0.0.1").statusCode(),
          "what the caller writes there himself does not count");
      assertEquals(200, client.get(REPLIES, "X-Forwarded-For", "10.0.0.2").statusCode());
      assertEquals(200, client.get(REPLIES, bearer(reader)).statusCode());
      assertEquals(200, client.get("/health/live", here).statusCode());
    }
  }

  @Test
  void rate_portsAndShortFormsAreOneCaller() {
    try (Client client = client(new Access.Rules(false, 0.2, true, List.of()))) {
      assertEquals(200, client.get(REPLIES, "X-Forwarded-For", "1.2.3.4:5678").statusCode());
      assertEquals(429, client.get(REPLIES, "X-Forwarded-For", "1.2.3.4:5679").statusCode());
      assertEquals(200, client.get(REPLIES, "X-Forwarded-For", "2001:db8::1").statusCode());
      assertEquals(429, client.get(REPLIES, "X-Forwarded-For", "[2001:db8::2]:80").statusCode());
      String whole = "2001:0db8:0000:0000:ffff::3";
      assertEquals(429, client.get(REPLIES, "X-Forwarded-For", whole).statusCode());
      assertEquals(200, client.get(REPLIES, "X-Forwarded-For", "2001:db9::1").statusCode());
      assertEquals(200, client.get(REPLIES, "X-Forwarded-For", "not an address").statusCode());
      assertEquals(429, client.get(REPLIES, "X-Forwarded-For", "a.example").statusCode());
    }
  }

  @Test
  void signIn_fromAnotherSitesPage_isRefusedWhateverTheBrowserSays() {
    try (Client client = client(Access.Rules.OPEN)) {
      String here = "http://127.0.0.1:" + client.server.port();
      assertEquals(303, client.signIn(admin, "Origin", here).statusCode());
      assertEquals(403, client.signIn(admin, "Origin", "http://evil.example").statusCode());
      assertEquals(403, client.signIn(admin, "Origin", "null").statusCode());
      assertEquals(403, client.signIn(admin, "Sec-Fetch-Site", "cross-site").statusCode());
    }
  }

  @Test
  void rate_withoutProxy_forwardedAddressesCountForNothing() {
    try (Client client = client(new Access.Rules(false, 0.2, false, List.of()))) {
      assertEquals(200, client.get(REPLIES, "X-Forwarded-For", "1.1.1.1").statusCode());
      assertEquals(429, client.get(REPLIES, "X-Forwarded-For", "2.2.2.2").statusCode());
    }
  }

  @Test
  void wrongTokens_areLimited_rightOnesAreNot() {
    try (Client client = client(Access.Rules.OPEN)) {
      int last = 0;
      for (int i = 0; i < 20; i++) {
        last = client.get(REJECTED, bearer("wrong" + i)).statusCode();
      }
      assertEquals(429, last);
      assertEquals(200, client.get(REJECTED, bearer(admin)).statusCode());
    }
  }

  @Test
  void cors_namedSiteReads() {
    try (Client client = client(new Access.Rules(false, 0, false, List.of("https://a.example")))) {
      HttpResponse<String> response = client.get(REPLIES, "Origin", "https://a.example");
      assertEquals("https://a.example", Client.header(response, "Access-Control-Allow-Origin"));
      assertTrue(response.headers().allValues("Vary").toString().contains("Origin"));
      HttpResponse<String> other = client.get(REPLIES, "Origin", "https://b.example");
      assertEquals("", Client.header(other, "Access-Control-Allow-Origin"));
      HttpResponse<String> before =
          client.send("OPTIONS", "/api/v1/precedents", "Origin", "https://a.example");
      assertEquals(204, before.statusCode());
      assertEquals("GET, HEAD, POST", Client.header(before, "Access-Control-Allow-Methods"));
      assertEquals("https://a.example", Client.header(before, "Access-Control-Allow-Origin"));
    }
  }

  @Test
  void operatorsPages_withoutToken_sayHowToMakeOne() throws IOException {
    Tokens.write(temp.resolve("tokens"), List.of(Token.of("r", Role.READ, "", reader)));
    try (Client client = client(Access.Rules.OPEN)) {
      String page = client.page("/admin");
      assertTrue(page.contains("./dafu token add"), page);
      assertTrue(!page.contains("type=\"password\""), page);
      assertEquals(303, client.get("/admin/files").statusCode());
    }
  }

  @Test
  void operatorsPages_wrongTokens_areLimited_andTheCookieIsSecureBehindAProxyOfHttps() {
    try (Client client = client(new Access.Rules(false, 0, true, List.of()))) {
      int last = 0;
      for (int i = 0; i < 20; i++) {
        last = client.signIn("wrong" + i).statusCode();
      }
      assertEquals(429, last);
      HttpResponse<String> in = client.signIn(admin, "X-Forwarded-Proto", "https");
      assertEquals(303, in.statusCode());
      assertTrue(Client.header(in, "Set-Cookie").endsWith("; Secure"));
      String cookie = Client.header(in, "Set-Cookie").replaceFirst(";.*", "");
      String page = client.get("/admin", "Cookie", cookie).body();
      assertTrue(page.contains("--read-only"), page);
      assertEquals(200, client.get("/admin/corrections", "Cookie", cookie).statusCode());
      assertEquals(401, client.get(REJECTED, "Cookie", cookie).statusCode(), "no key to the API");
    }
  }

  @Test
  void operatorsPages_tokenRevoked_endsItsSessions() throws IOException {
    try (Client client = client(Access.Rules.OPEN)) {
      HttpResponse<String> in = client.signIn(admin);
      String cookie = Client.header(in, "Set-Cookie").replaceFirst(";.*", "");
      assertEquals(200, client.get("/admin/files", "Cookie", cookie).statusCode());
      Tokens.write(temp.resolve("tokens"), List.of(Token.of("a", Role.ADMIN, "", reader)));
      assertEquals(303, client.get("/admin/files", "Cookie", cookie).statusCode());
    }
  }
}
