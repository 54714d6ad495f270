package org.dafu.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.dafu.analysis.QueryWords;
import org.dafu.analysis.SynonymRule;
import org.dafu.reply.Reply;
import org.dafu.reply.Span;
import org.dafu.search.FilterField;
import org.dafu.search.FilterValue;
import org.dafu.search.Filters;
import org.dafu.search.Hit;
import org.dafu.search.InvalidCursorException;
import org.dafu.search.SearchRequest;
import org.dafu.search.SearchResponse;
import org.dafu.search.Snippet;
import org.dafu.search.Sort;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every engine must do. */
public abstract class EngineContract extends MarkContract {
  @Test
  void search_words_findsLettersThatHaveAll() throws IOException {
    put(
        LetterMaker.letter("a").text("本市推进适老化改造，惠及老年人。"),
        LetterMaker.letter("b").text("本市推进旧城改造。"),
        LetterMaker.letter("c").place("山西省", "晋城市").text("适老化。"));
    assertFinds("适老化 改造", "a");
    assertFinds("适老化改造", "a");
    assertFinds("改造", "a", "b");
    assertFinds("晋城 适老化", "c");
    assertFinds("改造 -适老化", "b");
    assertFinds("旧城 OR 晋城", "b", "c");
    assertFinds("（旧城 或 晋城） 改造", "b");
    assertFinds("-改造", "c");
    assertFinds("", "a", "b", "c");
  }

  @Test
  void search_exactText_respectsSignsAndIgnoresSpaceAndWidth() throws IOException {
    put(
        LetterMaker.letter("a").text("打造“一刻钟养老\n服务圈”，投入１,２３４万元，占 93.20%。GB 50867标准"),
        LetterMaker.letter("b").text("一刻钟，养老。服务圈 1.2017年"));
    assertFinds("“一刻钟养老服务圈”", "a");
    assertFinds("\"刻钟养\"", "a");
    assertFinds("\"一刻钟,养老\"", "b");
    assertFinds("\"1234万元\"", "a");
    assertFinds("\"９３.２０\"", "a");
    assertFinds("\"gb 50867标准\"", "a");
    assertFinds("\"2017年\"", "b");
    assertFinds("「圈」", "a", "b");
    assertFinds("\"投入12\"");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void search_anyQuotedPiece_findsItsLetter(long seed) throws IOException {
    Random random = new Random(seed);
    RandomText maker = new RandomText(random);
    List<LetterMaker> letters = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      letters.add(LetterMaker.letter("letter" + i).text(maker.text(400)));
    }
    put(letters.toArray(LetterMaker[]::new));
    for (int i = 0; i < 300; i++) {
      Reply letter = letters.get(random.nextInt(letters.size())).make();
      String piece = piece(letter.text(), random);
      SearchRequest request =
          new SearchRequest(
              "“" + piece + "”",
              Filters.NONE,
              SearchRequest.Unit.LETTER,
              Sort.RELEVANCE,
              100,
              null,
              List.of(),
              10);
      assertTrue(
          engine.searcher().search(request).hits().stream()
              .anyMatch(hit -> hit.reply().id().equals(letter.id())),
          () -> "seed " + seed + ": not found: " + piece);
    }
  }

  /** One to thirty Chinese characters that stand together. */
  private static String piece(String text, Random random) {
    int[] characters = text.codePoints().toArray();
    while (true) {
      int from = random.nextInt(characters.length);
      int to = from;
      int most = from + 1 + random.nextInt(30);
      while (to < Math.min(most, characters.length) && Character.isIdeographic(characters[to])) {
        to++;
      }
      if (to > from) {
        return new String(characters, from, to - from);
      }
    }
  }

  @Test
  void search_typedNumbers_meanTheLettersOwn() throws IOException {
    put(
        LetterMaker.letter("a").number("068").docNumber("甲民复字〔2020〕36号").text("甲民复字〔2020〕36号"),
        LetterMaker.letter("b").number("DH0271").text("关于提案的答复"),
        LetterMaker.letter("c").number("36").text("第36号提案，见第068号"));
    for (String q : List.of("第068号", "第68号", "第 68 号", "０６８号", "编号:68", "number:068")) {
      assertEquals("a", paths(q).getFirst(), q);
    }
    assertFinds("第36号", "c");
    assertFinds("第DH0271号", "b");
    assertFinds("第271号", "b");
    assertFinds("甲民复字[2020]36号", "a");
    assertFinds("〔2020〕36号", "a");
    assertFinds("文号：[2020]", "a");
  }

