package org.dafu.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dafu.reply.Contact;
import org.dafu.reply.Disclosure;
import org.dafu.reply.Evidence;
import org.dafu.reply.Figure;
import org.dafu.reply.FigureType;
import org.dafu.reply.Kind;
import org.dafu.reply.Meeting;
import org.dafu.reply.Outcome;
import org.dafu.reply.Policy;
import org.dafu.reply.PolicyRole;
import org.dafu.reply.ProposalNumber;
import org.dafu.reply.Reply;
import org.dafu.reply.ReplyId;
import org.dafu.reply.ReplyType;
import org.dafu.reply.Satisfaction;
import org.dafu.reply.Section;
import org.dafu.reply.Session;
import org.dafu.reply.Source;
import org.dafu.reply.Span;
import org.dafu.reply.Warning;
import org.dafu.reply.YearBasis;
import org.jspecify.annotations.Nullable;

/** A few invented letters. */
final class Letters {
  static final String SCRIPT = "<script>alert('x')</script>";

  private Letters() {}

  /** Letters of several places and years, one of them not public, one nearly empty. */
  static List<Reply> all() {
    List<Reply> letters = new ArrayList<>();
    letters.add(full());
    letters.add(
        small(1, "关于增加托育点位的建议", "浙江省", "衢州市", 2023, "B", Kind.SUGGESTION, Disclosure.PUBLIC));
    letters.add(small(2, "关于" + SCRIPT + "的提案", "浙江省", "丽水市", 2023, null, Kind.PROPOSAL, null));
    letters.add(
        small(3, "关于保密事项的提案", "山西省", "晋中市", 2022, "C", Kind.PROPOSAL, Disclosure.NOT_PUBLIC));
    letters.add(small(4, "", null, null, null, null, null, null));
    for (int i = 5; i < 17; i++) {
      letters.add(
          small(
              i,
              "关于第" + i + "片老旧小区加装电梯的建议",
              "湖北省",
              i % 2 == 0 ? "咸宁市" : "荆门市",
              2012 + i % 12,
              i % 3 == 0 ? "A" : "B",
              i % 2 == 0 ? Kind.PROPOSAL : Kind.SUGGESTION,
              null));
    }
    return letters;
  }

  static ReplyId id(int number) {
    return new ReplyId(String.format(Locale.ROOT, "%016x", number + 0xa0));
  }

  /** A letter that has every field. */
  static Reply full() {
    String text =
        """
        晋中市民政局
        对市五届政协三次会议第068号提案的答复
        尊敬的林远山委员：
        您提出的《关于完善社区养老服务的提案》收悉，现答复如下：
        一、完善社区养老设施
        2024年新建社区养老服务站6处，投入资金320万元。已建成的12处服务站全部开放。
        （一）改造闲置用房。把闲置校舍改造为日间照料中心，新增床位120张。
        （二）延长开放时间。各站每日开放10小时。
        二、做好适老化改造
        已为1968户老年人家庭安装扶手和防滑地面。
        项目\t2023年\t2024年
        适老化改造（户）\t860\t1108
        感谢您对养老服务工作的关心。
        2024年6月18日""";
    int first = text.indexOf("一、完善");
    int second = text.indexOf("二、做好");
    int sub1 = text.indexOf("（一）");
    int sub2 = text.indexOf("（二）");
    int end = text.indexOf("\n感谢");
    Figure beds =
        new Figure(
            FigureType.BEDS,
            120,
            null,
            "张",
            "日间照料中心",
            2024,
            true,
            "120张",
            "把闲置校舍改造为日间照料中心，新增床位120张。",
            "（一）改造闲置用房",
            new Span(text.indexOf("120张"), text.indexOf("120张") + 4));
    Policy policy = new Policy("社区养老服务条例", "晋中民发〔2023〕9号", PolicyRole.CITED);
    List<Section> sections =
        List.of(
            section(
                "一、",
                "完善社区养老设施",
                1,
                text,
                new Span(first, second - 1),
                List.of(
                    section("（一）", "改造闲置用房", 2, text, new Span(sub1, sub2 - 1), List.of()),
                    section("（二）", "延长开放时间", 2, text, new Span(sub2, second - 1), List.of()))),
            section("二、", "做好适老化改造", 1, text, new Span(second, end), List.of()));
    return new Reply(
        id(0),
        true,
        Kind.PROPOSAL,
        ReplyType.REPLY,
        "山西省",
        "晋中市",
        null,
        "140700",
        "晋中市民政局",
        List.of("晋中市财政局"),
        new Session("市五届政协三次会议", 5, 3),
        List.of(ProposalNumber.of("068")),
        List.of("关于完善社区养老服务的提案"),
        2024,
        YearBasis.DATE,
        LocalDate.of(2024, 6, 18),
        LocalDate.of(2024, 6, 30),
        "市民函〔2024〕12号",
        "主办",
        "A",
        Outcome.SOLVED,
        Disclosure.PUBLIC,
        List.of("林远山"),
        "周一鸣",
        "周一鸣（局长）",
        List.of(new Contact("陈默", "承办人")),
        List.of("市政协提案委"),
        new Meeting(LocalDate.of(2024, 6, 10), "市民政局", Satisfaction.SATISFIED, "满意"),
        sections,
        List.of("EC", "EC01", "EC05"),
        List.of("I16"),
        List.of("S1"),
        List.of(policy),
        List.of(beds),
        text,
        Map.of("city", new Evidence("letterhead", 0, 3, 0.95)),
        List.of(new Warning("two-figures", "同一事项有两个数字，请对照原文。")),
        new Source("shanxi/jinzhong-2024-068.txt", "ab".repeat(32), "text/plain", "UTF-8"));
  }

  private static Section section(
      String label, String heading, int level, String text, Span span, List<Section> children) {
    return new Section(
        label,
        heading,
        level,
        span.of(text),
        span,
        List.of(label.equals("二、") ? "EC05" : "EC01"),
        List.of(),
        List.of("S1"),
        List.of(),
        List.of(),
        children);
  }

  private static Reply small(
      int number,
      String title,
      @Nullable String province,
      @Nullable String city,
      @Nullable Integer year,
      @Nullable String classification,
      @Nullable Kind kind,
      @Nullable Disclosure disclosure) {
    return new Reply(
        id(number),
        true,
        kind,
        ReplyType.REPLY,
        province,
        city,
        null,
        null,
        city == null ? null : city + "住房和城乡建设局",
        List.of(),
        null,
        List.of(ProposalNumber.of(String.valueOf(number))),
        title.isEmpty() ? List.of() : List.of(title),
        year,
        year == null ? null : YearBasis.TEXT,
        null,
        null,
        null,
        null,
        classification,
        null,
        disclosure,
        List.of(),
        null,
        null,
        List.of(),
        List.of(),
        null,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        "您好！" + title + "收悉。\n" + SCRIPT + "\n特此答复。",
        Map.of(),
        List.of(),
        new Source("small/" + number + ".txt", "cd".repeat(32), "text/plain", "UTF-8"));
  }
}
