package org.dafu.search;

/** The order of hits; ties are broken by the letter's id, so that pages never overlap. */
public enum Sort {
  /** Best first. */
  RELEVANCE("relevance", "相关度"),
  /**
   * Latest date first; letters with only a year come after those of that year with a date, without
   * either last.
   */
  NEWEST("newest", "最新"),
  /** Earliest date first; letters without a year last. */
  OLDEST("oldest", "最早");

  private final String parameter;
  private final String label;

  Sort(String parameter, String label) {
    this.parameter = parameter;
    this.label = label;
  }

  /** The value of the parameter {@code sort}. */
  public String parameter() {
    return parameter;
  }

  /** The Chinese name that people see. */
  public String label() {
    return label;
  }
}
