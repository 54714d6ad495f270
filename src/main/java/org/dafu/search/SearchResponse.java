package org.dafu.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a {@link SearchRequest}.
 *
 * @param total exact number of hits
 * @param tookMillis time spent in the engine
 * @param understood the query written out for people
 * @param warnings what was taken otherwise than typed
 * @param hits of this page
 * @param facets in the order asked for
 * @param next cursor of the next page; null after the last hit
 * @param recognised what the query names, in its order
 */
public record SearchResponse(
    long total,
    long tookMillis,
    String understood,
    List<QueryWarning> warnings,
    List<Hit> hits,
    List<Facet> facets,
    @Nullable String next,
    List<Recognised> recognised) {
  public SearchResponse {
    recognised = List.copyOf(recognised);
    warnings = List.copyOf(warnings);
    hits = List.copyOf(hits);
    facets = List.copyOf(facets);
  }

  /** An answer to a query that names nothing. */
  public SearchResponse(
      long total,
      long tookMillis,
      String understood,
      List<QueryWarning> warnings,
      List<Hit> hits,
      List<Facet> facets,
      @Nullable String next) {
    this(total, tookMillis, understood, warnings, hits, facets, next, List.of());
  }

  /** The same with other warnings. */
  public SearchResponse withWarnings(List<QueryWarning> other) {
    return new SearchResponse(total, tookMillis, understood, other, hits, facets, next, recognised);
  }
}
