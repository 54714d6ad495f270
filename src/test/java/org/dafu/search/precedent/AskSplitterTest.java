package org.dafu.search.precedent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.dafu.contract.RandomText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AskSplitterTest {
  private static List<String> asks(String text) {
    return AskSplitter.split(text).asks().stream()
        .map(ask -> ask.label() + "|" + ask.text())
        .toList();
  }

  @Test
  void split_headings_takesWhatIsAskedAndLeavesWhatIsTold() {
    String text =
        """
        关于发展老年助餐的提案
        一、案由
        1.老人多。
        2.食堂少。
        二、几点建议
        （一）开办食堂。每个社区一处。
        （二）发放补贴。
        三、预期效益
        1.老人满意。
        2.社区和谐。
        """;
    assertEquals(List.of("（一）|开办食堂。每个社区一处。", "（二）|发放补贴。"), asks(text));
    assertEquals("关于发展老年助餐的提案", AskSplitter.split(text).topic());
  }

  @Test
  void split_titleWithoutAbout_isNoHeadingOfWhatIsAsked() {
    String text =
        """
        加强社区养老服务的建议
        近年来，我市老年人口不断增加，养老床位不足。
        一、存在问题
        1.缺床位。
        2.缺钱。
        二、几点建议
        1.增加床位。
        2.增加补贴。
        """;
    assertEquals(List.of("1.|增加床位。", "2.|增加补贴。"), asks(text));
    assertEquals("加强社区养老服务的建议", AskSplitter.split(text).topic());
    assertEquals(List.of("1.|增加床位。", "2.|增加补贴。"), asks("提出以下的建议：\n1.增加床位。\n2.增加补贴。"));
  }

  @Test
  void split_cueWithinAParagraph_takesWhatFollows() {
    String text = "目前存在两个问题，一是人少，二是钱少。为此，我们建议：一是增加人员；二是增加经费。";
    assertEquals(List.of("一是|增加人员；", "二是|增加经费。"), asks(text));
  }

  @Test
  void split_pastedWithoutLineEnds_seesTitleAndAsks() {
    String text = "关于老楼加装电梯的提案。目前一是难谈拢，二是缺钱。建议：一、加大补贴。用于2.5层以上。二、简化审批：1、并联；2、限时。三、管好后期。";
    assertEquals(List.of("一、|加大补贴。用于2.5层以上。", "二、|简化审批：1、并联；2、限时。", "三、|管好后期。"), asks(text));
    assertEquals("关于老楼加装电梯的提案", AskSplitter.split(text).topic());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "1.甲事要办\\n2.乙事要办#1.|甲事要办 2.|乙事要办",
        "1、2024年办\\n2、2025年办#1、|2024年办 2、|2025年办",
        "建议：\\n一、甲事要办\\n（一）其一\\n（二）其二\\n二、乙事#一、|甲事要办\\n（一）其一\\n（二）其二 二、|乙事",
        "第一，甲事要办。第二，乙事要办。#第一，|甲事要办。 第二，|乙事要办。",
        "建议一：甲事要办。\\n建议二：乙事要办。#建议一：|甲事要办。 建议二：|乙事要办。",
        "①甲事；②乙事#①|甲事； ②|乙事",
        "增加床位一千张给老人。\\n提高护理人员的待遇。#|增加床位一千张给老人。 |提高护理人员的待遇。",
        "社区没有食堂。建议开办食堂。建议发放补贴。#|社区没有食堂。 |建议开办食堂。 |建议发放补贴。",
        "近年来校车事故频发。建议加强校车监管。希望配备照管员。#|建议加强校车监管。 |希望配备照管员。",
        "近年来校车事故频发。#|近年来校车事故频发。",
        "建议：1.建设公墓，2.减免殡葬费用，3.整治散埋乱葬#1.|建设公墓， 2.|减免殡葬费用， 3.|整治散埋乱葬",
        "建议：1.修缮3，4、5号楼。2.改造6号楼。#1.|修缮3，4、5号楼。 2.|改造6号楼。",
        "关于助餐的提案\\n关于场地，建议利用闲置用房。\\n关于经费，建议列入预算。" + "#|关于场地，建议利用闲置用房。 |关于经费，建议列入预算。",
        "养老#|养老"
      })
  void split_numbering_isSeenInEveryForm(String text, String asks) {
    List<String> wanted = List.of(asks.replace("\\n", "\n").split(" "));
    assertEquals(wanted, asks(text.replace("\\n", "\n")));
  }

  @Test
  void split_lastNumber_endsWhereSomethingElseIsAsked() {
    String text = "建议：1.加快水源建设；2.建立水价补贴机制。此外，希望整治散埋乱葬，建设公益性公墓。" + "同时，乡村教师流失严重，建议提高教师补贴。";
    assertEquals(
        List.of("1.|加快水源建设；", "2.|建立水价补贴机制。", "|此外，希望整治散埋乱葬，建设公益性公墓。", "|同时，乡村教师流失严重，建议提高教师补贴。"),
        asks(text));
    assertEquals(List.of("1.|甲事要办。", "2.|乙事要办。同时要验收。"), asks("1.甲事要办。2.乙事要办。同时要验收。"));
  }

  @Test
  void split_numbersOneALine_lastEndsWithItsLine() {
    assertEquals(
        List.of("1.|增加床位。", "2.|增加补贴。", "|希望民政局牵头推进。"), asks("1.增加床位。\n2.增加补贴。\n希望民政局牵头推进。"));
    assertEquals(
        List.of("1.|床位\n增加一千张床位。", "2.|补贴\n增加补贴标准一倍。"), asks("1.床位\n增加一千张床位。\n2.补贴\n增加补贴标准一倍。"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\n以上建议，请予采纳。\n提案人：李某某\n2023年1月8日",
        "\n以上建议，供有关部门研究参考。",
        "以上建议，请予采纳。提案人：李某某 2023年1月8日",
        "\n妥否，请审议。\n　　李 某\n　　二〇二三年一月八日\n",
        "\n此致\n敬礼！\n\n联名人：赵某某、钱某某\n2023.1.8",
        "提案人：李某某"
      })
  void split_leaveTaking_isNotAsked(String leaving) {
    assertEquals(
        List.of("一、|扩大参保范围。", "二、|推行长期护理保险试点。"), asks("建议：\n一、扩大参保范围。\n二、推行长期护理保险试点。" + leaving));
  }

  @Test
  void split_nothingButLeaveTaking_isTaken() {
    assertEquals(List.of("|2023年1月8日"), asks("2023年1月8日"));
    assertEquals(List.of("|以上措施需要资金，建议列入预算统筹考虑安排。"), asks("以上措施需要资金，建议列入预算统筹考虑安排。"));
  }

  @Test
  void split_moreThanAnyProposalHas_saysHowMany() {
    StringBuilder text = new StringBuilder();
    for (int i = 1; i <= 30; i++) {
      text.append(i).append(".第").append(i).append("件事要办\n");
    }
    Proposal proposal = AskSplitter.split(text.toString());
    assertEquals(AskSplitter.MAX_ASKS, proposal.asks().size());
    assertEquals(10, proposal.more());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \n ", "。。。", "——", "1.\n2.\n", "建议：", "\uD83D\uDE00"})
  void split_nothingSaid_hasAtMostWhatStandsThere(String text) {
    for (Ask ask : AskSplitter.split(text).asks()) {
      assertTrue(ask.text().codePoints().anyMatch(Character::isLetterOrDigit), text);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {31, 32, 33, 34})
  void split_anyText_givesPiecesOfItInOrder(long seed) {
    Random random = new Random(seed);
    List<String> marks =
        List.of("一、", "（二）", "3.", "一是", "建议：", "\n", "案由", "关于甲的提案\n", "第一，", "②", "为此，建议：");
    for (int i = 0; i < 300; i++) {
      StringBuilder text = new StringBuilder();
      for (int piece = random.nextInt(12); piece >= 0; piece--) {
        text.append(marks.get(random.nextInt(marks.size())));
        text.append(new RandomText(random).text(random.nextInt(60)));
      }
      String told = "seed " + seed + ": " + text;
      int last = 0;
      List<Ask> asks = AskSplitter.split(text.toString()).asks();
      assertFalse(asks.isEmpty() && text.codePoints().anyMatch(Character::isLetterOrDigit), told);
      for (Ask ask : asks) {
        assertTrue(ask.start() >= last && ask.end() > ask.start(), told);
        assertEquals(text.substring(ask.start(), ask.end()), ask.text(), told);
        last = ask.end();
      }
    }
  }

  @ParameterizedTest
  @Timeout(20)
  @ValueSource(
      strings = {
        "建议",
        "建议和",
        "一是",
        "关于",
        "一、",
        "（一）",
        "建议一、",
        "《",
        "# ",
        "此外，",
        "以上请",
        "。请",
        "\n甲乙",
        "2023年1月8日\n",
        "1.甲\n",
        "，1."
      })
  void split_longRow_takesNoDeepStack(String link) {
    String text = link.repeat(20_000 / link.length());
    for (Ask ask : AskSplitter.split(text).asks()) {
      assertEquals(text.substring(ask.start(), ask.end()), ask.text());
    }
  }

  @ParameterizedTest
  @Timeout(20)
  @ValueSource(strings = {"\n", " \n", "\r\n", "\u3000", "。 ", "。\n", "#\n", "\u2028"})
  void split_manyBlanks_takesNoLonger(String blank) {
    String text = blank.repeat(20_000 / blank.length()) + "1.增加床位。\n2.增加补贴。";
    assertEquals(List.of("1.|增加床位。", "2.|增加补贴。"), asks(text));
  }
}
