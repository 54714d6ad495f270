package org.dafu.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dafu.contract.LetterMaker;
import org.dafu.search.Coverage;
import org.dafu.search.Filters;
import org.dafu.search.QueryParser;
import org.dafu.search.QueryWarning;
import org.dafu.search.SearchRequest;
import org.dafu.search.SearchResponse;
import org.dafu.search.TextRequest;
import org.junit.jupiter.api.Test;

/** The limits of a search. */
class LimitsTest extends SearchedLetters {
  @Test
  void search_pastItsTime_givesWhatItHasAndSaysSo() throws IOException {
    put(LetterMaker.letter("a").text("养老"), LetterMaker.letter("b").text("养老"));
    assertFalse(codes("养老").contains("time-limit"));
    reopen(Duration.ofNanos(-1));
    SearchResponse response = search("养老");
    assertTrue(codes("养老").contains("time-limit"));
    assertTrue(response.total() <= 2);
    assertEquals(2, engine.searcher().count());
  }

  @Test
  void everyOtherQuestion_pastItsTime_ends() throws IOException {
    put(LetterMaker.letter("a").text("养老服务"), LetterMaker.letter("b").text("养老服务"));
    assertFalse(engine.reading().coverage().coverage(SearchRequest.of("养老")).partial());
    reopen(Duration.ofNanos(-1));
    Coverage coverage = engine.reading().coverage().coverage(SearchRequest.of("养老"));
    assertTrue(coverage.partial());
    assertTrue(coverage.total() <= 2);
    TextRequest like =
        new TextRequest("养老服务", "", Filters.NONE, SearchRequest.Unit.LETTER, Set.of(), 50, 0);
    assertTrue(engine.reading().texts().search(like).size() <= 2);
    assertTrue(engine.reading().speller().corrections("养佬服务", 5).size() <= 5);
    List<QueryWarning> told =
        engine
            .reading()
            .explainer()
            .explain("养老", LetterMaker.letter("a").id())
            .map(explanation -> explanation.reading().warnings())
            .orElse(List.of(QueryWarning.CUT_OFF));
    assertTrue(told.contains(QueryWarning.CUT_OFF), "" + told);
  }

  @Test
  void search_thousandClauses_isAnswered() throws IOException {
    put(LetterMaker.letter("a").text("养老"), LetterMaker.letter("b").text("地铁"));
    String ored =
        IntStream.range(0, 330)
            .mapToObj(i -> Character.toString('一' + 7 * i))
            .collect(Collectors.joining(" OR "));
    assertEquals(1, search(ored + " OR 养老").total());
    String all =
        IntStream.range(0, 1000)
            .mapToObj(i -> Character.toString('一' + 7 * i))
            .collect(Collectors.joining(" "));
    assertEquals(List.of(), QueryParser.parse(all).warnings());
    assertTrue(search(all).total() <= 2);
  }
}
