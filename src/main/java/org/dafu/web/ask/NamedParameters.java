package org.dafu.web.ask;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dafu.search.SearchRequest;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a route that is no search: each at most once, none but those named. What is
 * wrong is gathered in {@link #faults}, so that one answer names every fault.
 *
 * <p>Used for one request and thrown away.
 */
public final class NamedParameters {
  private final Map<String, String> values = new HashMap<>();
  private final List<Fault> faults = new ArrayList<>();

  private NamedParameters() {}

  /**
   * Reads them.
   *
   * @param raw the part after {@code ?}, still percent-encoded; null for none
   * @param names that the route takes
   */
  public static NamedParameters read(@Nullable String raw, List<String> names) {
    NamedParameters read = new NamedParameters();
    Optional<List<QueryString.Parameter>> given = QueryString.parse(raw);
    if (given.isEmpty()) {
      read.faults.add(new Fault.NotEncoded(""));
    }
    for (QueryString.Parameter each : given.orElse(List.of())) {
      if (!names.contains(each.name())) {
        String near = Closest.of(each.name(), names);
        read.faults.add(new Fault.UnknownParameter(each.name(), near));
      } else if (read.values.putIfAbsent(each.name(), each.value()) != null) {
        read.faults.add(new Fault.Repeated(each.name()));
      }
    }
    return read;
  }

  /** Words of at most so many code points as a query may have; a fault if they are not given. */
  public String words(String name) {
    String value = values.get(name);
    if (value == null) {
      faults.add(new Fault.Missing(name));
      return "";
    }
    int codePoints = value.codePointCount(0, value.length());
    if (codePoints > SearchRequest.MAX_QUERY_CODE_POINTS) {
      faults.add(new Fault.TooLong(name, codePoints, SearchRequest.MAX_QUERY_CODE_POINTS));
      return "";
    }
    return value.strip();
  }

  /** The same; what it is otherwise where it is not given. */
  public String words(String name, String otherwise) {
    return values.containsKey(name) ? words(name) : otherwise;
  }

  /** A whole number from 1 to a most; what it is otherwise where it is not given. */
  public int number(String name, int max, int otherwise) {
    String value = values.get(name);
    if (value == null) {
      return otherwise;
    }
    if (value.matches("[0-9]{1,6}")) {
      int number = Integer.parseInt(value);
      if (number >= 1 && number <= max) {
        return number;
      }
    }
    faults.add(new Fault.OutOfRange(name, value, 1, max));
    return otherwise;
  }

  /** Adds a fault of the route's own. */
  public void fault(Fault fault) {
    faults.add(fault);
  }

  /** What is wrong, in the order in which it was seen. */
  public List<Fault> faults() {
    return List.copyOf(faults);
  }
}
