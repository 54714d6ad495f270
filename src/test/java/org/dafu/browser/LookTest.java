package org.dafu.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How every page looks and reads: light and dark, wide and narrow, enlarged, in high contrast. */
class LookTest {
  private static final String LETTER = "a letter";

  @ParameterizedTest
  @CsvSource({
    "start,/",
    "search,/?q=养老服务&class=A&class=B&-province=浙江省",
    "sections,/?q=适老化改造&unit=sections&year=2020..2024",
    "nothing,/?q=加装电梯&city=咸宁市&year=1999",
    "about,/about",
    "letter," + LETTER,
    "missing,/replies/none"
  })
  void page_readsWell_lightAndDark_wideAndNarrow(String name, String path) {
    try (Tab tab = Stage.tab()) {
      tab.open(path.equals(LETTER) ? letter(tab) : path);
      assertEquals(List.of(), tab.axe(), name);
      tab.screenshot(name + "-wide-light");
      tab.media("prefers-color-scheme", "dark");
      assertEquals(List.of(), tab.axeOfContrast(), name + " in the dark");
      tab.screenshot(name + "-wide-dark");
      tab.narrow();
      tab.screenshot(name + "-narrow-dark");
      tab.media("prefers-color-scheme", "light");
      assertEquals(List.of(), tab.axe(), name + " on a phone");
      assertEquals(0, tab.overflow(), name + " is wider than a phone");
      tab.screenshot(name + "-narrow-light");
      if (name.equals("missing")) {
        tab.forgive("404");
      }
    }
  }

  @Test
  void page_enlargedTwice_orInForcedColours_losesNothing() {
    try (Tab tab = Stage.tab()) {
      tab.open(letter(tab)).size(683, 450);
      assertEquals(0, tab.overflow());
      tab.open("/?q=养老服务").size(320, 500);
      assertEquals(0, tab.overflow());
      tab.media("forced-colors", "active", "prefers-contrast", "more").wide();
      assertEquals(List.of(), tab.axe());
      tab.screenshot("search-forced-colours");
    }
  }

  @Test
  void letter_onPaper_hasNoNavigation() {
    try (Tab tab = Stage.tab()) {
      tab.open(letter(tab)).print("letter");
      tab.onPaper(true);
      for (String part : List.of(".head", ".outline", ".facts", ".collect", ".foot", ".marks")) {
        assertEquals(0, tab.count(part), part);
      }
      assertEquals(1, tab.count(".printed-source"));
      assertTrue(
          tab.evaluate("getComputedStyle(document.querySelector('.text')).fontFamily")
              .asText()
              .contains("FangSong"));
    }
  }

  /** Of all that the first page brings, over the wire; and how long the page is made. */
  @Test
  void firstPage_isSmallAndSwift() {
    try (Tab tab = Stage.tab()) {
      tab.open("/").open("/");
      int bytes =
          tab.evaluate(
                  "[...performance.getEntriesByType('resource'),"
                      + " ...performance.getEntriesByType('navigation')]"
                      + ".reduce((sum, e) => sum + e.encodedBodySize, 0)")
              .asInt();
      assertTrue(bytes > 1_000 && bytes < 100_000, "bytes of transfer: " + bytes);
      String shifts =
          tab.evaluate(
                  "new Promise(done => { let sum = 0; new PerformanceObserver(list =>"
                      + " list.getEntries().forEach(e => sum += e.value))"
                      + ".observe({type: 'layout-shift', buffered: true});"
                      + " setTimeout(() => done(String(sum)), 100); })")
              .asText();
      assertEquals("0", shifts);
    }
  }

  private static String letter(Tab tab) {
    tab.open("/?q=养老服务");
    return tab.evaluate("document.querySelector('.hit-title a').getAttribute('href')").asText();
  }
}
