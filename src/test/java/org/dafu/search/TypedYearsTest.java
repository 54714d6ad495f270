package org.dafu.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedYearsTest {
  @ParameterizedTest
  @CsvSource({
    "2021,2021",
    "2021年,2021",
    "２０２１年,2021",
    "二〇二一年,2021",
    "一九九八年,1998",
    "2019..2021,2019..2021",
    "2019-2021,2019..2021",
    "2019—2021年,2019..2021",
    "２０１９～２０２１,2019..2021",
    "2020年至2022年,2020..2022",
    "2020到2022年间,2020..2022",
    "2021年以来,2021..9999",
    "2021年以后,2021..9999",
    "2021年以前,1000..2020"
  })
  void value_ofYearsInAnyForm_isAFilters(String typed, String value) {
    assertEquals(FilterValue.years(value), TypedYears.value(typed));
    assertEquals(Optional.of(value), TypedYears.value(typed).map(FilterValue::text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"3021", "2021年度工作", "2022-2020", "12019-20211", "20192021", "..", "二〇二一"})
  void value_ofAnythingElse_isNone(String typed) {
    assertEquals(Optional.empty(), TypedYears.value(typed));
  }

  @ParameterizedTest
  @CsvSource({
    "2019-2021年老旧小区改造,2019-2021年",
    "养老2020年至2022年,2020年至2022年",
    "12019-2021,",
    "2019-20213,"
  })
  void range_withinWords_isTakenOut(String run, String text) {
    assertEquals(Optional.ofNullable(text), TypedYears.range(run).map(QueryNode.Years::text));
  }
}
