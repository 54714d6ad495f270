package org.dafu.search;

import java.util.List;

/** The names that the letters of an index have: what a query can name at all. */
public interface HeldNames {
  /** Whether a letter has this value of a filter other than the year. */
  boolean holds(FilterField field, String value);

  /** Whether a letter is addressed to somebody of this name. */
  boolean isMember(String name);

  /** The sessions of all letters, as printed. */
  List<String> sessions();
}
