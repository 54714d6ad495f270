package org.dafu.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.join.ToParentBlockJoinQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.BytesRefIterator;
import org.dafu.search.Explanation.Contribution;
import org.dafu.search.FilterField;
import org.dafu.search.SearchRequest.Unit;

/**
 * Takes a letter's score apart by field and piece of the question. The scoring query is a sum, so
 * that each of its leaves adds what it gives alone.
 */
final class ScoreParts {
  private static final int MAX_PIECES = 20;
  private static final String SECTION = "section";
  private static final String NUMBER = "number";
  private static final String NAMED = "named";
  private static final String TOGETHER = "together";
  private static final String OTHER = "other";

  private static final Map<String, String> LABELS =
      Map.of(
          "title",
          "标题",
          "heading",
          "段落标题",
          "policy",
          "政策",
          "text",
          "正文",
          "doc_number",
          "文号",
          SECTION,
          "最佳段落",
          NUMBER,
          "编号、文号",
          NAMED,
          "所提到的地方、年份、届次、单位、人名",
          TOGETHER,
          "连着的词语",
          OTHER,
          "其他");

  private static final Map<String, Part> PARTS = new HashMap<>();

  static {
    for (Part part : Part.values()) {
      for (Unit unit : Unit.values()) {
        PARTS.put(part.characters(unit), part);
      }
      PARTS.put(part.words(), part);
    }
  }

  private final IndexSearcher searcher;
  private final int doc;
  private final Map<String, Map<String, Double>> byField = new LinkedHashMap<>();

  ScoreParts(IndexSearcher searcher, int doc) {
    this.searcher = searcher;
    this.doc = doc;
  }

  /** What each field gives, greatest first. */
  List<Contribution> of(Query score) throws IOException {
    add(score, 1);
    List<Contribution> all = new ArrayList<>();
    byField.forEach((field, pieces) -> all.add(field(field, pieces)));
    return sorted(all);
  }

  private void add(Query query, double boost) throws IOException {
    switch (query) {
      case BoostQuery boosted -> add(boosted.getQuery(), boost * boosted.getBoost());
      case BooleanQuery sum -> {
        for (BooleanClause clause : sum.clauses()) {
          if (clause.isScoring()) {
            add(clause.query(), boost);
          }
        }
      }
      case ToParentBlockJoinQuery section -> addSection(section, boost);
      default -> addLeaf(query, boost);
    }
  }

  private double scoreOf(Query query) throws IOException {
    Explanation explained = searcher.explain(query, doc);
    return explained.isMatch() ? explained.getValue().doubleValue() : 0;
  }

  /** The best section gives its own score, field by field. */
  private void addSection(ToParentBlockJoinQuery section, double boost) throws IOException {
    Query own = section.getChildQuery();
    int best = -1;
    double most = 0;
    for (int child = doc - sections(); child < doc; child++) {
      double score = new ScoreParts(searcher, child).scoreOf(own);
      if (score > most) {
        most = score;
        best = child;
      }
    }
    if (best >= 0) {
      for (Contribution part : new ScoreParts(searcher, best).of(own)) {
        byField
            .computeIfAbsent(SECTION, key -> new LinkedHashMap<>())
            .merge(part.label(), boost * part.score(), Double::sum);
      }
    }
  }

