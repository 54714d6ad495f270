package org.dafu.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.dafu.reply.Contact;
import org.dafu.reply.Disclosure;
import org.dafu.reply.ProposalNumber;
import org.dafu.reply.Reply;
import org.dafu.reply.Section;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands above the title and below the answer. */
class HeadAndSignOffTest {
  private static final String OPENING = "您提出的《关于办好社区食堂的提案》收悉，经研究，现答复如下：\n";
  private static final String BODY = "我局在全市新建社区食堂十二处，为老年人提供用餐服务。\n感谢您对民政工作的关心。\n";

  private static Reply headed(String head) {
    return Extract.text("运城市民政局\n" + head + "\n关于对市政协五届三次会议第21号提案的答复\n赵小明委员：\n" + OPENING + BODY);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "null",
      delimiter = '|',
      textBlock =
          """
          二〇二一年七月         | null       | 2021
          2021年2月30日          | null       | 2021
          2021年7/月28日         | 2021-07-28 | 2021
          日期：2021年7月30日    | 2021-07-30 | 2021
          """)
  void signOffDate_brokenOrWithoutDay_stillSaysTheYear(
      String signed, @Nullable String date, int year) {
    Reply reply =
        Extract.text(
            "关于对市政协五届三次会议第21号提案的答复\n赵小明委员：\n"
                + OPENING
                + "我局计划2022年新建社区食堂十二处，2022年已建八处。\n运城市民政局\n"
                + signed.replace("/", "\n"));
    assertEquals(date, reply.date() == null ? null : reply.date().toString());
    assertEquals(year, reply.year());
  }

  @Test
  void imprintAndSeal_areNotTheAgency() {
    Reply reply =
        Extract.text(
            "关于对市政协五届三次会议第二十一号提案的答复\n王强 李小明委员：\n"
                + OPENING
                + BODY
                + "办公室盖章处\n运城市民政局\n2021年6月18日\n承办人：赵六 钱七\n运城市民政局办公室    2021年6月19日印发\n");
    assertEquals("运城市民政局", reply.agency());
    assertEquals(List.of(), reply.coAgencies());
    assertEquals(List.of("王强", "李小明"), reply.addressees());
    assertEquals(List.of("赵六", "钱七"), reply.contacts().stream().map(Contact::name).toList());
    assertEquals(new ProposalNumber("二十一", 21L), reply.numbers().getFirst());
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "null",
      delimiter = '|',
      textBlock =
          """
          不予公开          签发人：吕  刚 | null | NOT_PUBLIC
          A类      签发人：张三            | A    | null
          同意公开      A类                | A    | PUBLIC
          （B类 主动公开）                 | B    | PUBLIC
          〔A〕                            | A    | null
          办理结果类型：B                  | B    | null
          不宜公开                         | null | NOT_PUBLIC
          是否予以公开：是                 | null | PUBLIC
          """)
  void headLine_ofSeveralThings_saysEach(
      String head, @Nullable String classification, @Nullable Disclosure disclosure) {
    Reply reply = headed(head);
    assertEquals(classification, reply.classification());
    assertEquals(disclosure, reply.disclosure());
  }

  @Test
  void signatureInShort_isTheSameBody() {
    Reply reply =
        Extract.text(
            "民和回族土族自治县教育局\n关于对县政协八届三次会议第21号提案的答复\n赵小明委员：\n"
                + OPENING
                + BODY
                + "民和县教育局\n2021年6月18日\n");
    assertEquals("民和回族土族自治县教育局", reply.agency());
    assertEquals(List.of(), reply.coAgencies());
  }

  @Test
  void numberedAttachments_belowTheSignature_areNoSections() {
    Reply reply =
        Extract.text(
            "关于对市政协五届三次会议第21号提案的答复\n赵小明委员：\n"
                + OPENING
                + "一、抓紧建设\n园区管委会主要领导高度重视，亲自研究部署。\n二、抓好管理\n我局每月检查一次。\n"
                + "威海市人民政府国有资产监督管理委员会\n2021年6月18日\n附件：1.办理情况表\n2.检查统计表\n");
    assertEquals("威海市人民政府国有资产监督管理委员会", reply.agency());
    assertEquals("2021-06-18", String.valueOf(reply.date()));
    assertEquals(List.of("抓紧建设", "抓好管理"), reply.sections().stream().map(Section::heading).toList());
    assertNull(reply.responsible());
  }
}
