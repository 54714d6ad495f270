package org.dafu.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.dafu.analysis.QueryWords;
import org.dafu.analysis.SynonymRule;
import org.dafu.reply.Disclosure;
import org.dafu.search.Explanation;
import org.dafu.search.FilterField;
import org.dafu.search.FilterValue;
import org.dafu.search.Filters;
import org.dafu.search.Hit;
import org.dafu.search.SearchHelp;
import org.dafu.search.SearchRequest;
import org.dafu.search.SearchResponse;
import org.dafu.search.SimilarLetters;
import org.dafu.search.Sort;
import org.dafu.search.Suggestion;
import org.dafu.search.TextRequest;
import org.dafu.search.ZeroHits;
import org.dafu.search.compare.Comparisons;
import org.dafu.search.compare.Matrix;
import org.dafu.search.precedent.OwnReplies;
import org.dafu.search.precedent.OwnReply;
import org.dafu.search.precedent.Precedents;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every engine must find beside searches: completions, corrections, the like of a text. */
abstract class FindContract extends StorageContract {
  private List<String> suggested(String typed) {
    return engine.reading().suggester().suggest(typed, 20).stream().map(Suggestion::text).toList();
  }

  private List<Hit> like(String text, SearchRequest.Unit unit, int perPlace) {
    TextRequest request = new TextRequest(text, "", Filters.NONE, unit, Set.of(), 50, perPlace);
    return engine.reading().texts().search(request);
  }

  private SearchHelp help(String q) {
    return new ZeroHits(engine.reading()).help(SearchRequest.of(q));
  }

  @Test
  void finding_whenEmpty_works() {
    assertEquals(List.of(), suggested("养老"));
    assertEquals(List.of(), like("养老服务", SearchRequest.Unit.SECTION, 2));
    assertEquals(List.of(), like("养老服务", SearchRequest.Unit.LETTER, 0));
    assertEquals(List.of(), engine.reading().speller().corrections("养佬", 5));
    assertEquals(0, engine.reading().coverage().coverage(SearchRequest.of("")).total());
    assertTrue(engine.reading().explainer().explain("养老", LetterMaker.letter("a").id()).isEmpty());
    SearchRequest all = SearchRequest.of("");
    assertEquals(List.of(), engine.reading().facets().list(all, FilterField.CITY, "", 0).values());
    assertTrue(help("养老 医疗").isEmpty());
  }

  @Test
  void suggest_titleOfALetterThatIsWithheld_isGoneAtOnce() throws IOException {
    LetterMaker letter = LetterMaker.letter("a").title("关于推进适老化改造的建议").text("无");
    put(letter);
    assertEquals(List.of("关于推进适老化改造的建议"), suggested("适老化"));
    engine.index().withhold(String.valueOf(letter.file().sha256()), "withdrawn");
    assertEquals(List.of(), suggested("适老化"));
  }

  @Test
  void suggest_charactersPinyinAndInitials_findTheSame() throws IOException {
    put(
        LetterMaker.letter("a").title("关于推进适老化改造的建议").place("重庆市", "重庆市").agency("甲市民政局"),
        LetterMaker.letter("b")
            .policy("养老服务条例")
            .section("一、", "头", "身", "EC01")
            .place("重庆市", "重庆市"));
    for (String typed : List.of("适老", "shilao", "slh", "shlh", "shi lao hua", "适laoh", "关于推进")) {
      assertEquals(List.of("关于推进适老化改造的建议"), suggested(typed), typed);
    }
    assertEquals(List.of("重庆市"), suggested("chongq"));
    assertEquals(List.of("甲市民政局"), suggested("minzheng"));
    assertEquals(List.of("养老服务条例"), suggested("ylfw"));
    assertEquals(List.of("〈EC〉", "〈EC01〉"), suggested("〈ec"));
    assertEquals(List.of(), suggested("天气"));
    assertEquals(List.of(), suggested(""));
    Suggestion place = engine.reading().suggester().suggest("重庆", 5).getFirst();
    assertEquals(Suggestion.Type.PLACE, place.type());
    assertEquals(2, place.count());
  }

