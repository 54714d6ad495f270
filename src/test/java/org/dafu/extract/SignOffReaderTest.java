package org.dafu.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.dafu.reply.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignOffReaderTest {
  private static Reply letter(String tail) {
    return Extract.text(
        "晋城市民政局\n关于市政协八届一次会议第12号提案的答复\n赵小明委员：\n"
            + "您提出的《关于办好社区食堂的提案》收悉，现答复如下：\n"
            + "我局在全市新建社区食堂十二处，为老年人提供用餐服务。\n感谢您对民政工作的关心。\n"
            + "晋城市民政局\n2021年5月6日\n"
            + tail);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          （承办科室：养老科 经办人：李四 联系电话：0356-2660000）      | 李四/经办人
          联系人：李四、王五　联系电话：2660000、2660001         | 李四/联系人 王五/联系人
          承办人：李四  联系人：王五（0356）2660000转8、马六 2660001 | 李四/承办人 王五/联系人 马六/联系人
          （承办人：李四  座机：0356-2660000）              | 李四/承办人
          答复人：康复部  李四；联系方式 2660000              | 李四/答复人
          承办民警：李四，手机号13900001111                | 李四/承办民警
          主管领导：赵六 13900001111 承办人：李四 13900001112  | 赵六/主管领导 李四/承办人
          分管领导：赵六　经办人：李四;联系电话：2660000           | 李四/经办人
          联系人;李四;联系电话;0356-2660000              | 李四/联系人
          提案者联络人：李四 13900001111                  | ''
          """)
  void contacts_inTheSignOff(String tail, String expected) {
    List<String> contacts =
        letter(tail.replace(';', '\n')).contacts().stream()
            .map(contact -> contact.name() + "/" + contact.role())
            .toList();
    assertEquals(expected, String.join(" ", contacts));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          抄送：市政协提案委、市政府办公室。              | 市政协提案委 市政府办公室
          电话：2660000抄：市政协提案委、市政府办公室       | 市政协提案委 市政府办公室
          （联系人：李四；抄送：市政协提案委、市政府办公室）    | 市政协提案委 市政府办公室
          抄报：市政协提案委;抄送：市政府办公室           | 市政协提案委 市政府办公室
          抄送：市政协提案委;市人民政府督查室;市消防救援支队   | 市政协提案委 市人民政府督查室 市消防救援支队
          """)
  void cc_inTheSignOff(String tail, String expected) {
    assertEquals(expected, String.join(" ", letter(tail.replace(';', '\n')).cc()));
  }

  @Test
  void leaders_haveTheirRole() {
    assertEquals("赵六 (分管负责同志)", letter("分管负责同志：赵六　具体承办人：李四").responsible());
    assertEquals("赵六", letter("经我局局长赵六审签").signer());
    assertEquals(null, letter("经局长审签").signer());
    Reply reply = letter("此复函已经市民政局主要负责人赵六审签。");
    assertEquals("赵六", reply.signer());
    assertEquals(null, reply.responsible());
  }

  @Test
  void contacts_inRowsOfLabels_areNoLabelsBelow() {
    String rows = "| 承办单位 | 市民政局 |\n|---|---|\n| 联系人 | 李四 |\n| 联系电话 | 2660000 |\n| 类别 | B |\n";
    assertEquals(
        List.of("李四"), letter(rows).contacts().stream().map(contact -> contact.name()).toList());
  }

  @Test
  void contacts_inATable_standBelowTheirHead() {
    Reply reply =
        letter("| 单位 | 联络员 | 座机 |\n|---|---|---|\n| 甲镇 | 李四 | 2660000 |\n| 乙镇 | 王 五 | — |\n");
    assertEquals(
        List.of("李四", "王五"), reply.contacts().stream().map(contact -> contact.name()).toList());
  }
}
