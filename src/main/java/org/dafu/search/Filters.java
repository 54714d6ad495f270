package org.dafu.search;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What narrows a search: within one field any of its values (OR), between fields all of them (AND),
 * and none of the excluded ones.
 *
 * @param included accepted values by field; a field without values is absent
 * @param excluded refused values by field; a field without values is absent
 */
public record Filters(
    Map<FilterField, List<FilterValue>> included, Map<FilterField, List<FilterValue>> excluded) {
  /** Nothing is narrowed. */
  public static final Filters NONE = new Filters(Map.of(), Map.of());

  public Filters {
    included = copy(included);
    excluded = copy(excluded);
  }

  private static Map<FilterField, List<FilterValue>> copy(
      Map<FilterField, List<FilterValue>> from) {
    Map<FilterField, List<FilterValue>> copy = new EnumMap<>(FilterField.class);
    from.forEach(
        (field, values) -> {
          if (!values.isEmpty()) {
            copy.put(field, values.stream().distinct().toList());
          }
        });
    return Collections.unmodifiableMap(copy);
  }

  /** Whether this exact value is among the accepted ones. */
  public boolean includes(FilterField field, FilterValue value) {
    return included.getOrDefault(field, List.of()).contains(value);
  }

  /** The same with the value added, or taken away where it was there. */
  public Filters toggled(FilterField field, FilterValue value) {
    Map<FilterField, List<FilterValue>> changed = new LinkedHashMap<>(included);
    List<FilterValue> values = new ArrayList<>(included.getOrDefault(field, List.of()));
    if (!values.remove(value)) {
      values.add(value);
    }
    changed.put(field, values);
    return new Filters(changed, excluded);
  }

  /** The same with these accepted values of the field in place of others. */
  public Filters withIncluded(FilterField field, List<FilterValue> values) {
    Map<FilterField, List<FilterValue>> changed = new LinkedHashMap<>(included);
    changed.put(field, values);
    return new Filters(changed, excluded);
  }

  /** The same with this value refused too. */
  public Filters excluding(FilterField field, FilterValue value) {
    Map<FilterField, List<FilterValue>> changed = new LinkedHashMap<>(excluded);
    List<FilterValue> values = new ArrayList<>(excluded.getOrDefault(field, List.of()));
    values.add(value);
    changed.put(field, values);
    return new Filters(included, changed);
  }

  /** Whether nothing is narrowed. */
  public boolean isEmpty() {
    return included.isEmpty() && excluded.isEmpty();
  }
}
