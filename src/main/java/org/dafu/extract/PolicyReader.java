package org.dafu.extract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import org.dafu.read.Wording;
import org.dafu.reply.Policy;
import org.dafu.reply.PolicyRole;
import org.dafu.reply.Span;
import org.jspecify.annotations.Nullable;

/**
 * Reads the documents named in 《》: issued ones, laws and numbered standards, apart from drafts and
 * from those that are only asked for; other things in 《》 (books, contests, agreements, the proposal
 * itself) are none. Forms of one title within a letter are merged.
 */
final class PolicyReader {
  private static final Wording NOT_YET = Wording.of("(?:正在|拟|将|计划|尽快|适时|年内|争取|力争|研究)[^,。;]{0,10}$");
  private static final Wording ROW =
      Wording.of("^(?:[(][^()]*[)])?(?:(?:[、]|和|及|以及|与)《[^《》]*》(?:[(][^()]*[)])?)+");
  private static final Wording QUOTES = Wording.of("[〈〉《》]");
  private static final Wording NOTICE = Wording.of("^(?:关于)?(?:印发|转发)(.+)的通知$");
  private static final Wording ABOUT = Wording.of("^关于");
  private static final Wording BRACKET = Wording.of("[(（][^()（）]*[)）]$");
  private static final Wording NO_DIGITS = Wording.of("\\D");
  private static final Wording TITLE_BEFORE =
      Wording.of("《[^《》]*》(?:[(][^()]*[)])?(?:[、,]|和|及|以及|与)?(?:[\\u4e00-\\u9fa5]{0,8}的)?$");

  /**
   * A policy and where it was named.
   *
   * @param span of the title
   */
  record Named(Policy policy, Span span) {}

  private static final Wording QUOTED = Wording.of("《((?:[^《》]|《[^《》]*》|〈[^〈〉]*〉){4,120})》");
  private static final Wording DOCUMENT =
      Wording.of(
          "(?:条例|办法|规定|技术条件|法典|规划|计划|方案|意见|通知|决定|细则|标准|规范|指南|纲要|法|要点|措施|制度|清单|目录|公告|批复|规程|导则|准则|章程|划分与评定|基本要求|通则|技术要求|决议|命令|公报|通报|指引|预案|守则|政策|要求|职责|实施|口径|名录|函|白皮书|通告|议定书|解释)"
              + "(?:[(（](?:试行|暂行|修订|修正|征求意见稿|草案|送审稿|讨论稿|修订草案|[^()（）]{0,20}年[^()（）]{0,12}|[^()（）]{1,16})[)）])?(?:\\d{4})?$");
  private static final Wording NOT_DOCUMENT =
      Wording.of(
          "(?:大赛|竞赛|活动|协议书?|合同|手册|答复|提案|建议书?|经验|杂志|日报|承诺书|征询意见表|倡议书|协议书|世界遗产名录)$|合作.*协议|^世界.*名录");
  private static final Wording STANDARD_BEFORE =
      Wording.of("(?:国家|行业|地方|团体|强制性)?标准(?:、|,|:|[(]|和|—)?$");

  private static final String STANDARD =
      "[A-Z]{2,4}\\d{0,4}(?:/[A-Z]{1,2})?\\d{1,6}(?:\\.\\d+)?[-—–]\\d{4}";

  private static final Wording NUMBER_AFTER =
      Wording.of(
          "^[(]([^()]{0,8}?[\\u4e00-\\u9fa5A-Za-z]{1,14}[〔\\[【﹝(]\\d{4}[〕\\]】﹞)]?(?:第)?\\d{1,4}号)[),;、]?|^[(]([\\u4e00-\\u9fa5]{2,14}(?:第\\d{1,4}号令|令(?:〔\\d{4}〕|\\d{4}年)?第?\\d{1,4}号)|建标\\d{1,4}[-—]\\d{4})[)]|^[(]("
              + STANDARD
              + ")[)]");
  private static final Wording STANDARD_NUMBER_WITHIN = Wording.of("(" + STANDARD + ")");
  private static final Wording STANDARD_NUMBER_BEFORE = Wording.of("(" + STANDARD + ")$");

  private static final Wording DRAFTING =
      Wording.of(
          "(?:正在|正|已|抓紧|加快|着手|研究|牵头|组织|拟|计划|将|准备|尽快|适时|年内|启动|开展|参与|争取|继续|推动|会同[^,。;]{0,20})?(?:起草|草拟|拟订|拟定|拟制|拟出台|编制|研究制定|研究出台|酝酿|修订|制订中|形成了?|完成了?)[^,。;《》]{0,12}$|(?:正在|抓紧|拟|计划|将|准备|尽快|适时|年内|争取|推动|力争|加快|研究)[^,。;《》]{0,10}(?:制定|制订|出台|印发|编制|修订|发布|起草)[^,。;《》]{0,10}$");
  private static final Wording DONE_BEFORE =
      Wording.of(
          "(?:已|先后|相继|联合|我局)?(?:印发|出台|颁布|发布|实施|制定|编制完成|修订出台|修订)了?$|修订后的$|新修订的$|编制了$|编制完成$|完成了?编制");

