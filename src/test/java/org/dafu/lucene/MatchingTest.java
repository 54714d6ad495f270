package org.dafu.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import org.dafu.analysis.QueryWords;
import org.dafu.analysis.SynonymRule;
import org.dafu.contract.LetterMaker;
import org.dafu.contract.SimpleVocabulary;
import org.dafu.search.Meanings;
import org.dafu.search.SearchRequest;
import org.dafu.search.SearchResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How much of a long run of words is wanted, and what stands first. */
class MatchingTest {
  private static final String TITLE = "城市养老机构服务安全基本规范";

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path folder;

  @SuppressWarnings("NullAway.Init")
  private LuceneEngine engine;

  @BeforeEach
  void open() throws IOException {
    List<SynonymRule> synonyms = List.of(SynonymRule.twoWay(List.of("财政", "公共财政")));
    QueryWords words = new QueryWords(synonyms, Set.of(), Map.of(), QueryWords.DEFAULT_STOP_WORDS);
    engine =
        LuceneEngine.open(
            folder.resolve("index"),
            new Settings(
                Weights.DEFAULT,
                () -> words,
                IntUnaryOperator.identity(),
                new SimpleVocabulary(),
                Meanings.NONE,
                Duration.ofSeconds(60)));
  }

  @AfterEach
  void close() throws IOException {
    engine.close();
  }

  private void put(LetterMaker... letters) throws IOException {
    for (LetterMaker letter : letters) {
      engine.index().put(letter.file(), List.of(letter.make()));
    }
    engine.index().commit();
  }

  private SearchResponse search(String q) {
    return engine.searcher().search(SearchRequest.of(q));
  }

  private List<String> paths(String q) {
    return search(q).hits().stream().map(hit -> hit.reply().source().path()).toList();
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
}
