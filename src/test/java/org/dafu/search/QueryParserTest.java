package org.dafu.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.dafu.search.QueryNode.All;
import org.dafu.search.QueryNode.AllOf;
import org.dafu.search.QueryNode.AnyOf;
import org.dafu.search.QueryNode.DocNumbered;
import org.dafu.search.QueryNode.InField;
import org.dafu.search.QueryNode.Not;
import org.dafu.search.QueryNode.Numbered;
import org.dafu.search.QueryNode.Phrase;
import org.dafu.search.QueryNode.Words;
import org.dafu.search.QueryNode.Years;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryParserTest {
  private static QueryNode node(String query) {
    ParsedQuery parsed = QueryParser.parse(query);
    assertEquals(List.of(), parsed.warnings(), query);
    return parsed.node();
  }

  private static List<String> warnings(String query) {
    return QueryParser.parse(query).warnings().stream().map(QueryWarning::code).toList();
  }

  private static QueryNode words(String text) {
    return new Words(text);
  }

  @Test
  void parse_empty_asksForAll() {
    assertEquals(new All(), node(""));
    assertEquals(new All(), node(" \u3000\n"));
  }

  @Test
  void parse_wordsInAnySpace_areAllWanted() {
    assertEquals(words("养老"), node("养老"));
    assertEquals(
        new AllOf(List.of(words("养老"), words("医疗"), words("GB"))), node(" 养老　医疗\u00a0GB "));
    assertEquals(new AllOf(List.of(words("a"), words("b"))), node("a AND b"));
    assertEquals(node("a -b"), node("a NOT b"));
    assertEquals(node("a -（b c）"), node("a NOT （b c）"));
    assertEquals(new AllOf(List.of(words("a"), words("NOT"))), node("a NOT"));
    assertEquals(words("NOTb"), node("NOTb"));
    assertEquals(words("68-69"), node("68-69"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"养老\"", "“养老”", "＂养老＂", "「养老」", "『养老』", "“ 养老 \"", "“养老“"})
  void parse_quotes_areExactText(String query) {
    assertEquals(new Phrase("养老"), node(query));
  }

  @Test
  void parse_quoteWithinWords_isAPartOfItsOwn() {
    assertEquals(
        new AllOf(List.of(words("打造"), new Phrase("服务圈"), words("工程"))), node("打造“服务圈”工程"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a OR b",
        "a 或 b",
        "a ｜ b",
        "a | b",
        "a || b",
        "a|b",
        "a｜b",
        "(a|b)",
        "(a OR b)",
        "（a ＯＲ b）",
        "(a)OR(b)",
        "a OR(b)",
        "a or b",
        "a\u2003或\u2003b"
      })
  void parse_or_wantsEither(String query) {
    assertEquals(new AnyOf(List.of(words("a"), words("b"))), node(query));
  }

  @Test
  void parse_orBetweenQuotes_needsNoSpace() {
    QueryNode either = new AnyOf(List.of(new Phrase("养老"), new Phrase("医疗")));
    assertEquals(either, node("“养老”或“医疗”"));
    assertEquals(either, node("\"养老\"OR\"医疗\""));
    assertEquals(
        new AllOf(List.of(new Phrase("养老"), words("或者"), new Phrase("医疗"))), node("“养老”或者“医疗”"));
  }

  @ParameterizedTest
  @CsvSource({
    "2018..2020,'',2018,2020",
    "２０１８。。２０２０,'',2018,2020",
    "2020..2018,'',2018,2020",
    "2018-2020,2018-2020,2018,2020",
    "2018—2020年,2018—2020年,2018,2020",
    "2018年至2020年,2018年至2020年,2018,2020",
    "year:2020,'',2020,2020",
    "年份：2020年,'',2020,2020",
    "年份: 2018-2020,'',2018,2020",
    "year:2020..,'',2020,9999",
    "year:..2020,'',1000,2020"
  })
  void parse_years_inAllForms(String query, String text, int from, int to) {
    assertEquals(new Years(text, from, to), node(query));
    assertEquals(
        new AllOf(List.of(words("养老"), new Not(new Years(text, from, to)))), node("养老 -" + query));
  }

  @Test
  void parse_yearsWithinOtherWords_areWords() {
    assertEquals(words("2018-2020年规划"), node("2018-2020年规划"));
    assertEquals(words("3000-4000"), node("3000-4000"));
    assertEquals(words("2020"), node("2020"));
    assertEquals(new InField(TextField.TITLE, words("2018-2020")), node("title:2018-2020"));
    assertEquals(List.of("unknown-year"), warnings("year:养老"));
    assertEquals(words("养老"), QueryParser.parse("年份:养老").node());
    assertEquals("养老 且 年份 2018–2020", QueryParser.parse("养老 2018..2020").understood());
  }

  @Test
  void parse_orWithinAWord_isPartOfIt() {
    assertEquals(words("或者"), node("或者"));
    assertEquals(new AllOf(List.of(words("a"), words("b"))), node("a and b"));
    assertEquals(words("android"), node("android"));
    assertEquals(words("ORDER"), node("ORDER"));
    assertEquals(words("老人或儿童"), node("老人或儿童"));
  }

  @Test
  void parse_precedence_isMinusThenAndThenOr() {
    assertEquals(
        new AnyOf(List.of(new AllOf(List.of(words("a"), new Not(words("b")))), new Phrase("c"))),
        node("a -b OR \"c\""));
    assertEquals(
        new AllOf(List.of(new AnyOf(List.of(words("a"), words("b"))), words("c"))),
        node("(a OR b) c"));
    assertEquals(new Not(new AnyOf(List.of(words("a"), words("b")))), node("-(a 或 b)"));
    assertEquals(new Not(words("a")), node("－a"));
  }

  @Test
  void parse_fields_byEitherName() {
    assertEquals(new InField(TextField.TITLE, words("养老")), node("title:养老"));
    assertEquals(new InField(TextField.TITLE, words("养老")), node("标题： 养老"));
    assertEquals(new InField(TextField.POLICY, new Phrase("办法")), node("政策:“办法”"));
    assertEquals(new InField(TextField.AGENCY, words("民政局")), node("承办单位:民政局"));
    assertEquals(new Not(new InField(TextField.CITY, words("晋城"))), node("-城市:晋城"));
    assertEquals(
        new InField(TextField.TITLE, new AnyOf(List.of(words("a"), words("b")))),
        node("title:(a OR b)"));
    assertEquals(new InField(TextField.TITLE, words("養老")), node("標題：養老"));
    assertEquals(words("问题：停车"), node("问题：停车"));
    assertEquals(words("https://a.gov.cn"), node("https://a.gov.cn"));
  }

  @Test
  void parse_fieldsOfValues_byTheNamesThatPagesPrint() {
    assertEquals(new InField(TextField.YEAR, words("二〇二一年")), node("年份:二〇二一年"));
    assertEquals(new InField(TextField.CLASS, words("A")), node("类别:A"));
    assertEquals(node("办理类别:A"), node("class:A"));
    assertEquals(new InField(TextField.COUNTY, words("浏阳市")), node("县区:浏阳市"));
    assertEquals(new InField(TextField.PROVINCE, words("湖北")), node("省份:湖北"));
    assertEquals(new InField(TextField.SESSION, words("八届四次")), node("届次:八届四次"));
    assertEquals(new InField(TextField.MEMBER, words("赵一民")), node("委员:赵一民"));
    assertEquals(new InField(TextField.REPLY_TYPE, words("reply")), node("replyType:reply"));
    assertEquals("年份 2021 且 养老", QueryParser.parse("年份:2021 养老").understood());
  }

  @ParameterizedTest
  @CsvSource({
    "第068号,68",
    "068号,68",
    "０６８号,68",
    "第 68 号,68",
    "第(68)号,68",
    "第〔68〕号,68",
    "第DH0271号,271",
    "J027号,27",
    "第D-013号,13",
    "第068號,68",
    "20230158号,20230158",
    "第15-4-083号,154083",
    "第３－０５８号,3058",
    "15-4-083号,154083",
    "第DH-0271号,271"
  })
  void parse_proposalNumbers_inAllForms(String query, long value) {
    assertEquals(new Numbered(query, value), node(query));
  }

  @Test
  void parse_proposalNumberWithinWords_isTakenOut() {
    assertEquals(
        new AllOf(List.of(words("市八届政协四次会议"), new Numbered("第68号", 68), words("提案"))),
        node("市八届政协四次会议第68号提案的答复"));
    assertEquals(
        new AllOf(List.of(new Numbered("第68号", 68), new Numbered("第69号", 69))), node("第68号第69号"));
    assertEquals(new AllOf(List.of(new Numbered("68號", 68), words("議案"))), node("68號議案"));
    assertEquals(words("3号线"), node("3号线"));
    assertEquals(words("中山路12号"), node("中山路12号"));
    assertEquals(words("1-2-3-4-5-068号"), node("1-2-3-4-5-068号"));
  }

  @ParameterizedTest
  @CsvSource({
    "九届三次会议068号提案,九届三次会议,068号,提案",
    "九届三次会议68号提案,九届三次会议,68号,提案",
    "咸宁068号,咸宁,068号,",
    "咸宁68号提案答复,咸宁,68号,提案"
  })
  void parse_numberAfterCharacters_isTakenOut(
      String query, String before, String text, String kind) {
    List<QueryNode> parts = new ArrayList<>(List.of(words(before), new Numbered(text, 68)));
    if (kind != null) {
      parts.add(words(kind));
    }
    assertEquals(new AllOf(parts), node(query));
  }

  @Test
  void parse_wordsForAReplyAfterANumber_areNoWords() {
    Numbered number = new Numbered("第68号", 68);
    assertEquals(number, node("第68号答复"));
    assertEquals(number, node("第68号 办理情况"));
    assertEquals(new AllOf(List.of(number, words("建议"))), node("第68号建议的答复函"));
    assertEquals(new AllOf(List.of(number, words("养老"))), node("第68号复函 养老"));
    assertEquals(new AllOf(List.of(number, words("答复落实"))), node("第68号答复落实"));
    assertEquals(new AllOf(List.of(number, words("提案提出的问题"))), node("第68号提案提出的问题"));
  }

  @ParameterizedTest
  @CsvSource({
    "乌民复字〔2020〕12号,乌民复字〔2020〕12号",
    "乌民复字[2020]12号,乌民复字〔2020〕12号",
    "乌民复字（2020）12号,乌民复字〔2020〕12号",
    "乌民复字(２０２０)第 12 号,乌民复字〔2020〕12号",
    "【2020】12号,〔2020〕12号",
    "(2020)12号,〔2020〕12号",
    "[2020]第12号,〔2020〕12号",
    "[2020],〔2020〕",
    "[2020]12,〔2020〕12",
    "烏民復字[2020]12號,烏民復字〔2020〕12号"
  })
  void parse_documentNumbers_inAllForms(String query, String normalised) {
    assertEquals(new DocNumbered(normalised), node(query));
  }

  @Test
  void parse_wordsRunningIntoADocumentNumber_arePartedFromIt() {
    assertEquals(
        new AllOf(List.of(words("关于印发某某工作实施方案"), new DocNumbered("〔2020〕12号"))),
        node("关于印发某某工作实施方案〔2020〕12号"));
    assertEquals(
        new AllOf(List.of(words("民政局"), new DocNumbered("〔2020〕12号"))), node("民政局[2020]12号"));
    assertEquals(
        new InField(TextField.DOC_NUMBER, new DocNumbered("〔2020〕12号")), node("文号:[2020]12号"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '\0',
      value = {
        "\"养老 # unclosed-quote",
        "养老 OR # lone-or",
        "OR 养老 # lone-or",
        "养老 - # lone-minus",
        "养老 --- # lone-minus",
        "(养老 # unclosed-parenthesis",
        "养老) # unopened-parenthesis",
        "养老 title: # empty-field",
        "titel:养老 # unknown-field",
        "题目:养老 # unknown-field",
        "养老 ？？ # no-words",
        "养老 “，” # empty-quote",
        "养老 () # empty-parentheses"
      })
  void parse_whatIsNotUnderstood_isSaidAndTheRestSearched(String query, String warning) {
    assertEquals(List.of(warning), warnings(query));
    assertTrue(QueryParser.parse(query).understood().contains("养老"));
  }

  @Test
  void parse_warnings_pointAtTheirPlace() {
    QueryWarning warning = QueryParser.parse("养老 “医疗").warnings().getFirst();
    assertEquals(3, warning.start());
    assertEquals(4, warning.end());
  }

  @Test
  void parse_warnings_areNoMoreThanAnyoneReads() {
    assertEquals(20, warnings("养老 " + "“” ".repeat(500)).size());
  }

  @Test
  void parse_understood_readsAsChinese() {
    assertEquals("全部答复", QueryParser.parse("").understood());
    assertEquals(
        "养老 且 “医养 结合” 且 不含 培训 且 编号 68", QueryParser.parse("养老 \"医养 结合\" -培训 第068号").understood());
    assertEquals(
        "标题含 （甲 或 乙） 且 文号 〔2020〕12号", QueryParser.parse("标题:(甲 OR 乙) [2020]12号").understood());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void parse_anything_neverFails(long seed) {
    Random random = new Random(seed);
    String signs = "养老医 \"“”「」()（）-－OR或:：.year年份title标题第0６8号〔[2020]】,。\u0000\ud842";
    for (int i = 0; i < 3000; i++) {
      StringBuilder query = new StringBuilder();
      for (int length = random.nextInt(40); length > 0; length--) {
        query.append(signs.charAt(random.nextInt(signs.length())));
      }
      ParsedQuery parsed = QueryParser.parse(query.toString());
      for (QueryWarning warning : parsed.warnings()) {
        assertTrue(
            0 <= warning.start() && warning.end() <= query.length(), () -> seed + ": " + query);
      }
    }
    QueryParser.parse("(".repeat(2000));
    QueryParser.parse("-".repeat(2000) + "a");
    QueryParser.parse("title:".repeat(300));
    QueryParser.parse("-(".repeat(1000) + "a");
    QueryParser.parse("a ".repeat(1000));
  }

  @Test
  void parse_parenthesisWithinATitle_isPartOfIt() {
    assertEquals(words("东六线（劳动东路-机场）段建设进展"), node("东六线（劳动东路-机场）段建设进展"));
    assertEquals(words("养老(试点)"), node("养老(试点)"));
    assertEquals(
        new AllOf(List.of(words("养老"), new AnyOf(List.of(words("a"), words("b"))))),
        node("养老(a OR b)"));
    assertEquals(new AllOf(List.of(words("养老"), words("试点"))), node("养老 (试点)"));
  }

  @Test
  void parse_pastedText_isWords() {
    String pasted = "标题：关于加强“老年食堂”建设的建议 -近年来，我市老年人口增加（见附表） OR 需求多。第068号提案曾提出，仍未解决，请予重视并尽快答复为盼";
    assertEquals(words(pasted), node(pasted));
    String typed = "养老 “医养结合” -培训 (老年食堂 OR 助餐) title:补贴 城市:晋城 单位:民政局 第068号 长期护理保险 适老化改造 家庭医生";
    assertTrue(node(typed) instanceof AllOf);
  }
}