  private int sections() throws IOException {
    List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
    LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(doc, leaves));
    NumericDocValues counts = DocValues.getNumeric(leaf.reader(), Fields.SECTIONS);
    return counts.advanceExact(doc - leaf.docBase) ? Math.toIntExact(counts.longValue()) : 0;
  }

  private void addLeaf(Query query, double boost) throws IOException {
    double score = boost * scoreOf(query);
    if (score > 0) {
      byField
          .computeIfAbsent(field(query), key -> new LinkedHashMap<>())
          .merge(piece(query), score, Double::sum);
    }
  }

  private static String field(Query query) {
    return switch (query) {
      case ConstantScoreQuery constant -> constant(constant.getQuery());
      case TermQuery term -> name(term.getTerm().field());
      case PhraseQuery phrase -> name(phrase.getField());
      case DisjunctionMaxQuery any -> field(any.getDisjuncts().iterator().next());
      default -> OTHER;
    };
  }

  /**
   * What gives a constant: the letter's own number, words that it has together, or its being of
   * what the question names.
   */
  private static String constant(Query query) {
    return switch (query) {
      case TermQuery term ->
          term.getTerm().field().equals(Fields.filter(FilterField.NUMBER)) ? NUMBER : NAMED;
      case PhraseQuery phrase -> PARTS.get(phrase.getField()) == Part.DOC_NUMBER ? NUMBER : NAMED;
      case DisjunctionMaxQuery together -> TOGETHER;
      default -> NAMED;
    };
  }

  private static String name(String field) {
    Part part = PARTS.get(field);
    return part == null ? OTHER : part.name().toLowerCase(Locale.ROOT);
  }

  private static String piece(Query query) {
    return switch (query) {
      case TermQuery term -> term.getTerm().text();
      case PhraseQuery phrase -> "“" + text(phrase) + "”";
      case DisjunctionMaxQuery any ->
          String.join("/", any.getDisjuncts().stream().map(ScoreParts::piece).sorted().toList());
      case ConstantScoreQuery constant -> piece(constant.getQuery());
      case TermInSetQuery values -> text(values);
      default -> "";
    };
  }

  private static String text(TermInSetQuery values) {
    List<String> texts = new ArrayList<>();
    try {
      BytesRefIterator each = values.getBytesRefIterator();
      for (BytesRef value = each.next(); value != null; value = each.next()) {
        texts.add(value.utf8ToString());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory", e);
    }
    return String.join("/", texts);
  }

  /** What the pairs of a phrase stand for when laid side by side. */
  private static String text(PhraseQuery phrase) {
    StringBuilder text = new StringBuilder();
    Term[] terms = phrase.getTerms();
    int end = 0;
    for (int i = 0; i < terms.length; i++) {
      int[] codePoints = terms[i].text().codePoints().toArray();
      int shared = Math.max(0, Math.min(codePoints.length, end - phrase.getPositions()[i]));
      boolean word = Character.isLetterOrDigit(codePoints[0]) && codePoints[0] < 0x80;
      text.append(new String(codePoints, shared, codePoints.length - shared));
      end = phrase.getPositions()[i] + (word ? 1 : codePoints.length);
    }
    return text.toString();
  }

  private static Contribution field(String field, Map<String, Double> scores) {
    double sum = scores.values().stream().mapToDouble(Double::doubleValue).sum();
    List<Contribution> pieces = new ArrayList<>();
    scores.forEach(
        (piece, score) -> {
          if (!piece.isEmpty()) {
            pieces.add(new Contribution(piece, piece, score, List.of()));
          } else if (scores.size() > 1) { // as a range of years, which is no text
            pieces.add(new Contribution(OTHER, "其他", score, List.of()));
          }
        });
    List<Contribution> greatest = sorted(pieces);
    if (greatest.size() > MAX_PIECES) {
      List<Contribution> rest = greatest.subList(MAX_PIECES, greatest.size());
      double small = rest.stream().mapToDouble(Contribution::score).sum();
      greatest = new ArrayList<>(greatest.subList(0, MAX_PIECES));
      greatest.add(new Contribution(OTHER, "其余 " + rest.size() + " 项", small, List.of()));
    }
    return new Contribution(field, LABELS.getOrDefault(field, field), sum, greatest);
  }

  private static List<Contribution> sorted(List<Contribution> contributions) {
    return contributions.stream()
        .sorted(
            Comparator.comparingDouble(Contribution::score)
                .reversed()
                .thenComparing(Contribution::name))
        .toList();
  }
}
