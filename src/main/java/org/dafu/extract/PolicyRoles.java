package org.dafu.extract;

import org.dafu.read.Wording;
import org.dafu.reply.PolicyRole;
import org.jspecify.annotations.Nullable;

/**
 * Tells issued policies from drafts and from those that are only asked for, by the words around the
 * title and by whether the letter there looks ahead.
 */
final class PolicyRoles {
  private static final Wording DRAFT_TITLE = Wording.of("(?:草案|征求意见稿|送审稿|讨论稿|初稿)[)）]?$");

  /** One acts by what is in force, now or later. */
  private static final Wording ACCORDING = Wording.of("(?:按照|根据|依照|依据|遵照|对照|参照)[^,。;《》]{0,16}$");

  private static final Wording FOLLOWING =
      Wording.of("(?:按|对标|落实|执行|贯彻|符合|满足|违反|依法|结合|围绕)[^,。;《》]{0,16}$");

  /** What something is already in is there. */
  private static final Wording CONTAINED =
      Wording.of("(?:已|均|都|被)[^,。;]{0,6}(?:纳入|列入|写入|编入)了?(?:国家|省|市|全[省市县区])?$");

  private static final Wording DRAFTING =
      Wording.of(
          "(?:起草|草拟|拟订|拟定|拟制|拟出台|研究制定|研究出台|酝酿|制订中|形成了?|完成了?)[^,。;《》]{0,12}$"
              + "|(?:正在|正|抓紧|着手|启动|争取|继续|推动|参与|加快|组织|开展|牵头)[^,。;《》]{0,6}(?:编制|修订)[^,。;《》]{0,12}$"
              + "|(?:正在|抓紧|拟|计划|(?<!已)将|准备|尽快|适时|年内|争取|推动|力争|加快|研究)[^,。;《》]{0,10}(?:制定|制订|出台|印发|编制|修订|发布|起草|写入)[^,。;《》]{0,10}$");
  private static final Wording DONE_BEFORE =
      Wording.of(
          "(?:已|先后|相继|联合|我局)?(?:印发|出台|颁布|发布|实施|制定|编制完成|修订出台|修订)了?$|修订后的$|新修订的$|编制了$|编制完成$|完成了?编制");
  private static final Wording NOT_YET = Wording.of("(?:正在|拟|将|计划|尽快|适时|年内|争取|力争|研究)[^,。;]{0,10}$");

  /** To issue something, without a sign that it is done. */
  private static final Wording ISSUING =
      Wording.of("(?<!已)(?<!已经)(?:出台|制定|制订|印发|发布|编制|修订|建立健全)(?:市级|县级|全市|全县|全省)?$");

  /** A sentence, or a part of the letter, about what is to come. */
  private static final Wording AHEAD =
      Wording.of("下一?步|下一?阶段|今后|打算|接下来|未来|明年|后续|努力方向|工作计划|工作安排|(?<!《)计划$");

  private static final Wording LATER_YEAR = Wording.of("(20\\d{2})年");

  /**
   * Work on a text that is not issued yet; not if what follows is another title, which then is the
   * one worked on.
   */
  private static final String IN_WORK =
      "(?:(?:正|还|仍)在(?:由[^,。;]{0,10})?(?:合法性)?(?:征求|起草|编制|草拟|修改|修订|审|报批|公示|研究|履行|制定|完善)(?![^。;]{0,8}《)"
          + "|(?<!留)待[^。;]{0,14}(?:印发|审|批|研究|出台)|征求[^。;]{0,10}意见|初稿|草案|送审|报[^,。;]{0,10}审|即将(?:印发|出台)|尚未(?:印发|出台|发布)"
          + "|(?:拟[于在]|预计|力争|有望|计划于?|将于|争取|年内)[^,。;]{0,12}(?:印发|出台|发布|实施|完成|报|提请))";

  private static final Wording DRAFT_MARK =
      Wording.of(
          "^(?:的?(?:征求意见稿|草案|修编稿|送审稿|初稿|讨论稿)|[(](?:正在|拟|待|征求意见稿|草案|送审稿|初稿|讨论稿|修订草案)[^()]*[)])");

