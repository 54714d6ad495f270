package org.dafu.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.dafu.reply.Kind;
import org.dafu.reply.ProposalNumber;
import org.dafu.reply.Reply;
import org.dafu.reply.ReplyType;
import org.dafu.reply.Section;
import org.junit.jupiter.api.Test;

/** Registers and forms around the answer, in place of a letter with title and salutation. */
class RegisterTest {
  private static final String HEAD =
      """
      人大代表建议承办情况登记表
      建议编号：第45号
      领衔代表：周立新
      建议标题：关于更新老旧电梯的建议
      主办单位：黄石市市场监督管理局
      会办单位：市住建局
      办理结果：B
      """;

  private static final String ANSWER =
      """
      一、摸清底数。对使用十五年以上的电梯逐台开展安全评估，建立更新清单。
      二、落实资金。按每台15万元给予补助，首批208台已经开工。
      2025年9月12日
      """;

  private static void assertRegister(Reply reply) {
    assertTrue(reply.isReply(), reply.warnings().toString());
    assertEquals(Kind.SUGGESTION, reply.kind());
    assertEquals(ReplyType.REPLY, reply.replyType());
    assertEquals(List.of(new ProposalNumber("45", 45L)), reply.numbers());
    assertEquals(List.of("关于更新老旧电梯的建议"), reply.titles());
    assertEquals("黄石市市场监督管理局", reply.agency());
    assertEquals(List.of("市住建局"), reply.coAgencies());
    assertEquals("B", reply.classification());
    assertEquals("2025-09-12", String.valueOf(reply.date()));
    assertEquals(List.of("摸清底数", "落实资金"), reply.sections().stream().map(Section::heading).toList());
  }

  @Test
  void register_ofLines_isALetter() {
    assertRegister(Extract.text(HEAD + "办理情况：" + ANSWER));
    assertRegister(Extract.text(HEAD + "办理情况：\n" + ANSWER));
  }

  @Test
  void register_inATable_isALetter() {
    String rows =
        HEAD.lines()
            .skip(1)
            .map(line -> "<tr><td>" + line.replace("：", "</td><td>") + "</td></tr>")
            .reduce("", String::concat);
    String answer = ANSWER.replace("\n", "<br>").replace("2025年9月12日<br>", "");
    assertRegister(
        Extract.page(
            "<h2>人大代表建议承办情况登记表</h2><table>"
                + rows
                + "<tr><td>办理情况</td><td>"
                + answer
                + "</td></tr><tr><td>办结日期</td><td>2025年9月12日</td></tr></table>"));
  }

  @Test
  void letter_inTheLastCellOfAForm_isReadWithTheForm() {
    Reply reply =
        Extract.page(
            "<table><tr><td>提案编号</td><td>021</td><td>类别</td><td>A（已经解决）</td></tr>"
                + "<tr><td>承办单位</td><td>运城市民政局</td><td>答复日期</td><td>2021-06-18</td></tr>"
                + "<tr><td>答复内容</td><td><p>赵小明委员：</p><p>您提出的《关于办好社区食堂的提案》收悉，现答复如下：</p>"
                + "<p>一、新建食堂。今年新建社区食堂十二处。</p><p>二、加强监管。每月检查一次。</p></td></tr></table>");
    assertEquals(List.of("赵小明"), reply.addressees());
    assertEquals(List.of(new ProposalNumber("021", 21L)), reply.numbers());
    assertEquals("A", reply.classification());
    assertEquals("2021-06-18", String.valueOf(reply.date()));
    assertEquals("运城市民政局", reply.agency());
    assertEquals(2, reply.sections().size());
  }

  @Test
  void letter_inACellOfAMarkdownTable_isReadLineByLine() {
    Reply reply =
        Extract.text(
            """
            # 人大代表建议办理情况反馈表

            | 建议号 | 第 026 号 | 代表姓名 | 包·斯琴 |
            |---|---|---|---|
            | 主办单位 | 科尔沁右翼中旗农牧和科技局 | 办理方式 | 主办 |
            | 办理类别 | C | 发文文号 | 中旗农〔2024〕35号 |
            | 答复内容 | 包·斯琴代表：<br>您提出的《关于建设青贮窖的建议》收悉，现答复如下：<br>一、补贴政策。按贮量补助。<br>二、下一步。再建一批。<br>2024年5月28日 | | |
            | 代表意见 | 满意 | 反馈日期 | 2024年6月4日 |
            """);
    assertEquals(List.of("包·斯琴"), reply.addressees());
    assertEquals("中旗农〔2024〕35号", reply.docNumber());
    assertEquals("2024-05-28", String.valueOf(reply.date()));
    assertEquals("C", reply.classification());
    assertEquals("主办", reply.handlingRole());
    assertEquals("科尔沁右翼中旗", reply.county());
    assertEquals(2, reply.sections().size());
  }

  @Test
  void letter_inRowsOfLabelAndValue_isReadWithThem() {
    Reply reply =
        Extract.page(
            "<div><div><label>案　　号：</label><span>第087号</span></div>"
                + "<div><label>签 发 人：</label><span>周国平</span></div>"
                + "<div><label>答复时间：</label><span>2024-06-26</span></div></div>"
                + "<div><p>赵小明委员：</p><p>您提出的《关于办好社区食堂的提案》收悉，现答复如下：</p>"
                + "<p><b>食堂建设情况</b></p><p>今年新建社区食堂十二处。</p>"
                + "<p><b>下一步打算</b></p><p>明年再建八处。</p></div>");
    assertEquals(List.of(new ProposalNumber("087", 87L)), reply.numbers());
    assertEquals("周国平", reply.signer());
    assertEquals("2024-06-26", String.valueOf(reply.date()));
    assertEquals(
        List.of("食堂建设情况", "下一步打算"), reply.sections().stream().map(Section::heading).toList());
  }

  @Test
  void handlingBehindItsLabel_inALetter_staysOneLine() {
    String letter =
        """
        关于市政协五届三次会议第21号提案的答复
        %s
        赵小明委员：
        您提出的《关于办好社区食堂的提案》收悉，现答复如下：
        办理情况：今年我局新建社区食堂十二处，为老年人提供用餐服务。
        存在问题：资金不足，有的食堂难以长期开下去。
        感谢您的关心。
        运城市民政局
        2021年5月6日
        """;
    Reply reply = Extract.text(letter.replace("%s", "办理情况：B类，正在解决，同意公开"));
    assertEquals("B", reply.classification());
    assertEquals(2, reply.sections().size());
    assertEquals("B", Extract.text(letter.replace("%s", "办理结果：B类")).classification());
  }

  @Test
  void register_withTheMembersName_hasNoSalutation() {
    Reply reply = Extract.text(HEAD.replace("领衔代表：", "代表：") + "答复正文：" + ANSWER);
    assertTrue(reply.isReply());
    assertEquals(List.of(), reply.addressees());
  }

  @Test
  void register_ofASuggestionToTheGovernment_isNone() {
    assertFalse(
        Extract.text("人民建议征集办理单\n建议编号：2024-12\n建议人：张三\n承办单位：黄石市卫生健康委员会\n办理情况：" + ANSWER).isReply());
  }

  @Test
  void register_ofACitizensLetter_isNone() {
    String citizens = HEAD.replace("人大代表建议", "群众来信").replace("领衔代表", "来信人").replace("建议", "来信");
    assertFalse(Extract.text(citizens + "办理情况：" + ANSWER).isReply());
  }

  @Test
  void proposal_withoutAnAnswer_isNone() {
    assertFalse(Extract.text(HEAD + "具体建议：\n" + ANSWER).isReply());
  }
}
