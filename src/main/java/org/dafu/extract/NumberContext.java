package org.dafu.extract;

import org.dafu.extract.Numeral.Kind;
import org.dafu.read.CharSet;
import org.dafu.reply.FigureType;
import org.dafu.reply.Span;

/** What stands around a number and tells whether it counts anything. */
final class NumberContext {
  private static final WordTable QUALIFIERS =
      WordTable.ending(
          "不得超过 不得低于 不得少于 不超过 不低于 不少于 不高于 不小于 不大于 不多于 不足"
              + " 不到 至少 至多 最多 最高 最低 大约 将近 接近 超过 超出 突破 近 约 超 逾");

  private static final WordTable TEXTUAL_NOUNS =
      WordTable.beginning(
          "方面 环节 阶段 层面 层次 步骤 原则 维度 角度 部分 问题 重点 要点 坚持 统一"
              + " 确保 结合 转变 特点 难点 关键 类型 建议 诉求 目标 提案 议案 字 档 轮 百分"
              + " 意见 渠道 抓手");

  private static final WordTable DURATIONS =
      WordTable.beginning("月 半月 工作日 小时 钟头 季度 年头 年度 整年 学期 学年 星期 礼拜 自然日 自然月" + " 采暖季 交易日 世纪 昼夜");

  /** 1+6+N, 7×24, 12***. */
  private static final CharSet CALCULATION = CharSet.of("*+×");

  private static final CharSet JOINING = CharSet.of("-/.:+×*_#");

  /** 统一, 其三, “三个一点”, 这两家: numerals after these make words or point back. */
  private static final CharSet BEFORE_NAMES = CharSet.of("统其之唯逐专这那该此数几十百好第前后周上“");

  /** Who writes and who is written to. */
  private static final WordTable OF_THE_LETTER = WordTable.beginning("委员 代表 同志 提出 所提 单位 委 局 部门");

  /** Counting words of the text's own parts and of names: 三项机制, 两种情形, 一期工程. */
  private static final CharSet OF_TEXT_TOO = CharSet.of("次项条批期类种部块组面本款片门起班列分份单架支根头只例对件");

  private NumberContext() {}

  /** Whether the number is part of a name or label: 第三, G30, 3.5+2, 12***. */
  static boolean isNamed(String text, Numeral number) {
    int at = number.start();
    if (number.end() < text.length() && CALCULATION.has(text.charAt(number.end()))) {
      return true;
    }
    if (at == 0) {
      return false;
    }
    char before = text.charAt(at - 1);
    char earlier = at > 1 ? text.charAt(at - 2) : ' ';
    boolean joined =
        JOINING.has(before)
            && ((earlier < 0x80 && Character.isLetterOrDigit(earlier))
                || "*+".indexOf(earlier) >= 0);
    return before == '第'
        || (earlier == '第' && before == ' ')
        || isLatin(before)
        || joined
        || (number.kind() != Kind.DIGITS && isNamedNumeral(before, number));
  }

  private static boolean isLatin(char unit) {
    return (unit >= 'a' && unit <= 'z') || (unit >= 'A' && unit <= 'Z');
  }

  /** Chinese numerals also stand in words: 统一, 其三, 之二, 唯一, 这两家. */
  private static boolean isNamedNumeral(char before, Numeral number) {
    boolean bare = number.kind() == Kind.BARE_SCALE;
    return number.kind() == Kind.ROW
        || (bare ? "近上超逾过破".indexOf(before) < 0 : BEFORE_NAMES.has(before));
  }

  /** Whether the quantity states something of the world and not of the text or of time. */
  static boolean isCounted(String text, Quantity quantity, Span after) {
    Numeral number = quantity.number();
    Unit unit = quantity.unit();
    int at = Numeral.skipSpaces(text, quantity.end(), text.length());
    if (unit.word().equals("个") && DURATIONS.isAt(text, at, text.length())) {
      return false;
    }
    boolean few = quantity.value() <= 10;
    if (few && unit.factor() == 1 && TEXTUAL_NOUNS.isAt(text, at, text.length())) {
      return false;
    }
    if (unit.word().equals("分") && isClockBefore(text, number.start())) {
      return false;
    }
    if (number.kind() == Kind.DIGITS) {
      return !(isRound(number.value()) && charBefore(text, number.start()) == '每');
    }
    return isCountedInWords(text, quantity, at, after);
  }

  private static boolean isRound(double value) {
    return value == 1 || value == 10 || value == 100 || value == 1000 || value == 10_000;
  }

  private static boolean isClockBefore(String text, int at) {
    return at > 0 && "时点:".indexOf(text.charAt(at - 1)) >= 0;
  }

  /** Small numbers in words are often no statement: 两位委员, 三项机制, 一家企业. */
  private static boolean isCountedInWords(String text, Quantity quantity, int at, Span after) {
    Unit unit = quantity.unit();
    boolean more = Numeral.isMore(text.charAt(quantity.number().end() - 1));
    if (quantity.number().kind() == Kind.BARE_SCALE) {
      return more || "近超逾上".indexOf(charBefore(text, quantity.number().start())) >= 0;
    }
    if (more || unit.factor() != 1 || unit.type() == FigureType.MONEY) {
      return true;
    }
    if (quantity.value() < 2 || charBefore(text, quantity.number().start()) == '每') {
      return unit.type() == FigureType.RATE || unit.type() == FigureType.AREA;
    }
    if (OF_THE_LETTER.isAt(text, at, text.length())) {
      return false;
    }
    boolean many = quantity.value() > 10;
    if (OF_TEXT_TOO.has(unit.word().charAt(0))) {
      return many;
    }
    if (unit.word().equals("个") || unit.word().equals("家")) {
      FigureType noun = CountedNoun.firstIn(text, after.start(), after.end());
      return noun != null && (noun != FigureType.COUNT || many);
    }
    return true;
  }

  private static char charBefore(String text, int at) {
    return at > 0 ? text.charAt(at - 1) : ' ';
  }

  /** Where the figure begins with what qualifies it: 近, 不超过, 每户不超过, 每人每年. */
  static int qualifierStart(String text, int start, int clauseStart) {
    int at = start;
    while (at > clauseStart && text.charAt(at - 1) == ' ') {
      at--;
    }
    int begin = at - QUALIFIERS.length(QUALIFIERS.before(text, clauseStart, at));
    int qualified = isInWord(text, begin) ? at : begin;
    int per = perStart(text, qualified, clauseStart);
    return per == at ? start : per;
  }

  /** Where 每人每年 begins that stops here; the place given if none does. */
  private static int perStart(String text, int stop, int clauseStart) {
    int at = stop;
    while (at - 2 >= clauseStart && text.charAt(at - 2) == '每') {
      at -= 2;
    }
    return at;
  }

  /** 签约11部, 最近3场: the sign belongs to the word before. */
  private static boolean isInWord(String text, int at) {
    char before = charBefore(text, at);
    return switch (text.charAt(at)) {
      case '约' -> "签预节合公制契邀条".indexOf(before) >= 0;
      case '近' -> "最附邻临相远就靠".indexOf(before) >= 0;
      case '超' -> before == '赶' || before == '反';
      default -> false;
    };
  }
}
