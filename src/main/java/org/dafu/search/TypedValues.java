package org.dafu.search;

import java.util.List;
import java.util.Optional;

/** What is typed after the name of a field that has values: 年份:2019-2021, 类别:A类, 届次:八届四次. */
public final class TypedValues {
  private TypedValues() {}

  /**
   * The values that are meant, any of which will do.
   *
   * @param typed without quotation marks
   * @return empty if the field has no such value
   */
  public static List<FilterValue> of(
      FilterField field, String typed, Vocabulary vocabulary, HeldNames held) {
    return switch (field) {
      case YEAR -> TypedYears.value(typed).stream().toList();
      case SESSION -> sessions(typed, held);
      case PROVINCE,
          CITY,
          COUNTY,
          MEASURE,
          INSTRUMENT,
          STATUS,
          CLASS,
          OUTCOME,
          KIND,
          REPLY_TYPE,
          AGENCY,
          POLICY,
          DISCLOSURE,
          NUMBER,
          DOC_NUMBER ->
          vocabulary.canonical(field, typed.strip()).stream()
              .<FilterValue>map(FilterValue.Exact::new)
              .toList();
    };
  }

  /** Every form of the session; of a name that is none, such as 八届, all that hold it. */
  private static List<FilterValue> sessions(String typed, HeldNames held) {
    Optional<SessionName> name = SessionName.in(typed);
    return held.sessions().stream()
        .filter(
            printed ->
                name.isPresent()
                    ? SessionName.in(printed).filter(name.get()::isSameAs).isPresent()
                    : printed.contains(typed.strip()))
        .<FilterValue>map(FilterValue.Exact::new)
        .toList();
  }
}
