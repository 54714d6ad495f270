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
  void register_ofACitizensLetter_isNone() {
    String citizens = HEAD.replace("人大代表建议", "群众来信").replace("领衔代表", "来信人").replace("建议", "来信");
    assertFalse(Extract.text(citizens + "办理情况：" + ANSWER).isReply());
  }

  @Test
  void proposal_withoutAnAnswer_isNone() {
    assertFalse(Extract.text(HEAD + "具体建议：\n" + ANSWER).isReply());
  }
}
