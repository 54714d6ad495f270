package org.dafu.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.util.BytesRef;
import org.dafu.search.FilterField;
import org.dafu.search.Hit;
import org.dafu.search.Meanings.Nearness;
import org.dafu.search.QueryNode;
import org.dafu.search.SearchRequest;
import org.dafu.search.TextRequest;
import org.dafu.search.TextSearcher;
import org.jspecify.annotations.Nullable;

/**
 * Finds what is like a text. The whole text is asked for, and not its most telling terms alone: a
 * choice of terms finds worse (nDCG@10 -.03 on long questions).
 */
final class LuceneTextSearcher implements TextSearcher {
  // Several hits of one letter or one city are passed over: so many are looked at.
  private static final int LOOKED_AT = 300;

  // As for a pasted message: what shares fewer pairs with it shares them by chance.
  private static final double SHARED_PAIRS = 0.5;
  private static final int MIN_SHARED_PAIRS = 2;

  // The title of a proposal is as long as one of its asks, and must not outweigh it.
  private static final float CONTEXT_WEIGHT = 0.3f;

  private static final Query NO_NAMES = new MatchNoDocsQuery("no names");

  private final LuceneSearcher searcher;
  private final Phrases phrases;
  private final Scoring scoring;
  private final Meant meant;

  LuceneTextSearcher(LuceneSearcher searcher, Phrases phrases, Scoring scoring, Meant meant) {
    this.searcher = searcher;
    this.phrases = phrases;
    this.scoring = scoring;
    this.meant = meant;
  }

  @Override
  public List<Hit> search(TextRequest request) {
    return searcher.withinTime(held -> search(held, request));
  }

  private List<Hit> search(IndexSearcher held, TextRequest request) throws IOException {
    String text = cut(request.text());
    Asked asked = Asked.of(new QueryNode.Words(text));
    Query match = match(text, request);
    Query score = scoring.query(asked, request.unit());
    BooleanQuery.Builder scored = new BooleanQuery.Builder();
    scored.add(match, Occur.FILTER).add(score, Occur.SHOULD);
    if (!request.context().isBlank()) {
      Asked about = Asked.of(new QueryNode.Words(cut(request.context())));
      Query context = scoring.query(about, request.unit());
      scored.add(new BoostQuery(context, CONTEXT_WEIGHT), Occur.SHOULD);
    }
    List<FieldDoc> found = inOrder(held, scored.build(), match, request);
    LuceneSearcher.Question question =
        new LuceneSearcher.Question(match, score, NO_NAMES, asked, List.of(), List.of());
    return searcher.hits(held, request.unit(), question, chosen(held, found, request));
  }

  /** The best by words, and where vectors are held by meaning too, best first. */
  private List<FieldDoc> inOrder(IndexSearcher held, Query scored, Query match, TextRequest request)
      throws IOException {
    ScoreDoc[] byWords =
        held.search(
                scored, new TopFieldCollectorManager(Order.BEST.sort(), LOOKED_AT, null, LOOKED_AT))
            .scoreDocs;
    List<FieldDoc> found =
        Arrays.stream(byWords)
            .map(FieldDoc.class::cast)
            .collect(Collectors.toCollection(ArrayList::new));
    Optional<Nearness> nearness =
        meant.nearness((request.context() + "\n" + request.text()).strip());
    if (nearness.isPresent()) {
      List<FieldDoc> window = found.subList(0, Math.min(Fusion.WINDOW, found.size()));
      Fusion fusion = new Fusion(held, nearness.get(), meant.weight());
      List<FieldDoc> fused = fusion.order(List.copyOf(window), match, NO_NAMES);
      Collections.copy(window, fused);
    }
    return found;
  }

  private static String cut(String text) {
    int most = SearchRequest.MAX_QUERY_CODE_POINTS;
    return text.codePointCount(0, text.length()) <= most
        ? text
        : text.substring(0, text.offsetByCodePoints(0, most));
  }

  private Query match(String text, TextRequest request) {
    BooleanQuery.Builder wanted = new BooleanQuery.Builder();
    wanted.add(Fields.ofUnit(request.unit()), Occur.FILTER);
    wanted.add(sharing(text, request.unit()), Occur.FILTER);
    if (!request.except().isEmpty()) {
      List<BytesRef> ids = request.except().stream().map(id -> new BytesRef(id.value())).toList();
      wanted.add(new TermInSetQuery(Fields.ID, ids), Occur.MUST_NOT);
    }
    return FilterQueries.narrowed(wanted.build(), request.filters(), Optional.empty());
  }

  private Query sharing(String text, SearchRequest.Unit unit) {
    Set<String> pairs = new LinkedHashSet<>(phrases.pairs(text));
    if (pairs.isEmpty()) {
      return text.isBlank() || phrases.atoms(text).isEmpty()
          ? new MatchNoDocsQuery("nothing but signs")
          : phrases.exactly(Part.TEXT.characters(unit), text);
    }
    BooleanQuery.Builder some = new BooleanQuery.Builder();
    for (String pair : pairs) {
      some.add(new TermQuery(new Term(Part.TEXT.characters(unit), pair)), Occur.SHOULD);
    }
    int shared = Math.max(MIN_SHARED_PAIRS, (int) (SHARED_PAIRS * Math.sqrt(pairs.size())));
    return some.setMinimumNumberShouldMatch(Math.min(pairs.size(), shared)).build();
  }

  /** Of each letter its best hit, of each place no more than are wanted. */
  private static List<FieldDoc> chosen(
      IndexSearcher held, List<FieldDoc> found, TextRequest request) throws IOException {
    Set<String> letters = new HashSet<>();
    Map<String, Integer> places = new HashMap<>();
    List<FieldDoc> chosen = new ArrayList<>();
    List<LeafReaderContext> leaves = held.getIndexReader().leaves();
    for (FieldDoc hit : found) {
      LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(hit.doc, leaves));
      int doc = hit.doc - leaf.docBase;
      String place = place(leaf, doc);
      boolean room =
          place == null
              || request.perPlace() == 0
              || places.getOrDefault(place, 0) < request.perPlace();
      if (chosen.size() < request.size() && room && letters.add(letter(leaf, doc))) {
        chosen.add(hit);
        if (place != null) {
          places.merge(place, 1, Integer::sum);
        }
      }
    }
    return chosen;
  }

  /** The city, else the province; null for a letter without any. */
  private static @Nullable String place(LeafReaderContext leaf, int doc) throws IOException {
    for (FilterField field : List.of(FilterField.CITY, FilterField.PROVINCE)) {
      SortedSetDocValues names = DocValues.getSortedSet(leaf.reader(), Fields.filter(field));
      if (names.advanceExact(doc)) {
        return names.lookupOrd(names.nextOrd()).utf8ToString();
      }
    }
    return null;
  }

  /** The id, with which every tie begins: copies of one letter are one letter. */
  private static String letter(LeafReaderContext leaf, int doc) throws IOException {
    SortedDocValues ties = DocValues.getSorted(leaf.reader(), Fields.TIE);
    if (!ties.advanceExact(doc)) {
      throw new IllegalStateException("a document without what breaks ties: " + doc);
    }
    String tie = ties.lookupOrd(ties.ordValue()).utf8ToString();
    return tie.substring(0, tie.indexOf(' '));
  }
}
