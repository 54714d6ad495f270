package org.dafu.lucene;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.dafu.search.FilterField;
import org.dafu.search.QueryNode;
import org.dafu.search.SearchRequest;
import org.dafu.search.TextField;
import org.dafu.search.TypedNumbers;

/**
 * Which letters or sections answer a question, without regard to their order.
 *
 * <p>Words match by units of meaning: each as its characters stand, or as one of its alternatives
 * does. All units of a run are wanted; of a run with very many, a pasted message, a share of them
 * is enough, for no answer repeats all words of the question.
 */
final class Matching {
  /** More units than this in one run are no longer chosen word by word. */
  private static final int ALL_WANTED_UNITS = 8;

  /** The share of a long run's units that a letter must have. */
  private static final double LONG_RUN_SHARE = 0.3;

  private static final List<Part> WORDS_IN = List.of(Part.TEXT, Part.ABOUT);
  private static final List<Part> PHRASES_IN = List.of(Part.TEXT);

  private final SearchRequest.Unit unit;
  private final Phrases phrases;
  private final Reading reading;

  Matching(SearchRequest.Unit unit, Phrases phrases, Reading reading) {
    this.unit = unit;
    this.phrases = phrases;
    this.reading = reading;
  }

  Query query(QueryNode node) {
    return switch (node) {
      case QueryNode.All all -> MatchAllDocsQuery.INSTANCE;
      case QueryNode.Words(String text) -> words(WORDS_IN, text);
      case QueryNode.Phrase(String text) -> anyOf(exactly(PHRASES_IN, text));
      case QueryNode.Numbered(String text, long value) -> numbered(text);
      case QueryNode.DocNumbered(String text) ->
          anyOf(exactly(List.of(Part.DOC_NUMBER, Part.TEXT), text));
      case QueryNode.InField(TextField field, QueryNode part) -> inField(field, part);
      case QueryNode.AllOf(List<QueryNode> parts) ->
          allOf(parts.stream().map(this::query).toList());
      case QueryNode.AnyOf(List<QueryNode> parts) ->
          anyOf(parts.stream().map(this::query).toList());
      case QueryNode.Not(QueryNode part) -> not(query(part));
    };
  }

  private Query inField(TextField field, QueryNode node) {
    return switch (node) {
      case QueryNode.All all -> MatchAllDocsQuery.INSTANCE;
      case QueryNode.Words(String text) ->
          field == TextField.NUMBER ? number(text) : words(parts(field), text);
      case QueryNode.Phrase(String text) ->
          field == TextField.NUMBER ? number(text) : anyOf(exactly(parts(field), text));
      case QueryNode.Numbered(String text, long value) ->
          field == TextField.NUMBER ? number(text) : anyOf(exactly(parts(field), text));
      case QueryNode.DocNumbered(String text) -> anyOf(exactly(parts(field), text));
      case QueryNode.InField(TextField inner, QueryNode part) -> inField(inner, part);
      case QueryNode.AllOf(List<QueryNode> parts) ->
          allOf(parts.stream().map(part -> inField(field, part)).toList());
      case QueryNode.AnyOf(List<QueryNode> parts) ->
          anyOf(parts.stream().map(part -> inField(field, part)).toList());
      case QueryNode.Not(QueryNode part) -> not(inField(field, part));
    };
  }

  private static List<Part> parts(TextField field) {
    return switch (field) {
      case TITLE -> List.of(Part.TITLE);
      case AGENCY -> List.of(Part.AGENCY);
      case POLICY -> List.of(Part.POLICY);
      case CITY -> List.of(Part.PLACE);
      case DOC_NUMBER, NUMBER -> List.of(Part.DOC_NUMBER);
    };
  }

  private Query words(List<Part> parts, String text) {
    List<Query> units = reading.units(text).stream().map(wanted -> oneUnit(parts, wanted)).toList();
    if (units.size() <= ALL_WANTED_UNITS) {
      return allOf(units);
    }
    BooleanQuery.Builder some = new BooleanQuery.Builder();
    units.forEach(wanted -> some.add(wanted, Occur.SHOULD));
    some.setMinimumNumberShouldMatch((int) Math.ceil(units.size() * LONG_RUN_SHARE));
    return some.build();
  }

  private Query oneUnit(List<Part> parts, org.dafu.analysis.Unit wanted) {
    List<Query> forms = new ArrayList<>(exactly(parts, wanted.text()));
    wanted.alternatives().forEach(form -> forms.addAll(exactly(parts, form)));
    return anyOf(forms);
  }

  /** The letter's own number, or its being named in a text; never a 文号 that ends like it. */
  private Query numbered(String text) {
    List<Query> forms = new ArrayList<>(List.of(number(text)));
    String bare = TypedNumbers.proposal(text);
    forms.addAll(exactly(PHRASES_IN, "第" + bare + "号"));
    forms.addAll(exactly(PHRASES_IN, "第" + printed(text) + "号"));
    return anyOf(forms.stream().distinct().toList());
  }

  private static String printed(String typed) {
    return typed.replaceAll("[第号()（）〔〕\\[\\]［］【】﹝﹞\\s]", "");
  }

  static Query number(String typed) {
    String name = Fields.filter(FilterField.NUMBER);
    return new TermQuery(new Term(name, Fields.comparable(FilterField.NUMBER, typed)));
  }

  private List<Query> exactly(List<Part> parts, String text) {
    return parts.stream().map(part -> phrases.exactly(part.characters(unit), text)).toList();
  }

  static Query allOf(List<Query> wanted) {
    if (wanted.size() == 1) {
      return wanted.getFirst();
    }
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    wanted.forEach(query -> all.add(query, Occur.FILTER));
    return wanted.isEmpty() ? MatchAllDocsQuery.INSTANCE : all.build();
  }

  static Query anyOf(List<Query> choices) {
    if (choices.size() == 1) {
      return choices.getFirst();
    }
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    choices.forEach(query -> any.add(query, Occur.SHOULD));
    return any.build();
  }

  static Query not(Query refused) {
    return new BooleanQuery.Builder()
        .add(MatchAllDocsQuery.INSTANCE, Occur.FILTER)
        .add(refused, Occur.MUST_NOT)
        .build();
  }
}