  @Test
  void finding_hiddenLetters_leaksNothing() throws IOException {
    LetterMaker hidden =
        LetterMaker.letter("a")
            .title("关于绝密项目的建议")
            .policy("绝密办法")
            .agency("绝密局")
            .place("绝密省", "绝密市")
            .section("一、", "绝密", "绝密安排如下。", "ZZ01")
            .disclosure(Disclosure.NOT_PUBLIC);
    put(hidden, LetterMaker.letter("b").title("关于公开的建议").section("一、", null, "公开安排如下。"));
    for (String typed : List.of("绝密", "juemi", "jm", "关于", "〈zz", "z")) {
      assertTrue(suggested(typed).stream().noneMatch(each -> each.contains("绝密")), typed);
      assertTrue(suggested(typed).stream().noneMatch(each -> each.contains("ZZ")), typed);
    }
    for (SearchRequest.Unit unit : SearchRequest.Unit.values()) {
      for (Hit hit : like("绝密安排如下", unit, 0)) {
        assertEquals("b", hit.reply().source().path());
      }
    }
    assertTrue(engine.reading().explainer().explain("绝密", hidden.id()).isEmpty());
    assertEquals(List.of(), engine.reading().speller().corrections("绝蜜", 5));
    assertEquals(List.of(), engine.reading().speller().corrections("juemi", 5));
    assertEquals(1, engine.reading().coverage().coverage(SearchRequest.of("")).total());
  }

  @Test
  void suggest_letterWithdrawn_isForgottenSoon() throws IOException, InterruptedException {
    LetterMaker withdrawn = LetterMaker.letter("a").title("关于撤回的建议");
    put(withdrawn, LetterMaker.letter("b").title("关于保留的建议"));
    assertEquals(List.of("关于撤回的建议"), suggested("撤回"));
    engine.index().remove(withdrawn.file().key());
    engine.index().commit();
    assertBecomes(List.of(), "撤回");
    put(LetterMaker.letter("c").title("关于新增的建议"));
    assertBecomes(List.of("关于新增的建议"), "新增");
  }

