package org.dafu.search;

/** One accepted value of a filter. */
public sealed interface FilterValue {
  /** The value as it stands in a URL. */
  String text();

  /**
   * A value that must be equal.
   *
   * @param text as kept in the index: a full name, a code, a four-digit year
   */
  record Exact(String text) implements FilterValue {}

  /**
   * Years from one to another, both included.
   *
   * @param from first year
   * @param to last year, at least {@code from}
   */
  record Years(int from, int to) implements FilterValue {
    @Override
    public String text() {
      return from + ".." + to;
    }
  }
}
