package org.dafu.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.dafu.search.Meanings.Nearness;
import org.dafu.search.SearchRequest;
import org.jspecify.annotations.Nullable;

/**
 * The pages of a search. First comes the window that words and meaning put in order together, then
 * the rest in the order of words. Vectors may arrive between two pages: the window is then in
 * another order, and what was given of it is known by the cursor, so that no hit comes twice and
 * none is lost.
 */
final class Pages {
  /**
   * A page.
   *
   * @param next what a cursor says of the page after it; null after the last hit
   */
  record Page(List<FieldDoc> hits, @Nullable Place next) {}

  private final IndexSearcher searcher;
  private final SearchRequest request;
  private final LuceneSearcher.Question question;
  private final Order order;
  private final Query narrowed;

  Pages(
      IndexSearcher searcher,
      SearchRequest request,
      LuceneSearcher.Question question,
      Order order) {
    this.searcher = searcher;
    this.request = request;
    this.question = question;
    this.order = order;
    this.narrowed = FilterQueries.narrowed(question.match(), request.filters(), Optional.empty());
  }

  /**
   * The page after this hit, in the order of words or time.
   *
   * @param last null for the first page
   */
  Page plain(@Nullable FieldDoc last) throws IOException {
    List<FieldDoc> hits = after(last, request.size() + 1);
    boolean more = hits.size() > request.size();
    List<FieldDoc> page = more ? hits.subList(0, request.size()) : hits;
    return new Page(page, more ? Place.after(page.getLast()) : null);
  }

  /**
   * What of the window was not given, and what comes behind it.
   *
   * @param given keys of hits
   * @param nearness empty if vectors are no longer held: then words alone order what is left
   * @param weight of meaning
   */
  Page fused(Set<Long> given, Optional<Nearness> nearness, double weight) throws IOException {
    List<FieldDoc> best = after(null, Fusion.WINDOW);
    List<FieldDoc> window = best;
    if (nearness.isPresent()) {
      Fusion fusion = new Fusion(searcher, nearness.get(), weight);
      window = fusion.order(best, narrowed, question.lift());
    }
    List<FieldDoc> page = new ArrayList<>(window);
    page.removeIf(hit -> given.contains(Place.key(hit)));
    int size = request.size();
    if (page.size() > size || best.size() < Fusion.WINDOW) {
      List<FieldDoc> first = page.subList(0, Math.min(size, page.size()));
      return new Page(first, page.size() > size ? Place.within(given, first) : null);
    }
    List<FieldDoc> rest = after(best.getLast(), size - page.size() + 1);
    boolean more = page.size() + rest.size() > size;
    page.addAll(more ? rest.subList(0, rest.size() - 1) : rest);
    FieldDoc last = rest.size() > 1 ? page.getLast() : best.getLast();
    return new Page(page, more ? Place.after(last) : null);
  }

  /** What meaning adds to a hit's score by words, or takes from it; 0 outside the window. */
  double meaning(int doc, Nearness nearness, double weight) throws IOException {
    List<FieldDoc> best = after(null, Fusion.WINDOW);
    List<FieldDoc> window =
        new Fusion(searcher, nearness, weight).order(best, narrowed, question.lift());
    return score(window, doc) - score(best, doc);
  }

  private static double score(List<FieldDoc> hits, int doc) {
    return hits.stream()
        .filter(hit -> hit.doc == doc && hit.fields[0] instanceof Float)
        .mapToDouble(hit -> (Float) hit.fields[0])
        .findFirst()
        .orElse(0);
  }

  /** Hits in the order of words or time. */
  private List<FieldDoc> after(@Nullable FieldDoc last, int most) throws IOException {
    Query scored =
        new BooleanQuery.Builder()
            .add(narrowed, Occur.FILTER)
            .add(question.score(), Occur.SHOULD)
            .build();
    ScoreDoc[] top =
        searcher.search(
                order == Order.BEST ? scored : narrowed,
                new TopFieldCollectorManager(order.sort(), most, last, 1))
            .scoreDocs;
    return Arrays.stream(top).map(FieldDoc.class::cast).toList();
  }
}
