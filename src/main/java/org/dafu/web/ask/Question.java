package org.dafu.web.ask;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dafu.search.FilterField;
import org.dafu.search.FilterValue;
import org.dafu.search.Filters;
import org.dafu.search.Mode;
import org.dafu.search.Recognised;
import org.dafu.search.SearchRequest;
import org.dafu.search.Sort;

/**
 * A search as asked at a URL; each {@code with} gives the question of another URL.
 *
 * @param surface where it is asked
 * @param request what is asked
 * @param listing which values of facets; any question made of this one lists the first again
 */
public record Question(Surface surface, SearchRequest request, Listing listing) implements Asked {
  /** A session is printed in many ways; a longer address would be of no use. */
  private static final int MAX_NARROWING_VALUES = 50;

  /**
   * Which values of its facets it lists.
   *
   * @param typed only those that hold this, in characters or pinyin; empty for all
   * @param from values to pass over
   */
  public record Listing(String typed, int from) {
    /** The values with the most hits. */
    public static final Listing TOP = new Listing("", 0);
  }

  /** A question that lists the values with the most hits. */
  public Question(Surface surface, SearchRequest request) {
    this(surface, request, Listing.TOP);
  }

  /** The same ranked in this way. */
  public Question(Surface surface, SearchRequest request, Mode mode) {
    this(surface, request.withMode(mode));
  }

  /** How to rank. */
  public Mode mode() {
    return request.mode();
  }

  /** The same words and filters asked of all letters in this place, as by default. */
  public static Question of(Surface surface, SearchRequest asked) {
    SearchRequest request =
        new SearchRequest(
            asked.q(),
            asked.filters(),
            surface.unit(),
            Sort.RELEVANCE,
            RequestParameters.DEFAULT_SIZE,
            null,
            RequestParameters.DEFAULT_FACETS,
            RequestParameters.DEFAULT_FACET_SIZE);
    return new Question(surface, request);
  }

  /** The same with the accepted value added or taken away, from the first page on. */
  public Question toggled(FilterField field, FilterValue value) {
    return withFilters(request.filters().toggled(field, value));
  }

  /**
   * The same within what a piece of the query names, from the first page on.
   *
   * @return empty where no filter says it, or one is chosen
   */
  public Optional<Question> narrowedTo(Recognised name) {
    Optional<FilterField> field =
        name.type().filter().filter(each -> !request.filters().included().containsKey(each));
    if (field.isEmpty() || name.filterValues().isEmpty()) {
      return Optional.empty();
    }
    Filters filters = request.filters();
    for (FilterValue value : name.filters().stream().limit(MAX_NARROWING_VALUES).toList()) {
      filters = filters.toggled(field.get(), value);
    }
    return Optional.of(withFilters(filters));
  }

  /** The same with the value refused and no longer accepted, from the first page on. */
  public Question excluding(FilterField field, FilterValue value) {
    Filters filters = request.filters();
    Map<FilterField, List<FilterValue>> included = without(filters.included(), field, value);
    Map<FilterField, List<FilterValue>> excluded = without(filters.excluded(), field, value);
    excluded.merge(
        field,
        List.of(value),
        (before, added) -> {
          List<FilterValue> both = new ArrayList<>(before);
          both.addAll(added);
          return both;
        });
    return withFilters(new Filters(included, excluded));
  }

  /** The same with the value neither accepted nor refused, from the first page on. */
  public Question without(FilterField field, FilterValue value) {
    Filters filters = request.filters();
    return withFilters(
        new Filters(
            without(filters.included(), field, value), without(filters.excluded(), field, value)));
  }

  /** The same with other filters, from the first page on. */
  public Question withFilters(Filters filters) {
    return new Question(surface, request.withFilters(filters));
  }

  /** The same from this cursor on; an empty one asks for the first page. */
  public Question withCursor(String cursor) {
    return new Question(surface, request.withCursor(cursor.isEmpty() ? null : cursor));
  }

  /** The same in another order, from the first page on. */
  public Question withSort(Sort sort) {
    return rebuilt(request.q(), request.unit(), sort, request.facetSize());
  }

  /** The same for letters or sections, from the first page on. */
  public Question withUnit(SearchRequest.Unit unit) {
    return rebuilt(request.q(), unit, request.sort(), request.facetSize());
  }

  /** The same with other words, from the first page on. */
  public Question withWords(String q) {
    return new Question(surface, request.withWords(q));
  }

  /** The same with longer or shorter facets, from the first page on. */
  public Question withFacetSize(int facetSize) {
    return rebuilt(request.q(), request.unit(), request.sort(), facetSize);
  }

  /** The same without hits: total and facets alone. */
  public Question withoutHits() {
    return new Question(
        surface,
        new SearchRequest(
            request.q(),
            request.filters(),
            request.unit(),
            request.sort(),
            0,
            null,
            request.facets(),
            request.facetSize(),
            request.mode()),
        listing);
  }

  private Question rebuilt(String q, SearchRequest.Unit unit, Sort sort, int facetSize) {
    return new Question(
        surface,
        new SearchRequest(
            q,
            request.filters(),
            unit,
            sort,
            request.size(),
            null,
            request.facets(),
            facetSize,
            request.mode()));
  }

  private static Map<FilterField, List<FilterValue>> without(
      Map<FilterField, List<FilterValue>> from, FilterField field, FilterValue value) {
    Map<FilterField, List<FilterValue>> changed = new EnumMap<>(FilterField.class);
    changed.putAll(from);
    changed.computeIfPresent(
        field, (key, values) -> values.stream().filter(each -> !each.equals(value)).toList());
    return changed;
  }
}
