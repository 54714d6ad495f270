package org.dafu.contract;

import java.util.Optional;
import org.dafu.search.FilterField;
import org.dafu.search.Vocabulary;

/** A vocabulary of closed lists that knows one city, 晋城市, and nothing else. */
public final class OneCity implements Vocabulary {
  @Override
  public Optional<String> canonical(FilterField field, String given) {
    boolean known = field == FilterField.CITY && given.startsWith("晋城");
    return known ? Optional.of("晋城市") : Optional.empty();
  }

  @Override
  public String label(FilterField field, String value) {
    return value;
  }

  @Override
  public Optional<String> parent(FilterField field, String value) {
    return Optional.empty();
  }
}
