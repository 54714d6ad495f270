package org.dafu.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A search as asked.
 *
 * @param q the words, in the query language of {@link QueryParser}; empty asks for all
 * @param filters what narrows it
 * @param unit whether hits are letters or sections
 * @param sort order of hits
 * @param size hits a page, 0 to {@link #MAX_SIZE}
 * @param cursor where an earlier answer's {@code next} said to go on; null for the first page
 * @param facets fields to count, in the order of the answer
 * @param facetSize values a facet lists, selected ones always among them
 * @param mode how hits are ranked, where the best come first
 */
public record SearchRequest(
    String q,
    Filters filters,
    Unit unit,
    Sort sort,
    int size,
    @Nullable String cursor,
    List<FilterField> facets,
    int facetSize,
    Mode mode) {
  /** Most hits a page. */
  public static final int MAX_SIZE = 100;

  /** Most code points in {@code q}. */
  public static final int MAX_QUERY_CODE_POINTS = 2000;

  /** What a hit is. */
  public enum Unit {
    /** A whole letter. */
    LETTER,
    /** A section of a letter, of any level. */
    SECTION
  }

  /**
   * @throws IllegalArgumentException if the size is out of range
   */
  public SearchRequest {
    facets = List.copyOf(facets);
    if (size < 0 || size > MAX_SIZE) {
      throw new IllegalArgumentException("size must be 0 to " + MAX_SIZE + ": " + size);
    }
  }

  /** A search that is ranked as usual. */
  public SearchRequest(
      String q,
      Filters filters,
      Unit unit,
      Sort sort,
      int size,
      @Nullable String cursor,
      List<FilterField> facets,
      int facetSize) {
    this(q, filters, unit, sort, size, cursor, facets, facetSize, Mode.USUAL);
  }

  /** A first page of ten letters, best first, without facets. */
  public static SearchRequest of(String q) {
    return new SearchRequest(q, Filters.NONE, Unit.LETTER, Sort.RELEVANCE, 10, null, List.of(), 30);
  }

  /** The same with other words, from the first page on. */
  public SearchRequest withWords(String other) {
    return new SearchRequest(other, filters, unit, sort, size, null, facets, facetSize, mode);
  }

  /** The same with other filters, from the first page on. */
  public SearchRequest withFilters(Filters other) {
    return new SearchRequest(q, other, unit, sort, size, null, facets, facetSize, mode);
  }

  /** The same with these facets in place of others. */
  public SearchRequest withFacets(List<FilterField> other) {
    return new SearchRequest(q, filters, unit, sort, size, cursor, other, facetSize, mode);
  }

  /** The same from this cursor on. */
  public SearchRequest withCursor(@Nullable String other) {
    return new SearchRequest(q, filters, unit, sort, size, other, facets, facetSize, mode);
  }

  /** The same for the total alone: no hits, no facets. */
  public SearchRequest withoutHits() {
    return new SearchRequest(q, filters, unit, sort, 0, null, List.of(), facetSize, mode);
  }

  /** The same ranked in this way. */
  public SearchRequest withMode(Mode other) {
    return new SearchRequest(q, filters, unit, sort, size, cursor, facets, facetSize, other);
  }
}
