package org.dafu.search;

/** Counts the letters held by place and year. */
public interface CoverageCounter {
  /**
   * How the hits of a search fall over places and years: letters, or sections where it is for
   * these.
   *
   * @param request whose order and size do not matter
   */
  Coverage coverage(SearchRequest request);
}