  @Test
  void search_inField_looksNowhereElse() throws IOException {
    put(
        LetterMaker.letter("a").title("关于助餐的建议").agency("甲市民政局").text("无"),
        LetterMaker.letter("b").policy("助餐办法").place("湖北省", "咸宁市").text("助餐，甲市民政局"));
    assertFinds("title:助餐", "a");
    assertFinds("标题：助餐", "a");
    assertFinds("单位:民政局", "a");
    assertFinds("政策:“助餐办法”", "b");
    assertFinds("城市:咸宁", "b");
    assertFinds("助餐 -title:助餐", "b");
  }

  @Test
  void search_synonymsEdited_areTakenUpAtOnce() throws IOException {
    put(
        LetterMaker.letter("a").text("长期护理保险试点。"),
        LetterMaker.letter("b").text("长护险试点。"),
        LetterMaker.letter("c").text("服务平合建设。"));
    assertFinds("长护险", "b");
    words =
        new QueryWords(
            List.of(SynonymRule.twoWay(List.of("长护险", "长期护理保险"))),
            Set.of(),
            Map.of("平合", "平台"),
            QueryWords.DEFAULT_STOP_WORDS);
    assertFinds("长护险", "a", "b");
    assertFinds("长护险试点", "a", "b");
    assertFinds("长期护理保险", "a", "b");
    assertFinds("服务平台", "c");
    assertFinds("“长护险”", "b");
    words = QueryWords.NONE;
    assertFinds("长护险", "b");
  }

  @Test
  void search_pastedMessage_findsWhatSharesMuchOfIt() throws IOException {
    put(
        LetterMaker.letter("a").text("小区停车位不足，物业收费过高，业主委员会多次反映。"),
        LetterMaker.letter("b").text("养老机构床位补贴标准。"));
    assertEquals(List.of("a"), paths("我们小区停车位严重不足而且物业公司收费过高，业主多次向居委会反映都没有得到解决，请有关部门尽快处理这个问题"));
  }

  @Test
  void search_sentence_needsNoLetterThatRepeatsIt() throws IOException {
    put(
        LetterMaker.letter("a").text("老年食堂的助餐补贴按每餐两元发给。"),
        LetterMaker.letter("b").text("地铁站点的名称已经公布。"));
    assertFinds("请问城区老年食堂助餐补贴标准是怎样规定的", "a");
    assertEquals("relaxed", search("请问城区老年食堂助餐补贴标准是怎样规定的").warnings().getFirst().code());
    assertFinds("老年食堂助餐补贴", "a");
    assertEquals(List.of(), search("老年食堂助餐补贴").warnings());
    assertFinds("老年食堂 地铁");
  }

  @Test
  void put_namesLongerThanAnyTerm_areNoReasonToLeaveTheLetterOut() throws IOException {
    String name = "局".repeat(15_000);
    put(
        LetterMaker.letter("a")
            .text("甲乙")
            .agency(name)
            .docNumber(name)
            .place(name, name)
            .policy(name)
            .addressee(name)
            .session(name)
            .classification(name)
            .number("1".repeat(40_000))
            .title(name));
    assertFinds("甲乙", "a");
  }

  @Test
  void search_titleCountsMoreThanText() throws IOException {
    put(
        LetterMaker.letter("a").title("关于垃圾分类的建议").text("关于助餐的事情，今后办理。"),
        LetterMaker.letter("b").title("关于助餐的建议").text("关于垃圾分类的事情，今后办理。"));
    assertEquals(List.of("b", "a"), paths("助餐"));
    assertEquals(List.of("a", "b"), paths("垃圾分类"));
  }

  @Test
  void search_sortedByTime_putsYearsAloneAfterTheirDates() throws IOException {
    put(
        LetterMaker.letter("none").text("甲"),
        LetterMaker.letter("2020").year(2020).text("甲"),
        LetterMaker.letter("2020-01-01").date(LocalDate.of(2020, 1, 1)).text("甲"),
        LetterMaker.letter("2019-12-31").date(LocalDate.of(2019, 12, 31)).text("甲"));
    assertEquals(List.of("2020-01-01", "2020", "2019-12-31", "none"), paths("甲", Sort.NEWEST));
    assertEquals(List.of("2019-12-31", "2020", "2020-01-01", "none"), paths("甲", Sort.OLDEST));
  }

