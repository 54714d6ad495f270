package org.dafu.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dafu.reply.Reply;
import org.dafu.reply.ReplyId;
import org.junit.jupiter.api.Test;

class ZeroHitsTest {
  private final List<SearchRequest> searches = new ArrayList<>();

  /** Queries that find one letter, whatever the filters; all others find nothing. */
  private Set<String> finding = Set.of();

  private Map<String, List<String>> mended = Map.of();

  /** Runs that are cut into words; all others are one. */
  private Map<String, List<String>> cut = Map.of();

  private final ReplySearcher searcher =
      new ReplySearcher() {
        @Override
        public SearchResponse search(SearchRequest request) {
          searches.add(request);
          boolean narrowed = !request.filters().isEmpty();
          long total = finding.contains(request.q()) && !narrowed ? 1 : 0;
          return new SearchResponse(total, 0, "", List.of(), List.of(), List.of(), null);
        }

        @Override
        public Optional<Reply> reply(ReplyId id) {
          return Optional.empty();
        }

        @Override
        public Optional<FileRecord> file(ReplyId id) {
          return Optional.empty();
        }

        @Override
        public long count() {
          return 1;
        }
      };

  private final Explainer explainer =
      new Explainer() {
        @Override
        public QueryReading read(String q) {
          List<QueryReading.Token> tokens =
              cut.getOrDefault(q, List.of(q)).stream()
                  .map(word -> new QueryReading.Token(QueryReading.Kind.WORD, word, List.of()))
                  .toList();
          return new QueryReading(q, tokens, List.of());
        }

        @Override
        public Optional<Explanation> explain(String q, ReplyId id) {
          return Optional.empty();
        }
      };

  private SearchHelp help(SearchRequest request) {
    Speller speller = (word, size) -> mended.getOrDefault(word, List.of());
    return new ZeroHits(searcher, explainer, speller).help(request);
  }

  private static List<String> dropped(SearchHelp help) {
    return help.drop().stream().map(SearchHelp.Drop::value).toList();
  }

  @Test
  void help_twoWordsWrong_areMendedTogether() {
    finding = Set.of("养老 服务");
    mended = Map.of("养劳", List.of("养老", "养牢"), "伏务", List.of("服务"));
    List<SearchHelp.Correction> meant = help(SearchRequest.of("养劳 伏务")).didYouMean();
    assertEquals(List.of("养老 服务"), meant.stream().map(SearchHelp.Correction::q).toList());
  }

  @Test
  void help_asksTheSameWay() {
    finding = Set.of("养老", "“养老”");
    mended = Map.of("养劳", List.of("养老"));
    SearchRequest asked =
        SearchRequest.of("养劳").withMode(Mode.LEXICAL).withFacets(List.of(FilterField.CITY));
    assertEquals(
        asked.withWords("养老"), help(asked).didYouMean().getFirst().search(), "mode and facets");
  }

  @Test
  void help_manyWords_takesNoMoreSearchesThanFew() {
    String words =
        IntStream.range(0, 600)
            .mapToObj(i -> Character.toString(0x4E00 + i) + Character.toString(0x5E00 + i))
            .collect(Collectors.joining(" "));
    help(SearchRequest.of(words));
    assertTrue(searches.size() < 40, () -> searches.size() + " searches");
  }

  @Test
  void help_filterBehindManyWords_isTriedToo() {
    String words = "甲乙 丙丁 戊己 庚辛 壬癸 子丑 寅卯 辰巳 午未 申酉 戌亥 天地";
    finding = Set.of(words);
    Filters year = Filters.NONE.toggled(FilterField.YEAR, new FilterValue.Exact("2020"));
    assertEquals(List.of("2020"), dropped(help(SearchRequest.of(words).withFilters(year))));
  }

  @Test
  void help_numberWithinARun_isAPartOfIt() {
    finding = Set.of("市政协九届三次会议 第068号");
    assertEquals(List.of("老年食堂"), dropped(help(SearchRequest.of("市政协九届三次会议第068号老年食堂"))));
    finding = Set.of("第12号");
    assertEquals(List.of("乌民复字"), dropped(help(SearchRequest.of("乌民复字第12号"))));
  }

  @Test
  void help_runOfWords_isCutAlsoWithinAField() {
    cut = Map.of("甲乙丙丁", List.of("甲乙", "丙丁"));
    finding = Set.of("标题:甲乙");
    SearchHelp help = help(SearchRequest.of("标题:甲乙丙丁"));
    assertEquals(List.of("标题:丙丁"), dropped(help));
    assertEquals("标题:甲乙", help.drop().getFirst().search().q());
  }

  @Test
  void help_oneOfManyWordsHeld_isKept() {
    finding = Set.of("丙丁");
    SearchHelp help = help(SearchRequest.of("甲乙 丙丁 戊己"));
    assertEquals("丙丁", help.drop().getFirst().search().q());
    assertEquals(List.of("甲乙 戊己"), dropped(help));
  }

  @Test
  void help_oneUnknownWord_itsLongestHeldEndsAreTried() {
    finding = Set.of("“厕所”", "“命题”", "“革命题”", "厕所", "革命题");
    SearchHelp help = help(SearchRequest.of("厕所革命题"));
    assertEquals(
        List.of("厕所", "革命题"), help.drop().stream().map(drop -> drop.search().q()).toList());
  }

  @Test
  void help_severalUnknownWords_sayAllThatIsLeftOut() {
    finding = Set.of("“通信”", "通信");
    SearchHelp help = help(SearchRequest.of("量子 通信卫星"));
    assertEquals("通信", help.drop().getFirst().search().q());
    assertEquals(List.of("卫星 量子"), dropped(help));
  }

  @Test
  void help_wordRefused_isDroppedWithItsSign() {
    finding = Set.of("养老");
    for (String refused : List.of("-医养", "NOT 医养")) {
      assertEquals(List.of(refused), dropped(help(SearchRequest.of("养老 " + refused))));
    }
  }

  @Test
  void help_numberBehindItsGroup_isTriedAlone() {
    finding = Set.of("第217号");
    SearchHelp help = help(SearchRequest.of("第4-217号"));
    assertEquals("第217号", help.didYouMean().getFirst().q());
  }

  @Test
  void help_filterByPartOfAName_isAskedForAsText() {
    finding = Set.of("养老 单位:民政局");
    Filters agency = Filters.NONE.toggled(FilterField.AGENCY, new FilterValue.Exact("民政局"));
    SearchHelp help = help(SearchRequest.of("养老").withFilters(agency));
    assertEquals("养老 单位:民政局", help.didYouMean().getFirst().q());
    assertTrue(help.didYouMean().getFirst().search().filters().isEmpty());
  }

  @Test
  void help_noSingleWordInTheWay_dropsSeveral() {
    finding = Set.of("甲乙", "甲乙 戊己", "甲乙 戊己 壬癸");
    SearchHelp.Drop drop = help(SearchRequest.of("甲乙 丙丁 戊己 庚辛 壬癸")).drop().getFirst();
    assertEquals("丙丁 庚辛", drop.value());
    assertEquals("甲乙 戊己 壬癸", drop.search().q());
    assertTrue(drop.isWord());
  }

  @Test
  void help_wordThatLeavesNothingToAskFor_isNotDropped() {
    finding = Set.of("", "title:", "养老");
    assertEquals(List.of("title:"), dropped(help(SearchRequest.of("title: 养老"))));
  }
}
