package org.dafu.extract;

import org.dafu.read.CharSet;
import org.dafu.reply.Span;

/** Finds the words for what is counted, right after a figure or before it in its clause. */
final class Subject {
  private static final int LONGEST = 16;

  /** A noun phrase after a figure ends before these. */
  private static final CharSet STOPS = CharSet.of("的了是为在已将被由因与和及并均都对向把从到至达以于等或且也还就给共占");

  /** Verbs, at which the noun phrase after a figure ends. */
  private static final WordTable VERBS =
      WordTable.beginning(
          "正在 设立 设置 开设 开通 开放 签订 签约 获得 享受 受理 经过 可以 上升 提高 增加 减少 下降 降低 增长 扩大 调整 提升 降至 升至 降到 升到 代替 签约 参加 进行 开展 实行 试行 接入 使用 完成 办理 参与 实施 安装"
              + " 发放 用于 纳入 列入 投入 建成 投用 通过 接受 组成 负责 予以 暂时 分别 全部 逐村 逐一 陆续 正式 启动 开工 竣工 投运 运行 施工 "
              + "签署 引进 推行 推广 采用 采取 提供 覆盖 惠及 受益 入住 入选 获评 挂牌 依照 按照 承担 担任 落实 配备 更换 补充 达标 执行 同时 基本");

  private static final WordTable LEADING =
      WordTable.beginning(
          "其中 目前 全年 累计 现有 共有 已有 全市 全县 全区 全省 全州 我市 我县 我区"
              + " 我省 我局 今年 去年 明年 当年 以来 年底 月底 截至 截止 上半年 下半年 预计"
              + " 计划 已经 分别 另有 总计 合计 共计 仍有 还有 同时 达到 共 已 现 年 月 日"
              + " 底 末 有 对 为 和 及 与 由 从 在 将 拟 按 起 约 的 了 并 把 其 另"
              + " 至 到 比 占 用");

  private static final WordTable TRAILING =
      WordTable.ending(
          "合计 共计 总计 达到 提高到 增加到 上升到 下降到 下降至 提高至 增加至 减少到"
              + " 降到 升到 调到 降至 升至 其中 分别为 分别 超过 共有 只有 仅有 均为 共 计"
              + " 达 到 为 有 是 已 了 至 的 仅 只 由 从 按 各 另 约 每 中 在 : 给予"
              + " 于");

  private final String text;
  private final int limit;

  Subject(String text, int limit) {
    this.text = text;
    this.limit = limit;
  }

  /** The noun phrase that follows; empty if none does. */
  Span after(int from) {
    int start = Numeral.skipSpaces(text, from, limit);
    for (String bound : new String[] {"以上", "以下", "左右", "以内"}) {
      if (text.startsWith(bound, start)) {
        start += bound.length();
      }
    }
    start = start < limit && "的“".indexOf(text.charAt(start)) >= 0 ? start + 1 : start;
    Span phrase = new Span(start, nounEnd(ageEnd(start)));
    if (CountedNoun.firstIn(text, phrase.start(), phrase.end()) != null) {
      return phrase;
    }
    int of = phrase.length() > 0 ? attributeEnd(phrase.end()) : -1;
    if (of >= 0) {
      return new Span(of, nounEnd(of));
    }
    return new Span(start, joinedEnd(phrase));
  }

  /** The place after 65岁, 60周岁; the place given if no age stands there. */
  private int ageEnd(int start) {
    int end = start;
    while (end < limit && Numeral.isDigit(text.charAt(end))) {
      end++;
    }
    int age = end < limit && text.charAt(end) == '周' ? end + 1 : end;
    return end > start && age < limit && text.charAt(age) == '岁' ? age + 1 : start;
  }

  /** Where 居家和社区养老服务中心 ends, whose first part names no noun known. */
  private int joinedEnd(Span phrase) {
    int joint = phrase.end();
    boolean joined =
        phrase.length() > 1 && joint < limit && "和与及、".indexOf(text.charAt(joint)) >= 0;
    return joined ? nounEnd(joint + 1) : joint;
  }

  private int nounEnd(int start) {
    int end = start;
    while (end < limit && end < start + LONGEST && isNoun(end) && !VERBS.isAt(text, end, limit)) {
      end += text.charAt(end) == '以' ? 2 : 1;
    }
    return end;
  }

  /** Where the noun begins in 26个未建、未移交的配套园; -1 if no attribute stands before one. */
  private int attributeEnd(int from) {
    for (int i = from; i < limit && i < from + LONGEST; i++) {
      char unit = text.charAt(i);
      if (unit == '的') {
        return i + 1;
      }
      if (unit != '、' && !isLetter(unit)) {
        return -1;
      }
    }
    return -1;
  }

  /** Also 二级以上, 公共, 高等, in which a stop is part of the word. */
  private boolean isNoun(int at) {
    char unit = text.charAt(at);
    if (!isLetter(unit)) {
      return false;
    }
    char before = at > 0 ? text.charAt(at - 1) : ' ';
    return switch (unit) {
      case '以' -> at + 1 < limit && "上下内外".indexOf(text.charAt(at + 1)) >= 0;
      case '共' -> before == '公';
      case '等' -> before == '高' || before == '中';
      default -> !STOPS.has(unit);
    };
  }

  private static boolean isLetter(char unit) {
    return (unit >= '\u4e00' && unit <= '\u9fff') || Character.isLetter(unit);
  }

  /** What the clause says before the figure, without time, adverbs and the verb of being. */
  Span before(int clauseStart, int figureStart) {
    int end = trimmedEnd(clauseStart, figureStart);
    int start = Math.max(clauseStart, end - 2 * LONGEST);
    for (int i = start; i < end; i++) {
      char unit = text.charAt(i);
      boolean time = (unit == '年' || unit == '月' || unit == '日') && i > start;
      if (time && Numeral.isDigit(text.charAt(lastBefore(i, start)))) {
        start = i + 1;
      }
    }
    start = trimmedStart(start, end);
    return new Span(Math.max(start, end - LONGEST), end);
  }

  private int lastBefore(int at, int start) {
    int last = at - 1;
    while (last > start && text.charAt(last) == ' ') {
      last--;
    }
    return last;
  }

  private int trimmedEnd(int start, int end) {
    int at = end;
    boolean again = true;
    while (again) {
      again = false;
      while (at > start && text.charAt(at - 1) == ' ') {
        at--;
      }
      if (at - 2 >= start && text.charAt(at - 2) == '每') {
        at -= 2; // 每人每年
        again = true;
        continue;
      }
      int word = TRAILING.length(TRAILING.before(text, start, at));
      at -= word;
      again = word > 0;
    }
    return at;
  }

  private int trimmedStart(int start, int end) {
    int at = start;
    boolean again = true;
    while (again) {
      again = false;
      while (at < end && (text.charAt(at) == ' ' || "“”\"".indexOf(text.charAt(at)) >= 0)) {
        at++;
      }
      int word = LEADING.length(LEADING.at(text, at, end - 1));
      at += word;
      again = word > 0;
    }
    return at;
  }
}
