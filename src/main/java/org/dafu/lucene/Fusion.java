package org.dafu.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryRescorer;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TotalHits;
import org.dafu.search.Meanings.Nearness;

/**
 * Puts the best matches by words into an order by words and meaning: both scores scaled to 0 to 1
 * over the best of each, and the weighted sum taken (reciprocal ranks lose to it on every set).
 * Only what matches is put in order, so that totals and facets stay as they are; the nearest that
 * are not among the best by words are left where they are, as taking them in gains nothing (nDCG@10
 * .0004).
 *
 * <p>What a letter gains by being of a place or year that the question names is no matter of
 * meaning, and stays what it is. A letter without vectors is taken to be as near as its words are.
 */
final class Fusion {
  /** So many of the best by words are put into another order. */
  static final int WINDOW = 200;

  /** So many of the nearest are scaled by. */
  private static final int NEAREST = 200;

  private final IndexSearcher searcher;
  private final Nearness nearness;
  private final double weight;

  /**
   * @param weight of meaning, 0 to 1; words weigh the rest
   */
  Fusion(IndexSearcher searcher, Nearness nearness, double weight) {
    this.searcher = searcher;
    this.nearness = nearness;
    this.weight = weight;
  }

  /**
   * The new order.
   *
   * @param best by words, best first, with their scores
   * @param match what the nearest are looked for among
   * @param lift what the question's names and terms add to the scores
   */
  List<FieldDoc> order(List<FieldDoc> best, Query match, Query lift) throws IOException {
    List<Nearest.Near> nearest = Nearest.of(searcher, match, nearness, NEAREST);
    if (nearest.isEmpty() || best.isEmpty()) {
      return best;
    }
    Map<Integer, Float> lifts = lifts(best, lift);
    Scale words = words(best, lifts);
    Scale meaning = new Scale(nearest.getLast().nearness(), nearest.getFirst().nearness());
    List<FieldDoc> scored = new ArrayList<>();
    for (FieldDoc hit : best) {
      float lifted = lifts.getOrDefault(hit.doc, 0f);
      double own = words.of(score(hit) - lifted);
      float near = Nearest.of(searcher, hit.doc, nearness);
      double other = Float.isNaN(near) ? own : meaning.of(near);
      double sum = words.back((1 - weight) * own + weight * other) + lifted;
      // No hit may seem worse than those that come after all of these.
      scored.add(scored(hit, Math.max((float) sum, score(best.getLast()))));
    }
    scored.sort(Comparator.comparingDouble(Fusion::score).reversed());
    return scored;
  }

  private static FieldDoc scored(FieldDoc hit, float score) {
    return new FieldDoc(hit.doc, score, new Object[] {score, hit.fields[1]});
  }

  /** Where 0 and 1 are of some scores. */
  private record Scale(double least, double most) {
    double of(double score) {
      return most > least ? Math.clamp((score - least) / (most - least), 0, 1) : 0;
    }

    double back(double scaled) {
      return least + scaled * (most > least ? most - least : 1);
    }
  }

  private static Scale words(List<FieldDoc> best, Map<Integer, Float> lifts) {
    double least = Double.MAX_VALUE;
    double most = 0;
    for (FieldDoc hit : best) {
      double own = score(hit) - lifts.getOrDefault(hit.doc, 0f);
      least = Math.min(least, own);
      most = Math.max(most, own);
    }
    return new Scale(least, most);
  }

  private Map<Integer, Float> lifts(List<FieldDoc> hits, Query lift) throws IOException {
    ScoreDoc[] docs = hits.stream().map(hit -> new ScoreDoc(hit.doc, 0)).toArray(ScoreDoc[]::new);
    TopDocs all = new TopDocs(new TotalHits(docs.length, TotalHits.Relation.EQUAL_TO), docs);
    Map<Integer, Float> lifts = new HashMap<>();
    for (ScoreDoc doc : QueryRescorer.rescore(searcher, all, lift, 1, docs.length).scoreDocs) {
      lifts.put(doc.doc, doc.score);
    }
    return lifts;
  }

  private static float score(FieldDoc hit) {
    return (Float) hit.fields[0];
  }
}
