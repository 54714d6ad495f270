package org.dafu.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What staff and researchers do, click by click. */
class TasksTest {
  private static Tab tab(boolean script, boolean wide) {
    Tab tab = Stage.tab();
    if (!script) {
      tab.withoutScript();
    }
    return wide ? tab.wide() : tab.narrow();
  }

  private static int total(Tab tab) {
    tab.until("!document.querySelector('[aria-busy]')");
    return Integer.parseInt(tab.text(".total strong"));
  }

  /** Opens the filters where a phone keeps them closed. */
  private static void openFilters(Tab tab, boolean wide) {
    if (!wide && tab.count(".filters .facet") == 0) {
      tab.click(".filters > summary");
    }
  }

  /** Search, narrow by place, exclude, range of years, a letter, its citation, and back. */
  @ParameterizedTest
  @CsvSource({"true,true", "true,false", "false,true", "false,false"})
  void staff_findHowOthersAnswered(boolean script, boolean wide) {
    try (Tab tab = tab(script, wide)) {
      tab.open("/");
      tab.click("#q");
      tab.type("养老服务");
      tab.press("Enter");
      tab.until("location.search.startsWith('?q=')");
      final int all = total(tab);

      openFilters(tab, wide);
      tab.click("[data-facet=class] .value:nth-child(1) .value-link");
      tab.until("location.search.includes('class=')");
      int ofClass = total(tab);
      assertTrue(ofClass > 0 && ofClass < all, ofClass + " of " + all);

      openFilters(tab, wide);
      tab.click("[data-facet=place] .place-node:nth-child(1) > .value .exclude");
      tab.until("location.search.includes('-province=')");
      int without = total(tab);
      assertTrue(without < ofClass, without + " of " + ofClass);
      assertEquals(2, tab.count(".chip"));

      openFilters(tab, wide);
      tab.click("#year-from");
      tab.type("2020");
      tab.click("#year-to");
      tab.type("2023");
      tab.click(".year-form button");
      tab.until("/year=2020|yearFrom=2020/.test(location.search)");
      assertTrue(total(tab) <= without);
      assertEquals(3, tab.count(".chip"));
      final int found = total(tab);

      tab.click(".hit-title a");
      tab.until("location.pathname.startsWith('/replies/')");
      assertTrue(tab.text(".citation-text").contains("[EB/OL]"));
      assertTrue(tab.count(".facts .where") > 0);
      tab.click("[data-back]");
      tab.until("location.pathname === '/'");
      tab.until("document.querySelectorAll('.chip').length === 3");
      assertEquals(found, total(tab));
      assertTrue(tab.path().contains("-province="), tab.path());
    }
  }

  @ParameterizedTest
  @CsvSource({"true", "false"})
  void staff_goFromHitToHit_andBackToTheirSearch(boolean wide) {
    try (Tab tab = tab(true, wide)) {
      tab.open("/?q=养老服务&-city=绍兴市");
      tab.click(".hit-title a");
      tab.until("document.querySelectorAll('.text mark').length > 1");
      tab.until("document.readyState === 'complete'"); // only then keys are listened to
      tab.press("n");
      tab.until("document.querySelector('#m1').classList.contains('now')");
      tab.press("n");
      tab.until("document.querySelector('#m2').classList.contains('now')");
      assertTrue(tab.text(".marks-words").startsWith("第 2 处"));
      tab.evaluate("scrollTo(0, 0)");
      tab.click("[data-step='-1']");
      tab.until("document.querySelector('#m1').classList.contains('now')");
      assertTrue(tab.text("#said").startsWith("第 1 处"));
      tab.evaluate("scrollTo(0, 0)");
      tab.click("[data-back]");
      tab.until("location.pathname === '/'");
      assertEquals("/?q=养老服务&-city=绍兴市", tab.path());
    }
  }

  @Test
  void staff_seeWhereAFieldWasRead_andCopyACitation() {
    try (Tab tab = tab(true, true)) {
      tab.open("/?q=养老服务");
      tab.click(".hit-title a");
      tab.until("document.querySelector('.facts .where')");
      tab.click(".facts .where");
      tab.until("document.querySelector('.text :target')");
      tab.click("[data-copy]");
      tab.until("document.querySelector('.copied')");
      assertTrue(tab.text("#said").startsWith("已"));
      tab.evaluate("document.querySelector('.text h2:last-of-type').scrollIntoView()");
      tab.until("document.querySelector('.outline [aria-current]')");
    }
  }

