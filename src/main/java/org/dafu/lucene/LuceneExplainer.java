package org.dafu.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.dafu.analysis.WordUnit;
import org.dafu.reply.ReplyId;
import org.dafu.search.Explainer;
import org.dafu.search.Explanation;
import org.dafu.search.Explanation.Contribution;
import org.dafu.search.Hit;
import org.dafu.search.ParsedQuery;
import org.dafu.search.QueryNode;
import org.dafu.search.QueryParser;
import org.dafu.search.QueryReading;
import org.dafu.search.QueryReading.Kind;
import org.dafu.search.QueryReading.Token;
import org.dafu.search.QueryWarning;
import org.dafu.search.SearchRequest;
import org.dafu.search.TextField;
import org.dafu.search.TypedNumbers;

/** Explains by the very queries that a search makes. */
final class LuceneExplainer implements Explainer {
  private final LuceneSearcher searcher;
  private final Reading reading;

  LuceneExplainer(LuceneSearcher searcher, Reading reading) {
    this.searcher = searcher;
    this.reading = reading;
  }

  @Override
  public QueryReading read(String q) {
    ParsedQuery parsed = QueryParser.parse(q);
    return reading(parsed, parsed.warnings());
  }

  @Override
  public Optional<Explanation> explain(String q, ReplyId id) {
    return searcher.withSearcher(held -> explain(held, q, id));
  }

  private Optional<Explanation> explain(IndexSearcher held, String q, ReplyId id)
      throws IOException {
    int doc = LuceneSearcher.letter(held, id);
    if (doc < 0) {
      return Optional.empty();
    }
    ParsedQuery parsed = QueryParser.parse(q);
    SearchRequest request = SearchRequest.of(q);
    LuceneSearcher.Question question = searcher.question(held, parsed, request);
    List<Contribution> contributions = contributions(held, question, request, doc);
    double score = contributions.stream().mapToDouble(Contribution::score).sum();
    FieldDoc found = new FieldDoc(doc, (float) score, new Object[] {(float) score, new BytesRef()});
    Hit hit = searcher.hits(held, SearchRequest.Unit.LETTER, question, List.of(found)).getFirst();
    QueryReading read = reading(parsed, question.warnings());
    List<String> absent = new ArrayList<>();
    for (Token token : read.tokens()) {
      if (!matches(held, id, alone(held, token))) {
        absent.add(token.text());
      }
    }
    boolean matches = matches(held, id, question.match());
    return Optional.of(new Explanation(read, hit, matches, absent, score, contributions));
  }

  /** What words give, by field, and what meaning adds to it or takes from it. */
  private List<Contribution> contributions(
      IndexSearcher held, LuceneSearcher.Question question, SearchRequest request, int doc)
      throws IOException {
    if (question.asked().isEmpty()) {
      return List.of();
    }
    List<Contribution> all = new ArrayList<>(new ScoreParts(held, doc).of(question.score()));
    double meaning = searcher.meaning(held, question, request, doc);
    if (meaning != 0) {
      all.add(new Contribution("meaning", "语义", meaning, List.of()));
      all.sort(Comparator.comparingDouble(Contribution::score).reversed());
    }
    return all;
  }

  private Query alone(IndexSearcher held, Token token) {
    QueryNode node =
        switch (token.kind()) {
          case WORD -> new QueryNode.Words(token.text());
          case PHRASE -> new QueryNode.Phrase(token.text());
          case NUMBER -> new QueryNode.Numbered(token.text(), 0);
          case DOC_NUMBER -> new QueryNode.DocNumbered(token.text());
          case TITLE -> new QueryNode.InField(TextField.TITLE, new QueryNode.Words(token.text()));
        };
    ParsedQuery parsed = new ParsedQuery(node, token.text(), List.of());
    return searcher.question(held, parsed, SearchRequest.of(token.text())).match();
  }

  private static boolean matches(IndexSearcher held, ReplyId id, Query query) throws IOException {
    Query ofLetter =
        new BooleanQuery.Builder()
            .add(new TermQuery(new Term(Fields.ID, id.value())), Occur.FILTER)
            .add(query, Occur.FILTER)
            .build();
    return held.count(ofLetter) > 0;
  }

  private QueryReading reading(ParsedQuery parsed, List<QueryWarning> warnings) {
    Asked asked = Asked.of(parsed.node());
    List<Token> tokens = new ArrayList<>();
    asked.numbers().forEach(each -> tokens.add(token(Kind.NUMBER, number(each.text()))));
    asked.docNumbers().forEach(each -> tokens.add(token(Kind.DOC_NUMBER, each)));
    asked.titles().forEach(run -> tokens.addAll(units(Kind.TITLE, run)));
    asked.phrases().forEach(each -> tokens.add(token(Kind.PHRASE, each)));
    asked.words().forEach(run -> tokens.addAll(units(Kind.WORD, run)));
    return new QueryReading(parsed.understood(), tokens.stream().distinct().toList(), warnings);
  }

  private static String number(String typed) {
    return TypedNumbers.proposal(typed);
  }

  private static Token token(Kind kind, String text) {
    return new Token(kind, text, List.of());
  }

  private List<Token> units(Kind kind, String run) {
    List<Token> tokens = new ArrayList<>();
    for (WordUnit unit : reading.units(run)) {
      tokens.add(new Token(kind, unit.text(), unit.alternatives()));
    }
    return tokens;
  }
}
