package org.dafu.extract;

import java.util.List;
import org.dafu.read.Wording;

/** What the name of a government body looks like. */
final class AgencyNames {
  private static final List<String> ENDINGS =
      List.of(
          "委员会", "管委会", "商会", "学会", "办公室", "办公厅", "政府", "管理局", "公安局", "分局", "支队", "总队", "大队",
          "中心支行", "公司", "集团", "法院", "检察院", "研究院", "联合会", "总工会", "团委", "妇联", "研究室", "管理所", "研究所",
          "博物馆", "图书馆", "文化馆", "纪念馆", "管理站", "服务站", "残联", "工商联", "红十字会", "协会", "中心", "总站", "学校",
          "大学", "医院", "局", "厅", "部", "委", "办", "署", "社", "院", "处");

  /** How such names end: 银行 with the name of a branch too. */
  static final String ENDING =
      "(?:" + String.join("|", ENDINGS) + "|银行[\\u4e00-\\u9fa5]{0,8}(?:分|支)行)";

  private static final int LONGEST_BRANCH = 8;

  /** The longest name is no longer than this before its ending. */
  private static final int LONGEST_STEM = 31;

  /** What a letterhead may add to a name. */
  private static final List<String> FORMS = List.of("", "文件", "便函", "函", "(函)", "(通知)");

  /** What stands in brackets behind a name is no shorter and no longer. */
  private static final int SHORTEST_NOTE = 2;

  private static final int LONGEST_NOTE = 20;

  /** The last character of a name, as an expression has it. */
  static final String LAST_UNIT = "[会室厅府局队行司团院委联站所馆学校部办署社处心]";

  /** How such a line may end: most lines do not. */
  private static final String LAST = LAST_UNIT + "件函)";

  /** Parts of sentences and of titles that end like a name. */
  private static final Wording NOT_A_NAME =
      Wording.of(
          "答复|提案(?!委|工作|办)|建议|[盖签]章处|关于|政协[\\u4e00-\\u9fa5]*委员会$|人大常委会(?![\\u4e00-\\u9fa5]{0,10}(?:办公室|工委|委员会)$)|尊敬|委员[:]|会议|同意|此件|公开|[是在了]|(?<!国)有(?!限)|^[一二三四五六七八九十]、|^(?:推进|加强|建设|完善|强化|打造|提升|优化)");

  private static final Wording SEAL = Wording.of("\\([盖加公印代]{0,3}章\\)$");
  private static final Wording FORM = Wording.of("(?:文件|便函|\\(函\\)|\\(通知\\)|(?<=[局委厅办会部])函)$");

  /** A place before a name: 东莞市, 云南省昆明市; 城市 in 城市管理局 is none. */
  private static final Wording PLACE =
      Wording.of(
          "^(?:(?!城市|自治|地区)[\\u4e00-\\u9fa5]{2,12}?(?:自治区|自治州|自治县|自治旗|地区|(?<!城)[省市县区州盟旗])(?=[\\u4e00-\\u9fa5]{2}))+");

  /** The kind of body that a name says at its end, the longer forms first. */
  private static final List<String> KINDS =
      List.of(
          "管理委员会", "管委会", "委员会", "办公室", "办公厅", "人民政府", "委", "办", "政府", "局", "厅", "部", "队", "会", "院",
          "中心");

  private AgencyNames() {}

  /**
   * Whether two names are of one body, one of them perhaps short: 市卫健委 and 吉安市卫生健康委员会.
   *
   * <p>Why: a short name takes characters of the full one, in order, from its first one on.
   */
  static boolean isSameBody(String one, String other) {
    if (one.equals(other) && one.length() >= 2) {
      return true;
    }
    String place = placeOf(one);
    String otherPlace = placeOf(other);
    if (areApart(place, otherPlace)) {
      return false;
    }
    String a = core(one, place);
    String b = core(other, otherPlace);
    String shorter = a.length() <= b.length() ? a : b;
    String longer = a.length() <= b.length() ? b : a;
    return shorter.length() >= 2
        && kind(shorter) == kind(longer)
        && shorter.charAt(0) == longer.charAt(0)
        && isWithin(shorter.substring(0, shorter.length() - 1), longer);
  }

  /** Two places of which neither is a part of the other's name. */
  private static boolean areApart(String one, String other) {
    return !one.isEmpty()
        && !other.isEmpty()
        && !one.endsWith(other)
        && !other.endsWith(one)
        && !isShortFor(one, other)
        && !isShortFor(other, one);
  }

