package org.dafu.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dafu.read.Hits;
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
  private static final Wording ROW =
      Wording.of("^(?:[(][^()]*[)])?(?:(?:[、]|和|及|以及|与)《[^《》]*》(?:[(][^()]*[)])?){1,300}");
  private static final Wording TITLE_BEFORE =
      Wording.of("《[^《》]*》(?:[(][^()]*[)])?(?:[、,]|和|及|以及|与)?(?:[\\u4e00-\\u9fa5]{0,8}的)?$");

  /**
   * A policy and where it was named.
   *
   * @param title of the policy, in forms to compare
   * @param span of the title
   */
  record Named(Policy policy, PolicyTitle title, Span span) {
    Named withNumber(@Nullable String number) {
      return new Named(new Policy(policy.title(), number, policy.role()), title, span);
    }
  }

  private static final Wording QUOTED = Wording.of("《((?:[^《》]|《[^《》]*》|〈[^〈〉]*〉){4,120})》");
  private static final Wording DOCUMENT =
      Wording.of(
          "(?:条例|办法|规定|技术条件|法典|规划|计划|方案|意见|通知|决定|细则|标准|规范|指南|纲要|法|要点|措施|举措|制度|清单|目录|公告|批复|规程|导则|准则|章程|划分与评定|基本要求|通则|技术要求|决议|命令|公报|通报|指引|预案|守则|政策|要求|职责|实施|口径|名录|函|白皮书|通告|议定书|解释)"
              + "(?:[(（](?:试行|暂行|修订|修正|征求意见稿|草案|送审稿|讨论稿|修订草案|[^()（）]{0,20}年[^()（）]{0,12}|[^()（）]{1,16})[)）])?(?:\\d{4})?$");
  private static final Wording NOT_DOCUMENT =
      Wording.of(
          "(?:大赛|竞赛|活动|协议书?|合同|手册|答复|提案|建议书?|经验|杂志|日报|承诺书|征询意见表|倡议书|协议书|世界遗产名录)$|合作.*协议|^世界.*名录");
  private static final Wording STANDARD_BEFORE =
      Wording.of("(?:国家|行业|地方|团体|强制性)?标准(?:、|,|:|[(]|和|—)?$");

  private static final String STANDARD =
      "(?:T/)?[A-Z]{2,4}\\d{0,4}(?:/[A-Z]{1,2})?\\d{1,6}(?:\\.\\d+)?[-—–]\\d{4}";

  private static final Wording NUMBER_AFTER =
      Wording.of(
          "^[(]([^()]{0,8}?[\\u4e00-\\u9fa5A-Za-z]{1,14}[〔\\[【﹝(]\\d{4}[〕\\]】﹞)]?(?:第)?\\d{1,4}号)[),;、]?|^[(]([\\u4e00-\\u9fa5]{2,14}(?:第\\d{1,4}号令|令(?:〔\\d{4}〕|\\d{4}年)?第?\\d{1,4}号)|建标\\d{1,4}[-—]\\d{4})[)]|^[(]("
              + STANDARD
              + ")[)]");
  private static final Wording STANDARD_NUMBER_WITHIN = Wording.of("(" + STANDARD + ")");
  private static final Wording STANDARD_NUMBER_BEFORE = Wording.of("(" + STANDARD + ")$");

  /** 国发〔2013〕35号《…》: the number before the title, unless it stands behind another one. */
  private static final Wording NUMBER_BEFORE =
      Wording.of(
          "(?<![》(])[(]?([\\u4e00-\\u9fa5A-Za-z]{1,14}[〔\\[【﹝(](?:19|20)\\d{2}[〕\\]】﹞)]?(?:第)?\\d{1,4}号)(?:文件?)?[)]?[,:]?$");

  /** What stands before the number in running text: 按照, 印发了. */
  private static final Wording BEFORE_NUMBER =
      Wording.of("^.*(?:按照|根据|依据|落实|执行|贯彻|印发|转发|出台|发布|下发|了|的|和|与|及|对|将|以)(?=[\\u4e00-\\u9fa5])");

  /** 以下简称《…》: another name of the title before. */
  private static final Wording ALIAS_BEFORE =
      Wording.of("(?:以下|下文|下|以下统)(?:统|简)?称(?:为|作)?[:]?$|简称(?:为)?[:]?$");

  /** How far around a title its role and number are looked for, in characters. */
  private static final int AROUND = 200;

  /**
   * A letter names some thirty policies at most; of a catalogue only so many are compared in their
   * forms.
   */
  private static final int MOST_COMPARED = 60;

  private final Layout letter;
  private final PolicyRoles roles;
  private final Set<String> proposalTitles = new HashSet<>();

  /** Names given to policies in passing, with the policy. */
  private final Map<String, Named> aliases = new HashMap<>();

  /**
   * @param titles of the proposals: they are no policies
   * @param year of the letter, if known: what it speaks of in later years is not issued yet
   */
  PolicyReader(Layout letter, List<String> titles, @Nullable Integer year) {
    this.letter = letter;
    this.roles = new PolicyRoles(year);
    titles.forEach(title -> proposalTitles.add(PolicyTitle.fold(title)));
  }

  /** Every naming of a policy in the body, in order; one title may be named many times. */
  List<Named> readAll() {
    List<Named> named = new ArrayList<>();
    int first = Math.min(Math.max(letter.bodyStart, 0), letter.lines.size());
    for (Line line : letter.lines.subList(first, letter.lines.size())) {
      roles.enter(line);
      Hits matcher = line.tight().matcher(QUOTED);
      while (matcher.find()) {
        read(line.tight(), matcher, named);
      }
    }
    return named;
  }

  private void read(Tight line, Hits matcher, List<Named> named) {
    String text = line.text();
    String before = text.substring(Math.max(0, matcher.start() - AROUND), matcher.start());
    PolicyTitle title = PolicyTitle.of(matcher.group(1));
    Span span = line.span(matcher, 1);
    if (ALIAS_BEFORE.in(before) && !named.isEmpty()) {
      aliases.put(title.folded(), named.getLast());
      return;
    }
    Named alias = aliases.get(title.folded());
    if (alias != null) {
      named.add(new Named(alias.policy(), alias.title(), span));
      return;
    }
    String after = text.substring(matcher.end(), Math.min(text.length(), matcher.end() + AROUND));
    if (!proposalTitles.contains(title.folded()) && isDocument(matcher.group(1), before, after)) {
      String number = number(matcher.group(1), before, after);
      PolicyRole role =
          roles.of(matcher.group(1), sentenceBefore(before), skipRow(after), number != null);
      named.add(new Named(new Policy(letter.printed(span), number, role), title, span));
    }
  }

  /** What the title itself says is asked first: it is shorter than what stands around it. */
  private static boolean isDocument(String title, String before, String after) {
    return !NOT_DOCUMENT.in(title)
        && (DOCUMENT.in(title)
            || STANDARD_BEFORE.in(before)
            || STANDARD_NUMBER_BEFORE.in(before)
            || NUMBER_AFTER.in(after));
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

  /** What stands behind a row of titles that this one is in. */
  private static String skipRow(String after) {
    return ROW.replaceAll(after, "");
  }

  private static @Nullable String number(String title, String before, String after) {
    Hits behind = NUMBER_AFTER.matcher(after);
    if (behind.find()) {
      String order = behind.group(2) != null ? behind.group(2) : behind.group(3);
      return behind.group(1) != null ? normalised(behind.group(1)) : order;
    }
    Hits standard = STANDARD_NUMBER_BEFORE.matcher(before);
    if (standard.find()) {
      return standard.group(1);
    }
    Hits within = STANDARD_NUMBER_WITHIN.matcher(title);
    if (within.find()) {
      return within.group(1);
    }
    Hits ahead = NUMBER_BEFORE.matcher(before);
    return ahead.find() ? normalised(BEFORE_NUMBER.replaceAll(ahead.group(1), "")) : null;
  }

  private static String normalised(String printed) {
    Hits matcher = DocNumberReader.DOC_NUMBER.matcher(printed);
    return matcher.find() ? DocNumberReader.normalised(matcher) : printed;
  }

  /**
   * One entry a document: forms of one title are one, the first printed form stays, a number found
   * later is added.
   */
  static List<Policy> merged(List<Named> named) {
    List<Named> merged = new ArrayList<>();
    Map<String, Integer> byTitle = new HashMap<>();
    for (Named each : named) {
      Integer known = byTitle.get(each.title().folded());
      int same = known != null ? known : indexOfSame(merged, each);
      if (same < 0) {
        same = merged.size();
        merged.add(each);
      } else if (merged.get(same).policy().number() == null && each.policy().number() != null) {
        merged.set(same, merged.get(same).withNumber(each.policy().number()));
      }
      byTitle.putIfAbsent(each.title().folded(), same);
    }
    return merged.stream().map(Named::policy).toList();
  }

  private static int indexOfSame(List<Named> merged, Named named) {
    for (int i = 0; i < Math.min(merged.size(), MOST_COMPARED); i++) {
      if (isSame(merged.get(i), named)) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isSame(Named a, Named b) {
    String number = a.policy().number();
    if (number != null && b.policy().number() != null) {
      return number.equals(b.policy().number());
    }
    return a.title().isEqualTo(b.title())
        || (a.policy().role() == b.policy().role() && a.title().isFormOf(b.title()));
  }
}
