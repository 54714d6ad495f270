package org.dafu.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.dafu.analysis.QueryWords;
import org.dafu.contract.LetterMaker;
import org.dafu.contract.SimpleVocabulary;
import org.dafu.reply.Reply;
import org.dafu.search.Explanation;
import org.dafu.search.FilterField;
import org.dafu.search.Filters;
import org.dafu.search.Hit;
import org.dafu.search.InvalidCursorException;
import org.dafu.search.Meanings;
import org.dafu.search.Mode;
import org.dafu.search.Passage;
import org.dafu.search.PassageKey;
import org.dafu.search.Passages;
import org.dafu.search.QueryWarning;
import org.dafu.search.SearchRequest;
import org.dafu.search.SearchRequest.Unit;
import org.dafu.search.SearchResponse;
import org.dafu.search.Sort;
import org.dafu.search.TextRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Searches by words and meaning, where a test says how near each passage is. */
class HybridTest {
  /** A passage is as near to every question as it is told to be. */
  private static final class Told implements Meanings {
    final Map<PassageKey, Float> nearness = new HashMap<>();
    final List<String> asked = new ArrayList<>();

    @Override
    public boolean isEmpty() {
      return nearness.isEmpty();
    }

    @Override
    public Optional<Nearness> to(String question) {
      asked.add(question);
      return isEmpty()
          ? Optional.empty()
          : Optional.of(passage -> nearness.getOrDefault(passage, Float.NaN));
    }

    void near(LetterMaker letter, float near) {
      for (Passage passage : Passages.of(letter.make())) {
        nearness.put(passage.key(), near);
      }
    }
  }

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path folder;

  @SuppressWarnings("NullAway.Init")
  private LuceneEngine engine;

  private final Told told = new Told();

