package org.dafu.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitSplitterTest {
  private static final CharacterFold FOLD = CharacterFold.withoutVariants();
  private static final WordsAnalyzer SEGMENTER = new WordsAnalyzer(FOLD);

  private static final QueryWords WORDS =
      new QueryWords(
          List.of(
              SynonymRule.twoWay(List.of("长护险", "长期护理保险")),
              SynonymRule.oneWay(List.of("养老机构"), List.of("敬老院")),
              SynonymRule.twoWay(List.of("AED", "自动体外 除颤器"))),
          Set.of("适老化", "互联网+养老"),
          Map.of("平合", "平台", "医疗结构", "医疗机构"),
          QueryWords.DEFAULT_STOP_WORDS);

  private static List<WordUnit> units(QueryWords words, String text) {
    return new UnitSplitter(words, FOLD, SEGMENTER).split(text);
  }

  private static List<String> texts(QueryWords words, String text) {
    return units(words, text).stream().map(WordUnit::text).toList();
  }

  @Test
  void split_commonWords_asSmartcnCuts() {
    assertEquals(List.of("城市", "建设"), texts(QueryWords.NONE, "城市的建设"));
    assertEquals(List.of("2024", "年", "sos", "城市"), texts(QueryWords.NONE, "2024年SOS城市"));
  }

  @Test
  void split_onlyStopWords_keepsThem() {
    assertEquals(List.of("的"), texts(QueryWords.NONE, "的"));
    assertEquals(List.of(), texts(QueryWords.NONE, "，。"));
  }

  @Test
  void split_unknownWord_keepsItsSinglesTogether() {
    assertEquals(List.of("助餐"), texts(QueryWords.NONE, "助餐"));
    assertEquals(List.of("长护险"), texts(QueryWords.NONE, "长护险"));
  }

  @ParameterizedTest
  @CsvSource({
    "中药,中药",
    "中山 充电,中山 充电",
    "才让措,才让措",
    "以房养老,以房 养老",
    "中水回用,中水回用",
    "县中振兴,县中 振兴",
    "城市的建设,城市 建设",
    "在城市建设,城市 建设",
    "城市和建设,城市 建设",
    "城市中的人,城市 人",
    "城市和人,城市 人",
    "适老化和城市,适老化 城市",
    "适老化的路,适老化 路",
    "2024年中,2024 年中",
    "养老 和 城市,养老 城市",
    "吃和住,吃和住"
  })
  void split_stopWords_areLeftOutUnlessTheyArePartOfAWord(String text, String units) {
    assertEquals(units, String.join(" ", texts(WORDS, text)));
  }

  @Test
  void everyUnit_hasTheStopWords() {
    assertEquals(
        List.of("城市", "的", "建设"),
        new UnitSplitter(WORDS, FOLD, SEGMENTER)
            .everyUnit("城市的建设").stream().map(WordUnit::text).toList());
  }

  @Test
  void split_domainWord_isOneUnit() {
    assertEquals(List.of("适老化", "改造"), texts(WORDS, "适老化改造"));
    assertEquals(List.of("互联网。养老", "服务"), texts(WORDS, "互联网＋养老服务"));
  }

  private static final QueryWords AGENCIES =
      new QueryWords(
          List.of(SynonymRule.twoWay(List.of("教委", "教育委员会"))),
          Set.of(),
          Map.of(),
          QueryWords.DEFAULT_STOP_WORDS,
          Set.of("教委", "教育委员会"));

  @Test
  void split_agencyWithinAWordOfMembers_isNone() {
    assertEquals(List.of("市", "教委"), texts(AGENCIES, "市教委"));
    assertFalse(texts(AGENCIES, "宗教委员").contains("教委"));
  }

  @Test
  void agency_nameThatEndsWithAListedOne_hasItsOtherForms() {
    UnitSplitter splitter = new UnitSplitter(AGENCIES, FOLD, SEGMENTER);
    assertEquals(
        Optional.of(new AgencyName("重庆市", List.of("重庆市教委", "重庆市教育委员会"))), splitter.agency("重庆市教委"));
    assertEquals(Optional.empty(), splitter.agency("教委主任"));
    assertEquals(Optional.empty(), splitter.agency(""));
  }

  @Test
  void listed_wordsBegun_areFoundInCharactersAndPinyin() {
    ListedWords listed = new ListedWords(WORDS, FOLD);
    for (String typed : List.of("长护", "长护险", "changhux", "chx")) {
      assertEquals("长护险", listed.begun(typed, 3).getFirst().text(), typed);
    }
    assertEquals(List.of(), listed.begun("长", 3));
    assertEquals(List.of(), listed.begun("护险", 3), "only from the beginning");
    assertEquals(List.of(), listed.begun("适老化", 3), "nothing stands for it");
    assertEquals(List.of("长期护理保险"), listed.standIns("长护险"));
    assertEquals(List.of(), listed.standIns("长护"));
  }

  @Test
  void split_synonyms_followTheirDirection() {
    assertEquals(new WordUnit("长护险", List.of("长期护理保险")), units(WORDS, "长护险").getFirst());
    assertEquals(new WordUnit("长期护理保险", List.of("长护险")), units(WORDS, "长期护理保险").getFirst());
    assertEquals(new WordUnit("养老机构", List.of("敬老院")), units(WORDS, "养老机构").getFirst());
    assertEquals(new WordUnit("敬老院", List.of()), units(WORDS, "敬老院").getFirst());
    assertEquals(new WordUnit("aed", List.of("自动体外除颤器")), units(WORDS, "ＡＥＤ").getFirst());
  }

  @Test
  void split_confusions_areForgivenBothWays() {
    assertEquals(new WordUnit("平台", List.of("平合")), units(WORDS, "平台").getFirst());
    assertEquals(new WordUnit("平合", List.of("平台")), units(WORDS, "平合").getFirst());
    assertEquals(new WordUnit("医疗机构", List.of("医疗结构")), units(WORDS, "医疗机构").getFirst());
  }

  @Test
  void split_rareCharacters_areNotLost() {
    assertEquals(List.of("𠮷野家"), texts(QueryWords.NONE, "𠮷野家"));
    assertEquals("龘靐齉", String.join("", texts(QueryWords.NONE, "龘靐齉")));
  }

  @Test
  void split_characterThatSmartcnDoesNotKnow_leavesTheWordsBesideIt() {
    assertEquals(List.of("二〇二一年", "养老", "服务", "补贴"), texts(QueryWords.NONE, "二〇二一年养老服务补贴"));
    assertEquals(List.of("李𬀩", "委员", "养老", "服务"), texts(QueryWords.NONE, "李𬀩委员养老服务"));
    assertEquals(List.of("养老", "の", "服务"), texts(QueryWords.NONE, "养老の服务"));
  }
}
