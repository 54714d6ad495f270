package org.dafu.search;

/** Counts the letters held by place and year. */
public interface CoverageCounter {
  /**
   * How the letters that a search gives fall over places and years.
   *
   * @param request of which only words and filters count
   */
  Coverage coverage(SearchRequest request);
}
