package org.dafu.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
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
          电话（虚拟网）：0359-2660000（661234） | 电话（虚拟网）：****-*******（******）
          手机13900001111/661111，短号：661112  | 手机***********/******，短号：******
          联系人：市民政局 王某 2660000       市公安局   李  某  2660001 | 联系人：市民政局 王某 *******       市公安局   李  某  *******
          身份证号 110101199003070011          | 身份证号 ******************
          身份证 11010119900307001X            | 身份证 ******************
          旧身份证 110101900307001             | 旧身份证 ***************
          手机：139.0000.1111                 | 手机：***.****.****
          Tel:13900001111                    | Tel:***********
          电话：+86-10-62660000               | 电话：+**-**-********
          （传真）0359/2660000                 | （传真）****/*******
          电话：266 0000、王某 2660001          | 电话：*** ****、王某 *******
          值班室2660000                       | 值班室*******
          办公室电话：(0359)2660000-8003 维权科：2660001 | 办公室电话：(****)*******-8003 维权科：*******
          拨打12345或2660000                   | 拨打12345或*******
          微信号：wang_12345，QQ：123456789      | 微信号：****_*****，QQ：*********
          工作QQ:1234567890.                  | 工作QQ:**********.
          邮箱 wang(at)example.com             | 邮箱 ****(at)example.com
          账号 6200 0000 1111 2222 333         | 账号 **** **** **** **** ***
          手机：139/0000/1111                 | 手机：***/****/****
          手机：139_0000_1111                 | 手机：***_****_****
          电话：O359-266OOOO                  | 电话：****-*******
          电话：0359~2660000                  | 电话：****~*******
          电话：一三九零零零零一一一一            | 电话：***********
          护照号：E12345678                   | 护照号：*********
          邮箱：wang[@]example.com            | 邮箱：****[@]example.com
          邮箱 wang#example.com               | 邮箱 ****#example.com
          Email：wm1980 at example.com        | Email：****** at example.com
          承办单位：市教育局 2660000             | 承办单位：市教育局 *******
          承办：王某（教育科）  2660000          | 承办：王某（教育科）  *******
          经办人：王某2660000                  | 经办人：王某*******
          联系人：王鹏程2660000                | 联系人：王鹏程*******
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
        "联系人：王某 2021-08-14",
        "电话通知后，办公室20230715印发",
        "电话投票2660000票",
        "投诉热线电话：12345、400-600-1234，银行95588",
        "统一社会信用代码91140500MA0JT0000X",
        "索引号 01153042-7/2021-00914",
        "由林业局负责管护公益林2660000公顷，面积3260000㎡",
        "由交通局负责，里程3260000 km，绿地2660000 m2",
        "经办业务2660000笔，来电2660000起，电话回访2660000通",
        "由市医保局负责，参保人数3260000（其中居民2660000）。",
        "承办科室收件2660000，办结2660001。",
        "承办的提案编码20230158、20230159。",
        "联系人王某介绍，办件量2660000，联系服务群众：26600000",
        "我市一二三产业，一九九八年，一三五七九",
        "咸民函〔2023〕13900001111号",
        "look at www.example.gov.cn",
        "对第20230158号提案，联系人回访2660000户",
        "见 https://www.example.gov.cn/2021/t20210730_13900001111.html 页"
      })
  void mask_otherNumber_stays(String text) {
    assertEquals(text, numbers.mask(text));
  }

  @Test
  void mask_columnOfTelephones_isHiddenFarBelowItsHead() {
    String table = "单位\t联络员\t座机\n甲镇\t王某\t2660000\n乙镇\t李某\t2660001\n投诉\t—\t12345";
    assertEquals(
        "单位\t联络员\t座机\n甲镇\t王某\t*******\n乙镇\t李某\t*******\n投诉\t—\t12345", numbers.mask(table));
  }

  @Test
  void mask_telephonesBelowARowWithoutTheirColumn_stay() {
    String table = "单位\t联络员\t座机\n合计\t2\n甲镇\t王某\t2660000";
    assertEquals(table, numbers.mask(table));
  }

  private static Stream<String> endless() {
    return Stream.of(
        "qq".repeat(100_000),
        "qq" + " ".repeat(100_000) + "、",
        "护照" + " ".repeat(5_000) + "x",
        "电话" + " ".repeat(5_000) + "x",
        "邮箱" + " ".repeat(5_000) + "x",
        "a\t6230116\n".repeat(20_000),
        "a\t" + "6230116、".repeat(20_000));
  }

  @ParameterizedTest
  @MethodSource("endless")
  void mask_anythingRepeatedWithoutEnd_takesTimeInProportion(String text) {
    assertEquals(
        text.length(),
        assertTimeout(Duration.ofSeconds(10), () -> numbers.mask(text)).length(),
        "a quadratic search takes minutes");
  }

  @Test
  void mask_anyText_keepsItsLength() {
    String text = "承办人：李四 联系电话：13900001111；传真 0359—2660000";
    assertEquals(text.length(), numbers.mask(text).length());
  }
}