  @Test
  void box_suggests_andIsUsedWithTheKeyboard() {
    try (Tab tab = tab(true, true)) {
      tab.open("/");
      tab.evaluate("document.querySelector('#q').focus()");
      tab.type("养老");
      tab.until("document.querySelectorAll('#suggestions [role=option]').length > 0");
      tab.screenshot("suggestions");
      tab.press("ArrowDown");
      assertEquals(
          "suggestion-0",
          tab.evaluate("document.querySelector('#q').getAttribute('aria-activedescendant')")
              .asText());
      tab.press("Escape");
      assertEquals(0, tab.count("#suggestions"));
      tab.press("ArrowDown");
      tab.until("document.querySelector('#suggestions').checkVisibility()");
      tab.press("ArrowDown");
      tab.press("Enter");
      tab.until("location.search !== ''");
      assertNotEquals(0, total(tab));
    }
  }

  @Test
  void facet_isFilteredWithoutReload_andKeepsTheFocus() {
    try (Tab tab = tab(true, true)) {
      tab.open("/?q=养老服务");
      tab.evaluate("window.same = true");
      int before = total(tab);
      tab.evaluate("document.querySelector('[data-facet=kind] .value-link').focus()");
      tab.press("Enter");
      tab.until("document.querySelector('.chip')");
      assertTrue(total(tab) < before);
      assertTrue(tab.evaluate("window.same === true").asBoolean(), "the page was loaded anew");
      assertEquals(
          "kind",
          tab.evaluate("document.activeElement.closest('[data-facet]')?.dataset.facet").asText());
      assertTrue(tab.text("#said").contains("件答复"));
      tab.click(".chip");
      tab.until("!document.querySelector('.chip')");
      assertEquals(before, total(tab));
      tab.back();
      tab.until("document.querySelector('.chip')");
    }
  }

  @Test
  void facet_longOne_isSearchedWithin() {
    try (Tab tab = tab(true, true)) {
      tab.open("/");
      tab.click("[data-facet=place] [data-find]");
      tab.type("yang");
      tab.until("document.querySelectorAll('[data-facet=place] .found .value-link').length > 0");
      String label = tab.text("[data-facet=place] .found .value-label");
      tab.click("[data-facet=place] .found .value-link");
      tab.until("document.querySelector('.chip')");
      assertTrue(tab.text(".chip").contains(label), tab.text(".chip"));
    }
  }

  @Test
  void years_areDragged_orChosenWithTheKeyboard() {
    try (Tab tab = tab(true, true)) {
      tab.open("/");
      tab.drag("[data-year='2020']", "[data-year='2022']");
      tab.until("location.search === '?year=2020..2022'");
      assertTrue(tab.text(".chip").contains("2020–2022 年"), tab.text(".chip"));
      tab.open("/");
      tab.evaluate("document.querySelector('[data-year=\"2021\"] a').focus()");
      tab.shiftPress("ArrowRight");
      tab.shiftPress("ArrowRight");
      tab.press("Enter");
      tab.until("location.search === '?year=2021..2023'");
    }
  }

  /** Tab alone: the skip link first, then everything; the focus can be seen. */
  @Test
  void keyboard_alone_reachesTheResults() {
    try (Tab tab = tab(true, true)) {
      tab.open("/?q=养老服务");
      tab.press("Tab");
      assertEquals("跳到正文", tab.evaluate("document.activeElement.textContent").asText());
      tab.press("Enter");
      tab.until("document.activeElement.id === 'main'");
      tab.press("Tab");
      assertTrue(
          tab.evaluate("document.querySelector('main').contains(document.activeElement)")
              .asBoolean());
      assertTrue(
          tab.evaluate("getComputedStyle(document.activeElement).outlineStyle !== 'none'")
              .asBoolean());
    }
  }

  @Test
  void researcher_readsSections_nextPage_andTheMeaningOfAClass() {
    try (Tab tab = tab(true, true)) {
      tab.open("/?q=养老服务");
      tab.click(".tabs .tab:nth-child(2)");
      tab.until("document.querySelector('.hit-letter')");
      tab.click(".page-next");
      tab.until("location.search.includes('cursor=')");
      assertTrue(tab.count(".hit") > 0);
      tab.open("/?province=浙江省&class=A");
      tab.evaluate("document.querySelector('.tip').focus()");
      tab.until("getComputedStyle(document.querySelector('.tip-text')).visibility === 'visible'");
      assertTrue(tab.text(".tip-text").contains("浙江省统一规定"), tab.text(".tip-text"));
    }
  }
}
