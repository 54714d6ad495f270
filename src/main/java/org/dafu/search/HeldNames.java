package org.dafu.search;

import java.util.List;
import java.util.Optional;

/** The names that the letters of an index have: what a query can name at all. */
public interface HeldNames {
  /** Whether a letter has this value of a filter other than the year. */
  boolean holds(FilterField field, String value);

  /** Whether a letter is addressed to somebody of this name. */
  boolean isMember(String name);

  /** The sessions of all letters, as printed. */
  List<String> sessions();

  /**
   * What an agency is called besides.
   *
   * @param name whole words, in folded characters
   * @return empty if it is not known as the name of an agency
   */
  Optional<Agency> agency(String name);

  /**
   * The issuing agencies of letters whose names end so, with a place or nothing before: 咸宁市民政局 for
   * 民政局.
   *
   * @param names in folded characters
   * @param most of them; more give none, as they would not tell one thing
   */
  List<String> agencies(List<String> names, int most);

  /**
   * A name as typed that ends with a known name of an agency.
   *
   * @param before what stands before that, in folded characters; may be empty
   * @param forms the whole name as typed, then with each other name of the agency
   */
  record Agency(String before, List<String> forms) {
    public Agency {
      forms = List.copyOf(forms);
    }
  }
}
