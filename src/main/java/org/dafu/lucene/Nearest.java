package org.dafu.lucene;

import java.io.IOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.dafu.search.Meanings.Nearness;

/** Finds the documents whose nearest passage is nearest to a question, by looking at every one. */
final class Nearest implements Collector {
  /** A document that has a vector. */
  record Near(int doc, float nearness) {}

  private static final Comparator<Near> FARTHEST_FIRST =
      Comparator.comparingDouble(Near::nearness)
          .thenComparing(Comparator.comparingInt(Near::doc).reversed());

  private final Nearness nearness;
  private final int most;
  private final PriorityQueue<Near> nearest = new PriorityQueue<>(FARTHEST_FIRST);

  private Nearest(Nearness nearness, int most) {
    this.nearness = nearness;
    this.most = most;
  }

  /** The nearest of what matches, nearest first. */
  static List<Near> of(IndexSearcher searcher, Query match, Nearness nearness, int most)
      throws IOException {
    return searcher.search(
        match,
        new CollectorManager<Nearest, List<Near>>() {
          @Override
          public Nearest newCollector() {
            return new Nearest(nearness, most);
          }

          @Override
          public List<Near> reduce(Collection<Nearest> collectors) {
            return collectors.stream()
                .flatMap(each -> each.nearest.stream())
                .sorted(FARTHEST_FIRST.reversed())
                .limit(most)
                .toList();
          }
        });
  }

  /** How near one document is; NaN if none of its passages has a vector. */
  static float of(IndexSearcher searcher, int doc, Nearness nearness) throws IOException {
    List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
    LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(doc, leaves));
    return new PassageKeys(leaf.reader()).nearest(doc - leaf.docBase, nearness);
  }

  @Override
  public ScoreMode scoreMode() {
    return ScoreMode.COMPLETE_NO_SCORES;
  }

  @Override
  public LeafCollector getLeafCollector(LeafReaderContext context) throws IOException {
    PassageKeys keys = new PassageKeys(context.reader());
    return new LeafCollector() {
      @Override
      public void setScorer(Scorable scorer) {}

      @Override
      public void collect(int doc) throws IOException {
        float near = keys.nearest(doc, nearness);
        if (!Float.isNaN(near)) {
          add(new Near(context.docBase + doc, near));
        }
      }
    };
  }

  private void add(Near near) {
    nearest.add(near);
    if (nearest.size() > most) {
      nearest.poll();
    }
  }
}
