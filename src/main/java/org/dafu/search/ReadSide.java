package org.dafu.search;

/**
 * The whole reading side of an engine. Every part sees only letters that may be shown.
 *
 * @param replies searches and letters
 * @param suggester completes what is typed
 * @param texts finds what is like a text
 * @param explainer says why
 * @param speller corrects
 * @param facets lists long facets
 * @param coverage counts by place and year
 */
public record ReadSide(
    ReplySearcher replies,
    Suggester suggester,
    TextSearcher texts,
    Explainer explainer,
    Speller speller,
    FacetLister facets,
    CoverageCounter coverage) {}
