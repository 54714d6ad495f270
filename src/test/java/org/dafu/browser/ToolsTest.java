package org.dafu.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Precedents, comparison, collection and charts as people use them. */
class ToolsTest {
  private static final String PROPOSAL =
      """
      关于完善我市社区养老服务体系的提案
      一、建设老年食堂，完善助餐补贴。在社区建设老年食堂，对高龄老人就餐给予补贴。
      二、推进适老化改造。对困难老年人家庭安装扶手、防滑地面，支持老旧小区加装电梯。
      三、加强医养结合。推动医疗机构与养老机构签约合作。
      """;

  private static Tab tab(boolean script, boolean wide) {
    Tab tab = Stage.tab();
    if (!script) {
      tab.withoutScript();
    }
    return wide ? tab.wide() : tab.narrow();
  }

  /** A tab whose collection is empty: the browser keeps one for all tabs. */
  private static Tab fresh(boolean wide) {
    Tab tab = tab(true, wide).open("/about");
    tab.evaluate("localStorage.clear()");
    return tab;
  }

  private static void ask(Tab tab) {
    tab.open("/precedents");
    tab.click("#text");
    tab.type(PROPOSAL);
    tab.click(".ask-form button.do");
    tab.until("document.querySelector('.ask')");
  }

  private static List<String> refs(Tab tab) {
    return List.of(
        tab.evaluate("[...document.querySelectorAll('.kept')].map(e => e.dataset.ref).join(' ')")
            .asText()
            .split(" "));
  }

  /** Paste, look, keep two passages, see them in the collection with their sources. */
  @ParameterizedTest
  @CsvSource({"true,true", "true,false", "false,true", "false,false"})
  void staff_findPrecedentsAndKeepThem(boolean script, boolean wide) {
    try (Tab tab = fresh(wide)) {
      if (!script) {
        tab.withoutScript();
      }
      ask(tab);
      assertEquals(3, tab.count(".ask"));
      assertTrue(tab.count(".card") >= 3);
      assertEquals(List.of(), script ? tab.axe() : List.of());
      assertEquals(0, tab.overflow());
      tab.screenshot("precedents" + (wide ? "-wide" : "-narrow"));
      tab.click("#ask1 .card:nth-child(1) .keep input");
      tab.click("#ask2 .card:nth-child(1) .keep input");
      tab.click(".keep-bar .do");
      tab.until("location.pathname === '/collection' && document.querySelector('.kept')");
      assertEquals(2, tab.count(".kept"));
      assertTrue(tab.text(".cited").contains("[EB/OL]"));
      if (script) {
        assertEquals("/collection", tab.path());
        assertTrue(tab.text(".place[aria-current]").contains("（2）"));
      }
    }
  }

  /** The proposal is narrowed after it was asked, without typing it again. */
  @Test
  void staff_leaveTheirOwnCityOut() {
    try (Tab tab = tab(true, true)) {
      ask(tab);
      String city = tab.text(".card .fact-place").split(" ", 2)[0];
      tab.click(".again > summary");
      tab.click("#own");
      tab.type(city);
      tab.click(".ask-form button.do");
      String answered = "document.querySelector('#own')?.getAttribute('value') === '" + city + "'";
      tab.until(answered + " && document.querySelector('.foot')");
      assertEquals(3, tab.count(".ask"));
      assertEquals(
          0,
          tab.evaluate(
                  "[...document.querySelectorAll('.fact-place')].filter(e =>"
                      + " e.innerText.startsWith('"
                      + city
                      + "')).length")
              .asInt());
    }
  }

  /** Kept from a search and from a letter, put in order by keyboard, noted, found again later. */
  @ParameterizedTest
  @CsvSource({"true", "false"})
  void researcher_collectsOverSearches(boolean wide) {
    try (Tab tab = fresh(wide)) {
      tab.open("/?q=助餐");
      tab.click(".hit:nth-child(1) [data-collect]");
      tab.until("document.querySelector('[data-collect][aria-pressed=true]')");
      tab.open("/?q=适老化改造");
      tab.click(".hit:nth-child(1) [data-collect]");
      tab.open("/collection");
      tab.until("document.querySelectorAll('.kept').length === 2");
      List<String> before = refs(tab);
      tab.click(".kept:nth-child(1) textarea");
      tab.type("补贴标准可借鉴");
      tab.evaluate("document.querySelector('.kept:nth-child(1) [name=down]').focus()");
      tab.press("Enter");
      tab.until("document.querySelector('.kept').dataset.ref === '" + before.get(1) + "'");
      assertEquals(List.of(before.get(1), before.get(0)), refs(tab));
      assertEquals(List.of(), tab.axe());
      assertEquals(0, tab.overflow());
      tab.screenshot("collection" + (wide ? "-wide" : "-narrow"));

      tab.open("/collection");
      tab.until("document.querySelectorAll('.kept').length === 2");
      assertEquals(List.of(before.get(1), before.get(0)), refs(tab));
      assertEquals(
          "补贴标准可借鉴",
          tab.evaluate("document.querySelector('.kept:nth-child(2) textarea').value").asText());
      tab.click(".kept:nth-child(1) [name=remove]");
      tab.until("document.querySelectorAll('.kept').length === 1");
      tab.open("/");
      assertTrue(tab.text(".place[href='/collection']".replace("'", "\"")).contains("（1）"));
    }
  }

