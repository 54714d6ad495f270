package org.dafu.search;

import java.util.List;

/**
 * How the hits of a search fall over the values of one field. Counts ignore the field's own
 * accepted values and honour everything else, so that the count beside a value is the total that
 * choosing it alone would give.
 *
 * @param field which
 * @param values by count, years by year; selected ones are always listed
 * @param missing hits that have no value
 * @param more values that are not listed
 */
public record Facet(FilterField field, List<Value> values, long missing, long more) {
  public Facet {
    values = List.copyOf(values);
  }

  /**
   * One value.
   *
   * @param value as kept in the index
   * @param label as shown to people
   * @param count of hits
   * @param selected whether it is among the accepted values
   */
  public record Value(String value, String label, long count, boolean selected) {}
}
