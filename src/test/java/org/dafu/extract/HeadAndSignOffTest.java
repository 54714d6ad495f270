package org.dafu.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.Objects;
import org.dafu.reply.Contact;
import org.dafu.reply.Disclosure;
import org.dafu.reply.Meeting;
import org.dafu.reply.ProposalNumber;
import org.dafu.reply.Reply;
import org.dafu.reply.ReplyType;
import org.dafu.reply.Satisfaction;
import org.dafu.reply.Section;
import org.dafu.reply.Session;
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
          运民复〔2023〕6号B类      签发人：吕刚 | B | null
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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          杨德贵代表：              | 杨德贵
          佟贵会委员、邓贵委员：        | 佟贵会、邓贵
          吴贵委员、李  会委员：      | 吴贵、李会
          阿不都热西提·买买提委员：    | 阿不都热西提·买买提
          """)
  void salutation_namesLikeWords_areNames(String salutation, String names) {
    Reply reply = Extract.text("关于市政协五届三次会议第21号提案的答复\n" + salutation + "\n" + OPENING + BODY);
    assertEquals(List.of(names.split("、")), reply.addressees());
  }

  @Test
  void longNameBehindItsLabel_isRead() {
    Reply reply =
        Extract.text(
            "关于市政协五届三次会议第21号提案的答复\n赵小明委员：\n"
                + OPENING
                + BODY
                + "运城市民政局\n2021年6月18日\n负责人：阿不都克里木　经办人：吉克伍沙莫　电话：5550123");
    assertEquals("阿不都克里木 (负责人)", reply.responsible());
    assertEquals(List.of("吉克伍沙莫"), reply.contacts().stream().map(Contact::name).toList());
  }

  @Test
  void coOpinion_withoutTitle_isToldByItsOpening() {
    Reply reply =
        Extract.text(
            "运城市妇幼保健院\n运城市卫生健康委员会：\n贵委转来市政协五届三次会议第21号提案收悉。我院作为协办单位，现提出协办意见如下：\n"
                + BODY
                + "运城市妇幼保健院\n2021年6月18日");
    assertEquals(ReplyType.CO_OPINION, reply.replyType());
    assertEquals("市政协五届三次会议", session(reply));
  }

  private static @Nullable String session(Reply reply) {
    Session session = reply.session();
    return session == null ? null : session.text();
  }

  @Test
  void opening_thatReportsOnAPromise_isAFollowUp() {
    Reply reply =
        Extract.text(
            "关于对市政协五届三次会议第21号提案的再次答复\n赵小明委员：\n您提出的《关于办好社区食堂的提案》，我局去年已经答复。现将承诺事项落实情况续复如下。\n" + BODY);
    assertEquals(ReplyType.FOLLOW_UP, reply.replyType());
  }

  @ParameterizedTest
  @CsvSource({
    "关于市政协五届三次会议第21号提案的复函, 现提出会办意见如下：, CO_OPINION",
    "关于市政协五届三次会议第21号提案的答复, 现综合市财政局会办意见答复如下：, REPLY",
    "'', 现将承诺事项落实情况续复如下：, FOLLOW_UP",
    "'', 现综合市财政局会办意见答复如下：, REPLY"
  })
  void replyType_isToldAlikeWithTitleAndWithout(String title, String told, ReplyType expected) {
    Reply reply =
        Extract.text(title + "\n赵小明委员：\n您提出的《关于办好社区食堂的提案》收悉，" + told + "\n" + BODY + "运城市民政局");
    assertEquals(expected, reply.replyType());
  }

  @ParameterizedTest
  @CsvSource({"承办人：城东派出所", "联系人：社会救助站", "负责人：养老服务科科长", "承办人：城关镇民警"})
  void unitOrPost_behindALabelOfPeople_isNobody(String line) {
    Reply reply =
        Extract.text(
            "关于市政协五届三次会议第21号提案的答复\n赵小明委员：\n" + OPENING + BODY + "运城市民政局\n2021年5月6日\n" + line);
    assertEquals(List.of(), reply.contacts());
    assertNull(reply.responsible());
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "null",
      value = {
        "答复日期, 二〇二一年六月十八日, 2021-06-18",
        "答复时间, 2021年6月18日, 2021-06-18",
        "办结时间, 2024年8月31日前, null"
      })
  void date_inACellOfTheForm(String label, String value, @Nullable String expected) {
    Reply reply =
        Extract.page(
            "<table><tr><td>"
                + label
                + "</td><td>"
                + value
                + "</td></tr><tr><td>签发人</td><td>周国平</td></tr></table><p>赵小明委员：</p><p>"
                + OPENING
                + "</p><p>我局在全市新建社区食堂十二处。</p><p>运城市民政局</p>");
    assertEquals(expected, reply.date() == null ? null : reply.date().toString());
  }

  @Test
  void date_behindTheNameOfAnInstitute_inOneLine() {
    Reply reply =
        Extract.text("关于市政协五届三次会议第21号提案的答复\n赵小明委员：\n" + OPENING + BODY + "凤凰县文物管理所2021年6月18日");
    assertEquals("2021-06-18", String.valueOf(reply.date()));
    assertEquals("凤凰县文物管理所", reply.agency());
  }

  @Test
  void manner_inALineOfTheHead_isTheRole() {
    Reply reply = headed("办理方式：主办　　办理类别：B");
    assertEquals("主办", reply.handlingRole());
    assertEquals("B", reply.classification());
  }

  @Test
  void letter_cutAndMixed_isReadWithWhatStandsInOddPlaces() {
    Reply reply =
        Extract.text(
            """
            运城市民政局
            运民办字﹙2021）42号
            关于市政协五届三次会议第21号提案的答复
            赵小明委员：

            您提出的《关于办好社区食堂、方便老年人用

            餐的提案》收悉，现答复如下：
            办理结果：列入计划拟解决
            我局计划在全市新建社区食堂十二处，为老年人提供用餐服务。
            （全文公开）
            运城市民政局
            2021年5月6日
            分管局领导：刘岳平
            """);
    assertEquals("运民办字〔2021〕42号", reply.docNumber());
    assertEquals(List.of("关于办好社区食堂、方便老年人用餐的提案"), reply.titles());
    assertEquals("列入计划拟解决", reply.classification());
    assertEquals(Disclosure.PUBLIC, reply.disclosure());
    assertEquals("刘岳平 (分管局领导)", reply.responsible());
  }

  @Test
  void lines_ofWhoHandlesAndSigns_areRead() {
    Reply reply =
        Extract.text(
            """
            分办单位：市民政局、市财政局
            关于市政协五届三次会议第21号提案的答复
            赵小明委员：
            您提出的《关于办好社区食堂的提案》收悉，现答复如下：
            我局在全市新建社区食堂十二处，为老年人提供用餐服务。
            此函已经彭显忠局长审签。
            运城市民政局
            2021年5月6日
            联系人：市民政局  曾庆  2660000
            """);
    assertEquals("分办", reply.handlingRole());
    assertEquals(List.of("市财政局"), reply.coAgencies());
    assertEquals("彭显忠", reply.signer());
    assertEquals(List.of(new Contact("曾庆", "联系人")), reply.contacts());
  }

  @Test
  void coOpinion_toWhoLeads_namesThatBody() {
    Reply reply =
        Extract.text(
            """
            关于省政协十三届一次会议第507号提案协办意见的函
            省农业农村厅：
            赵小明委员提出的《关于节水农业的提案》由你厅主办、我厅协办。现提出协办意见如下：
            一、建设节水设施。已建成十二处。
            陕西省水利厅
            2023年5月6日
            """);
    assertEquals(List.of("省农业农村厅"), reply.coAgencies());
  }

  @Test
  void number_ofThreeParts_isWhole() {
    Reply reply =
        Extract.text("对区政协十五届四次会议第15-4-083号提案的答复\n赵小明委员：\n" + OPENING + BODY + "运城市民政局\n2021年5月6日");
    assertEquals("15-4-083", reply.numbers().getFirst().text());
  }

  @Test
  void title_thatBeginsWithAWordForReceiving_isOne() {
    Reply reply = Extract.text("赵小明委员：\n您提出的收费公路减免政策的建议收悉，现答复如下：\n" + BODY + "运城市民政局");
    assertEquals(List.of("收费公路减免政策"), reply.titles());
  }

  @Test
  void meeting_ofLabelsSideBySide_isReadApart() {
    Reply reply = headed("面商地点：局会议室    面商人：张三    面商时间：2021年  5月6日");
    Meeting meeting = Objects.requireNonNull(reply.meeting());
    assertEquals("局会议室", meeting.place());
    assertEquals("2021-05-06", String.valueOf(meeting.date()));
  }

  @Test
  void disclosure_behindTheValueOfAField_endsAtItsSign() {
    String page =
        "<div>发布时间：2021-05-06 是否公开：%s；类别：A</div><p>赵小明委员：</p><p>"
            + OPENING
            + "</p><p>我局在全市新建社区食堂十二处。</p><p>运城市民政局</p>";
    assertEquals(Disclosure.PUBLIC, Extract.page(page.replace("%s", "是")).disclosure());
    assertEquals(Disclosure.NOT_PUBLIC, Extract.page(page.replace("%s", "否")).disclosure());
  }

  @Test
  void stationOfCulturalRelics_isAnAgency() {
    Reply reply = Extract.text("凤凰县文物管理所\n关于县政协八届三次会议第21号提案的答复\n赵小明委员：\n" + OPENING + BODY);
    assertEquals("凤凰县文物管理所", reply.agency());
  }

  @Test
  void session_thatLostItsDigits_isUnknown() {
    assertNull(Extract.text("关于市政协第届委员会第次会议第21号提案的答复\n赵小明委员：\n" + OPENING + BODY).session());
  }

  @Test
  void whatWasDoneWithThePaper_isNoTitle() {
    Reply reply =
        Extract.text(
            "建议标题：关于办好社区食堂的建议\n答复内容：\n赵小明代表：您好！\n您提的建议我们认真进行了研究，现答复如下：\n"
                + BODY
                + "运城市民政局\n2021年6月18日\n办理分类：A类   沟通方式：见面   代表评价：满意");
    assertEquals(List.of("关于办好社区食堂的建议"), reply.titles());
    Meeting meeting = reply.meeting();
    assertEquals(Satisfaction.SATISFIED, meeting == null ? null : meeting.satisfaction());
    assertEquals("A", reply.classification());
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
