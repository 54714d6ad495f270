package org.dafu.meaning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.dafu.search.Passage;
import org.junit.jupiter.api.Test;

class OwnPairTest {
  private static final String GREETING = "您好！";
  private static final String FIRST = "全市已建成社区养老服务中心一百二十个。";
  private static final String SECOND = "下一步将把助餐服务送到每一个老旧小区；";
  private static final String THIRD = "所需经费由市、区两级财政按比例分担，列入年度预算。";

  @Test
  void of_aPassage_takesOneLongSentenceOut() {
    OwnPair pair = OwnPair.of(Passage.of(GREETING + FIRST + SECOND + THIRD)).orElseThrow();
    String text = GREETING + FIRST + SECOND + THIRD;
    assertTrue(pair.sentence().length() >= 15, pair.sentence());
    assertEquals(text.replace(pair.sentence(), ""), pair.rest());
    assertEquals(Optional.of(pair), OwnPair.of(Passage.of(text)), "the same every time");
  }

  @Test
  void of_titleOrGreetings_isNoPair() {
    assertTrue(OwnPair.of(Passage.of("关于加快社区养老服务设施建设的建议的答复")).isEmpty());
    assertTrue(OwnPair.of(Passage.of(FIRST + THIRD)).isEmpty());
    assertTrue(OwnPair.of(Passage.of("您好！收悉。谢谢！再见。")).isEmpty());
    assertTrue(OwnPair.of(Passage.of(GREETING + FIRST + "特此答复。")).isEmpty());
    assertTrue(OwnPair.of(Passage.of("")).isEmpty());
  }
}
