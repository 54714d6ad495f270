package org.dafu.web.ask;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import java.util.Optional;
import org.dafu.search.FilterField;
import org.dafu.search.Vocabulary;
import org.dafu.search.compare.Comparisons;
import org.junit.jupiter.api.Test;

class CompareParametersTest {
  private static final Vocabulary ANY =
      new Vocabulary() {
        @Override
        public Optional<String> canonical(FilterField field, String given) {
          return Optional.of(given);
        }

        @Override
        public String label(FilterField field, String value) {
          return value;
        }

        @Override
        public Optional<String> parent(FilterField field, String value) {
          return Optional.empty();
        }
      };

  private static Asked read(String name, int values) {
    StringBuilder query = new StringBuilder("q=x");
    for (int at = 0; at < values; at++) {
      query.append('&').append(name).append('=').append("v").append(at);
    }
    return CompareParameters.read(query.toString(), ANY);
  }

  @Test
  void read_asManyAsAllowed_isAQuestion() {
    assertInstanceOf(Question.class, read("city", Comparisons.MAX_CITIES));
    assertInstanceOf(Question.class, read("measure", Comparisons.MAX_MEASURES));
  }

  @Test
  void read_oneMore_isRefused() {
    Refused cities = assertInstanceOf(Refused.class, read("city", Comparisons.MAX_CITIES + 1));
    assertEquals(List.of(new Fault.TooMany("city", Comparisons.MAX_CITIES)), cities.faults());
    Refused measures =
        assertInstanceOf(Refused.class, read("measure", Comparisons.MAX_MEASURES + 1));
    assertEquals(
        List.of(new Fault.TooMany("measure", Comparisons.MAX_MEASURES)), measures.faults());
  }
}
