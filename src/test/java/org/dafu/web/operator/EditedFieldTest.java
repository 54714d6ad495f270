package org.dafu.web.operator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.dafu.search.Correction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class EditedFieldTest {
  @ParameterizedTest
  @EnumSource
  void field_canBeCorrected(EditedField field) {
    assertTrue(Correction.correctable().contains(field.key()), field.key());
    assertEquals(field, EditedField.of(field.key()).orElseThrow());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CITY|晋中市|\"晋中市\"",
        "CITY|''|null",
        "TITLES|'关于一\n\n 关于二 '|[\"关于一\",\"关于二\"]",
        "TITLES|''|[]",
        "NUMBERS|'068\n"
            + "DH0271'|[{\"text\":\"068\",\"value\":68},{\"text\":\"DH0271\",\"value\":271}]",
        "YEAR|2021|2021",
        "YEAR|''|null",
        "DATE|2021-06-18|\"2021-06-18\"",
        "OUTCOME|solved|\"solved\"",
        "IS_REPLY|true|true",
        "IS_REPLY|false|false"
      })
  void value_isTheJsonOfWhatWasTyped_andBack(EditedField field, String typed, String json)
      throws Exception {
    var value = new ObjectMapper().readTree(json);
    assertEquals(value.toString(), field.value(typed).orElseThrow().toString());
    assertEquals(
        value.toString(), field.value(field.typed(value)).orElseThrow().toString(), "and back");
  }

  @ParameterizedTest
  @CsvSource({"YEAR,二〇二一", "YEAR,21", "YEAR,99999", "DATE,2021年6月18日", "DATE,2021-6-18"})
  void value_thatIsNone_isRefused(EditedField field, String typed) {
    assertTrue(field.value(typed).isEmpty());
  }

  @Test
  void shown_isInWords() throws Exception {
    ObjectMapper mapper = new ObjectMapper();
    assertEquals("（空）", EditedField.shown("city", mapper.readTree("null")));
    assertEquals("（空）", EditedField.shown("titles", mapper.readTree("[]")));
    assertEquals("甲；乙", EditedField.shown("titles", mapper.readTree("[\"甲\",\"乙\"]")));
    assertEquals("政协提案", EditedField.shown("kind", mapper.readTree("\"proposal\"")));
    assertEquals("撤下", EditedField.shown("withdrawn", mapper.readTree("true")));
    assertEquals("不是", EditedField.shown("isReply", mapper.readTree("false")));
  }
}
