package org.dafu.fuzz;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.dafu.search.CorrectionPatch;
import org.dafu.search.FilterField;
import org.dafu.search.GivenLetter;
import org.dafu.search.GivenReading;
import org.dafu.search.Vocabulary;
import org.dafu.web.ask.PrecedentBody;

/** Bodies and files in JSON are understood, or refused with a reason. */
class BodyFuzzTest {
  /** Knows every value. */
  private static final Vocabulary VOCABULARY =
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

  @FuzzTest
  void body_isUnderstoodOrRefusedWithAReason(byte @NotNull [] body) {
    switch (PrecedentBody.read(new String(body, StandardCharsets.UTF_8), VOCABULARY)) {
      case PrecedentBody.Read.Understood(var question) -> assertFalse(question.text().isBlank());
      case PrecedentBody.Read.NotUnderstood(var refused) ->
          assertFalse(refused.faults().isEmpty(), "a reason");
    }
    if (CorrectionPatch.read(body) instanceof CorrectionPatch.Outcome.Refused refused) {
      assertFalse(refused.reason().isBlank(), "a reason");
    }
    if (GivenLetter.read(body) instanceof GivenReading.Broken broken) {
      assertTrue(broken.reason().length() > 1, "a reason");
    }
  }
}
