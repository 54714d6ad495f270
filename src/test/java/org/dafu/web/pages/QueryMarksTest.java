package org.dafu.web.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.dafu.reply.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class QueryMarksTest {
  private static final String TEXT = "2023年，我市新建养老服务站１２处，发放补贴1968元。ABC公司承建，医养结合。养老养老。";

  @ParameterizedTest
  @CsvSource({
    "养老,养老|养老养老",
    "养老服务补贴,养老服务|补贴",
    "养老 补贴,养老|补贴|养老养老",
    "“医养结合”,医养结合",
    "“医养补贴”,''",
    "68,''",
    "1968,1968",
    "12,１２",
    "abc,ABC",
    "ab,''",
    "-养老 补贴,补贴",
    "-“养老服务” 补贴,补贴",
    "补贴 OR 公司,补贴|公司",
    "标题:补贴,补贴",
    "title：补贴,补贴",
    "(补贴),补贴",
    "没有的词,''",
    "-,''",
    "“,''",
    ":,''"
  })
  void of_query_marksItsWordsLiterally(String q, String marked) {
    assertEquals(
        marked,
        QueryMarks.of(TEXT, q).stream()
            .map(mark -> mark.of(TEXT))
            .collect(Collectors.joining("|")));
  }

  @Test
  void of_blank_marksNothing() {
    assertEquals(List.of(), QueryMarks.of(TEXT, "  "));
  }

  static LongStream seeds() {
    return LongStream.range(0, 300);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void of_anyQuery_marksAreInOrderAndApart(long seed) {
    Random random = new Random(seed);
    StringBuilder q = new StringBuilder();
    for (int i = random.nextInt(30); i > 0; i--) {
      q.append("养老服务补贴A1 -\"“”（)：:O R𠮷\n".charAt(random.nextInt(22)));
    }
    int last = -1;
    for (Span mark : QueryMarks.of(TEXT, q.toString())) {
      assertTrue(mark.start() > last, "seed " + seed + ": " + q);
      assertTrue(mark.length() > 0 && mark.end() <= TEXT.length(), "seed " + seed + ": " + q);
      last = mark.end();
    }
  }
}
