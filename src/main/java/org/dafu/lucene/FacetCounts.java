package org.dafu.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.dafu.search.Facet;
import org.dafu.search.FilterField;
import org.dafu.search.FilterValue;
import org.dafu.search.Filters;
import org.dafu.search.SearchRequest;
import org.dafu.search.Vocabulary;

/**
 * The exact total of a search and its facets. Fields without accepted values share one pass over
 * the hits; each field with accepted values needs a pass of its own, without them.
 */
final class FacetCounts {
  private static final Comparator<Facet.Value> BY_COUNT =
      Comparator.comparingLong(Facet.Value::count).reversed().thenComparing(Facet.Value::value);
  private static final Comparator<Facet.Value> LATEST_FIRST =
      Comparator.comparing(Facet.Value::value).reversed();

  /** What was counted. */
  record Counted(long total, List<Facet> facets) {}

  private final Vocabulary vocabulary;

  FacetCounts(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  Counted count(IndexSearcher searcher, Query question, SearchRequest request) throws IOException {
    Filters filters = request.filters();
    List<FilterField> open =
        request.facets().stream().filter(f -> !filters.included().containsKey(f)).toList();
    FacetTally shared =
        searcher.search(
            FilterQueries.narrowed(question, filters, Optional.empty()), FacetTally.manager(open));
    Map<FilterField, Facet> facets = new LinkedHashMap<>();
    for (FilterField field : request.facets()) {
      FacetTally tally = open.contains(field) ? shared : alone(searcher, question, filters, field);
      facets.put(field, facet(field, tally.counts(field), request));
    }
    return new Counted(shared.total(), List.copyOf(facets.values()));
  }

  private static FacetTally alone(
      IndexSearcher searcher, Query question, Filters filters, FilterField field)
      throws IOException {
    Query others = FilterQueries.narrowed(question, filters, Optional.of(field));
    return searcher.search(others, FacetTally.manager(List.of(field)));
  }

  private Facet facet(FilterField field, FacetTally.Counts counts, SearchRequest request) {
    Set<String> selected = new HashSet<>();
    for (FilterValue value : request.filters().included().getOrDefault(field, List.of())) {
      if (value instanceof FilterValue.Exact(String text)) {
        selected.add(Fields.comparable(field, text));
      }
    }
    List<Facet.Value> all = new ArrayList<>();
    counts.byValue.forEach((value, count) -> all.add(value(field, value, count, selected)));
    selected.stream()
        .filter(value -> !counts.byValue.containsKey(value))
        .forEach(value -> all.add(value(field, value, 0, selected)));
    Comparator<Facet.Value> order = field == FilterField.YEAR ? LATEST_FIRST : BY_COUNT;
    List<Facet.Value> listed =
        all.stream()
            .sorted(Comparator.comparing(Facet.Value::selected).reversed().thenComparing(order))
            .limit(Math.max(request.facetSize(), selected.size()))
            .sorted(order)
            .toList();
    return new Facet(field, listed, counts.missing, all.size() - listed.size());
  }

  private Facet.Value value(FilterField field, String value, long count, Set<String> selected) {
    String label = vocabulary.label(field, value);
    return new Facet.Value(value, label, count, selected.contains(value));
  }
}
