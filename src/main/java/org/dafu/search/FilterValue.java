package org.dafu.search;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One accepted value of a filter. */
public sealed interface FilterValue {
  /** The value as it stands in a URL. */
  String text();

  /**
   * A year, or a range of years with one end at least.
   *
   * @param text 2021, 2019..2021, 2021.. or ..2020
   * @return empty if it is no such text, or ends before it begins
   */
  static Optional<FilterValue> years(String text) {
    if (Years.ONE.matcher(text).matches()) {
      return Optional.of(new Exact(text));
    }
    Matcher range = Years.RANGE.matcher(text);
    if (!range.matches() || text.equals("..")) {
      return Optional.empty();
    }
    int from = range.group(1) == null ? Years.FIRST : Integer.parseInt(range.group(1));
    int to = range.group(2) == null ? Years.LAST : Integer.parseInt(range.group(2));
    return from > to ? Optional.empty() : Optional.of(new Years(from, to));
  }

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
    private static final Pattern ONE = Pattern.compile("[1-9][0-9]{3}");

    private static final Pattern RANGE = Pattern.compile("([1-9][0-9]{3})?\\.\\.([1-9][0-9]{3})?");

    /** The open ends of a range: the first and the last year of four digits. */
    private static final int FIRST = 1000;

    private static final int LAST = 9999;

    @Override
    public String text() {
      return from + ".." + to;
    }
  }
}
