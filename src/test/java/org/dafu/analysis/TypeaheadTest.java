package org.dafu.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.dafu.contract.RandomText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypeaheadTest {
  private static final CharacterFold FOLD = CharacterFold.withoutVariants();

  private static Typeahead<String> of(String... texts) {
    LinkedHashMap<String, String> entries = new LinkedHashMap<>();
    List.of(texts).forEach(text -> entries.put(text, text));
    return new Typeahead<>(
        entries, FOLD, text -> java.util.stream.IntStream.range(0, text.length()).toArray());
  }

  private static List<String> found(Typeahead<String> texts, String typed) {
    return texts.find(typed, 10).stream().map(Typeahead.Match::value).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "重庆,true", "chongqing,true", "zhongqing,true", "chongq,true", "cq,true", "zhq,true",
    "chq,true", "chqing,true", "重q,true", "c庆,true", "CHONG Qing,true", "chong'qing,true",
    "zhang,false", "qc,false", "chongqingx,false", "庆重,false", "h,false"
  })
  void find_anyWayOfTyping_isTheSameText(String typed, boolean finds) {
    assertEquals(finds, !found(of("重庆市"), typed).isEmpty());
  }

  @ParameterizedTest
  @CsvSource({
    "重庆,true",
    "chong'qing,true",
    "chong qing,true",
    "cq,true",
    "庆,true",
    "'，。',true",
    "庆重,false",
    "chongqingx,false"
  })
  void filter_holdsWhatIsFoundWhileTyped(String typed, boolean holds) {
    assertEquals(holds, new TypedFilter(typed, FOLD).test("重庆市"));
  }

  @Test
  void find_signsAlone_isNothing() {
    assertEquals(List.of(), found(of("“一老一小”"), "“"));
    assertEquals(List.of("“一老一小”"), found(of("“一老一小”"), "“一老"));
  }

  @Test
  void find_umlaut_isTypedVOrU() {
    assertEquals(List.of("绿化"), found(of("绿化"), "lvhua"));
    assertEquals(List.of("妇女"), found(of("妇女"), "funv"));
    assertEquals(List.of("妇女"), found(of("妇女"), "funu"));
  }

  @Test
  void find_beginningsComeBeforeWhatIsInside_otherwiseInOrder() {
    Typeahead<String> texts = of("社区养老", "关于养老的建议", "养老服务", "医养");
    assertEquals(List.of("关于养老的建议", "养老服务", "社区养老"), found(texts, "养老"));
    assertEquals(List.of("关于养老的建议", "养老服务", "社区养老"), found(texts, "yl"));
    assertEquals(List.of("关于养老的建议"), found(texts, "关于"));
    assertEquals(2, texts.find("养", 1).size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"《养老", "“养老”", "养老机构（", "《yljg"})
  void find_signsAroundWhatIsTyped_areNotLookedFor(String typed) {
    List<String> texts = List.of("养老机构试行办法", "养老机构（试行）");
    assertEquals(texts, found(of(texts.get(0), texts.get(1)), typed));
  }

  @Test
  void find_signsInTheText_needNotBeTyped() {
    assertEquals(List.of("“互联网+养老”"), found(of("“互联网+养老”"), "互联网养老"));
    assertEquals(List.of("“互联网+养老”"), found(of("“互联网+养老”"), "hlwyl"));
  }

  @Test
  void spelledOut_wholeSyllablesOnly() {
    Typeahead<String> texts = of("关于适老化改造的建议", "适老化");
    assertEquals(Map.of("适老化", 2), texts.spelledOut("shilaohua"));
    assertEquals(Map.of(), texts.spelledOut("slh"));
    assertEquals(Map.of(), texts.spelledOut("适老化"));
  }

  @ParameterizedTest
  @ValueSource(longs = {41, 42})
  void find_anyPieceOfAnyText_findsIt(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 200; i++) {
      String text = new RandomText(random).text(1 + random.nextInt(40));
      String compact = FOLD.compact(text);
      if (compact.isEmpty()) {
        continue;
      }
      int from = random.nextInt(compact.length());
      String piece = compact.substring(from, Math.min(compact.length(), from + 20));
      Typeahead<String> texts = of(text);
      assertEquals(
          piece.codePoints().anyMatch(Character::isLetterOrDigit),
          found(texts, piece).contains(text),
          () -> "seed " + seed + ": " + piece + " of " + text);
      assertTrue(new TypedFilter(piece, FOLD).test(text), () -> "seed " + seed + ": " + piece);
      found(texts, new RandomText(random).text(100));
    }
  }

  @Test
  void soundAlike_sharesAReading() {
    assertTrue(Pinyin.soundAlike('佬', '老'));
    assertTrue(Pinyin.soundAlike('长', '常'));
    assertTrue(Pinyin.soundAlike('长', '掌'));
    assertFalse(Pinyin.soundAlike('养', '老'));
    assertFalse(Pinyin.soundAlike('x', 'x'));
    assertTrue(Pinyin.soundingLike('话').contains("化"));
  }
}
