package org.dafu.web.ask;

import java.util.ArrayList;
import java.util.List;
import org.dafu.search.FilterField;
import org.dafu.search.Filters;
import org.dafu.search.Vocabulary;
import org.dafu.search.compare.Comparisons;
import org.jspecify.annotations.Nullable;

/** Reads what a matrix of measures by cities is asked by: words and filters, not too many. */
public final class CompareParameters {
  private CompareParameters() {}

  /**
   * The question that a URL asks; its cities are the columns, its measures the rows.
   *
   * @param raw the part after {@code ?}, still percent-encoded; null for none
   */
  public static Asked read(@Nullable String raw, Vocabulary vocabulary) {
    Asked asked = RequestParameters.readNarrowing(raw, vocabulary);
    return switch (asked) {
      case Refused refused -> refused;
      case Question question -> {
        List<Fault> faults = new ArrayList<>();
        Filters filters = question.request().filters();
        atMost(filters, FilterField.CITY, Comparisons.MAX_CITIES, faults);
        atMost(filters, FilterField.MEASURE, Comparisons.MAX_MEASURES, faults);
        yield faults.isEmpty() ? question : new Refused(faults);
      }
    };
  }

  private static void atMost(Filters filters, FilterField field, int most, List<Fault> faults) {
    if (filters.included().getOrDefault(field, List.of()).size() > most) {
      faults.add(new Fault.TooMany(field.parameter(), most));
    }
  }
}
