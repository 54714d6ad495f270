package org.dafu.extract;

import java.util.ArrayList;
import java.util.List;
import org.dafu.reply.FigureType;
import org.jspecify.annotations.Nullable;

/**
 * A unit of measure or a counting word (量词) that makes a number a figure.
 *
 * @param word as printed
 * @param type what it counts; of an open one, what it counts if no noun tells otherwise
 * @param factor base units in one of it
 * @param open whether the noun beside it tells the type: 个养老院 and 个项目
 * @param notBefore characters that make another word of it: 家长, 条例
 */
record Unit(String word, FigureType type, double factor, boolean open, String notBefore) {
  /** One mu (市亩) is 2000/3 m². */
  private static final double MU = 2000 / 3.0;

  /** Percent, of shares in words. */
  static final Unit PERCENT = new Unit("%", FigureType.RATE, 1, false, "");

  private static final Unit PERSONS = new Unit("", FigureType.PEOPLE, 1, false, "");
  private static final Unit YUAN = new Unit("", FigureType.MONEY, 1, false, "");
  private static final int LONGEST_NOUN = 4;

  private static final List<Unit> ALL = new ArrayList<>();
  private static final WordTable WORDS;

  static {
    money();
    measures();
    people();
    places();
    things();
    WORDS = WordTable.beginning(ALL.stream().map(Unit::word).toList());
  }

  /** The longest unit that stands here; null if none does. */
  static @Nullable Unit at(String text, int at, int limit) {
    int index = WORDS.at(text, at, limit);
    if (index < 0) {
      return null;
    }
    Unit unit = ALL.get(index);
    int end = at + unit.word.length();
    return end == limit || unit.notBefore.indexOf(text.charAt(end)) < 0 ? unit : null;
  }

  /** What a bare 万 or 亿 counts after these words; null if they do not tell. */
  static @Nullable Unit impliedBy(String before) {
    if (before.contains("人口") || before.contains("人数") || before.contains("老年人")) {
      return PERSONS;
    }
    boolean money = before.contains("资金") || before.contains("投资") || before.contains("经费");
    return money ? YUAN : null;
  }

  /** What a bare 万 or 亿 counts before these words; null if they do not tell. */
  static @Nullable Unit impliedAfter(String text, int at, int limit) {
    FigureType noun = CountedNoun.firstIn(text, at, Math.min(limit, at + LONGEST_NOUN));
    return noun == FigureType.PEOPLE ? PERSONS : null;
  }

  /** The type of one of it, of a noun of this type: 张 counts beds or other things, 家 no people. */
  FigureType told(FigureType noun) {
    return switch (word) {
      case "张" -> noun == FigureType.BEDS ? noun : FigureType.COUNT;
      case "户" -> FigureType.HOUSEHOLDS;
      case "位" -> FigureType.PEOPLE;
      case "所" -> FigureType.FACILITIES;
      case "家", "座", "处" -> noun == FigureType.COUNT ? noun : FigureType.FACILITIES;
      default -> noun;
    };
  }

  /** So many of it in base units; of odd factors (亩, ‰) to a hundredth. */
  double inBase(double count) {
    double base = count * factor;
    return factor >= 1 && factor == Math.rint(factor) ? base : Math.round(base * 100) / 100.0;
  }

  /** Whether it is of the other's dimension, as the two ends of a range are. */
  boolean isLike(Unit other) {
    return word.equals(other.word) || (type == other.type && !open && factor != 1);
  }

  private static void money() {
    closed(FigureType.MONEY, 1, "元", "宝旦素件首老年月");
    closed(FigureType.MONEY, 1, "元人民币", "");
    closed(FigureType.MONEY, 1, "块钱", "");
    closed(FigureType.MONEY, 0.1, "毛钱", "");
    closed(FigureType.MONEY, 0.01, "分钱", "");
  }

