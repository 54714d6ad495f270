package org.dafu.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CueTest {
  @Test
  void of_partsAndAlternatives_areTakenApart() {
    Cue cue = Cue.of("新建/改建+敬老院!计划/拟*2.5");
    assertEquals(List.of(List.of("新建", "改建"), List.of("敬老院")), cue.parts());
    assertEquals(List.of("计划", "拟"), cue.unless());
    assertEquals(2.5, cue.weight());
    assertEquals(Cue.Use.COUNTS, cue.use());
  }

  @Test
  void of_signAtItsBeginning_saysWhatItIsFor() {
    assertEquals(Cue.Use.HIDES, Cue.of("!养老保险").use());
    assertEquals(Cue.Use.NAMES_AGENCY, Cue.of("@水务局").use());
    assertTrue(Cue.of("列入…规划").ordered());
    assertTrue(Double.isNaN(Cue.of("养老机构").weight()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"养老机构", "将!将军/即将", "对…每户", "元+每月", "!养老保险", "规划*0.5", "《+印发"})
  void fault_goodCue_hasNone(String cue) {
    assertTrue(Cue.fault(cue).isEmpty(), () -> cue + ": " + Cue.fault(cue).orElseThrow());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          建          | 只有一个字
          补助/钱     | 只有一个字
          补助+       | 要有词
          …规划       | 要有词
          新建//改建  | 要有词
          标准!       | 要有词
          !           | 要有词
          !补助+资金  | 不能再有
          @水务局!水  | 不能再有
          甲乙+丙…丁  | 不能用在同一个线索里
          规划*       | 大于 0
          规划*零     | 大于 0
          规划*0      | 大于 0
          规划*99     | 不超过 20
          """)
  void fault_badCue_isNamed(String cue, String reason) {
    String fault = Cue.fault(cue).orElse("");
    assertTrue(fault.contains(reason), fault);
    assertThrows(IllegalArgumentException.class, () -> Cue.of(cue));
  }
}
