package org.dafu.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Objects;
import org.dafu.reply.Disclosure;
import org.dafu.reply.Evidence;
import org.dafu.reply.Kind;
import org.dafu.reply.Outcome;
import org.dafu.reply.PolicyRole;
import org.dafu.reply.ProposalNumber;
import org.dafu.reply.Reply;
import org.dafu.reply.ReplyType;
import org.dafu.reply.Section;
import org.dafu.reply.Session;
import org.dafu.reply.YearBasis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplyExtractorTest {
  private static final String OPENING = "您提出的《关于办好社区食堂的提案》收悉，经研究，现答复如下：\n";
  private static final String BODY = "我局在全市新建社区食堂十二处，为老年人提供用餐服务。\n感谢您对民政工作的关心。\n";

  private static Reply letter(String head, String salutation) {
    return Extract.text(head + "\n" + salutation + "\n" + OPENING + BODY);
  }

  private static Reply headed(String head) {
    return letter("运城市民政局\n" + head + "\n关于对市政协五届三次会议第21号提案的答复", "赵小明委员：");
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "null",
      delimiter = '|',
      textBlock =
          """
          A类                     | A
          （B类）                   | B
          C                      | C
          类别：B                   | B
          办理结果：A                 | A
          运民函〔2021〕27号C类          | C
          运民函〔2021〕12号(A类)        | A
          运民函〔2021〕11号A类 同意公开     | A
          C:计划解决                 | C
          解决采纳                   | 解决采纳
          办理结果：正在解决              | 正在解决
          甲类                     | 甲
          类别:提案                  | null
          B〔2021〕062号            | null
          """)
  void classification_inTheHead(String head, String expected) {
    assertEquals(expected, headed(head).classification());
  }

  @Test
  void classification_ofAnEarlierYearInTheText_isNotThisLettersOwn() {
    Reply reply =
        Extract.text(
            "运城市民政局\n关于对市政协五届三次会议第21号提案的答复\n赵小明委员：\n"
                + OPENING
                + "去年您的提案办理结果定为B类，当时承诺建设十处。水质达到Ⅲ类标准。\n"
                + BODY);
    assertNull(reply.classification());
    assertNull(reply.outcome());
  }

  @ParameterizedTest
  @CsvSource({
    "办理情况\tA 类\t☑\tB 类\t\tC 类, A",
    "办理情况\tA类\t\tB类\t√\tC类, B",
    "办理情况\t☑A类 ☐B类 ☐C类\t, A",
    "办理情况\t□A类 □B类 ☑C类\t, C",
  })
  void classification_tickedInAForm(String row, String expected) {
    Reply reply =
        Extract.text(
            "运城市政协委员提案面商记录表\n承办单位：运城市民政局\n提案编号：第 21 号\n"
                + row
                + "\n面商时间\t2021年6月7日\t面商地点\t二楼会议室\n赵小明委员：\n"
                + OPENING
                + BODY);
    assertEquals(expected, reply.classification());
    assertEquals("二楼会议室", reply.meeting() == null ? null : reply.meeting().place());
    assertEquals(YearBasis.MEETING, reply.yearBasis());
  }

  @Test
  void classification_headAgainstForm_headWinsWithAWarning() {
    Reply reply =
        Extract.text(
            "办理情况\tA类\t☑\tB类\t\tC类\n\n运城市民政局\nB类\n关于对市政协五届三次会议第21号提案的答复\n赵小明委员：\n"
                + OPENING
                + BODY);
    assertEquals("B", reply.classification());
    assertTrue(
        reply.warnings().stream()
            .anyMatch(warning -> warning.code().equals("class-contradiction")));
  }

  @Test
  void outcome_letterWithoutWordsOrScheme_isUnknown() {
    assertNull(headed("A类").outcome());
    assertEquals(Outcome.PLANNED, headed("C:计划解决").outcome());
  }

  @Test
  void outcome_configuredSchemeOfTheProvince() {
    Reply reply = letter("绍兴市民政局\nA类\n关于市政协五届三次会议第21号提案的答复", "赵小明委员：");
    assertEquals(Outcome.SOLVED, reply.outcome());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "null",
      textBlock =
          """
          关于对市政协五届三次会议第068号提案的答复          | 068 | 68
          关于市五届人大三次会议第 36 号建议的答复函         | 36  | 36
          关于市五届人大三次会议第(27)号建议的答复           | 27  | 27
          关于市五届人大三次会议第〔93〕号建议的答复          | 93  | 93
          关于市政协五届三次会议第０６８号提案的答复          | ０６８ | 68
          关于市政协五届三次会议第20230158号提案的复函       | 20230158 | 20230158
          关于市五届人大三次会议第DH0271号建议的答复         | DH0271 | 271
          关于市五届人大三次会议D-013号建议的答复           | D-013 | 13
          """)
  void numbers_inTheTitle(String title, String text, long value) {
    Reply reply = letter("运城市民政局\n运民函〔2021〕12号\n" + title, "赵小明委员：");
    assertEquals(List.of(new ProposalNumber(text, value)), reply.numbers());
  }

  @Test
  void numbers_severalProposalsAnsweredTogether() {
    Reply reply = letter("运城市民政局\n关于对市政协五届三次会议第12号、第45号、第188号提案的答复", "赵小明委员：");
    assertEquals(
        List.of(12L, 45L, 188L), reply.numbers().stream().map(ProposalNumber::value).toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          市八届政协四次会议            | 8  | 4
          市政协九届三次会议            | 9  | 3
          政协运城市第八届委员会第四次会议     | 8  | 4
          运城市第十四届人民代表大会第五次会议   | 14 | 5
          市十七届人大二次会议           | 17 | 2
          自治区十四届人大一次会议         | 14 | 1
          """)
  void session_inAllForms(String text, int term, int meeting) {
    Reply reply = letter("运城市民政局\n关于对" + text + "第21号提案的答复", "赵小明委员：");
    assertEquals(new Session(text, term, meeting), reply.session());
  }

  @Test
  void kind_sessionBeforeWhatThePaperIsCalled() {
    assertEquals(Kind.PROPOSAL, letter("关于市政协五届三次会议第21号建议的答复", "赵小明委员：").kind());
    assertEquals(Kind.SUGGESTION, letter("关于市五届人大三次会议第21号提案的答复", "赵小明代表：").kind());
    assertEquals(Kind.SUGGESTION, letter("关于第21号提案的答复", "赵小明代表：").kind());
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "null",
      delimiter = '|',
      textBlock =
          """
          运城市民政局           | 山西省 | 运城市 | null   | 140800
          永济市交通运输局         | 山西省 | 运城市 | 永济市  | 140881
          济源市农业农村局         | 河南省 | null | 济源市  | 419001
          上海市徐汇区民政局        | 上海市 | 上海市 | 徐汇区  | 310104
          恭城瑶族自治县民政局       | 广西壮族自治区 | 桂林市 | 恭城瑶族自治县 | 450332
          黔东南州民政局          | 贵州省 | 黔东南苗族侗族自治州 | null | 522600
          云南省民政厅           | 云南省 | null | null | 530000
          鼓楼区民政局           | null | null | null | null
          市民政局             | null | null | null | null
          民政部              | null | null | null | null
          """)
  void place_fromTheAgency(
      String agency, String province, String city, String county, String code) {
    Reply reply = letter(agency + "\n关于对五届三次会议第21号提案的答复", "赵小明委员：");
    assertEquals(province, reply.province());
    assertEquals(city, reply.city());
    assertEquals(county, reply.county());
    assertEquals(code, reply.divisionCode());
    assertEquals(agency, reply.agency());
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "null",
      textBlock =
          """
          2021年7月3日, 2021-07-03
          2021-07-03, 2021-07-03
          二〇二一年七月三日, 2021-07-03
          二○二一年十二月三十一日, 2021-12-31
          二〇二一年七月卅一日, 2021-07-31
          二零一九年八月六日, 2019-08-06
          2021730, 2021-07-30
          2021111, null
          2021年13月3日, null
          """)
  void date_ofTheSignOff(String printed, String iso) {
    Reply reply =
        Extract.text(
            "运城市民政局\n关于第21号提案的答复\n赵小明委员：\n" + OPENING + BODY + "运城市民政局\n" + printed + "\n");
    assertEquals(iso, reply.date() == null ? null : reply.date().toString());
  }

  @ParameterizedTest
  @CsvSource({
    "运民函〔2021〕12号, 运民函〔2021〕12号",
    "运民函【2021】12号, 运民函〔2021〕12号",
    "运民函[2021] 12 号, 运民函〔2021〕12号",
    "运民函﹝2021﹞12号, 运民函〔2021〕12号",
    "运民函（2021）12号, 运民函〔2021〕12号",
    "运民函〔2021】12号, 运民函〔2021〕12号",
    "运民函2021〕12号, 运民函〔2021〕12号",
  })
  void docNumber_bracketsAreNormalised(String printed, String expected) {
    Reply reply = headed(printed);
    assertEquals(expected, reply.docNumber());
    assertEquals(2021, reply.year());
    assertEquals(YearBasis.DOC_NUMBER, reply.yearBasis());
  }

  @Test
  void docNumber_tellsTheRole() {
    assertEquals("主办", headed("建议主办〔2021〕17号").handlingRole());
  }

  @ParameterizedTest
  @CsvSource({
    "主动公开, PUBLIC",
    "同意公开, PUBLIC",
    "是否公开：是, PUBLIC",
    "节选公开, PARTIAL",
    "依申请公开, ON_REQUEST",
    "不予公开, NOT_PUBLIC"
  })
  void disclosure_inTheHead(String printed, Disclosure expected) {
    assertEquals(expected, headed(printed).disclosure());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          尊敬的赵小明委员：        | 赵小明
          赵小明、钱多多委员：       | 赵小明;钱多多
          赵小明代表、钱多多代表：     | 赵小明;钱多多
          赵小明等10名代表：       | 赵小明
          赵 明 委员：          | 赵明
          阿依古丽·买买提委员：      | 阿依古丽·买买提
          民进运城市委员会：        | 民进运城市委员会
          xx委员：            | ''
          """)
  void addressees_inTheSalutation(String salutation, String names) {
    Reply reply = letter("关于市政协五届三次会议第21号提案的答复", salutation);
    assertEquals(names, String.join(";", reply.addressees()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          您提出的《关于办好食堂的建议》收悉，现答复如下：               | 关于办好食堂的建议
          您提出的关于办好社区食堂的建议收悉，现答复如下：               | 关于办好社区食堂的建议
          您提出的加强社区服务，办好食堂的提案收悉，现答复如下：            | 加强社区服务，办好食堂
          您提出的“关于办好社区食堂的提案”收悉，现答复如下：             | 关于办好社区食堂的提案
          """)
  void titles_inTheOpening(String opening, String title) {
    Reply reply = Extract.text("关于市政协五届三次会议第21号提案的答复\n赵小明委员：\n" + opening + "\n" + BODY);
    assertEquals(List.of(title), reply.titles());
  }

  @Test
  void policies_thatSomethingIsAlreadyIn_areCited() {
    Reply reply =
        Extract.text(
            "关于市政协五届三次会议第21号提案的答复\n赵小明委员：\n"
                + OPENING
                + "该路已纳入《运城市干线公路规划》，我局正开展前期工作，待环评批复后开工。\n"
                + "食堂已列入《运城市养老设施规划》，计划2022年实施。\n"
                + "《运城市殡葬办法》已有明文规定，国家正在修订上位法。\n"
                + "今后，我局将按照《运城市养老服务实施意见》要求，继续开办食堂。\n"
                + BODY);
    assertEquals(
        List.of(PolicyRole.CITED, PolicyRole.CITED, PolicyRole.CITED, PolicyRole.CITED),
        reply.policies().stream().map(policy -> policy.role()).toList());
  }

  @Test
  void sections_twoLevels() {
    Reply reply =
        Extract.text(
            "关于市政协五届三次会议第21号提案的答复\n赵小明委员：\n"
                + OPENING
                + "一、加强组织领导\n成立了工作专班。\n（一）明确责任。由分管副市长负责。\n（二）定期调度。每月一次。\n"
                + "## **三、健全标准**\n印发了《运城市社区食堂管理办法》（运政办发〔2021〕3号），正在起草《运城市社区食堂补贴细则》。\n"
                + BODY);
    assertEquals(
        List.of("加强组织领导", "健全标准"), reply.sections().stream().map(Section::heading).toList());
    List<Section> children = reply.sections().getFirst().children();
    assertEquals(List.of("明确责任", "定期调度"), children.stream().map(Section::heading).toList());
    assertEquals(
        List.of(PolicyRole.CITED, PolicyRole.DRAFT),
        reply.policies().stream().map(policy -> policy.role()).toList());
    assertEquals("运政办发〔2021〕3号", reply.policies().getFirst().number());
    for (Section section : reply.sections()) {
      assertTrue(section.span().of(reply.text()).contains(section.heading()));
    }
  }

  @Test
  void sections_itemFollowedByAYear() {
    Reply reply =
        Extract.text(
            "关于市政协五届三次会议第21号提案的答复\n赵小明委员：\n"
                + OPENING
                + "1.2017年投入资金500万元，新建食堂5处，改建3处。\n2.2018年继续推进，投入600万元，改建7处。\n"
                + BODY);
    assertEquals(List.of("1.", "2."), reply.sections().stream().map(Section::label).toList());
    assertTrue(reply.sections().getFirst().text().startsWith("2017年"));
  }

  @Test
  void signOff_peopleAndCopies() {
    Reply reply =
        Extract.text(
            "签发人：周大川\n关于市政协五届三次会议第21号提案的答复\n赵小明委员：\n"
                + OPENING
                + BODY
                + "运城市民政局\n2021年6月1日\n分管领导：吴小山\n联系人：郑小河 联系电话：0359-2000000\n抄送：市政协提案委员会（2份），市政府督查室。\n");
    assertEquals("周大川", reply.signer());
    assertEquals("吴小山 (分管领导)", reply.responsible());
    assertEquals("郑小河", reply.contacts().getFirst().name());
    assertEquals(List.of("市政协提案委员会（2份）", "市政府督查室"), reply.cc());
    assertFalse(reply.text().contains("2000000"));
  }

  @Test
  void replyType_coOpinionAndFollowUp() {
    assertEquals(ReplyType.CO_OPINION, letter("关于市五届人大三次会议第21号建议的会办意见", "市民政局：").replyType());
    assertEquals(ReplyType.FOLLOW_UP, letter("关于市五届人大三次会议第21号建议的续办答复", "赵小明代表：").replyType());
    assertEquals(ReplyType.REPLY, letter("关于市五届人大三次会议第21号建议的答复", "赵小明代表：").replyType());
  }

  @Test
  void evidence_pointsAtWhatWasRead() {
    Reply reply = headed("运民函〔2021〕12号");
    assertEquals("运民函〔2021〕12号", evidenceOf("docNumber", reply));
    assertEquals("21", evidenceOf("numbers", reply));
  }

  private static String evidenceOf(String field, Reply reply) {
    Evidence evidence = Objects.requireNonNull(reply.evidence().get(field), field);
    return reply.text().substring(evidence.start(), evidence.end());
  }

  /**
   * Expressions that go round once for each of a row must not need a stack as deep as it is long.
   */
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '\'',
      value = {
        "'关于市政协第',12、,号提案的答复",
        "你提出的《关于停车的提案》,、《关于公交的提案》（第8号）,收悉。",
        "联系人：赵小明,（局办公室）,，钱小红　电话：12345678",
        "办结情况：,A类是已解决的、,。",
        "尊敬的,各位尊敬的,赵小明委员：",
        "赵小明等3名,委员同志,："
      })
  void longRow_isReadLikeAShortOne(String head, String link, String foot) {
    String row = head + link.repeat(20_000) + foot;
    assertTrue(Extract.text(row + "\n" + OPENING + BODY).text().contains(foot));
    assertTrue(Extract.text("赵小明委员：\n" + OPENING + BODY + "\n" + row).text().contains(foot));
  }
}
