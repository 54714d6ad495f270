package org.dafu.search;

/** Lists the values of one field, however many there are. */
public interface FacetLister {
  /**
   * A page of the field's values among the hits of a search, in the facet's order; the request's
   * {@code facetSize} is the length of a page.
   *
   * @param typed only values that hold this, in characters, in pinyin or in pinyin's initials, in
   *     their label or in themselves; empty for all
   * @param from values to pass over, at least 0
   * @return {@code more} counts the values of the listing after this page
   */
  Facet list(SearchRequest request, FilterField field, String typed, int from);
}