  /**
   * Work on a text that is not issued yet; not if what follows is another title, which then is the
   * one worked on.
   */
  private static final String IN_WORK =
      "(?:(?:正|还)在(?:由[^,。;]{0,10})?(?:合法性)?(?:征求|起草|编制|草拟|修改|修订|审|报批|公示|研究|履行|制定|完善)(?![^。;]{0,8}《)"
          + "|待[^。;]{0,14}(?:印发|审|批|研究|出台)|征求[^。;]{0,10}意见|初稿|草案|送审|报[^,。;]{0,10}审|即将(?:印发|出台)|尚未(?:印发|出台|发布)"
          + "|列入[^。;]{0,16}(?:立法|制定)计划|(?:拟[于在]|预计|力争|有望|计划于?|将于|争取|年内)[^,。;]{0,12}(?:印发|出台|发布|实施|完成|报|提请))";

  private static final Wording DRAFT_AFTER =
      Wording.of(
          "^(?:的?(?:征求意见稿|草案|修编稿|送审稿|初稿|讨论稿)|[(](?:正在|拟|待|征求意见稿|草案|送审稿|初稿|讨论稿|修订草案)[^()]*[)]"
              + "|(?:的)?(?:起草|编制|修订|草拟)工作|(?:[(][^()]*[)])?[^。;《]{0,24}?"
              + IN_WORK
              + ")");

  private static final Wording DRAFT_TITLE = Wording.of("(?:草案|征求意见稿|送审稿|讨论稿|初稿)[)）]?$");

  /** What the proposer asked for, named right after the asking. */
  private static final Wording REQUESTING =
      Wording.of(
          "(?:您|你|代表|委员|贵委|提案|建议)[们中里]?[^,。;《》]{0,24}(?:建议|提出|要求|呼吁|希望)[^,。;《》]{0,20}(?:制定|出台|编制|建立|修订|设立|颁布|立)[^,。;《》]{0,6}$"
              + "|建议(?:尽快|抓紧)?(?:制定|出台|编制|修订|颁布|将)[^,。;《》]{0,10}$|提出的(?:制定|出台|编制)$");

  private static final Wording REQUESTED_AFTER = Wording.of("^的?(?:提议|建议|要求|诉求|呼吁|想法)");

  private static final Wording ISSUER =
      Wording.of("^[\\u4e00-\\u9fa5]{0,24}?(?:人民政府办公厅|人民政府办公室|人民政府|办公厅|办公室|委员会|民政局|厅|局)(?=关于|印发)");

  /** How far around a title its role and number are looked for, in characters. */
  private static final int AROUND = 200;

  /**
   * A letter names some thirty policies at most; of a catalogue only so many are compared in their
   * forms.
   */
  private static final int MOST_COMPARED = 60;

  private static final double SAME_TITLE = 0.72;

  private final Layout letter;
  private final Set<String> proposalTitles = new HashSet<>();

  PolicyReader(Layout letter, List<String> titles) {
    this.letter = letter;
    titles.forEach(title -> proposalTitles.add(fold(title)));
  }

  /** Every naming of a policy in the body, in order; one title may be named many times. */
  List<Named> readAll() {
    List<Named> named = new ArrayList<>();
    for (Line line :
        letter.lines.subList(
            Math.min(Math.max(letter.bodyStart, 0), letter.lines.size()), letter.lines.size())) {
      Matcher matcher = line.tight().matcher(QUOTED);
      while (matcher.find()) {
        read(line.tight(), matcher).ifPresent(named::add);
      }
    }
    return named;
  }

  private Optional<Named> read(Tight line, Matcher matcher) {
    String title = matcher.group(1);
    String text = line.text();
    String before = text.substring(Math.max(0, matcher.start() - AROUND), matcher.start());
    String after = text.substring(matcher.end(), Math.min(text.length(), matcher.end() + AROUND));
    if (!isDocument(title, before, after) || proposalTitles.contains(fold(title))) {
      return Optional.empty();
    }
    Span span = line.span(matcher, 1);
    PolicyRole role = role(title, sentenceBefore(before), after);
    return Optional.of(
        new Named(new Policy(letter.printed(span), number(title, before, after), role), span));
  }

  private static boolean isDocument(String title, String before, String after) {
    boolean standard =
        STANDARD_BEFORE.in(before) || STANDARD_NUMBER_BEFORE.in(before) || NUMBER_AFTER.in(after);
    return (standard || DOCUMENT.in(title)) && !NOT_DOCUMENT.in(title);
  }