  /** 民和县 for 民和回族土族自治县, 海南州 for 海南藏族自治州. */
  private static boolean isShortFor(String one, String other) {
    int last = one.length() - 1;
    return last >= 2
        && other.length() > one.length()
        && other.contains("自治")
        && one.charAt(last) == other.charAt(other.length() - 1)
        && other.startsWith(one.substring(0, last));
  }

  private static String placeOf(String name) {
    var place = PLACE.matcher(name);
    return place.find() ? place.group() : "";
  }

  /** The name without the place before it, which a bare word for its division may hide. */
  private static String core(String name, String place) {
    String stem = withoutLevel(name);
    String behind = stem.length() == name.length() ? place : placeOf(stem);
    String bare = stem.substring(behind.length());
    return bare.length() >= 2 ? bare : name;
  }

  /** The first character of the kind: 委 for 委员会 too. */
  private static char kind(String name) {
    for (String kind : KINDS) {
      if (name.endsWith(kind)) {
        return kind.startsWith("人民") ? '政' : kind.charAt(0);
      }
    }
    return name.charAt(name.length() - 1);
  }

  private static boolean isWithin(String characters, String name) {
    int at = 0;
    for (int i = 0; i < characters.length(); i++) {
      at = name.indexOf(characters.charAt(i), at) + 1;
      if (at == 0) {
        return false;
      }
    }
    return true;
  }

  /**
   * Whether a line, folded and without white space, is nothing but the name of a body, as in a
   * letterhead.
   */
  static boolean isAgencyLine(String line) {
    return line.length() >= 3
        && line.length() <= 40
        && LAST.indexOf(line.charAt(line.length() - 1)) >= 0
        && isName(line)
        && isNameInForm(line)
        && !NOT_A_NAME.in(line);
  }

  /** Whether nothing but Chinese characters and brackets stands in the line. */
  private static boolean isName(String line) {
    for (int i = 0; i < line.length(); i++) {
      char unit = line.charAt(i);
      if ((unit < '\u4e00' || unit > '\u9fa5') && unit != '(' && unit != ')' && unit != '·') {
        return false;
      }
    }
    return true;
  }

  /**
   * Whether the line is a name, perhaps with a note in brackets behind it and a letterhead's form.
   */
  static boolean isNameInForm(String line) {
    for (String form : FORMS) {
      if (line.endsWith(form)) {
        String bare = line.substring(0, line.length() - form.length());
        if (isEnded(bare) || isEnded(withoutNote(bare))) {
          return true;
        }
      }
    }
    return false;
  }

  /** The part before the brackets at the end; empty if no note stands there. */
  private static String withoutNote(String name) {
    int open = name.lastIndexOf('(');
    int length = name.length() - open - 2;
    boolean note =
        open >= 0
            && name.endsWith(")")
            && length >= SHORTEST_NOTE
            && length <= LONGEST_NOTE
            && isChinese(name, open + 1, name.length() - 1);
    return note ? name.substring(0, open) : "";
  }

  /** Whether something stands before an ending of names, and nothing behind it. */
  private static boolean isEnded(String name) {
    for (String ending : ENDINGS) {
      if (name.endsWith(ending) && isStem(name, name.length() - ending.length())) {
        return true;
      }
    }
    int branch = name.length() - 2;
    if (name.endsWith("分行") || name.endsWith("支行")) {
      int bank = name.lastIndexOf("银行", branch - 2);
      while (bank >= 0 && branch - bank - 2 <= LONGEST_BRANCH) {
        if (isChinese(name, bank, branch) && isStem(name, bank)) {
          return true;
        }
        bank = name.lastIndexOf("银行", bank - 1);
      }
    }
    return false;
  }

  private static boolean isStem(String name, int end) {
    boolean stem = end > 0 && end <= LONGEST_STEM && name.charAt(end - 1) != '·';
    for (int i = 0; stem && i < end; i++) {
      stem = name.charAt(i) != '(' && name.charAt(i) != ')';
    }
    return stem;
  }

  private static boolean isChinese(String name, int from, int to) {
    for (int i = from; i < to; i++) {
      if (name.charAt(i) < '\u4e00' || name.charAt(i) > '\u9fa5') {
        return false;
      }
    }
    return true;
  }

  /** The name without the bare word for its division: 市民政局 as 民政局. */
  static String withoutLevel(String name) {
    boolean level = !name.isEmpty() && "省市县区州盟旗".indexOf(name.charAt(0)) >= 0;
    return level && !name.startsWith("市场") ? name.substring(1) : name;
  }

  /** The name without what a letterhead adds to it. */
  static String withoutForm(String line) {
    return FORM.replaceAll(SEAL.replaceAll(line, ""), "");
  }
}
