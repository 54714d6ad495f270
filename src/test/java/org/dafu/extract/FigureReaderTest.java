package org.dafu.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.dafu.reply.Figure;
import org.dafu.reply.FigureType;
import org.dafu.reply.Reply;
import org.junit.jupiter.api.Test;

/** Figures in their letter: which parts count, sections, tables, sentences. */
class FigureReaderTest {
  private static final String HEAD =
      """
      甲市民政局
      甲民函〔2021〕12号

      关于市政协五届二次会议第45号提案的答复

      林某某委员：
      您提出的关于加强养老服务的提案收悉，现答复如下：
      """;

  private static final String TAIL =
      """
      感谢您的关心。
      甲市民政局
      2021年6月25日
      联系人：王某  电话：0351-2345678
      抄送：市政协提案委（2份）
      """;

  private static Reply letter(String body) {
    return Extract.text(HEAD + body + TAIL);
  }

  private static List<String> texts(List<Figure> figures) {
    return figures.stream().map(Figure::text).toList();
  }

  @Test
  void figures_ofTheAnswerOnly_notOfHeadAndSignOff() {
    Reply reply = letter("我市有养老机构31家。\n");
    assertEquals(List.of("31家"), texts(reply.figures()));
  }

  @Test
  void figures_standInTheirSectionsAndInTheLetter() {
    Reply reply =
        letter(
            """
            全市有老人5.6万人。
            一、设施建设
            建成食堂15个。投资6955万元。
            二、下一步打算
            （一）床位
            新增床位300张。
            """);
    assertEquals(List.of("5.6万人", "15个", "6955万元", "300张"), texts(reply.figures()));
    assertEquals(List.of("15个", "6955万元"), texts(reply.sections().get(0).figures()));
    assertEquals(List.of("300张"), texts(reply.sections().get(1).figures()));
    assertEquals(List.of("300张"), texts(reply.sections().get(1).children().getFirst().figures()));
    assertNull(reply.figures().get(0).section());
    assertEquals("一、设施建设", reply.figures().get(1).section());
    assertEquals("（一）床位", reply.figures().get(3).section());
  }

  @Test
  void figure_hasItsSentenceSpanAndUnit() {
    Reply reply = letter("一、资金\n工作有序。今年安排补助资金近 4000 万元，已到位。群众满意。\n");
    Figure figure = reply.figures().getFirst();
    assertEquals(FigureType.MONEY, figure.type());
    assertEquals(40_000_000, figure.value());
    assertEquals("万元", figure.unit());
    assertEquals("近 4000 万元", figure.text());
    assertEquals("近 4000 万元", figure.span().of(reply.text()));
    assertEquals("今年安排补助资金近 4000 万元，已到位。", figure.sentence());
    assertEquals(2021, figure.year());
  }

  @Test
  void target_bySentenceElseByTheSectionsHeading() {
    Reply reply =
        letter(
            """
            一、工作情况
            改造公厕11座。计划改造公厕12座。
            二、下一步打算
            改造公厕13座。目前已有公厕14座。
            """);
    assertEquals(
        List.of(false, true, true, false), reply.figures().stream().map(Figure::target).toList());
  }

  @Test
  void fullWidthDigits_areRead() {
    Figure figure = letter("投资１２．５万元。\n").figures().getFirst();
    assertEquals(125_000, figure.value());
    assertEquals("１２．５万元", figure.text());
  }

  @Test
  void table_headOfTheColumnGivesUnitAndSubject() {
    Reply reply =
        Extract.text(
            HEAD
                + """
                各县情况如下：

                | 县区 | 投资（万元） | 床位数 | 占比 | 备注 |
                |---|---|---|---|---|
                | 甲县 | 1,200 | 36 | 45% | 2020 |
                | 乙县 | 800 | 20 | 55% | 8 |

                特此说明，以上数据均经核对。
                """
                + TAIL);
    assertEquals(List.of("1,200", "36", "45%", "800", "20", "55%"), texts(reply.figures()));
    Figure money = reply.figures().getFirst();
    assertEquals(12_000_000, money.value());
    assertEquals("投资", money.subject());
    assertEquals("万元", money.unit());
    assertEquals(FigureType.BEDS, reply.figures().get(1).type());
  }

  @Test
  void table_unitAboveIt_holdsForAllColumns() {
    Reply reply =
        Extract.text(
            HEAD
                + """
                资金安排如下：

                单位：万元

                | 项目 | 中央资金 | 市级资金 |
                |---|---|---|
                | 食堂 | 120 | 30.5 |

                特此说明，以上数据均经核对。
                """
                + TAIL);
    assertEquals(
        List.of(1_200_000d, 305_000d), reply.figures().stream().map(Figure::value).toList());
  }

  @Test
  void textWithoutOpening_isReadFromItsRunningTextOn() {
    String text = "关于第12号建议的答复（2份）\n" + "今年投资100万元建成社区老年食堂15个，群众纷纷表示满意，今后将继续推进。\n".repeat(2);
    assertEquals(List.of("100万元", "15个", "100万元", "15个"), texts(Extract.text(text).figures()));
  }

  @Test
  void answerInTheCellOfAForm_isRead() {
    Reply reply =
        Extract.text(
            """
            提案办理情况表

            | 提案编号 | 45 |
            |---|---|
            | 办理意见 | 我局高度重视，会同有关部门认真研究，今年投资100万元建成社区老年食堂15个，老人就餐更加方便，下一步将继续完善各项配套制度，努力提高服务水平。 |
            | 承办单位 | 甲市民政局 |
            """);
    assertEquals(List.of("100万元", "15个"), texts(reply.figures()));
  }

  @Test
  void longSentence_isQuotedAroundItsFigure() {
    Reply reply = letter("一、情况\n" + "各部门分工负责，".repeat(300) + "投资100万元。\n");
    Figure figure = reply.figures().getFirst();
    assertFalse(figure.sentence().isEmpty());
    assertTrue(figure.sentence().length() < 700);
    assertTrue(figure.sentence().contains("投资100万元。"));
  }
}
