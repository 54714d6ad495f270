package org.dafu.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Objects;
import org.dafu.reply.Disclosure;
import org.dafu.reply.Outcome;
import org.dafu.reply.Reply;
import org.dafu.reply.Satisfaction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is printed to choose from says what is ticked, and nothing where nothing is. */
class PrintedChoicesTest {
  private static final String TITLE = "关于对市政协五届三次会议第21号提案的答复";
  private static final String LETTER =
      """
      赵小明委员：
      您提出的《关于办好社区食堂的提案》收悉，经研究，现答复如下：
      我局在全市新建社区食堂十二处，为老年人提供用餐服务。
      感谢您对民政工作的关心。
      运城市民政局
      2021年6月18日
      """;

  private static Reply ending(String line) {
    return Extract.text("运城市民政局\n" + TITLE + "\n" + LETTER + line + "\n");
  }

  private static Reply beginning(String line) {
    return Extract.text("运城市民政局\n" + line + "\n" + TITLE + "\n" + LETTER);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "null",
      delimiter = '|',
      textBlock =
          """
          办理结果：A类☐ B类☑ C类☐               | B
          办理结果：☐A类 ☑B类 ☐C类               | B
          办理结果：A（ ） B（√） C（ ）          | B
          办理结果：A [ ] B [x] C [ ]            | B
          办理类别：A□ B☒ C□                     | B
          办理结果：A□B√C□                       | B
          办理结果：（A）（B√）（C）             | B
          办理结果：A类 ✔B类 C类                 | B
          办理结果：A√ B C                       | A
          办理结果：A类（已解决）☐ B类（正在解决）☑ C类（留作参考）☐ | B
          办理情况（划√）：A已解决 B正在解决√ C计划解决 | B
          办理结果：已解决□ 正在解决√ 计划解决□ | 正在解决
          办理结果：解决采纳□ 列入计划拟解决☑ 留作参考□ | 列入计划拟解决
          办理结果（A、B、C）：B                 | B
          办理情况：B类（正在解决）              | B
          办理结果：A类 B类 C类                  | null
          办理结果：A、B、C（请勾选）            | null
          办理结果：A类□ B类□ C类□             | null
          类别：A/B/C                            | null
          分类：A类—已解决；B类—正在解决         | null
          办理结果：已解决、正在解决、计划解决   | null
          """)
  void classification_ofALine_isTheTickedOne(String line, @Nullable String expected) {
    assertEquals(expected, ending(line).classification(), "below");
    assertEquals(expected, beginning(line).classification(), "above");
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "null",
      delimiter = '|',
      textBlock =
          """
          公开属性：☐主动公开 ☑依申请公开 ☐不予公开 | ON_REQUEST
          公开属性：主动公开□ 依申请公开√ 不予公开□ | ON_REQUEST
          公开类别：不予公开□ 主动公开☑             | PUBLIC
          是否公开：是□ 否√                         | NOT_PUBLIC
          是否公开：□是 ☑否                         | NOT_PUBLIC
          是否同意公开：不同意                      | NOT_PUBLIC
          是否同意公开：同意                        | PUBLIC
          公开属性：依申请公开（理由：涉及不予公开的信息） | ON_REQUEST
          公开方式：主动公开、依申请公开、不予公开  | null
          公开属性：主动公开□ 依申请公开□         | null
          """)
  void disclosure_isTheTickedOne(String line, @Nullable Disclosure expected) {
    assertEquals(expected, ending(line).disclosure());
    String cells = line.replace("：", "\t");
    assertEquals(expected, ending("| " + cells.replace("\t", " | ") + " |").disclosure(), "cells");
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "null",
      delimiter = '|',
      textBlock =
          """
          □满意 □基本满意 ☑不满意     | DISSATISFIED
          满意□ 基本满意√ 不满意□   | BASICALLY
          满意、基本满意、不满意      | null
          满意☐ 基本满意☐ 不满意☐   | null
          不够满意                    | DISSATISFIED
          没有不满意的地方，满意      | SATISFIED
          对态度满意，对结果不满意    | DISSATISFIED
          """)
  void satisfaction_isTheTickedOne(String said, @Nullable Satisfaction expected) {
    Reply reply = ending("面商时间：2021年6月1日\n委员意见：" + said);
    assertEquals(expected, Objects.requireNonNull(reply.meeting()).satisfaction());
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "null",
      delimiter = '|',
      textBlock =
          """
          （甲类）       | 甲          | null
          （B）类        | B           | null
          （B类 公开）   | B           | null
          【B类】        | B           | null
          〔乙〕         | 乙          | null
          （留作参考）   | 留作参考    | REFERENCE
          （送审稿）     | null        | null
          （2021年）     | null        | null
          （赵小明委员） | null        | null
          ：办好食堂     | null        | null
          """)
  void title_withMoreBehindIt_keepsItsNumber(
      String behind, @Nullable String expected, @Nullable Outcome outcome) {
    Reply reply = Extract.text("运城市民政局\n" + TITLE + behind + "\n" + LETTER);
    assertEquals("21", reply.numbers().getFirst().text());
    assertEquals(expected, reply.classification());
    if (outcome != null) {
      assertEquals(outcome, reply.outcome());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "无障碍环境建设是我市重点工作，2022年完成改造512户。",
        "关闭小煤矿12处，整治散乱污企业23家。",
        "返回家乡创业的农民工达到2万人。",
        "打印机等办公设备采购投入20万元。",
        "来源：市级财政资金500万元，县级配套300万元。",
        "阅读：全民阅读活动120场。",
        "相关信息已在政府网站公开。"
      })
  void sentenceThatBeginsLikeNavigation_isKept(String sentence) {
    Reply reply = Extract.text(TITLE + "\n" + LETTER.replace("感谢", "一、工作情况\n" + sentence + "\n感谢"));
    assertTrue(reply.text().contains(sentence), reply.text());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"加入收藏 | 打印本页 | 关闭窗口", "【打印】【关闭】", "首页 > 信息公开", "分享到：微博 微信", "上一篇：关于某事的通知"})
  void navigation_isSetAside(String line) {
    Reply reply = Extract.text(TITLE + "\n" + LETTER + line + "\n");
    assertEquals(-1, reply.text().indexOf(line), reply.text());
  }
}