  private static final Wording DRAFT_AFTER =
      Wording.of(
          "^(?!(?:已|均|都)?(?:有|作出|作了)?明[文确])(?:(?:的)?(?:起草|编制|修订|草拟)工作|(?:[(][^()]*[)])?[^。;《]{0,24}?"
              + IN_WORK
              + "|[^。《]{0,16}[;。,](?:目前,?)?[该此](?:条例|办法|规定|规划|方案|意见|细则|文件|标准)[^。;《]{0,8}?"
              + IN_WORK
              + ")");

  private static final Wording PLANNED_AFTER = Wording.of("^[^。;《]{0,24}?列入[^。;]{0,16}(?:立法|制定)计划");

  private static final String ASKERS = "(?:您|你|代表|委员|贵委|贵会|提案|建议|议案)[们中里]?";

  /** What the proposer asked for, named right after the asking. */
  private static final Wording REQUESTING =
      Wording.of(
          ASKERS
              + "[^,。;《》]{0,24}(?:建议|提出|要求|呼吁|希望)[^,。;《》]{0,20}(?:制定|出台|编制|建立|修订|设立|颁布|立)[^,。;《》]{0,6}$"
              + "|建议(?:尽快|抓紧)?(?:制定|出台|编制|修订|颁布|将)[^,。;《》]{0,10}$|提出的(?:制定|出台|编制)$");

  /** The proposer named it; that alone does not say that there is none. */
  private static final Wording NAMED_BY_PROPOSER =
      Wording.of(ASKERS + "(?:提到|关心|关注|提出|建议|呼吁|要求|希望)[^,。;《》]{0,8}的?$");

  private static final Wording REQUESTED_AFTER = Wording.of("^的?(?:提议|建议|要求|诉求|呼吁|想法)");
  private static final Wording NOT_THERE =
      Wording.of(
          "^[^。;《]{0,30}?(?:没有|未|无)(?:[^。;《]{0,6}(?:立项|立法|制定|出台|列入|拟订|起草|计划))|^[^。;《]{0,30}?(?:暂不|不宜|暂缓)");

  private final @Nullable Integer year;
  private boolean ahead;

  /**
   * @param year of the letter, if known
   */
  PolicyRoles(@Nullable Integer year) {
    this.year = year;
  }

  /** Goes on to the next line: a heading tells whether what is below it is to come. */
  void enter(Line line) {
    if (line.marked() || line.label() != null) {
      String heading = line.text().substring(0, Math.min(line.length(), HEADING_UNITS));
      int sentence = heading.indexOf('。');
      ahead = AHEAD.in(sentence > 0 ? heading.substring(0, sentence) : heading);
    }
  }

  private static final int HEADING_UNITS = 24;

  /**
   * The role of a policy.
   *
   * @param before the sentence up to the title
   * @param after what follows the title, and others in a row with it
   * @param numbered whether a 文号 stands with it: what has one is issued
   */
  PolicyRole of(String title, String before, String after, boolean numbered) {
    if (DRAFT_TITLE.in(title) || DRAFT_MARK.in(after)) {
      return PolicyRole.DRAFT;
    }
    if (CONTAINED.in(before)
        || ACCORDING.in(before)
        || (FOLLOWING.in(before) && !NOT_YET.in(before))) {
      return PolicyRole.CITED;
    }
    if (DRAFT_AFTER.in(after)) {
      return PolicyRole.DRAFT;
    }
    if (REQUESTING.in(before)
        || REQUESTED_AFTER.in(after)
        || (!numbered && NAMED_BY_PROPOSER.in(before) && NOT_THERE.in(after))) {
      return PolicyRole.REQUESTED;
    }
    if (PLANNED_AFTER.in(after)) {
      return PolicyRole.DRAFT;
    }
    if (!numbered && ISSUING.in(before) && (ahead || looksAhead(before))) {
      return PolicyRole.DRAFT;
    }
    if (DONE_BEFORE.in(before) && !NOT_YET.in(before)) {
      return PolicyRole.CITED;
    }
    return DRAFTING.in(before) ? PolicyRole.DRAFT : PolicyRole.CITED;
  }

  private boolean looksAhead(String sentence) {
    if (AHEAD.in(sentence)) {
      return true;
    }
    var named = LATER_YEAR.matcher(sentence);
    boolean later = false;
    while (year != null && named.find()) {
      later = Integer.parseInt(named.group(1)) > year;
    }
    return later;
  }
}
