package org.dafu.search.chart;

import java.util.List;
import org.dafu.reply.FigureType;
import org.dafu.search.FilterField;
import org.dafu.search.FilterValue;
import org.dafu.search.Filters;
import org.jspecify.annotations.Nullable;

/**
 * Which figures are wanted.
 *
 * @param q words that narrow the letters
 * @param filters narrow the letters, but for two: measures are those of the section in which a
 *     figure stands, years those that a figure is for
 * @param type null for any
 * @param min least value in the type's base unit; null for any
 * @param max greatest value in the type's base unit; null for any
 */
public record FigureQuestion(
    String q,
    Filters filters,
    @Nullable FigureType type,
    @Nullable Double min,
    @Nullable Double max) {
  /** Measures wanted, those below a topic with it; empty for any. */
  List<String> measures() {
    return filters.included().getOrDefault(FilterField.MEASURE, List.of()).stream()
        .map(FilterValue::text)
        .toList();
  }

  boolean isOfType(FigureType other) {
    return type == null || type == other;
  }

  /** Whether a range from one value to another touches what is wanted. */
  boolean isWithin(double from, double to) {
    return (min == null || to >= min) && (max == null || from <= max);
  }

  /** Whether a figure of this year is wanted; one without a year only where none is named. */
  boolean isOfYear(@Nullable Integer year) {
    List<FilterValue> accepted = filters.included().getOrDefault(FilterField.YEAR, List.of());
    List<FilterValue> refused = filters.excluded().getOrDefault(FilterField.YEAR, List.of());
    return (accepted.isEmpty() || accepted.stream().anyMatch(each -> isOf(each, year)))
        && refused.stream().noneMatch(each -> isOf(each, year));
  }

  private static boolean isOf(FilterValue value, @Nullable Integer year) {
    return year != null
        && switch (value) {
          case FilterValue.Exact(String text) -> text.equals(year.toString());
          case FilterValue.Years(int from, int to) -> from <= year && year <= to;
        };
  }
}
