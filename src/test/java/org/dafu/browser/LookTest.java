package org.dafu.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How every page looks and reads: light and dark, wide and narrow, enlarged, in high contrast. */
class LookTest {
  @TempDir static Path temp;
  private static Program program;
  private static Chromium chromium;

  @BeforeAll
  static void start() throws IOException {
    program = Program.serving(Program.sample(), temp.resolve("data"));
    chromium = Chromium.start();
  }

  @AfterAll
  static void stop() throws IOException {
    chromium.close();
    program.close();
  }

  @ParameterizedTest
  @CsvSource({
    "start,/",
    "search,/?q=养老服务&class=A&class=B&-province=浙江省",
    "sections,/?q=适老化改造&unit=sections&year=2020..2024",
    "nothing,/?q=加装电梯&city=咸宁市&year=1999",
    "about,/about",
    "letter,LETTER",
    "missing,/replies/none"
  })
  void page_readsWell_lightAndDark_wideAndNarrow(String name, String path) {
    try (Tab tab = chromium.tab(program.address())) {
      tab.open(path.equals("LETTER") ? firstLetter(tab) : path);
      for (String scheme : List.of("light", "dark")) {
        tab.media("prefers-color-scheme", scheme);
        tab.wide();
        assertEquals(List.of(), tab.axe(), name + " wide " + scheme);
        tab.screenshot(name + "-wide-" + scheme, true);
        tab.narrow();
        assertEquals(List.of(), tab.axe(), name + " narrow " + scheme);
        assertEquals(0, tab.overflow(), name + " is wider than a phone");
        tab.screenshot(name + "-narrow-" + scheme, true);
      }
      if (name.equals("missing")) {
        tab.expectComplaint("404");
      }
    }
  }

  private static String firstLetter(Tab tab) {
    tab.open("/?q=养老服务");
    return tab.evaluate("document.querySelector('.hit-title a').getAttribute('href')").asText();
  }
}