  /**
   * The sentence so far, with a row of titles before this one (《A》、《B》和) taken out, so that its
   * verb is seen.
   */
  private static String sentenceBefore(String before) {
    int start = Math.max(before.lastIndexOf('。'), before.lastIndexOf(';')) + 1;
    String sentence = before.substring(start);
    String bare = sentence;
    do {
      sentence = bare;
      bare = TITLE_BEFORE.replaceAll(sentence, "");
    } while (!bare.equals(sentence));
    return bare;
  }

  private static PolicyRole role(String title, String before, String after) {
    if (DRAFT_TITLE.in(title) || DRAFT_AFTER.in(skipRow(after))) {
      return PolicyRole.DRAFT;
    }
    if (REQUESTING.in(before) || REQUESTED_AFTER.in(after)) {
      return PolicyRole.REQUESTED;
    }
    if (DONE_BEFORE.in(before) && !NOT_YET.in(before)) {
      return PolicyRole.CITED;
    }
    return DRAFTING.in(before) ? PolicyRole.DRAFT : PolicyRole.CITED;
  }

  /** What stands behind a row of titles that this one is in. */
  private static String skipRow(String after) {
    return ROW.replaceAll(after, "");
  }

  private static @Nullable String number(String title, String before, String after) {
    Matcher behind = NUMBER_AFTER.matcher(after);
    if (behind.find()) {
      String order = behind.group(2) != null ? behind.group(2) : behind.group(3);
      return behind.group(1) != null ? normalised(behind.group(1)) : order;
    }
    Matcher standard = STANDARD_NUMBER_BEFORE.matcher(before);
    if (standard.find()) {
      return standard.group(1);
    }
    Matcher within = STANDARD_NUMBER_WITHIN.matcher(title);
    return within.find() ? within.group(1) : null;
  }

  private static String normalised(String printed) {
    Matcher matcher = DocNumberReader.DOC_NUMBER.matcher(printed);
    return matcher.find() ? DocNumberReader.normalised(matcher) : printed;
  }

  /**
   * One entry a document: forms of one title are one, the first printed form stays, a number found
   * later is added.
   */
  static List<Policy> merged(List<Named> named) {
    List<Policy> merged = new ArrayList<>();
    for (Named each : named) {
      int same = indexOfSame(merged, each.policy());
      if (same < 0) {
        merged.add(each.policy());
      } else if (merged.get(same).number() == null && each.policy().number() != null) {
        Policy first = merged.get(same);
        merged.set(same, new Policy(first.title(), each.policy().number(), first.role()));
      }
    }
    return merged;
  }

  private static int indexOfSame(List<Policy> policies, Policy policy) {
    for (int i = 0; i < policies.size(); i++) {
      boolean equal = policies.get(i).title().equals(policy.title());
      if (equal || (i < MOST_COMPARED && isSame(policies.get(i), policy))) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isSame(Policy a, Policy b) {
    if (a.number() != null && b.number() != null) {
      return a.number().equals(b.number());
    }
    String first = core(a.title());
    String second = core(b.title());
    if (first.equals(second)) {
      return true;
    }
    String shorter = first.length() <= second.length() ? first : second;
    String longer = first.length() <= second.length() ? second : first;
    boolean years = digits(first).equals(digits(second));
    if (a.role() != b.role() || !typeOf(a.title()).equals(typeOf(b.title()))) {
      return false;
    }
    boolean tail = shorter.length() >= 6 && longer.endsWith(shorter);
    return tail || (years && shorter.length() >= 12 && similarity(first, second) >= SAME_TITLE);
  }

  /** What kind of document a title says it is: 条例 and its 细则 are two. */
  private static String typeOf(String title) {
    String core = core(title);
    return core.substring(Math.max(0, core.length() - 2));
  }

  private static String digits(String title) {
    return NO_DIGITS.replaceAll(title, "");
  }

  /** The title without its issuer and the wrapping 关于印发…的通知. */
  private static String core(String title) {
    String core = QUOTES.replaceAll(fold(title), "");
    Matcher issuer = ISSUER.matcher(core);
    core = issuer.find() ? core.substring(issuer.end()) : core;
    core = NOTICE.replaceAll(core, "$1");
    return ABOUT.replaceAll(BRACKET.replaceAll(core, ""), "");
  }

  /** Dice's coefficient over pairs of neighbouring characters, 0 to 1. */
  private static double similarity(String a, String b) {
    Set<String> first = pairs(a);
    Set<String> second = pairs(b);
    Set<String> both = new HashSet<>(first);
    both.retainAll(second);
    return 2.0 * both.size() / (first.size() + second.size());
  }

  private static Set<String> pairs(String text) {
    Set<String> pairs = new HashSet<>();
    for (int i = 0; i + 2 <= text.length(); i++) {
      pairs.add(text.substring(i, i + 2));
    }
    return pairs;
  }

  private static String fold(String text) {
    return Tight.bare(text).replace('(', '（').replace(')', '）');
  }
}
