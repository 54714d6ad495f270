package org.dafu.extract;

import java.util.Optional;
import org.dafu.read.Presence;
import org.dafu.read.Wording;
import org.dafu.reply.Kind;
import org.dafu.reply.ProposalNumber;
import org.dafu.reply.Warning;
import org.jspecify.annotations.Nullable;

/**
 * Tells letters from what looks like them: answers to citizens, the proposals themselves, reports,
 * news, notices.
 */
final class LookAlikes {
  private static final Wording MEMBER = Wording.of("委员|代表");
  private static final Wording CITIZEN =
      Wording.of(
          "网友|市民朋友|来信人|您反映的|您的(?:来信|留言|诉求|咨询|投诉)|(?:市长|书记|县长|局长)信箱|留言(?:时间|内容)|信件(?:编号|标题|内容)|来信(?:时间|内容|类别)|诉求人|12345.{0,10}(?:工单|派单)");
  private static final Wording PAPER = Wording.of("提案|议案|(?:代表|人大|号|的)建议|建议(?:收悉|的答复)");
  private static final Wording ANSWER_TITLE =
      Wording.of("答复|复函|回复|函复|复文|办理情况|(?:会办|协办|主办|办理)意见|续办|办复");
  private static final Wording REPORT_TITLE =
      Wording.of("(?:总结|报告|通报|综述|情况汇报|工作要点|述职|履职|一览表|台账|目录|统计表)(?:\\([^)]*\\))?$");
  private static final Wording NOTICE_TITLE =
      Wording.of("(?:通知|公告|通告|告知书|意见书|公示|方案|办法)(?:\\([^)]*\\))?$");
  private static final Wording NEWS =
      Wording.of("召开.{0,30}(?:会议?|座谈会|推进会|交办会)|本报讯|记者|通讯员|(?:办理工作|交办)(?:推进|座谈)?会");
  private static final Wording DISCLOSURE = Wording.of("政府信息公开(?:申请)?(?:答复|告知)书?|信息公开告知书|申请公开");
  private static final Wording PROPOSAL =
      Wording.of(
          "^(?:案\\s*由|提案者|提案人|第一提案人|建议人|领衔代表|提案单位|联名人)|(?:情况分析|问题及分析|具体建议|建议如下|为此,?(?:我)?(?:们)?建议)");
  private static final Wording ANSWERS =
      Wording.of(
          "[现兹].{0,24}(?:答复|回复|函复|复函|反馈|报告|说明|意见)(?:如下|给)|(?:答复|回复|函复|意见|办理情况)(?:[^,。]{0,8})如下|收悉|已收到|已悉");

  private static final Wording OFFERED = Wording.of("(?:您|你|委员|代表)[^。]{0,30}提出的");

  /** A title stands in one of so many lines, and is no longer than this. */
  private static final int TITLE_LINES = 5;

  private static final int LONGEST_TITLE = 40;

  private LookAlikes() {}

  /** Why the document is no reply letter; empty if it is one. */
  static Optional<Warning> objection(
      Layout letter, @Nullable Kind kind, java.util.List<Found<ProposalNumber>> numbers) {
    String title = letter.title().map(Tight::text).orElse("");
    Presence firstLines = Presence.of(firstLines(letter));
    boolean answers = letter.openingStretch().map(line -> line.contains(ANSWERS)).orElse(false);
    boolean addressed = letter.salutation >= 0;
    boolean answerTitle = ANSWER_TITLE.in(title) && PAPER.in(title);
    boolean paperNamed =
        letter.openingStretch().map(line -> line.beginning(200).contains(PAPER)).orElse(false);

    boolean disclosure =
        letter.lines.stream()
            .limit(TITLE_LINES)
            .anyMatch(line -> line.length() <= LONGEST_TITLE && line.tight().contains(DISCLOSURE));
    if (!answerTitle && (disclosure || (DISCLOSURE.in(firstLines) && numbers.isEmpty()))) {
      return reason("look-alike-disclosure", "是政府信息公开答复，不是提案建议答复");
    }
    if (!answerTitle && CITIZEN.in(firstLines) && !addressedToMember(letter)) {
      return reason("look-alike-mailbox", "是对群众来信的回复，不是提案建议答复");
    }
    if (REPORT_TITLE.in(title) && numbers.isEmpty() && !addressedToMember(letter)) {
      return reason("look-alike-report", "是工作总结或报告，不是提案建议答复");
    }
    if (answerTitle && (addressed || answers || !numbers.isEmpty())) {
      return Optional.empty();
    }
    if (addressed && answers && (paperNamed || kind != null)) {
      return Optional.empty();
    }
    if (addressedToMember(letter)
        && paperNamed
        && OFFERED.in(letter.openingStretch().map(Tight::text).orElse(""))) {
      return Optional.empty();
    }
    if (letter.registerAnswer >= 0) {
      return Optional.empty();
    }
    if (answers && paperNamed && (!numbers.isEmpty() || addressedToMember(letter))) {
      return Optional.empty();
    }
    return Optional.of(kindOfLookAlike(letter, firstLines));
  }

  private static boolean addressedToMember(Layout letter) {
    Line line = letter.salutationLine();
    return line != null && line.tight().contains(MEMBER);
  }

  private static String firstLines(Layout letter) {
    StringBuilder lines = new StringBuilder();
    letter.lines.stream()
        .limit(8)
        .forEach(line -> lines.append(line.text(), 0, Math.min(120, line.length())).append('\n'));
    letter.form.rows().stream()
        .limit(8)
        .forEach(
            row ->
                row.forEach(
                    cell ->
                        lines
                            .append(cell.text(), 0, Math.min(40, cell.text().length()))
                            .append('\n')));
    return lines.toString();
  }

  private static Warning kindOfLookAlike(Layout letter, Presence firstLines) {
    for (Line line : letter.lines.stream().limit(6).toList()) {
      if (line.length() < 60 && line.tight().contains(REPORT_TITLE)) {
        return new Warning("look-alike-report", "是工作总结或报告，不是提案建议答复");
      }
      if (line.length() < 60 && line.tight().contains(NOTICE_TITLE)) {
        return new Warning("look-alike-notice", "是通知或公告，不是提案建议答复");
      }
    }
    if (letter.lines.stream().limit(20).anyMatch(line -> line.tight().contains(PROPOSAL))) {
      return new Warning("look-alike-proposal", "是提案或建议本身，不是答复");
    }
    if (NEWS.in(firstLines)) {
      return new Warning("look-alike-news", "是新闻报道，不是提案建议答复");
    }
    return new Warning("look-alike-other", "找不到答复的标题、称呼或“收悉，现答复如下”，不像提案建议答复");
  }

  private static Optional<Warning> reason(String code, String message) {
    return Optional.of(new Warning(code, message));
  }
}