  private void assertBecomes(List<String> wanted, String typed) throws InterruptedException {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!suggested(typed).equals(wanted) && System.nanoTime() < end) {
      Thread.sleep(20);
    }
    assertEquals(wanted, suggested(typed));
  }

  @Test
  void sections_pages_giveEverySectionOnce() throws IOException {
    for (int i = 0; i < 9; i++) {
      LetterMaker letter = LetterMaker.letter("letter" + i);
      for (int part = 0; part <= i % 4; part++) {
        letter.section("一、", "食堂" + part, "老年食堂。".repeat(1 + i));
      }
      engine.index().put(letter.file(), List.of(letter.make()));
    }
    engine.index().commit();
    for (Sort sort : Sort.values()) {
      SearchRequest request =
          new SearchRequest(
              "食堂", Filters.NONE, SearchRequest.Unit.SECTION, sort, 4, null, List.of(), 10);
      List<String> seen = new ArrayList<>();
      SearchResponse page = engine.searcher().search(request);
      long total = page.total();
      while (true) {
        page.hits()
            .forEach(hit -> seen.add(hit.reply().id() + " " + hit.sections().getFirst().index()));
        if (page.next() == null) {
          break;
        }
        page = engine.searcher().search(request.withCursor(page.next()));
        assertEquals(total, page.total());
      }
      assertEquals(21, total);
      assertEquals(21, seen.size());
      assertEquals(21, Set.copyOf(seen).size());
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {21, 22})
  void counts_ofEverythingListed_areTheTotalsOfTheirSearches(long seed) throws IOException {
    new FindLaws(engine, new Random(seed), "seed " + seed).check();
  }

  @Test
  void texts_areFoundByWhatTheyShare_oneHitOfALetterAndFewOfAPlace() throws IOException {
    List<LetterMaker> letters = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      letters.add(
          LetterMaker.letter("letter" + i)
              .place("省", "市" + i / 4)
              .section("一、", "老年食堂", "开办老年食堂，补贴老年人就餐。")
              .section("二、", "老年食堂", "老年食堂由社区开办。"));
    }
    letters.add(LetterMaker.letter("road").place("省", "市9").section("一、", "道路", "维修道路路面。"));
    put(letters.toArray(LetterMaker[]::new));
    List<Hit> all = like("建议开办老年食堂（含助餐点），给予就餐补贴！", SearchRequest.Unit.SECTION, 0);
    assertEquals(12, all.size());
    assertEquals("一、", all.getFirst().sections().getFirst().label());
    List<Hit> few = like("建议开办老年食堂，给予就餐补贴", SearchRequest.Unit.SECTION, 2);
    assertEquals(6, few.size());
    assertEquals(3, few.stream().map(hit -> hit.reply().city()).distinct().count());
    assertEquals(12, like("老年食堂 OR -就餐 \"补贴", SearchRequest.Unit.LETTER, 0).size());
    Filters first = Filters.NONE.toggled(FilterField.CITY, new FilterValue.Exact("市0"));
    TextRequest narrowed =
        new TextRequest(
            "老年食堂",
            "道路",
            first,
            SearchRequest.Unit.SECTION,
            Set.of(letters.getFirst().id()),
            50,
            0);
    assertEquals(3, engine.reading().texts().search(narrowed).size());
  }

  @Test
  void explain_addsUpToTheScoreOfTheSearch() throws IOException {
    words =
        new QueryWords(
            List.of(SynonymRule.twoWay(List.of("长护险", "长期护理保险"))),
            Set.of(),
            Map.of(),
            QueryWords.DEFAULT_STOP_WORDS);
    LetterMaker letter =
        LetterMaker.letter("a")
            .title("关于长期护理保险的建议")
            .number("068")
            .section("一、", "长护险试点", "试点长护险制度。")
            .section("二、", "其他", "其他事项。");
    put(letter, LetterMaker.letter("b").title("关于道路的建议").text("道路维修"));
    for (String q : List.of("长护险", "长护险 试点", "“试点”", "第068号", "title:护理", "长护险 第68号")) {
      Explanation explained = engine.reading().explainer().explain(q, letter.id()).orElseThrow();
      Hit hit = search(q).hits().getFirst();
      assertTrue(explained.matches(), q);
      assertEquals(List.of(), explained.absent(), q);
      assertEquals(hit.score(), explained.score(), Math.abs(hit.score()) * 1e-4, q);
      assertEquals(
          explained.score(),
          explained.contributions().stream().mapToDouble(each -> each.score()).sum(),
          1e-6,
          q);
    }
    Explanation other = engine.reading().explainer().explain("长护险 道路", letter.id()).orElseThrow();
    assertFalse(other.matches());
    assertEquals(List.of("道路"), other.absent());
    assertEquals(List.of("长期护理保险"), other.reading().tokens().getFirst().alternatives());
  }

  @ParameterizedTest
  @CsvSource({
    "养佬机构,养老机构",
    "养老机狗,养老机构",
    "适老话改造,适老化改造",
    "适化改造,适老化改造",
    "适老化化改造,适老化改造",
    "老适化改造,适老化改造",
    "适老化改大,适老化改造",
    "shilaohuagaizao,适老化改造"
  })
  void zeroHits_slipOfThePen_isCorrected(String typed, String meant) throws IOException {
    put(
        LetterMaker.letter("a").title("关于适老化改造的建议").text("适老化改造和养老机构。"),
        LetterMaker.letter("b").title("关于养老机构的建议").text("养老机构建设。"));
    if (search(typed).total() == 0) {
      SearchHelp help = help(typed);
      assertEquals(meant, help.didYouMean().getFirst().q());
      for (SearchHelp.Correction correction : help.didYouMean()) {
        assertEquals(engine.searcher().search(correction.search()).total(), correction.count());
      }
    }
    assertTrue(engine.reading().speller().corrections(typed, 3).contains(meant));
  }

  @Test
  void zeroHits_wordOrFilterInTheWay_isTold() throws IOException {
    put(
        LetterMaker.letter("a").text("助餐补贴").year(2020),
        LetterMaker.letter("b").text("助餐").year(2021));
    Filters of2021 = Filters.NONE.toggled(FilterField.YEAR, new FilterValue.Exact("2021"));
    SearchRequest request = SearchRequest.of("助餐 补贴").withFilters(of2021);
    assertEquals(0, engine.searcher().search(request).total());
    List<String> told =
        new ZeroHits(engine.reading())
            .help(request).drop().stream()
                .map(drop -> drop.field() + " " + drop.value() + " " + drop.count())
                .toList();
    assertEquals(List.of("null 补贴 1", "YEAR 2021 1", "null 助餐 补贴 1"), told);
    List<SearchHelp.Drop> alone = help("地铁助餐").drop();
    assertEquals("地铁", alone.getFirst().value());
    assertEquals(2, alone.getFirst().count());
  }

  @Test
  void similar_isNotItself_andTellsWhatIsShared() throws IOException {
    LetterMaker one =
        LetterMaker.letter("a")
            .title("关于社区老年食堂的建议")
            .policy("助餐办法")
            .section("一、", "开办老年食堂", "办。", "EC04");
    LetterMaker other =
        LetterMaker.letter("b")
            .title("关于办好老年食堂的提案")
            .policy("助餐办法")
            .section("一、", "老年食堂", "办。", "EC04", "EC05");
    put(one, other, LetterMaker.letter("c").title("关于道路维修的建议").text("道路"));
    List<SimilarLetters.Similar> similar =
        new SimilarLetters(engine.reading()).of(one.id(), 10).orElseThrow();
    assertEquals(
        List.of(other.id()), similar.stream().map(each -> each.hit().reply().id()).toList());
    assertEquals(List.of("EC04"), similar.getFirst().measures());
    assertEquals(List.of("助餐办法"), similar.getFirst().policies());
    assertTrue(new SimilarLetters(engine.reading()).of(LetterMaker.letter("x").id(), 9).isEmpty());
  }

  @Test
  void precedents_ownReply_isNotOffered() throws IOException {
    LetterMaker own =
        LetterMaker.letter("own")
            .number("068")
            .session("市八届政协四次会议")
            .title("关于“老年食堂”的提案")
            .section("一、", null, "开办老年食堂。");
    put(own, LetterMaker.letter("other").number("68").section("一、", null, "也开办老年食堂。"));
    OwnReplies replies = new OwnReplies(engine.reading());
    for (OwnReply told :
        List.of(
            new OwnReply.OfId(own.id()),
            new OwnReply.OfNumber("第68号", "政协第八届委员会第四次会议", ""),
            new OwnReply.OfNumber("068", "", "关于老年食堂的提案"),
            new OwnReply.OfTitle("关于老年食堂的提案"))) {
      assertEquals(Set.of(own.id()), replies.ids(List.of(told)), told.toString());
    }
    assertEquals(Set.of(), replies.ids(List.of(new OwnReply.OfNumber("68", "九届四次会议", ""))));
    Precedents.Answer answer =
        new Precedents(engine.reading()).find("建议开办老年食堂", Filters.NONE, Set.of(own.id()), 10);
    assertEquals(1, answer.found().getFirst().size());
    assertEquals("other", answer.found().getFirst().getFirst().reply().source().path());
  }

  @Test
  void matrix_wordsOutsideOfTheSection_quotesALetterThatHasThem() throws IOException {
    put(
        LetterMaker.letter("asked")
            .place("甲省", "甲市")
            .date(LocalDate.of(2019, 5, 1))
            .text("关于老年助餐。\n")
            .section("一、", null, "每个社区开办一处。", "EC04"),
        LetterMaker.letter("other")
            .place("甲省", "甲市")
            .date(LocalDate.of(2023, 5, 1))
            .section("一、", null, "加装电梯两百台。", "EC04"));
    Filters here = Filters.NONE.toggled(FilterField.CITY, new FilterValue.Exact("甲市"));
    Comparisons comparisons = new Comparisons(engine.reading(), new SimpleVocabulary());
    Matrix.Cell cell = comparisons.matrix("助餐", here).rows().getFirst().cells().getFirst();
    assertEquals(1, cell.letters());
    assertEquals("每个社区开办一处。", Objects.requireNonNull(cell.said()).sentence());
  }
}
