package org.dafu.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dafu.web.admin.Token;
import org.dafu.web.admin.Tokens;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an operator does: see what was refused, put a city right, see its history, start a sync. */
class OperatorTest {
  private static final String SECRET = Token.newSecret();

  @TempDir private static Path temp;
  private static Program program;

  @BeforeAll
  static void serve() throws IOException {
    Path letters = Files.createDirectories(temp.resolve("letters"));
    for (int number = 201; number < 206; number++) {
      Files.writeString(letters.resolve(number + ".txt"), letter(number));
    }
    Files.writeString(letters.resolve("notice.txt"), "关于召开会议的通知\n各单位：\n定于明日开会，请准时参加。\n");
    Files.writeString(letters.resolve("hidden.txt"), letter(209) + "公开属性：不予公开\n");
    Path data = Files.createDirectories(temp.resolve("data"));
    Tokens.write(
        data.resolve("tokens"), List.of(Token.of("林", Token.Role.ADMIN, "2026-01-01", SECRET)));
    program = Program.serving(letters, data);
  }

  @AfterAll
  static void stop() {
    program.close();
  }

  /** Written for this test; people and figures are invented. */
  private static String letter(int number) {
    return """
    晋城市民政局
    关于市政协八届三次会议第%1$s号提案的答复
    王某某委员：
    您提出的《关于办好第%1$s所老年食堂的提案》收悉，现答复如下：
    一、已经做的工作
    今年以来，我局会同有关部门办好老年食堂，投入资金56万元。
    感谢您对我们工作的关心和支持！
    晋城市民政局
    2021年6月18日
    """
        .replace("%1$s", String.valueOf(number));
  }

  private static Tab tab(boolean script, boolean wide) {
    Tab tab = Stage.tab(program.address());
    if (!script) {
      tab.withoutScript();
    }
    return wide ? tab.wide() : tab.narrow();
  }

  private static void signIn(Tab tab) {
    tab.open("/");
    tab.click(".foot a[href=\"/admin\"]");
    tab.until("document.querySelector('#token')");
    tab.click("#token");
    tab.type(SECRET);
    tab.press("Enter");
    tab.until("document.querySelector('.operator-out')");
    assertEquals("/admin", tab.path());
    assertEquals("", tab.evaluate("document.cookie").asText());
  }

  private static void look(Tab tab, boolean script, String name) {
    if (script) {
      assertEquals(List.of(), tab.axe(), name);
      tab.screenshot(name + "-light");
      tab.media("prefers-color-scheme", "dark");
      assertEquals(List.of(), tab.axeOfContrast(), name + " in the dark");
      tab.media("prefers-color-scheme", "light");
    }
    assertEquals(0, tab.overflow(), name);
  }

  @ParameterizedTest
  @CsvSource({"true,true,201", "true,false,202", "false,true,203", "false,false,204"})
  void operator_seesWhatWasRefused_correctsACity_startsASync(
      boolean script, boolean wide, int number) {
    String size = wide ? "-wide" : "-narrow";
    try (Tab tab = tab(script, wide)) {
      signIn(tab);
      look(tab, script, "operator" + size);
      tab.click(".file-counts a");
      tab.until("location.pathname === '/admin/files'");
      assertTrue(tab.text(".file-list").contains("notice.txt"));
      assertTrue(!tab.text(".file-reason").isBlank());
      look(tab, script, "operator-files" + size);

      tab.open("/?q=第" + number + "号");
      String id = tab.evaluate("document.querySelector('[data-letter]').dataset.letter").asText();
      tab.open("/admin/corrections");
      tab.click("#letter");
      tab.type(id);
      tab.press("Enter");
      tab.until("document.querySelector('#f-city')");
      assertEquals("晋城市", tab.evaluate("document.querySelector('#f-city').value").asText());
      tab.evaluate("document.querySelector('#f-city').select()");
      tab.type("晋中市");
      tab.click("#note");
      tab.type("落款为准");
      tab.click("form[action=\"/admin/letter/correct\"] .do");
      tab.until("document.querySelector('.done-note') && document.querySelector('.history')");
      String history = tab.text(".history");
      assertTrue(
          history.contains("晋城市") && history.contains("晋中市") && history.contains("林"), history);
      look(tab, script, "operator-letter" + size);
      tab.open("/admin/corrections");
      look(tab, script, "operator-corrections" + size);
      tab.open("/admin/log");
      look(tab, script, "operator-log" + size);

      tab.click(".operator-bar .tab");
      tab.click(".sync-form .do");
      tab.until("location.search === '?said=sync'");
      if (script) { // the page asks by itself how far it is
        tab.until("document.querySelector('.sync-state')?.innerText.startsWith('已同步')");
      }
      tab.click(".operator-out .small");
      tab.until("document.querySelector('#token')");
      look(tab, script, "operator-sign-in" + size);
    }
  }

  @Test
  void hiddenLetter_isListedForTheOperatorAlone() {
    try (Tab tab = tab(true, true)) {
      tab.open("/?q=第209号");
      assertEquals(0, tab.count(".hit"));
      signIn(tab);
      tab.open("/admin/files?list=not-public");
      tab.click(".file-name a");
      tab.until("document.querySelector('#f-disclosure')");
      assertEquals(
          "not-public", tab.evaluate("document.querySelector('#f-disclosure').value").asText());
    }
  }
}
