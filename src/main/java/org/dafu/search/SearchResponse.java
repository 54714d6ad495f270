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
 */
public record SearchResponse(
    long total,
    long tookMillis,
    String understood,
    List<QueryWarning> warnings,
    List<Hit> hits,
    List<Facet> facets,
    @Nullable String next) {
  public SearchResponse {
    warnings = List.copyOf(warnings);
    hits = List.copyOf(hits);
    facets = List.copyOf(facets);
  }
}
