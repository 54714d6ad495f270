package org.dafu.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.dafu.contract.LetterMaker;
import org.dafu.reply.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PassagesTest {
  private static List<String> texts(Reply reply) {
    return Passages.of(reply).stream().map(Passage::text).toList();
  }

  @Test
  void of_letterWithSections_areTitleAndSections() {
    Reply reply =
        LetterMaker.letter("a")
            .title("关于助餐的建议")
            .text("您好！")
            .section("一、", "助餐", "开办食堂。")
            .section("二、", "医养", "签约医生。")
            .make();
    List<String> texts = texts(reply);
    assertEquals("关于助餐的建议", texts.getFirst());
    assertEquals(3, texts.size(), texts.toString());
    assertTrue(texts.get(1).contains("助餐") && texts.get(1).contains("开办食堂。"), texts.toString());
    assertEquals(
        texts.subList(2, 3),
        Passages.of(reply, reply.sections().get(1)).stream().map(Passage::text).toList());
  }

  @Test
  void of_letterWithoutSections_isItsText() {
    assertEquals(List.of("开办食堂。"), texts(LetterMaker.letter("a").text("开办食堂。").make()));
  }

  @Test
  void cut_longText_endsAtSentencesNearTheMiddle() {
    String sentence = "本".repeat(99) + "。";
    List<String> pieces = Passages.cut(sentence.repeat(6));
    assertEquals(List.of(sentence.repeat(3), sentence.repeat(3)), pieces);
    assertEquals(List.of("本".repeat(500), "本".repeat(100)), Passages.cut("本".repeat(600)));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void cut_anyText_losesNothingAndIsShortEnough(long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < 200; round++) {
      StringBuilder text = new StringBuilder();
      int length = random.nextInt(3000);
      while (text.length() < length) {
        text.appendCodePoint(
            switch (random.nextInt(20)) {
              case 0 -> '。';
              case 1 -> '，';
              case 2 -> 0x20000 + random.nextInt(100);
              default -> 0x4E00 + random.nextInt(1000);
            });
      }
      List<String> pieces = Passages.cut(text.toString());
      assertEquals(text.toString(), String.join("", pieces), "seed " + seed);
      pieces.forEach(piece -> assertTrue(piece.length() <= Passages.MAX_UNITS, "seed " + seed));
      pieces.forEach(piece -> assertTrue(Character.isValidCodePoint(piece.codePointAt(0))));
    }
  }
}