  /** Carried by its number before another, then moved by keys alone; the order is kept. */
  @Test
  void researcher_putsPassagesInOrder_byDragAndByKeyboard() {
    try (Tab tab = fresh(true)) {
      for (String words : List.of("助餐", "适老化改造", "加装电梯")) {
        tab.open("/?q=" + words);
        tab.click(".hit:nth-child(1) [data-collect]");
        tab.until("document.querySelector('[data-collect][aria-pressed=true]')");
      }
      tab.open("/collection");
      tab.until("document.querySelectorAll('.kept').length === 3");
      List<String> before = refs(tab);
      tab.carry(".kept:nth-child(2) .kept-number", ".kept:nth-child(1) .kept-number");
      List<String> dragged = List.of(before.get(1), before.get(0), before.get(2));
      tab.until("document.querySelector('.kept').dataset.ref === '" + before.get(1) + "'");
      assertEquals(dragged, refs(tab));
      assertEquals("1", tab.text(".kept:nth-child(1) .kept-number"));

      tab.evaluate("document.querySelector('.kept:nth-child(3) [name=up]').focus()");
      tab.press("Enter");
      tab.until("document.querySelectorAll('.kept')[1].dataset.ref === '" + before.get(2) + "'");
      assertEquals(
          "up", tab.evaluate("document.activeElement.name").asText(), "the focus goes along");
      tab.press("Enter");
      List<String> keyed = List.of(before.get(2), before.get(1), before.get(0));
      tab.until("document.querySelector('.kept').dataset.ref === '" + before.get(2) + "'");
      assertEquals(keyed, refs(tab));
      tab.open("/collection");
      tab.until("document.querySelectorAll('.kept').length === 3");
      assertEquals(keyed, refs(tab));
    }
  }

  /** What the form would send is what the page shows, and the file comes. */
  @Test
  void researcher_exportsWordAndExcel() {
    try (Tab tab = fresh(true)) {
      tab.open("/?q=助餐");
      tab.click(".hit:nth-child(1) [data-collect]");
      tab.open("/collection");
      tab.until("document.querySelector('.kept')");
      for (String format : List.of("docx", "xlsx")) {
        String got =
            tab.evaluate(
                    "(async () => { const form = new FormData(document.querySelector('#basket"
                        + " form')); form.append('format', '"
                        + format
                        + "'); const answer = await fetch('/collection/export', {method: 'POST',"
                        + " body: form}); const bytes = new Uint8Array(await answer.arrayBuffer());"
                        + " return answer.status + String.fromCharCode(bytes[0], bytes[1]); })()")
                .asText();
        assertEquals("200PK", got, format);
      }
    }
  }

  /** Cities typed, the matrix read, a number opened: the search has as many. */
  @ParameterizedTest
  @CsvSource({"true,true", "true,false", "false,true", "false,false"})
  void researcher_comparesCities(boolean script, boolean wide) {
    try (Tab tab = tab(script, wide)) {
      tab.open("/compare");
      tab.evaluate("document.querySelectorAll('input[name=city]').forEach(e => e.value = '')");
      tab.click("#city0");
      tab.type("湖州");
      tab.click("#city1");
      tab.type("阳泉市");
      tab.click(".pick > summary");
      tab.click("input[value=EC04]");
      tab.click(".compare-form .do");
      tab.until("location.search.includes('EC04') && document.querySelector('.for-programs')");
      assertEquals(2, tab.count(".matrix .quote"));
      if (script) {
        assertEquals(List.of(), tab.axe());
      }
      assertEquals(0, tab.overflow());
      tab.screenshot("compare" + (wide ? "-wide" : "-narrow"));
      String number = tab.text(".matrix .all a").replaceAll("\\D", "");
      tab.click(".matrix .all a");
      tab.until("location.pathname === '/'");
      assertEquals(number, tab.text(".total strong"));
    }
  }

  @Test
  void staff_setTwoLettersBesideOneAnother() {
    try (Tab tab = tab(true, true)) {
      tab.open("/?q=助餐");
      String letter =
          tab.evaluate("document.querySelector('[data-letter]').dataset.letter").asText();
      tab.open("/compare?id=" + letter);
      tab.click(".others a");
      tab.until("document.querySelectorAll('.matrix thead th').length === 3");
      assertEquals(List.of(), tab.axe());
      tab.screenshot("beside-wide");
    }
  }

  /** Charts of a search; a bar opens the search behind it. */
  @ParameterizedTest
  @CsvSource({"true,true", "true,false", "false,true", "false,false"})
  void researcher_readsCharts(boolean script, boolean wide) {
    try (Tab tab = tab(script, wide)) {
      tab.open("/charts?q=养老");
      assertTrue(tab.count("#years .plot rect") > 5);
      if (script) {
        for (String scheme : List.of("dark", "light")) {
          tab.media("prefers-color-scheme", scheme);
          assertEquals(List.of(), tab.axe(), scheme);
        }
      }
      assertEquals(0, tab.overflow());
      tab.screenshot("charts" + (wide ? "-wide" : "-narrow"));
      String number = tab.text("#coverage .sum-cell a");
      tab.click("#coverage .sum-cell a");
      tab.until("location.pathname === '/'");
      assertEquals(number, tab.text(".total strong"));
      assertTrue(tab.path().contains("q=养老"), tab.path());
    }
  }

  @ParameterizedTest
  @CsvSource({"true", "false"})
  void everyTool_empty_isAccessible(boolean wide) {
    try (Tab tab = fresh(wide)) {
      for (String path : List.of("/precedents", "/compare", "/collection", "/charts?q=无此词语")) {
        tab.open(path);
        for (String scheme : List.of("dark", "light")) {
          tab.media("prefers-color-scheme", scheme);
          assertEquals(List.of(), tab.axe(), path + " " + scheme);
        }
        assertEquals(0, tab.overflow(), path);
      }
    }
  }
}
