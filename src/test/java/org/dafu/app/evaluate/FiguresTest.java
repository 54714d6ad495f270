package org.dafu.app.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FiguresTest {
  private static Ranking ranking(Map<String, Integer> grades, String... found) {
    List<Double> scores = IntStream.range(0, found.length).mapToObj(i -> 9.0 - i).toList();
    return new Ranking(
        new JudgedQueries.Query("q", "text", grades), List.of(found), scores, 1_000_000);
  }

  @Test
  void ndcg_graded_isAsTrecEvalHasIt() {
    // (1 + 2/log2(3)) / (2 + 1/log2(3))
    Ranking swapped = ranking(Map.of("a", 2, "b", 1), "b", "a");
    assertEquals(0.8597, swapped.ndcg(), 0.0001);
    assertEquals(1, ranking(Map.of("a", 2, "b", 1), "a", "b").ndcg());
    assertEquals(0, ranking(Map.of("a", 2), "x").ndcg());
    assertEquals(1, ranking(Map.of("a", 2, "x", 0, "y", -1), "a", "y", "x").ndcg());
  }

  @Test
  void reciprocalRankAndRecall_beyondTheirDepth_areNothing() {
    String[] found = IntStream.range(0, 12).mapToObj(i -> "d" + i).toArray(String[]::new);
    assertEquals(0.25, ranking(Map.of("d3", 1), found).reciprocalRank());
    assertEquals(0, ranking(Map.of("d10", 1), found).reciprocalRank());
    assertEquals(0.5, ranking(Map.of("d10", 1, "absent", 1), found).recall());
  }

  @Test
  void mean_ofEqualValues_isCertain() {
    List<Ranking> same = Collections.nCopies(5, ranking(Map.of("a", 1), "x", "a"));
    assertEquals(new Figures.Mean(0.5, 0.5, 0.5), Figures.mean(same, Ranking::reciprocalRank));
  }

  @Test
  void mean_interval_holdsTheMeanAndNarrowsWithMoreQueries() {
    List<Ranking> few = List.of(ranking(Map.of("a", 1), "a"), ranking(Map.of("a", 1), "x"));
    List<Ranking> many = Collections.nCopies(100, few).stream().flatMap(List::stream).toList();
    Figures.Mean wide = Figures.mean(few, Ranking::ndcg);
    Figures.Mean narrow = Figures.mean(many, Ranking::ndcg);
    assertTrue(wide.low() <= 0.5 && wide.high() >= 0.5);
    assertTrue(narrow.high() - narrow.low() < wide.high() - wide.low());
    assertEquals(0.5, narrow.value());
  }
}
