package org.dafu.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dafu.analysis.QueryWords;
import org.dafu.analysis.SynonymRule;
import org.dafu.contract.LetterMaker;
import org.dafu.search.QueryWarning;
import org.dafu.search.SearchResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How much of a long run of words is wanted, and what stands first. */
class MatchingTest extends SearchedLetters {
  private static final String TITLE = "城市养老机构服务安全基本规范";

  @BeforeEach
  void giveWords() {
    List<SynonymRule> synonyms = List.of(SynonymRule.twoWay(List.of("财政", "公共财政")));
    words = new QueryWords(synonyms, Set.of(), Map.of(), QueryWords.DEFAULT_STOP_WORDS);
  }

  private void putPolicyAndOthers() throws IOException {
    List<LetterMaker> letters = new ArrayList<>();
    letters.add(LetterMaker.letter("cites").policy(TITLE).text("依据《" + TITLE + "》办理。"));
    for (int i = 0; i < 12; i++) {
      letters.add(LetterMaker.letter("other" + i).text("城市养老机构服务，安全生产，基本情况，规范管理" + i + "。"));
    }
    for (int i = 0; i < 3; i++) {
      letters.add(LetterMaker.letter("shares" + i).policy("城市养老服务条例").text("城市养老服务" + i + "。"));
    }
    put(letters.toArray(LetterMaker[]::new));
  }

  @Test
  void search_nameOfAPolicy_isWantedAsAWhole() throws IOException {
    putPolicyAndOthers();
    assertEquals(List.of("cites"), paths("政策:" + TITLE));
    assertEquals(13, search(TITLE).total()); // all words of it, in any order
    assertEquals("cites", paths(TITLE).getFirst());
  }

  @Test
  void search_withoutALongRun_leavesOutWhatHasAllOfIt() throws IOException {
    putPolicyAndOthers();
    List<String> left = paths("养老 -" + TITLE);
    assertEquals(Set.of("shares0", "shares1", "shares2"), Set.copyOf(left));
    assertEquals(16 - 1, search("养老 -政策:" + TITLE).total());
  }

  @Test
  void search_severalWordsTogether_standBeforeTheirParts() throws IOException {
    put(
        LetterMaker.letter("apart").section("一、", "财政资金和财政支出", "财政给予补贴，补贴由财政承担。"),
        LetterMaker.letter("together").text("养老机构运营由市县两级按照床位数发放财政补贴，其他费用由机构自行承担，市民政局负责审核。"),
        LetterMaker.letter("synonym").text("养老机构运营由市县两级按照床位数发放公共财政补贴，其他费用由机构自行承担，市民政局负责审核。"));
    List<String> found = paths("财政补贴");
    assertEquals(3, found.size());
    assertEquals("apart", found.getLast());
  }

  @Test
  void search_wordWithAStopWord_isNotItsOtherCharacter() throws IOException {
    put(
        LetterMaker.letter("herbs").text("发展中药种植。"),
        LetterMaker.letter("drugs").text("药品供应，医疗服务。"),
        LetterMaker.letter("care").text("医疗服务。"));
    assertEquals(List.of("herbs"), paths("中药"));
    assertTrue(paths("医疗 -中药").contains("drugs"));
  }

  @Test
  void search_stopWordsBetweenSpaces_areNotWanted() throws IOException {
    put(LetterMaker.letter("a").text("养老服务补贴标准提高。"), LetterMaker.letter("b").text("如何提高养老服务标准。"));
    assertEquals(List.of("a"), paths("养老 怎么 补贴"));
    assertEquals(List.of("b"), paths("如何"));
    assertEquals(List.of("a"), paths("养老 -如何"));
    assertEquals(List.of("b"), paths("如何 -补贴"));
  }

  @Test
  void search_pastedText_isNotReadAsOperators() throws IOException {
    put(
        LetterMaker.letter("a").text("小区停车位不足，物业收费过高，业主委员会多次反映。"),
        LetterMaker.letter("b").text("养老机构床位补贴标准。"));
    String pasted =
        "我们“阳光花园”小区停车位严重不足，（业主）多次反映 -停车位 问题都没有得到解决。 单位：物业公司 OR 居委会 收费过高，"
            + "请有关部门尽快派人来看一看，给业主委员会一个说法。";
    assertEquals(List.of("a"), paths(pasted));
    assertEquals(List.of(), search(pasted).warnings());
    assertTrue(search(pasted).understood().length() < pasted.length());
  }

  @Test
  void search_sentenceThatFewLettersHave_findsOthersThatShareWithIt() throws IOException {
    put(
        LetterMaker.letter("whole").text("关于加快推进城市社区老年食堂建设运营的建议收悉。"),
        LetterMaker.letter("part").text("老年食堂由街道办好，按餐补贴。"),
        LetterMaker.letter("none").text("地铁名称公布。"));
    SearchResponse response = search("关于加快推进城市社区老年食堂建设运营的建议");
    assertEquals("whole", response.hits().getFirst().reply().source().path());
    assertEquals(2, response.total());
    assertEquals(List.of("relaxed"), response.warnings().stream().map(QueryWarning::code).toList());
  }

  @Test
  void search_wordsThatNothingSharesWith_listNothingAndDoNotSaySo() throws IOException {
    put(LetterMaker.letter("a").text("老年食堂由街道办好，按餐补贴。"));
    for (String q : List.of("20230158", "shilaohua", "地铁站名称公布方案")) {
      assertEquals(0, search(q).total(), q);
      assertEquals(List.of(), codes(q), q);
    }
  }

  @Test
  void search_titleWithQuotationMarks_findsWhatSharesWithIt() throws IOException {
    put(
        LetterMaker.letter("exact").text("推进“一刻钟服务圈”建设的建议收悉。"),
        LetterMaker.letter("part").text("服务圈建设由街道负责推进。"));
    assertEquals(List.of("exact"), paths("推进“一刻钟服务圈”建设"));
    assertEquals(List.of("part", "exact"), paths("街道“便民服务圈”的推进"));
    assertEquals(List.of("relaxed"), codes("街道“便民服务圈”的推进"));
    assertEquals(List.of("relaxed", "relaxed"), codes("街道“便民餐厅”OR“便民服务圈”推进"));
    assertEquals(List.of(), paths("“便民服务圈”"));
    assertEquals(List.of(), paths("街道 “便民服务圈”"));
  }
}