  @Test
  void search_pages_giveEveryHitOnce() throws IOException {
    Random random = new Random(7);
    for (int i = 0; i < 57; i++) {
      LetterMaker letter = LetterMaker.letter("letter" + i).text("养老".repeat(1 + i % 4));
      if (random.nextBoolean()) {
        letter.year(2018 + random.nextInt(3));
      }
      engine.index().put(letter.file(), List.of(letter.make()));
      if (i % 10 == 0) {
        engine.index().commit();
      }
    }
    engine.index().commit();
    for (Sort sort : Sort.values()) {
      for (String q : List.of("养老", "")) {
        List<String> seen = new ArrayList<>();
        SearchRequest request =
            new SearchRequest(
                q, Filters.NONE, SearchRequest.Unit.LETTER, sort, 5, null, List.of(), 10);
        SearchResponse response = engine.searcher().search(request);
        response.hits().forEach(hit -> seen.add(hit.reply().id().value()));
        while (response.next() != null) {
          response = engine.searcher().search(request.withCursor(response.next()));
          assertEquals(57, response.total());
          assertFalse(response.hits().isEmpty());
          response.hits().forEach(hit -> seen.add(hit.reply().id().value()));
        }
        assertEquals(57, seen.size(), sort + q);
        assertEquals(57, new HashSet<>(seen).size(), sort + q);
      }
    }
  }

  @Test
  void search_cursorOfAnotherSearch_isRefused() throws IOException {
    put(LetterMaker.letter("a").text("甲乙"), LetterMaker.letter("b").text("甲乙"));
    SearchRequest request =
        new SearchRequest(
            "甲", Filters.NONE, SearchRequest.Unit.LETTER, Sort.RELEVANCE, 1, null, List.of(), 10);
    String next = engine.searcher().search(request).next();
    assertEquals(1, engine.searcher().search(request.withCursor(next)).hits().size());
    SearchRequest other = SearchRequest.of("乙").withCursor(next);
    assertThrows(InvalidCursorException.class, () -> engine.searcher().search(other));
    for (String bad : List.of("x", "", "AAAA", "!!", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")) {
      SearchRequest damaged = request.withCursor(bad);
      assertThrows(InvalidCursorException.class, () -> engine.searcher().search(damaged), bad);
    }
  }

  @Test
  void search_snippets_showPassagesWithExactMarks() throws IOException {
    put(
        LetterMaker.letter("a")
            .title("关于适老化改造的建议")
            .text("开头的话没有内容。")
            .section("一、", "基本情况", "全市共有老年人很多。" + "这是无关的句子。".repeat(30))
            .section("二、", "推进适老 化改造", "2024年完成适\n老化改造1,234户，《居家适老化改造方案》已出台。"));
    Hit hit = search("适老化 改造").hits().getFirst();
    Snippet title = hit.snippets().getFirst();
    assertEquals("title", title.field());
    assertEquals("适老化改造", title.marks().getFirst().of(title.text()));
    Snippet text = hit.snippets().get(1);
    assertEquals("二、推进适老 化改造", text.section());
    assertTrue(text.marks().size() >= 3, text.toString());
    for (Span mark : text.marks()) {
      assertEquals("适老化改造", mark.of(text.text()).replaceAll("\\s", ""));
    }
    assertEquals(
        text.text(),
        hit.reply().text().substring(text.start(), text.start() + text.text().length()));
    assertEquals("二、", hit.sections().getFirst().label());
    assertEquals(1, hit.sections().getFirst().index());
  }

  @Test
  void search_sections_areHitsOfTheirOwn() throws IOException {
    put(
        LetterMaker.letter("a")
            .year(2020)
            .section("一、", "助餐", "开办食堂。", "EC04")
            .section("二、", "医养", "签约医生。", "EC07"),
        LetterMaker.letter("b").year(2021).section("一、", null, "食堂补贴。", "EC04"));
    SearchResponse food = sections("食堂");
    assertEquals(2, food.total());
    Hit hit = sections("开办食堂").hits().getFirst();
    assertEquals("助餐", hit.sections().getFirst().heading());
    assertEquals("一、助餐", hit.snippets().getFirst().section());
    Filters medical =
        new Filters(Map.of(FilterField.MEASURE, List.of(new FilterValue.Exact("EC07"))), Map.of());
    SearchRequest request =
        new SearchRequest(
            "",
            medical,
            SearchRequest.Unit.SECTION,
            Sort.RELEVANCE,
            10,
            null,
            List.of(FilterField.YEAR),
            10);
    SearchResponse response = engine.searcher().search(request);
    assertEquals(1, response.total());
    assertEquals(1, response.hits().getFirst().sections().getFirst().index());
    assertEquals("2020", response.facets().getFirst().values().getFirst().value());
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13})
  void search_facets_addUpAndTellTheTotalsOfTheirValues(long seed) throws IOException {
    Random random = new Random(seed);
    new FacetLaws(engine, random, "seed " + seed).check();
  }
}
