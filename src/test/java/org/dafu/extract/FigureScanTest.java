package org.dafu.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import org.dafu.read.Folding;
import org.dafu.reply.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules for figures, one short sentence each; the letter is of 2021. */
class FigureScanTest {
  private static List<FigureMention> scan(String text) {
    String folded = new Folding(unit -> unit).fold(text);
    return new FigureScan(folded, folded.length(), 2021).from(0);
  }

  /** Type, value or range, and text of each figure: {@code money 40000000 近4000万元}. */
  private static String read(String text) {
    return scan(text).stream()
        .map(
            mention ->
                mention.type().code()
                    + " "
                    + number(mention.value())
                    + (mention.valueMax() == null ? "" : "-" + number(mention.valueMax()))
                    + " "
                    + mention.span().of(text))
        .collect(Collectors.joining("; "));
  }

  private static String number(double value) {
    return value == Math.rint(value) ? String.format(Locale.ROOT, "%.0f", value) : "" + value;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "投入资金6955万元。|money 69550000 6955万元",
        "总投资1.2亿元。|money 120000000 1.2亿元",
        "总投资1亿2000万元。|money 120000000 1亿2000万元",
        "筹集资金近4000万元。|money 40000000 近4000万元",
        "支出约36万元、逾20万元、超30万元。|money 360000 约36万元; money 200000 逾20万元; money 300000 超30万元",
        "奖励3-6万元。|money 30000-60000 3-6万元",
        "奖励3万至6万元。|money 30000-60000 3万至6万元",
        "奖励3~6万元。|money 30000-60000 3~6万元",
        "收费在1800元至2600元之间。|money 1800-2600 1800元至2600元",
        "补300至600元。|money 300-600 300至600元",
        "补助500—800元。|money 500-800 500—800元",
        "投入三千六百万元。|money 36000000 三千六百万元",
        "每户不超过3500元。|money 3500 每户不超过3500元",
        "公用经费按每生每年6000元核拨。|money 6000 每生每年6000元",
        "筹集资金56万，启动工程。|money 560000 56万",
        "给予每人30元/年的补贴。|money 30 每人30元/年",
        "每台补助10万元。|money 100000 10万元",
        "标准为800元/人·月。|money 800 800元/人·月",
        "人均仅0.35元。|money 0.35 0.35元",
        "投资1 200万元。|money 12000000 1 200万元",
        "投资1 2 8 6 万元。|money 12860000 1 2 8 6 万元",
        "运费下降6分钱。|money 0.06 6分钱",
        "投资1,200万元。|money 12000000 1,200万元",
        "投资690余万元。|money 6900000 690余万元",
        "标准由每人每月800元提高到900元。|money 800 每人每月800元; money 900 900元",
        "由800元至900元。|money 800 800元; money 900 900元",
      })
  void money_asPrinted(String sentence, String expected) {
    assertEquals(expected, read(sentence));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "60岁及以上老年人口56.38 万人。|people 563800 56.38 万人",
        "培训3000多名护理员。|people 3000 3000多名",
        "服务老人78人次。|people 78 78人次",
        "常住人口逾200万，二孩政策叠加。|people 2000000 逾200万",
        "汇集近 20 万老人信息。|people 200000 近 20 万",
        "聘请二十五名医生。|people 25 二十五名",
        "走访特困家庭4120户。|households 4120 4120户",
        "惠及三千余户居民。|households 3000 三千余户",
        "走访1603户次。|households 1603 1603户次",
        "开放床位2.34万张，其中护理型512张。|beds 23400 2.34万张; beds 512 512张",
        "设110张床位。|beds 110 110张",
        "新建300床的医院。|beds 300 300床",
        "新增380个护理型床位。|beds 380 380个",
        "新增床位的目标是2000张。|beds 2000 2000张",
        "设有床位，发放联系卡40张。|count 40 40张",
        "发放联系卡421张。|count 421 421张",
      })
  void peopleHouseholdsBeds_byUnitAndNoun(String sentence, String expected) {
    assertEquals(expected, read(sentence));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "全市有118家养老机构。|facilities 118 118家",
        "建成15个社区食堂。|facilities 15 15个",
        "新建学校九所、公厕12座。|facilities 9 九所; facilities 12 12座",
        "查出闲置幸福院69个。恢复开放57个。|facilities 69 69个; facilities 57 57个",
        "下设5个日间照料中心、7个片区站。|facilities 5 5个; facilities 7 7个",
        "11个自然村。|count 11 11个",
        "四点半课堂92处。|facilities 92 92处",
        "两家医院挂牌。|facilities 2 两家",
        "26 个社区居家养老服务中心。|facilities 26 26 个",
        "78 家居家和社区养老服务中心。|facilities 78 78 家",
        "12家二级以上医院。|facilities 12 12家",
        "12座公共厕所。|facilities 12 12座",
        "设助餐点19个。|facilities 19 19个",
        "养老机构26个，竣工的19个。|facilities 26 26个; facilities 19 19个",
        "26个未建、未移交的幼儿园。|facilities 26 26个",
        "加装电梯4部。|count 4 4部",
        "实施15个项目。|count 15 15个",
        "覆盖十五个街道。|count 15 十五个",
        "整改隐患57处。|count 57 57处",
        "抽查478家企业。|count 478 478家",
        "投放公交车22辆，办理案件27件，培训312场。|count 22 22辆; count 27 27件; count 312 312场",
        "清运垃圾2.1万吨。|count 21000 2.1万吨",
      })
  void facilitiesAndCounts_byUnitAndNoun(String sentence, String expected) {
    assertEquals(expected, read(sentence));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "建筑面积9354.32平方米。|area 9354.32 9354.32平方米",
        "建筑面积2.38万平方米。|area 23800 2.38万平方米",
        "单体面积300至800平方米。|area 300-800 300至800平方米",
        "流域面积12平方公里。|area 12000000 12平方公里",
        "占地12亩。|area 8000 12亩",
        "损毁土地1964公顷。|area 19640000 1964公顷",
        "建筑面积380㎡。|area 380 380㎡",
        "改造管网4.6公里。|length 4600 4.6公里",
        "铺设管网3千米、护栏120米。|length 3000 3千米; length 120 120米",
        "距离1.5km。|length 1500 1.5km",
        "满意度93.20%。|rate 93.2 93.20%",
        "占比80%-90%。|rate 80-90 80%-90%",
        "达到百分之八十。|rate 80 百分之八十",
        "覆盖三分之一的村。|rate 33.33 三分之一",
        "贴息2个百分点。|rate 2 2个百分点",
        "自然增长率5‰。|rate 0.5 5‰",
        "场地宽出近三成。|rate 30 近三成",
        "收缴率由41%升到88%。|rate 41 41%; rate 88 88%",
      })
  void measures_inBaseUnits(String sentence, String expected) {
    assertEquals(expected, read(sentence));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2021年6月25日、2021-2025年、二〇二一年、2021.6.25。",
        "合同期10年，工期6个月，24小时服务，15分钟生活圈，3个工作日，二十天。",
        "沁民〔2021〕48号、国办发[2020]23号、第068号提案、第3条、第三条、第12、45号。",
        "推行“三个一点”、“四个坚持”。",
        "从三个方面、3个方面、两个层面、四个环节、三个问题着手。",
        "一是加强；一个平台；一家企业；一批项目；一条龙；进一步；统一；一站式。",
        "十四五时期、十三五规划、两会、三甲医院、五保老人、双减。",
        "拨打12345热线、5G网络、G30高速、GB38600、PM2.5、4A级景区。",
        "60岁以上、65周岁及以上、零下20℃、3级、5层。",
        "电话139****5678，邮编048000，3号楼2单元501室。",
        "每百名老人、每千人口、千家万户、百家争鸣、数十家、几百人、两三家。",
        "“1+6+N”体系、7×24小时、3:7分担。",
        "三位委员提出、两位代表的提案、二位提出的、三件提案、经两家共同研究。",
        "《3家医院管理办法》、《5000元补贴标准》。",
        "车速60公里/小时。",
        "人力资源，个人，家长，条例，部门，处理。",
      })
  void otherNumbers_areNoFigures(String sentence) {
    assertEquals("", read(sentence));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "2020年新建公厕12座。|2020",
        "去年新建公厕12座。|2020",
        "今年新建公厕12座。|2021",
        "明年新建公厕12座。|2022",
        "二〇一九年新建公厕12座。|2019",
        "2020年改造完成；新建公厕12座。|-",
        "2020年改造完成。新建公厕12座。|-",
        "2022-2025年新建公厕12座。|-",
        "比2012年增加12座。|-",
        "依据《2019年规划》新建公厕12座。|-",
      })
  void year_theOneStatedInItsPart(String sentence, Integer year) {
    assertEquals(year, scan(sentence).getLast().year());
  }

  @Test
  void year_relativeWithoutALettersYear_isNotGuessed() {
    String text = "今年新建公厕12座。";
    assertNull(new FigureScan(text, text.length(), null).from(0).getFirst().year());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "计划新建公厕12座。|true",
        "力争新建公厕12座。|true",
        "拟新建公厕12座。|true",
        "将在城区新建公厕12座。|true",
        "年底前新建公厕12座。|true",
        "到2025年公厕达到12座。|true",
        "到2020年公厕达到12座。|-",
        "新建公厕12座。|-",
        "已新建公厕12座。|false",
        "目前公厕有12座。|false",
        "计划新建公厕20座，目前已完成12座。|false",
        "年度计划中的公厕12座。|-",
        "将公厕12座纳入考核。|-",
      })
  void promise_lastCueBefore(String sentence, Boolean promise) {
    assertEquals(promise, scan(sentence).getLast().promise());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "护理型床位占比68.8%。|护理型床位占比",
        "2021年市级补助资金6120万元。|市级补助资金",
        "全市共有公厕12座。|公厕",
        "6家公立医院为老人开设窗口。|公立医院",
        "培训9名心理咨询师。|心理咨询师",
        "完成3447名65岁以上失能老年人评估。|65岁以上失能老年人评估",
        "2022 年补助资金 350 万元。|补助资金",
        "入住率由41%提高到88%。|入住率",
        "26个未建、未移交的配套园。|配套园",
        "公用经费按每生每年6000元核拨。|公用经费",
      })
  void subject_besideTheFigure(String sentence, String subject) {
    Span span = scan(sentence).getLast().subject();
    assertEquals(subject, span == null ? "" : span.of(sentence));
  }

  @Test
  void unit_asPrinted() {
    String text = "投资6955万元。";
    assertEquals("万元", scan(text).getFirst().unit().of(text));
  }

  @Test
  void figures_ofRandomText_standInItInOrder() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    String alphabet = "0123456789一二两三十百千万亿点余多.,-至到第每近约年月元人张家个%成分之《》〔〕米瓦克以上和\n\t 。；的床位校";
    for (int round = 0; round < 2000; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(60); i >= 0; i--) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      int end = 0;
      for (FigureMention mention : scan(text.toString())) {
        assertTrue(mention.span().start() >= end, "seed " + seed + ": " + text);
        assertTrue(Double.isFinite(mention.value()), "seed " + seed + ": " + text);
        end = mention.span().end();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "12家", "千米", "第千克", "百分", "《", "一", "3-", "千", "1 200", "每人", "2021年", "三分之", "，", "\t1",
        "个"
      })
  void longLines_takeLinearTime(String piece) {
    String text = piece.repeat(300_000 / piece.length());
    assertTimeout(Duration.ofSeconds(20), () -> scan(text));
  }
}