  @BeforeEach
  void open() throws IOException {
    Settings settings =
        new Settings(
            Weights.DEFAULT,
            () -> QueryWords.NONE,
            codePoint -> codePoint,
            new SimpleVocabulary(),
            told);
    engine = LuceneEngine.open(folder, settings);
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

  private static SearchRequest request(String q, Unit unit, int size, Mode mode) {
    return new SearchRequest(
        q,
        Filters.NONE,
        unit,
        Sort.RELEVANCE,
        size,
        null,
        List.of(FilterField.YEAR, FilterField.CITY),
        30,
        mode);
  }

  private List<String> paths(String q, Mode mode) {
    return engine.searcher().search(request(q, Unit.LETTER, 10, mode)).hits().stream()
        .map(hit -> hit.reply().source().path())
        .toList();
  }

  private List<String> codes(String q, Mode mode) {
    return engine.searcher().search(request(q, Unit.LETTER, 10, mode)).warnings().stream()
        .map(QueryWarning::code)
        .toList();
  }

  @Test
  void search_nearerLetter_comesFirst() throws IOException {
    LetterMaker often = LetterMaker.letter("often").text("食堂。食堂。食堂。");
    LetterMaker near = LetterMaker.letter("near").text("食堂里老人吃得好，按餐补贴，送餐上门。");
    LetterMaker far = LetterMaker.letter("far").text("食堂" + "以外的许多别的安排".repeat(9));
    LetterMaker other = LetterMaker.letter("other").text("停车。");
    put(often, near, far, other);
    assertEquals(List.of("often", "near", "far"), paths("食堂", Mode.USUAL));
    told.near(often, 0.2f);
    told.near(near, 0.9f);
    told.near(far, 0.1f);
    told.near(other, 0.95f);
    assertEquals(List.of("often", "near", "far"), paths("食堂", Mode.LEXICAL));
    assertEquals(List.of("near", "often", "far"), paths("食堂", Mode.HYBRID));
    assertEquals(List.of("near", "often", "far"), paths("食堂", Mode.USUAL));
    told.near(often, 0.9f);
    told.near(near, 0.2f);
    assertEquals(List.of("often", "near", "far"), paths("食堂", Mode.HYBRID));
  }

  @Test
  void explain_tellsWhatMeaningAdds() throws IOException {
    LetterMaker often = LetterMaker.letter("often").text("食堂。食堂。食堂。");
    LetterMaker near = LetterMaker.letter("near").text("食堂里老人吃得好，按餐补贴，送餐上门。");
    put(often, near);
    told.near(often, 0.2f);
    told.near(near, 0.9f);
    double sum = 0;
    for (Hit hit : engine.searcher().search(request("食堂", Unit.LETTER, 10, Mode.USUAL)).hits()) {
      Explanation explained =
          engine.reading().explainer().explain("食堂", hit.reply().id()).orElseThrow();
      assertEquals(hit.score(), explained.score(), 1e-4);
      sum +=
          explained.contributions().stream()
              .filter(each -> each.name().equals("meaning"))
              .mapToDouble(each -> Math.abs(each.score()))
              .sum();
    }
    assertTrue(sum > 0, "meaning is among what adds up");
  }

  @Test
  void search_withoutVectors_isLexicalAndSaidWhereAskedFor() throws IOException {
    LetterMaker letter = LetterMaker.letter("a").text("食堂。");
    put(letter);
    assertEquals(List.of("mode-lexical"), codes("食堂", Mode.HYBRID));
    assertEquals(List.of(), codes("食堂", Mode.USUAL));
    assertEquals(List.of(), codes("食堂", Mode.LEXICAL));
    told.near(letter, 0.5f);
    assertEquals(List.of(), codes("食堂", Mode.HYBRID));
  }

  @Test
  void search_exactWords_areNotAskedForTheirMeaning() throws IOException {
    LetterMaker letter = LetterMaker.letter("a").title("关于食堂的建议").number("068").text("食堂。");
    put(letter);
    told.near(letter, 0.5f);
    for (String q : List.of("“食堂”", "第068号", "食堂 第068号", "title:食堂", "", "-停车")) {
      paths(q, Mode.HYBRID);
    }
    assertEquals(List.of(), told.asked);
    paths("食堂 -停车", Mode.HYBRID);
    paths("(食堂 OR 停车)", Mode.USUAL);
    assertEquals(List.of("食堂", "食堂 停车"), told.asked);
    String message =
        "我们小区的老人很多，儿女都不在身边，希望街道办一个“老年食堂”，让老人吃上热饭，" + "听说别的区第068号建议已经办成了，请问我们这里什么时候能办，谢谢。";
    paths(message, Mode.USUAL);
    assertEquals(message, told.asked.getLast());
  }

  @Test
  void search_namedPlace_liftsItsLettersAsMuchAsBefore() throws IOException {
    LetterMaker own = LetterMaker.letter("own").place("浙江省", "湖州市").text("食堂补贴。");
    LetterMaker named = LetterMaker.letter("named").text("湖州市的食堂。食堂。");
    put(own, named);
    told.near(own, 0.3f);
    told.near(named, 0.9f);
    assertEquals("own", paths("湖州市 食堂", Mode.LEXICAL).getFirst());
    assertEquals("own", paths("湖州市 食堂", Mode.HYBRID).getFirst());
  }

  /** Everything that a search finds, page by page; vectors come and go between the pages. */
  private List<String> walk(SearchRequest first, Runnable between, long total) {
    List<String> seen = new ArrayList<>();
    SearchResponse response = engine.searcher().search(first);
    while (true) {
      assertEquals(total, response.total());
      double score = Double.MAX_VALUE;
      for (var hit : response.hits()) {
        assertTrue(hit.score() <= score, "scores go down");
        score = hit.score();
        seen.add(hit.reply().id() + " " + hit.sections().stream().findFirst().map(s -> s.index()));
      }
      if (response.next() == null) {
        return seen;
      }
      assertEquals(first.size(), response.hits().size(), "only the last page is short");
      between.run();
      response = engine.searcher().search(first.withCursor(response.next()));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void search_pages_giveEveryHitOnceWhileVectorsArrive(long seed) throws IOException {
    Random random = new Random(seed);
    List<LetterMaker> letters = new ArrayList<>();
    int count = 320 + random.nextInt(100);
    for (int i = 0; i < count; i++) {
      LetterMaker letter =
          LetterMaker.letter("letter" + i)
              .year(2018 + random.nextInt(4))
              .section("一、", "甲" + i, "养老".repeat(1 + random.nextInt(5)) + "助餐".repeat(i % 7));
      letters.add(letter);
      engine.index().put(letter.file(), List.of(letter.make()));
    }
    engine.index().commit();
    Runnable vectors =
        () -> {
          for (int i = 0; i < 40; i++) {
            told.near(letters.get(random.nextInt(count)), random.nextFloat());
          }
          if (random.nextInt(12) == 0) {
            told.nearness.clear(); // the file of vectors was deleted
          }
        };
    for (Unit unit : Unit.values()) {
      told.nearness.clear();
      List<String> lexical = walk(request("养老", unit, 100, Mode.LEXICAL), () -> {}, count);
      for (int size : List.of(7, 30, 100)) {
        vectors.run();
        List<String> seen = walk(request("养老", unit, size, Mode.HYBRID), vectors, count);
        String at = "seed " + seed + ", " + unit + ", size " + size;
        assertEquals(count, seen.size(), at);
        assertEquals(new HashSet<>(lexical), new HashSet<>(seen), at);
      }
    }
  }

  @Test
  void search_samePagesAsOneLongOne() throws IOException {
    Random random = new Random(9);
    for (int i = 0; i < 300; i++) {
      LetterMaker letter = LetterMaker.letter("l" + i).text("养老".repeat(1 + i % 9) + "字".repeat(i));
      told.near(letter, random.nextFloat());
      engine.index().put(letter.file(), List.of(letter.make()));
    }
    engine.index().commit();
    List<String> hundreds = walk(request("养老", Unit.LETTER, 100, Mode.HYBRID), () -> {}, 300);
    assertEquals(hundreds, walk(request("养老", Unit.LETTER, 13, Mode.HYBRID), () -> {}, 300));
    List<String> lexical = walk(request("养老", Unit.LETTER, 100, Mode.LEXICAL), () -> {}, 300);
    assertNotEquals(lexical, hundreds);
    SearchResponse fused = engine.searcher().search(request("养老", Unit.LETTER, 5, Mode.HYBRID));
    SearchResponse plain = engine.searcher().search(request("养老", Unit.LETTER, 5, Mode.LEXICAL));
    assertEquals(plain.facets(), fused.facets());
    SearchRequest other = request("养老", Unit.LETTER, 5, Mode.LEXICAL).withCursor(fused.next());
    assertThrows(InvalidCursorException.class, () -> engine.searcher().search(other));
  }

  @Test
  void passages_ofLettersThatMayBeShown_areHeldUntilTheyAreRemoved() throws IOException {
    LetterMaker one = LetterMaker.letter("a").title("关于食堂的建议").section("一、", "食堂", "已经开办。");
    LetterMaker other = LetterMaker.letter("b").text("停车。");
    LetterMaker hidden =
        LetterMaker.letter("c").text("不公开。").disclosure(org.dafu.reply.Disclosure.NOT_PUBLIC);
    put(one, other, hidden);
    Set<PassageKey> expected = new HashSet<>();
    for (Reply reply : List.of(one.make(), other.make())) {
      Passages.of(reply).forEach(passage -> expected.add(passage.key()));
    }
    var held = engine.passages();
    assertEquals(expected, held.keys());
    long before = held.version();
    Set<PassageKey> unknown = new HashSet<>();
    held.unknown(key -> false, 10).forEach(passage -> unknown.add(passage.key()));
    assertEquals(expected, unknown);
    assertEquals(
        List.of("停车。"),
        held.unknown(key -> !key.equals(PassageKey.of("停车。")), 10).stream()
            .map(Passage::text)
            .toList());
    engine.index().remove(one.file().key());
    engine.index().commit();
    assertEquals(Set.of(PassageKey.of("停车。")), held.keys());
    assertNotEquals(before, held.version());
    assertFalse(held.unknown(key -> false, 10).isEmpty());
    assertTrue(held.unknown(held.keys()::contains, 10).isEmpty());
  }

  @Test
  void texts_likeThemAreOrderedByMeaningToo() throws IOException {
    LetterMaker words = LetterMaker.letter("a").section("一、", "助餐", "老年食堂助餐补贴标准调整");
    LetterMaker near = LetterMaker.letter("b").section("一、", "助餐", "老年食堂助餐补贴办法另行印发");
    LetterMaker last = LetterMaker.letter("c").section("一、", "助餐", "老年食堂今年增加了三处，补贴");
    put(words, near, last);
    TextRequest request =
        new TextRequest("老年食堂助餐补贴标准", "关于养老的建议", Filters.NONE, Unit.SECTION, Set.of(), 10, 0);
    assertEquals(List.of("a", "b", "c"), like(request));
    told.near(words, 0.1f);
    told.near(near, 0.9f);
    told.near(last, 0.2f);
    assertEquals(List.of("b", "a", "c"), like(request));
    assertEquals("关于养老的建议\n老年食堂助餐补贴标准", told.asked.getLast());
  }

  private List<String> like(TextRequest request) {
    return engine.reading().texts().search(request).stream()
        .map(hit -> hit.reply().source().path())
        .toList();
  }
}
