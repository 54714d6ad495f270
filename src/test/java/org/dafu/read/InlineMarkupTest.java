package org.dafu.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InlineMarkupTest {
  private static String strip(String line) {
    return InlineMarkup.strip(line, 0, line.length()).toString();
  }

  @ParameterizedTest
  @CsvSource({
    "我局**高度重视**办理, 我局高度重视办理",
    "**2022年**投入**12万元**。, 2022年投入12万元。",
    "***加强领导***。, 加强领导。",
    "手机139****2222, 手机139****2222",
    "0710-****789和0710-****456, 0710-****789和0710-****456",
    "13**567和13**568, 13**567和13**568",
    "王**委员, 王**委员",
    "王*明、李*, 王*明、李*",
    "身份证4201********12, 身份证4201********12"
  })
  void strip_asterisks_areEmphasisOrMask(String line, String text) {
    assertEquals(text, strip(line));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a**1", "**a ", "*", "** *"})
  void strip_asterisksWithoutEnd_takeNoTime(String each) {
    String line = each.repeat(100_000);
    assertTimeout(Duration.ofSeconds(10), () -> strip(line));
  }
}
