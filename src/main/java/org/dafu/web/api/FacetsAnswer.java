package org.dafu.web.api;

import java.util.Map;
import org.dafu.search.SearchResponse;
import org.dafu.web.ask.Question;

/**
 * The answer of {@code GET /facets}.
 *
 * @param total letters that the search gives
 * @param tookMs milliseconds in the engine
 * @param query what was understood
 * @param facets by the names asked for, in the order asked for
 */
public record FacetsAnswer(
    long total,
    long tookMs,
    SearchAnswer.Understood query,
    Map<String, SearchAnswer.FacetAnswer> facets) {
  /** The answer to this question. */
  public static FacetsAnswer of(Question question, SearchResponse response) {
    return new FacetsAnswer(
        response.total(),
        response.tookMillis(),
        SearchAnswer.Understood.of(question, response),
        SearchAnswer.facets(question, response.facets()));
  }
}