  private static void measures() {
    closed(FigureType.RATE, 1, "%", "");
    closed(FigureType.RATE, 1, "个百分点", "");
    closed(FigureType.RATE, 1, "百分点", "");
    closed(FigureType.RATE, 0.1, "‰", "");
    closed(FigureType.RATE, 10, "成", "为立员功果效交套型品本分长都熟人像绩份天");
    for (String squareMetre : List.of("平方米", "平米", "㎡", "m²", "m2", "平方", "M²")) {
      closed(FigureType.AREA, 1, squareMetre, squareMetre.equals("平方") ? "公千英" : "");
    }
    closed(FigureType.AREA, 1e6, "平方公里", "");
    closed(FigureType.AREA, 1e6, "平方千米", "");
    closed(FigureType.AREA, 1e6, "km²", "");
    closed(FigureType.AREA, 10_000, "公顷", "");
    closed(FigureType.AREA, MU, "亩", "均");
    closed(FigureType.LENGTH, 1, "米", "粉饭面酒");
    closed(FigureType.LENGTH, 1, "延米", "");
    closed(FigureType.LENGTH, 1, "延长米", "");
    closed(FigureType.LENGTH, 1, "m", "abcdefghijklmnopqrstuvwxyzLlg³23");
    closed(FigureType.LENGTH, 1000, "公里", "");
    closed(FigureType.LENGTH, 1000, "千米", "");
    closed(FigureType.LENGTH, 1000, "km", "²2");
    closed(FigureType.LENGTH, 1000, "KM", "²2");
    closed(FigureType.LENGTH, 0.01, "厘米", "");
    closed(FigureType.LENGTH, 0.001, "毫米", "");
  }

  private static void people() {
    closed(FigureType.PEOPLE, 1, "人", "大均民工");
    closed(FigureType.PEOPLE, 1, "人次", "");
    closed(FigureType.PEOPLE, 1, "名", "");
    open(FigureType.PEOPLE, "位", "于居列置次数");
    closed(FigureType.HOUSEHOLDS, 1, "户次", "");
    open(FigureType.HOUSEHOLDS, "户", "外籍口均型主");
  }

  private static void places() {
    open(FigureType.FACILITIES, "家", "长族属里具校禽畜庭务");
    open(FigureType.FACILITIES, "所", "有在以谓需得属示");
    open(FigureType.FACILITIES, "座", "谈位椅右机");
    open(FigureType.FACILITIES, "处", "理置罚分于级长室在");
    closed(FigureType.BEDS, 1, "床", "上垫单");
    open(FigureType.COUNT, "张", "");
    open(FigureType.COUNT, "个", "体性");
  }

  /** Counting words of all else, each with the characters that it must not stand before. */
  private static void things() {
    for (String word :
        ("台次 件次 车次 班次 批次 场次 家次 辆次 架次 例次 剂次 针次 课时 学时 立方米 立方 m³ 公斤 千克 千瓦 千瓦时 兆瓦"
                + " 度电 吨 千伏安 兆伏安 辆 栋 幢 盏 株 棵 册 枚 艘 趟 篇 幅 羽 尾 匹 粒 桶 箱 袋 瓶 盒 剂 宗"
                + " 重量箱 标箱 头 只 根 颗 份 件 项次 人份 标段 泊位 车位")
            .split(" ", -1)) {
      closed(FigureType.COUNT, 1, word, "");
    }
    String[][] guarded = {
      {"条", "例件款约"},
      {"具", "体备有"},
      {"顶", "层端尖级部"},
      {"扇", "形区"},
      {"页", "面码岩"},
      {"项", "目"},
      {"次", "性序数要日年生月"},
      {"台", "账阶风湾词"},
      {"部", "门委队分长署级位件制"},
      {"套", "餐用种取"},
      {"场", "所地景馆站"},
      {"期", "间限货望待末初中满"},
      {"批", "准示发复评"},
      {"班", "子级长主组"},
      {"间", "接距隔断歇作"},
      {"块", "钱"},
      {"片", "区面"},
      {"门", "诊店户口牌类前"},
      {"种", "植子业苗粮质养"},
      {"支", "出持付部撑线行"},
      {"款", "项"},
      {"起", "来步草点始诉飞到"},
      {"例", "会外行如"},
      {"笔", "试"},
      {"单", "元位独个项纯一方向车人"},
      {"本", "市区县省地级年次校局科土届着身部月人院"},
      {"面", "积向对临前"},
      {"组", "织长建成团合员装"},
      {"列", "入为出"},
      {"架", "构"},
      {"把", "关握"},
      {"类", "别型似"},
      {"眼", "前镜科光下看"},
      {"对", "于口比应接象外内照策标"},
      {"分", "钟之别子类期支公局工管步层散布析区部院店社析"},
    };
    for (String[] word : guarded) {
      closed(FigureType.COUNT, 1, word[0], word[1]);
    }
  }

  private static void closed(FigureType type, double factor, String word, String notBefore) {
    add(new Unit(word, type, factor, false, notBefore));
  }

  private static void open(FigureType type, String word, String notBefore) {
    add(new Unit(word, type, 1, true, notBefore));
  }

  private static void add(Unit unit) {
    ALL.add(unit);
  }
}
