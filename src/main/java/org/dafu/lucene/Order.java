package org.dafu.lucene;

import java.time.LocalDate;
import java.util.OptionalLong;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.jspecify.annotations.Nullable;

/** The order of hits, with what breaks ties. */
enum Order {
  BEST(SortField.FIELD_SCORE),
  NEWEST(when(true, Long.MIN_VALUE)),
  OLDEST(when(false, Long.MAX_VALUE));

  private final Sort sort;

  Order(SortField first) {
    this.sort = new Sort(first, new SortField(Fields.TIE, SortField.Type.STRING));
  }

  Sort sort() {
    return sort;
  }

  /**
   * The number by which letters are put in the order of time: twice the day since 1970, so that a
   * year alone has a place of its own between the last day of the year before and its first day.
   *
   * @return empty for a letter without date and year, which comes last either way
   */
  static OptionalLong when(@Nullable LocalDate date, @Nullable Integer year) {
    if (date != null) {
      return OptionalLong.of(2 * date.toEpochDay());
    }
    return year == null
        ? OptionalLong.empty()
        : OptionalLong.of(2 * LocalDate.of(year, 1, 1).toEpochDay() - 1);
  }

  private static SortField when(boolean newestFirst, long missing) {
    return new SortField(Fields.WHEN, SortField.Type.LONG, newestFirst, missing);
  }
}
