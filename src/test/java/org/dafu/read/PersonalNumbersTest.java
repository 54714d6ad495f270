package org.dafu.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalNumbersTest {
  private final PersonalNumbers numbers = new PersonalNumbers(Read.FOLDING);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          联系电话 13900001111                | 联系电话 ***********
          手机：139 0000 1111                 | 手机：*** **** ****
          手机：139-0000-1111                 | 手机：***-****-****
          手机：１３９００００１１１１             | 手机：***********
          电话：0359-2660000                  | 电话：****-*******
          (0359)2660000                      | (****)*******
          电话：（０３５９）２６６００００          | 电话：（****）*******
          联系电话：2660000、2660001           | 联系电话：*******、*******
          联 系 人：王某某 2660000              | 联 系 人：王某某 *******
          聯係電話：2660000                    | 聯係電話：*******
          邮箱：wang.mou@example.com           | 邮箱：****.***@example.com
          身份证号 110101199003070011          | 身份证号 ******************
          """)
  void mask_personalNumber_isHidden(String text, String masked) {
    assertEquals(masked, numbers.mask(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "拨打12345、12349、120或110",
        "热线：0359-2660000",
        "全国客服电话：400-600-1234",
        "共支出13900001111元",
        "投入2660000元",
        "邮政编码 437000",
        "晋政办发〔2021〕12号",
        "编号20210158，面积26600000平方米",
        "见 https://www.example.gov.cn/2021/t20210730_13900001111.html 页"
      })
  void mask_otherNumber_stays(String text) {
    assertEquals(text, numbers.mask(text));
  }

  @Test
  void mask_anyText_keepsItsLength() {
    String text = "承办人：李四 联系电话：13900001111；传真 0359—2660000";
    assertEquals(text.length(), numbers.mask(text).length());
  }
}
