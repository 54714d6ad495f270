package org.dafu.search.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.dafu.search.Coverage;
import org.dafu.search.Facet;
import org.dafu.search.FilterField;
import org.dafu.search.FilterValue;
import org.dafu.search.Filters;
import org.dafu.search.ReadSide;
import org.dafu.search.SearchRequest;
import org.dafu.search.SearchResponse;
import org.dafu.search.Sort;
import org.dafu.search.Vocabulary;

/** Counts letters by two fields out of plain searches, so that no number is of its own kind. */
public final class Crosstabs {
  /** Years of a chart, the latest; a letter's year may be misread, and a page is so wide. */
  private static final int MAX_YEARS = 40;

  private static final int MAX_CLASSES = 12;
  private static final int MAX_CITIES = 12;
  private static final int MAX_MEASURES = 20;

  /** Longer than any list of values is. */
  private static final int ALL = 1000;

  private final ReadSide reading;
  private final Vocabulary vocabulary;

  /**
   * @param reading what may be shown
   */
  public Crosstabs(ReadSide reading, Vocabulary vocabulary) {
    this.reading = reading;
    this.vocabulary = vocabulary;
  }

  /** Years, earliest first and without gaps, by classes, those of most letters first. */
  public Crosstab yearsByClass(String q, Filters filters) {
    Coverage coverage = reading.coverage().coverage(request(q, filters, List.of()));
    long undated =
        coverage.unplaced().missing()
            + coverage.places().stream()
                .filter(each -> isOutermost(each.place()))
                .mapToLong(each -> each.years().missing())
                .sum();
    List<Integer> years = new ArrayList<>();
    if (!coverage.years().isEmpty()) {
      int last = coverage.years().last();
      int first = Math.max(coverage.years().first(), last - MAX_YEARS + 1);
      for (int year = first; year <= last; year++) {
        years.add(year);
      }
    }
    int earlier = years.isEmpty() ? 0 : coverage.years().headSet(years.getFirst()).size();
    List<String> names = years.stream().map(String::valueOf).toList();
    return table(
        q, filters, FilterField.YEAR, names, FilterField.CLASS, MAX_CLASSES, undated, earlier);
  }

  /** Cities of most letters by measure types that most letters bear. */
  public Crosstab citiesByMeasure(String q, Filters filters) {
    SearchRequest asked = request(q, filters, List.of(FilterField.CITY));
    Facet cities = search(asked).facets().getFirst();
    List<String> names = accepted(cities, filters).map(Facet.Value::value).toList();
    List<String> listed = names.stream().limit(MAX_CITIES).toList();
    return table(
        q,
        filters,
        FilterField.CITY,
        listed,
        FilterField.MEASURE,
        MAX_MEASURES,
        filters.included().containsKey(FilterField.CITY) ? 0 : cities.missing(),
        names.size() - listed.size() + (int) cities.more());
  }

  private static boolean isOutermost(Coverage.Place place) {
    return place.province() != null
        ? place.city() == null && place.county() == null
        : place.city() == null || place.county() == null;
  }

  private Crosstab table(
      String q,
      Filters filters,
      FilterField rowField,
      List<String> rows,
      FilterField columnField,
      int mostColumns,
      long withoutRow,
      int moreRows) {
    List<SearchResponse> found = new ArrayList<>();
    Map<String, Long> totals = new HashMap<>();
    for (String row : rows) {
      Filters here = filters.withIncluded(rowField, List.of(new FilterValue.Exact(row)));
      SearchResponse response = search(request(q, here, List.of(columnField)));
      found.add(response);
      accepted(response.facets().getFirst(), filters)
          .forEach(value -> totals.merge(value.value(), value.count(), Long::sum));
    }
    List<String> all =
        totals.keySet().stream()
            .filter(
                value -> totals.keySet().stream().noneMatch(o -> isBelow(columnField, o, value)))
            .sorted(
                Comparator.<String>comparingLong(value -> -totals.getOrDefault(value, 0L))
                    .thenComparing(Comparator.naturalOrder()))
            .toList();
    List<String> columns = all.stream().limit(mostColumns).toList();
    boolean narrowed = filters.included().containsKey(columnField);
    List<Crosstab.Row> counted = new ArrayList<>();
    for (int at = 0; at < rows.size(); at++) {
      counted.add(row(rows.get(at), found.get(at), columns, narrowed));
    }
    return new Crosstab(counted, columns, withoutRow, moreRows, all.size() - columns.size());
  }

  private static Crosstab.Row row(
      String value, SearchResponse found, List<String> columns, boolean narrowed) {
    Facet facet = found.facets().getFirst();
    Map<String, Long> counts = new HashMap<>();
    facet.values().forEach(each -> counts.put(each.value(), each.count()));
    return new Crosstab.Row(
        value,
        found.total(),
        columns.stream().map(column -> counts.getOrDefault(column, 0L)).toList(),
        narrowed ? 0 : facet.missing());
  }

  /** A facet ignores its own filter; a table does not: of a topic, what is below it is in. */
  private Stream<Facet.Value> accepted(Facet facet, Filters filters) {
    List<FilterValue> chosen = filters.included().getOrDefault(facet.field(), List.of());
    return facet.values().stream()
        .filter(
            value ->
                chosen.isEmpty()
                    || chosen.stream()
                        .map(FilterValue::text)
                        .anyMatch(
                            text ->
                                text.equals(value.value())
                                    || isBelow(facet.field(), value.value(), text)));
  }

  private boolean isBelow(FilterField field, String value, String topic) {
    Optional<String> parent = vocabulary.parent(field, value);
    return field == FilterField.MEASURE && parent.filter(topic::equals).isPresent();
  }

  private SearchResponse search(SearchRequest request) {
    return reading.replies().search(request);
  }

  private static SearchRequest request(String q, Filters filters, List<FilterField> facets) {
    return new SearchRequest(
        q, filters, SearchRequest.Unit.LETTER, Sort.RELEVANCE, 0, null, facets, ALL);
  }
}
