package org.dafu.contract;

import java.util.Optional;
import org.dafu.search.FilterField;
import org.dafu.search.Vocabulary;

/** A vocabulary that accepts everything; measure codes of four signs have parents of two. */
public final class SimpleVocabulary implements Vocabulary {
  @Override
  public Optional<String> canonical(FilterField field, String given) {
    return Optional.of(given);
  }

  @Override
  public String label(FilterField field, String value) {
    return "〈" + value + "〉";
  }

  @Override
  public Optional<String> parent(FilterField field, String value) {
    return field == FilterField.MEASURE && value.length() > 2
        ? Optional.of(value.substring(0, 2))
        : Optional.empty();
  }
}
