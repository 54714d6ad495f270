package org.dafu.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.search.join.BitSetProducer;
import org.apache.lucene.search.join.QueryBitSetProducer;
import org.apache.lucene.util.BitSet;
import org.apache.lucene.util.BytesRef;
import org.dafu.reply.Reply;
import org.dafu.reply.Section;
import org.dafu.search.Hit;
import org.dafu.search.Hit.SectionHit;
import org.dafu.search.ReplyJson;
import org.dafu.search.SearchRequest.Unit;

/** Makes hits of found documents: the letter, its snippets and its best sections. */
final class Hits {
  private static final int MAX_SECTIONS = 3;
  private static final BitSetProducer LETTERS =
      new QueryBitSetProducer(Fields.ofType(Fields.LETTER));

  private final IndexSearcher searcher;
  private final Snippets snippets;
  private final Weight sections;

  /**
   * @param sections what gives sections their scores; matches no letter
   */
  Hits(IndexSearcher searcher, Snippets snippets, Query sections) throws IOException {
    this.searcher = searcher;
    this.snippets = snippets;
    this.sections = searcher.createWeight(searcher.rewrite(sections), ScoreMode.COMPLETE, 1);
  }

  Hit hit(ScoreDoc found, Unit unit, double score) throws IOException {
    LeafReaderContext leaf = leaf(found.doc);
    int doc = found.doc - leaf.docBase;
    return switch (unit) {
      case LETTER -> {
        Reply reply = reply(searcher, found.doc);
        yield new Hit(reply, score, snippets.of(reply, null), bestSections(leaf, doc, reply));
      }
      case SECTION -> {
        BitSet letters = LETTERS.getBitSet(leaf);
        Reply reply = reply(searcher, leaf.docBase + letters.nextSetBit(doc));
        List<Section> flat = LetterDocuments.flattened(reply.sections());
        if (flat.isEmpty()) { // the whole letter stands for the section that it has not
          yield new Hit(reply, score, snippets.of(reply, null), List.of());
        }
        int index = number(leaf, doc);
        Section section = flat.get(index);
        SectionHit self = sectionHit(section, index, score);
        yield new Hit(reply, score, snippets.of(reply, section), List.of(self));
      }
    };
  }

  static Reply reply(IndexSearcher searcher, int doc) throws IOException {
    BytesRef json =
        searcher.storedFields().document(doc, Set.of(Fields.REPLY)).getBinaryValue(Fields.REPLY);
    return ReplyJson.read(json.bytes, json.offset, json.length);
  }

  private List<SectionHit> bestSections(LeafReaderContext leaf, int letter, Reply reply)
      throws IOException {
    Scorer scorer = sections.scorer(leaf);
    List<Section> flat = LetterDocuments.flattened(reply.sections());
    if (scorer == null || flat.isEmpty()) {
      return List.of();
    }
    int first = letter - number(leaf, letter);
    List<SectionHit> scored = new ArrayList<>();
    DocIdSetIterator matches = scorer.iterator();
    for (int doc = matches.advance(first); doc < letter; doc = matches.nextDoc()) {
      int index = doc - first;
      scored.add(sectionHit(flat.get(index), index, scorer.score()));
    }
    return scored.stream()
        .sorted(
            Comparator.comparingDouble(SectionHit::score)
                .reversed()
                .thenComparingInt(SectionHit::index))
        .limit(MAX_SECTIONS)
        .toList();
  }

  private static SectionHit sectionHit(Section section, int index, double score) {
    return new SectionHit(index, section.label(), section.heading(), score);
  }

  private static int number(LeafReaderContext leaf, int doc) throws IOException {
    NumericDocValues numbers = DocValues.getNumeric(leaf.reader(), Fields.SECTIONS);
    if (!numbers.advanceExact(doc)) {
      throw new IllegalStateException("a document without its place: " + doc);
    }
    return Math.toIntExact(numbers.longValue());
  }

  private LeafReaderContext leaf(int doc) {
    List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
    return leaves.get(ReaderUtil.subIndex(doc, leaves));
  }
}
