package org.dafu.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.dafu.contract.OneCity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is no correction, before any letter is looked at. */
class CorrectionPatchTest {
  private static CorrectionPatch.Outcome read(String json) {
    return CorrectionPatch.read(json.getBytes(StandardCharsets.UTF_8));
  }

  private static CorrectionPatch patch(String json) {
    return assertInstanceOf(CorrectionPatch.Outcome.Read.class, read(json)).patch();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"agency\": \"%s\"}",
        "{\"titles\": [\"a\", \"%s\"]}",
        "{\"numbers\": [{\"text\": \"%s\", \"value\": 1}]}",
        "{\"policies\": [{\"title\": \"%s\"}]}"
      })
  void text_longerThanANameIs_isRefusedAndNamed(String json) {
    assertInstanceOf(CorrectionPatch.Outcome.Read.class, read(json.replace("%s", "长".repeat(500))));
    var refused =
        assertInstanceOf(
            CorrectionPatch.Outcome.Refused.class, read(json.replace("%s", "长".repeat(501))));
    assertTrue(json.contains("\"" + refused.parameter() + "\""), refused.toString());
    assertTrue(refused.reason().contains("500"), refused.toString());
  }

  @Test
  void sections_holdTheLettersOwnWords() {
    String text = "长".repeat(5_000) + "\\n";
    patch("{\"sections\": [{\"text\": \"" + text + "\"}]}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"agency\": \"x\\u0000y\"}",
        "{\"city\": \"\\u0001\"}",
        "{\"titles\": [\"a\\nb\"]}",
        "{\"addressees\": [\"\\ud800\"]}",
        "{\"sections\": [{\"text\": \"\\u0007\"}]}"
      })
  void controlCharacters_areRefused(String json) {
    var refused = assertInstanceOf(CorrectionPatch.Outcome.Refused.class, read(json));
    assertTrue(refused.reason().contains("control"), refused.toString());
  }

  @Test
  void placesAndMeasures_areThoseOfTheirLists() {
    Vocabulary vocabulary = new OneCity();
    assertNull(patch("{\"city\": \"晋城市\", \"agency\": \"x\"}").unlisted(vocabulary));
    assertNull(patch("{\"city\": null, \"measures\": []}").unlisted(vocabulary));
    assertEquals(
        "city: \"新造市\" is not in its list.", patch("{\"city\": \"新造市\"}").unlisted(vocabulary));
    assertEquals(
        "city: \"晋城\" is not in its list, where it is \"晋城市\".",
        patch("{\"city\": \"晋城\"}").unlisted(vocabulary));
    assertNotNull(patch("{\"measures\": [\"no such\"]}").unlisted(vocabulary));
  }
}
