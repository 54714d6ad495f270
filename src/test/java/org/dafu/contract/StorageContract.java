package org.dafu.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dafu.reply.Disclosure;
import org.dafu.search.FileRecord;
import org.dafu.search.FilterField;
import org.dafu.search.Filters;
import org.dafu.search.SearchRequest;
import org.dafu.search.SearchResponse;
import org.dafu.search.Sort;
import org.junit.jupiter.api.Test;

/** What every engine must keep, replace, forget and hide. */
abstract class StorageContract extends EngineFixture {
  @Test
  void everything_whenEmpty_works() throws IOException {
    assertEquals(0, engine.searcher().count());
    assertEquals(Map.of(), engine.index().files());
    assertEquals(Map.of(), engine.index().notes());
    assertTrue(engine.searcher().reply(LetterMaker.letter("a").id()).isEmpty());
    assertTrue(engine.searcher().file(LetterMaker.letter("a").id()).isEmpty());
    for (SearchRequest.Unit unit : SearchRequest.Unit.values()) {
      for (String q : List.of("", "养老", "\"养老\"", "第068号", "-养老", "title:养老")) {
        SearchResponse response =
            engine
                .searcher()
                .search(
                    new SearchRequest(
                        q,
                        Filters.NONE,
                        unit,
                        Sort.NEWEST,
                        10,
                        null,
                        List.of(FilterField.values()),
                        10));
        assertEquals(0, response.total());
        assertEquals(List.of(), response.hits());
        assertNull(response.next());
        assertEquals(FilterField.values().length, response.facets().size());
      }
    }
    engine.index().remove("nothing");
    engine.index().commit();
    engine.index().commit();
  }

  @Test
  void search_hiddenLetters_areNowhere() throws IOException {
    LetterMaker hidden =
        LetterMaker.letter("a").text("秘密养老").year(2020).disclosure(Disclosure.NOT_PUBLIC);
    put(hidden, LetterMaker.letter("b").text("公开养老").year(2021));
    assertFinds("养老", "b");
    assertFinds("", "b");
    assertEquals(1, engine.searcher().count());
    assertTrue(engine.searcher().reply(hidden.id()).isEmpty());
    assertTrue(engine.searcher().file(hidden.id()).isEmpty());
    assertEquals(2, engine.index().files().size());
  }

  @Test
  void reply_givesTheWholeLetterAndItsFile() throws IOException {
    LetterMaker maker = LetterMaker.letter("a").section("一、", "头", "身", "EC01").number("7");
    put(maker);
    assertEquals(maker.make(), engine.searcher().reply(maker.id()).orElseThrow());
    assertEquals(maker.file(), engine.searcher().file(maker.id()).orElseThrow());
  }

  @Test
  void put_again_replacesAllOfTheFile() throws IOException {
    put(LetterMaker.letter("a").section("一、", "旧标题", "旧内容").section("二、", null, "旧内容二"));
    FileRecord file = LetterMaker.file("a");
    engine.index().put(file, List.of(LetterMaker.letter("x").section("一、", "新", "新内容").make()));
    assertFinds("旧内容", "a");
    engine.index().commit();
    assertFinds("旧内容");
    assertFinds("新内容", "x");
    assertEquals(1, sections("").total());
    assertEquals(1, engine.index().files().size());
  }

  @Test
  void remove_takesLettersSectionsAndRecord() throws IOException {
    put(LetterMaker.letter("a").section("一、", "头", "身"), LetterMaker.letter("b").text("身"));
    engine.index().remove(LetterMaker.file("a").key());
    assertEquals(Set.of(LetterMaker.file("b").key()), engine.index().files().keySet());
    assertFinds("身", "a", "b");
    engine.index().commit();
    assertFinds("身", "b");
    assertEquals(0, sections("头").total());
    assertEquals(1, sections("").total(), "b, which has none, is its own");
  }

  @Test
  void letterWithoutSections_isFoundWholeAmongSections() throws IOException {
    LetterMaker whole = LetterMaker.letter("b").title("题目").place("河南省", "安阳市").text("养老院增加人手");
    put(LetterMaker.letter("a").section("一、", "头", "养老院增加床位"), whole);
    assertEquals(2, sections("养老院").total());
    for (String query : List.of("增加人手", "\"院增加人\"", "city:安阳市", "题目 人手")) {
      SearchResponse found = sections(query);
      assertEquals(1, found.total(), query);
      assertEquals(whole.make().id(), found.hits().getFirst().reply().id());
      assertEquals(List.of(), found.hits().getFirst().sections());
    }
    SearchResponse letters = engine.searcher().search(SearchRequest.of("增加人手"));
    assertEquals(List.of(), letters.hits().getFirst().sections());
  }

  @Test
  void uncommittedWrites_afterReopening_areGone() throws IOException {
    put(LetterMaker.letter("a").text("甲"));
    engine.index().note(Map.of("fingerprint", "1"));
    engine.index().commit();
    LetterMaker lost = LetterMaker.letter("b").text("乙");
    engine.index().put(lost.file(), List.of(lost.make()));
    engine.index().note(Map.of("fingerprint", "2"));
    assertEquals(2, engine.index().files().size());
    assertEquals(1, engine.searcher().count());
    engine.close();
    engine = open(folder, () -> words);
    assertEquals(1, engine.searcher().count());
    assertEquals(Set.of(LetterMaker.file("a").key()), engine.index().files().keySet());
    assertEquals(Map.of("fingerprint", "1"), engine.index().notes());
  }

  @Test
  void files_rejectedAndFailed_areKeptWithTheirReason() throws IOException {
    FileRecord rejected =
        new FileRecord("/c", "坏.pdf", 5, 6, null, FileRecord.State.REJECTED, "打不开");
    engine.index().put(rejected, List.of());
    engine.index().commit();
    engine.close();
    engine = open(folder, () -> words);
    assertEquals(Map.of(rejected.key(), rejected), engine.index().files());
    assertEquals(0, engine.searcher().count());
  }
}
