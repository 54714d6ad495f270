package org.dafu.app.evaluate;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dafu.search.Hit;
import org.dafu.search.SearchResponse;

/**
 * What a search gave for one query, and what that is worth.
 *
 * @param query what was asked
 * @param found documents, best first, each once
 * @param scores of the same
 * @param nanos that the search took
 */
public record Ranking(
    JudgedQueries.Query query, List<String> found, List<Double> scores, long nanos) {
  /** Hits that are asked for: as many as recall is measured over. */
  public static final int DEPTH = 100;

  /** How far down nDCG and MRR look. */
  private static final int TOP = 10;

  public Ranking {
    found = List.copyOf(found);
    scores = List.copyOf(scores);
  }

  /** The ranking that an answer gives. */
  public static Ranking of(
      JudgedQueries.Query query, Corpus corpus, SearchResponse response, long nanos) {
    return new Ranking(
        query,
        response.hits().stream().map(hit -> corpus.name(hit.reply().id())).toList(),
        response.hits().stream().map(Hit::score).toList(),
        nanos);
  }

  /**
   * Normalised discounted cumulated gain over the first ten, as trec_eval has it: a document's gain
   * is its grade, divided by the binary logarithm of its place plus one.
   */
  double ndcg() {
    Map<String, Integer> grades = query.grades();
    List<Integer> best =
        grades.values().stream()
            .filter(grade -> grade > 0)
            .sorted(Comparator.reverseOrder())
            .limit(TOP)
            .toList();
    List<Integer> gained =
        found.stream().limit(TOP).map(name -> Math.max(0, grades.getOrDefault(name, 0))).toList();
    return gain(gained) / gain(best);
  }

  private static double gain(List<Integer> grades) {
    double sum = 0;
    for (int place = 0; place < grades.size(); place++) {
      sum += grades.get(place) * Math.log(2) / Math.log(place + 2.0);
    }
    return sum;
  }

  /** One over the place of the first right document; 0 if none is among the first ten. */
  double reciprocalRank() {
    for (int place = 0; place < Math.min(TOP, found.size()); place++) {
      if (query.grades().getOrDefault(found.get(place), 0) > 0) {
        return 1.0 / (place + 1);
      }
    }
    return 0;
  }

  /** The share of the right documents that are among the first hundred. */
  double recall() {
    Set<String> right = new HashSet<>();
    query.grades().forEach((name, grade) -> addIf(grade > 0, name, right));
    long all = right.size();
    found.stream().limit(DEPTH).forEach(right::remove);
    return (all - right.size()) / (double) all;
  }

  private static void addIf(boolean wanted, String name, Set<String> to) {
    if (wanted) {
      to.add(name);
    }
  }
}
