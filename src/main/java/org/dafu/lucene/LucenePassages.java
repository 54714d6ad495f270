package org.dafu.lucene;

import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.dafu.search.HeldPassages;
import org.dafu.search.Passage;
import org.dafu.search.PassageKey;
import org.dafu.search.Passages;

/** The passages of the letters that searches find. */
final class LucenePassages implements HeldPassages {
  private final LuceneSearcher searcher;

  LucenePassages(LuceneSearcher searcher) {
    this.searcher = searcher;
  }

  /** What is done with a letter's document and keys. */
  private interface Each {
    /** Says whether to go on. */
    boolean take(int doc, Set<PassageKey> keys) throws IOException;
  }

  @Override
  public long version() {
    return searcher.withSearcher(held -> ((DirectoryReader) held.getIndexReader()).getVersion());
  }

  @Override
  public Set<PassageKey> keys() {
    Set<PassageKey> all = new HashSet<>();
    return searcher.withSearcher(
        held -> {
          forEach(
              held,
              (doc, keys) -> {
                all.addAll(keys);
                return true;
              });
          return all;
        });
  }

  @Override
  public List<Passage> unknown(Predicate<PassageKey> known, int most) {
    Set<Integer> letters = new HashSet<>();
    Map<PassageKey, Passage> unknown = new LinkedHashMap<>();
    return searcher.withSearcher(
        held -> {
          forEach(
              held,
              (doc, keys) -> {
                if (!keys.stream().allMatch(known)) {
                  letters.add(doc);
                  Passages.of(Hits.reply(held, doc)).stream()
                      .filter(passage -> !known.test(passage.key()))
                      .forEach(passage -> unknown.put(passage.key(), passage));
                }
                return letters.size() < most;
              });
          return List.copyOf(unknown.values());
        });
  }

  private static void forEach(IndexSearcher held, Each each) throws IOException {
    Weight letters =
        held.createWeight(
            held.rewrite(Fields.ofType(Fields.LETTER)), ScoreMode.COMPLETE_NO_SCORES, 1);
    for (LeafReaderContext leaf : held.getIndexReader().leaves()) {
      Scorer scorer = letters.scorer(leaf);
      if (scorer != null && !forEach(leaf, scorer.iterator(), each)) {
        return;
      }
    }
  }

  private static boolean forEach(LeafReaderContext leaf, DocIdSetIterator letters, Each each)
      throws IOException {
    Bits live = leaf.reader().getLiveDocs();
    PassageKeys column = new PassageKeys(leaf.reader());
    for (int doc = letters.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; ) {
      if (live == null || live.get(doc)) {
        Set<PassageKey> keys = new HashSet<>();
        column.forEach(doc, keys::add);
        if (!each.take(leaf.docBase + doc, keys)) {
          return false;
        }
      }
      doc = letters.nextDoc();
    }
    return true;
  }
}
