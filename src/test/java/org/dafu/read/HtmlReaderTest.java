package org.dafu.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class HtmlReaderTest {
  private static final String LETTER = "<p>您提出的《关于修建社区食堂的提案》收悉，现答复如下：我局新建社区食堂十二处，服务老年人的用餐需求。</p>";

  private static List<String> read(String body) throws Deadline.TooMuchException {
    return HtmlReader.read("<html><body>" + body + "</body></html>").blocks().stream()
        .map(
            block ->
                switch (block) {
                  case RawBlock.Line line -> line.text().toString();
                  case RawBlock.Table table -> table.rows().toString();
                })
        .toList();
  }

  private static String lastLine(String body) throws Deadline.TooMuchException {
    return read("<div>" + LETTER + body + "</div>").getLast();
  }

  @Test
  void read_linksDeepWithinDivisions_takeNoTime() {
    String half = "<div>".repeat(200) + "<a href='/'>是</a>文".repeat(100_000) + "</div>".repeat(200);
    List<String> read =
        assertTimeout(Duration.ofSeconds(15), () -> read(LETTER.repeat(9) + half + half));
    assertTrue(read.getFirst().startsWith("您提出的"), read.getFirst());
  }

  @Test
  void read_listOfLinks_isNoneOfTheLetter() throws Deadline.TooMuchException {
    String links = "<ul><li><a href='/1'>首页</a></li><li><a href='/2'>新闻</a> | </li></ul>";
    assertEquals("答复完毕。", lastLine(links + "<p>答复完毕。</p>" + links));
  }
}
