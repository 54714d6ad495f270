package org.dafu.app.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.dafu.search.FilterField;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigVocabularyTest {
  private ConfigVocabulary vocabulary;

  @BeforeEach
  void read() throws IOException {
    Path fixture = Path.of("src/test/resources/fixtures/config");
    vocabulary =
        new ConfigVocabulary(
            assertInstanceOf(IndexConfig.class, ConfigFolder.read(fixture, "config")).extraction());
  }

  @ParameterizedTest
  @CsvSource({
    "CITY, 晋城市, 晋城市",
    "CITY, 晋城, 晋城市",
    "CITY, 140500, 晋城市",
    "CITY, ' 晋城 ', 晋城市",
    "CITY, 襄樊, 襄阳市",
    "CITY, 北京, 北京市",
    "CITY, 朝阳, 朝阳市",
    "CITY, 恩施, 恩施土家族苗族自治州",
    "CITY, 博尔塔拉, 博尔塔拉蒙古自治州",
    "COUNTY, 朝阳区, 朝阳区",
    "COUNTY, 天门, 天门市",
    "COUNTY, 恩施, 恩施市",
    "COUNTY, 城区, 城区",
    "PROVINCE, 广西, 广西壮族自治区",
    "PROVINCE, 新疆, 新疆维吾尔自治区",
    "PROVINCE, 西藏, 西藏自治区",
    "PROVINCE, 内蒙古, 内蒙古自治区",
    "YEAR, 2020, 2020",
    "MEASURE, ec01, EC01",
    "MEASURE, 养老服务, EC",
    "INSTRUMENT, 规划与目标, I01",
    "STATUS, S2, S2",
    "CLASS, Ａ, A",
    "CLASS, b类, B",
    "CLASS, 解决采纳, 解决采纳",
    "OUTCOME, in-progress, in-progress",
    "KIND, 政协提案, proposal",
    "REPLY_TYPE, follow-up, follow-up",
    "DISCLOSURE, 不予公开, not-public",
    "POLICY, 《某办法》, 某办法",
    "AGENCY, 某局, 某局",
    "NUMBER, 068, 068"
  })
  void canonical_namesAndCodes_giveTheIndexedValue(FilterField field, String given, String value) {
    assertEquals(Optional.of(value), vocabulary.canonical(field, given));
  }

  @ParameterizedTest
  @CsvSource({
    "CITY, 高平市",
    "CITY, 太原市",
    "COUNTY, 朝阳",
    "PROVINCE, 晋城",
    "YEAR, 20",
    "YEAR, 3020",
    "MEASURE, EC99",
    "CLASS, Z",
    "CLASS, 66",
    "KIND, letter",
    "AGENCY, ' '"
  })
  void canonical_unknownOrSharedNames_giveNothing(FilterField field, String given) {
    assertEquals(Optional.empty(), vocabulary.canonical(field, given));
  }

  @Test
  void canonical_everyListedValue_isItself() {
    for (FilterField field : FilterField.values()) {
      for (String value : vocabulary.values(field)) {
        assertEquals(Optional.of(value), vocabulary.canonical(field, value), field.name());
      }
    }
    assertTrue(vocabulary.values(FilterField.CITY).contains("北京市"));
  }

  @Test
  void parentAndLabel_followTheCodes() {
    assertEquals(Optional.of("EC"), vocabulary.parent(FilterField.MEASURE, "EC01"));
    assertEquals(Optional.empty(), vocabulary.parent(FilterField.MEASURE, "EC"));
    assertEquals(Optional.empty(), vocabulary.parent(FilterField.CITY, "晋城市"));
    assertEquals("居家社区养老设施", vocabulary.label(FilterField.MEASURE, "EC01"));
    assertEquals("晋城市", vocabulary.label(FilterField.CITY, "晋城市"));
  }
}
