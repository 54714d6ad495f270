package org.dafu.lucene;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.document.IntField;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;
import org.dafu.search.FilterField;
import org.dafu.search.FilterValue;
import org.dafu.search.Filters;

/** What narrows a search, as queries. */
final class FilterQueries {
  private FilterQueries() {}

  /**
   * The question within its filters.
   *
   * @param without a field whose accepted values are left out, as for its own facet; empty for none
   */
  static Query narrowed(Query question, Filters filters, Optional<FilterField> without) {
    BooleanQuery.Builder narrowed = new BooleanQuery.Builder();
    narrowed.add(question, Occur.FILTER);
    filters
        .included()
        .forEach(
            (field, values) -> {
              if (without.filter(field::equals).isEmpty()) {
                narrowed.add(anyOf(field, values), Occur.FILTER);
              }
            });
    for (Map.Entry<FilterField, List<FilterValue>> entry : filters.excluded().entrySet()) {
      narrowed.add(anyOf(entry.getKey(), entry.getValue()), Occur.MUST_NOT);
    }
    return narrowed.build();
  }

  /** What has any of these values. */
  static Query anyOf(FilterField field, List<FilterValue> values) {
    List<BytesRef> terms = new ArrayList<>();
    List<Query> choices = new ArrayList<>();
    String name = Fields.filter(field);
    for (FilterValue value : values) {
      switch (value) {
        case FilterValue.Exact(String text) when field == FilterField.YEAR ->
            choices.add(year(name, text));
        case FilterValue.Exact(String text) ->
            terms.add(new BytesRef(Fields.comparable(field, text)));
        case FilterValue.Years(int from, int to) ->
            choices.add(IntField.newRangeQuery(name, from, to));
      }
    }
    if (!terms.isEmpty()) {
      choices.add(new TermInSetQuery(name, terms));
    }
    return Matching.anyOf(choices);
  }

  private static Query year(String name, String text) {
    return text.matches("[0-9]{1,9}")
        ? IntField.newExactQuery(name, Integer.parseInt(text))
        : new MatchNoDocsQuery("no year: " + text);
  }
}
