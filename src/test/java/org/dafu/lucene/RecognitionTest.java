package org.dafu.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dafu.analysis.QueryWords;
import org.dafu.analysis.SynonymRule;
import org.dafu.contract.LetterMaker;
import org.dafu.search.Explanation;
import org.dafu.search.Facet;
import org.dafu.search.FilterField;
import org.dafu.search.Recognised;
import org.dafu.search.SearchRequest;
import org.dafu.search.Suggestion;
import org.junit.jupiter.api.Test;

/** What a query names. */
class RecognitionTest extends SearchedLetters {
  @Test
  void search_city_liftsItsLettersAboveThoseThatNameIt() throws IOException {
    put(
        LetterMaker.letter("names").text("学习咸宁市的做法，咸宁养老工作走在前列，咸宁养老。养老服务。"),
        LetterMaker.letter("of").place("湖北省", "咸宁市").text("我市多年来重视养老服务，有如下说明和许多别的安排。"));
    assertEquals(List.of("of", "names"), paths("咸宁市 养老"));
    List<Recognised> recognised = search("咸宁市 养老").recognised();
    assertEquals(List.of("咸宁市"), recognised.getFirst().filterValues());
    assertTrue(search("咸宁市 养老").understood().contains("城市 咸宁市"));
  }

  @Test
  void search_cityAndNumber_findsTheLetter() throws IOException {
    put(
        LetterMaker.letter("this").place("湖北省", "咸宁市").number("060").text("收悉，答复如下。"),
        LetterMaker.letter("other").place("湖北省", "黄石市").number("060").text("收悉，答复如下。"),
        LetterMaker.letter("third").place("湖北省", "咸宁市").number("61").text("收悉，答复如下。"));
    for (String number : List.of("060号", "第060号", "第６０号", "60号")) {
      assertEquals(List.of("this"), paths("咸宁市 " + number), number);
    }
  }

  @Test
  void search_numberAsTyped_findsTheOnePrintedOtherwise() throws IOException {
    put(
        LetterMaker.letter("plain").number("083").text("对提案第083号的答复如下。"),
        LetterMaker.letter("coded").number("15-4-083").text("对第15-4-083号提案的答复如下。"),
        LetterMaker.letter("lettered").number("DH0271").text("对第DH0271号建议的答复如下。"),
        LetterMaker.letter("dashed").number("D-013").text("对第D-013号建议的答复如下。"));
    for (String q : List.of("第15-4-083号", "15-4-83号", "15-4-083", "第15－4－83号提案答复")) {
      assertEquals(List.of("coded"), paths(q), q);
    }
    for (String q : List.of("第DH271号", "dh271", "DH0271", "ＤＨ２７１", "第dh271号建议的答复")) {
      assertEquals(List.of("lettered"), paths(q), q);
    }
    for (String q : List.of("D013", "d-13", "第D13号")) {
      assertEquals(List.of("dashed"), paths(q), q);
    }
    assertEquals("plain", paths("083").getFirst());
    assertEquals(List.of("plain"), paths("第83号提案答复"));
    assertEquals(List.of(), search("G20").recognised());
  }

  @Test
  void search_docNumber_withAndWithoutItsWord() throws IOException {
    put(
        LetterMaker.letter("worded").docNumber("庆环函字〔2013〕第52号").text("收悉，答复如下。"),
        LetterMaker.letter("plain").docNumber("乌民复字〔2013〕53号").text("收悉，答复如下。"));
    for (String q : List.of("庆环函字〔2013〕第52号", "庆环函字[2013]52号", "〔2013〕第52号", "文号:(2013)52号")) {
      assertEquals(List.of("worded"), paths(q), q);
    }
    assertEquals(List.of("plain"), paths("乌民复字〔2013〕第53号"));
    assertEquals(
        List.of("庆环函字〔2013〕52号"), search("庆环函字〔2013〕第52号").recognised().getFirst().filterValues());
  }

  @Test
  void search_year_findsLettersOfItThatDoNotPrintIt() throws IOException {
    put(
        LetterMaker.letter("of").year(2020).text("养老服务工作。"),
        LetterMaker.letter("prints").year(2023).text("2020年以来的养老服务工作。"),
        LetterMaker.letter("neither").year(2023).text("养老服务工作。"));
    assertEquals(List.of("of", "prints"), paths("2020年 养老"));
    assertEquals(List.of("of", "prints"), paths("养老 2020"));
  }

  @Test
  void search_rangeOfYears_findsAndLiftsLettersOfIt() throws IOException {
    put(
        LetterMaker.letter("before").year(2019).text("养老。"),
        LetterMaker.letter("first").year(2020).text("养老服务工作。"),
        LetterMaker.letter("last").year(2022).text("养老服务工作。"),
        LetterMaker.letter("prints").year(2025).text("2020年至2022年的养老，养老，2020年以来。"));
    for (String q : List.of("养老 2020-2022", "2020年至2022年 养老", "2020—2022年 养老")) {
      assertEquals(Set.of("first", "last"), Set.copyOf(paths(q).subList(0, 2)), q);
    }
    for (String q : List.of("养老 2020..2022", "年份:2020-2022 养老", "year:2020..2022 养老")) {
      assertEquals(Set.of("first", "last"), Set.copyOf(paths(q)), q);
    }
    assertEquals(2, search("养老 -2020..2022").total());
    assertEquals(Set.of("first"), Set.copyOf(paths("二〇二〇年 养老 -年份:2025")));
    assertTrue(paths("2021年以后 养老").containsAll(List.of("last", "prints")));
    assertEquals("before", paths("2020年以前 养老").getFirst());
  }

  @Test
  void search_class_findsAndLiftsLettersOfIt() throws IOException {
    put(
        LetterMaker.letter("names").classification("B").text("A类项目，垃圾分类，养老A类，养老，养老。"),
        LetterMaker.letter("of").classification("A").text("养老服务的说明，另有许多别的安排在此不一一列举。"),
        LetterMaker.letter("neither").classification("B").text("a，分类养老。"));
    assertEquals(List.of("of", "names"), paths("A类 养老"));
    assertEquals(List.of("A"), search("A类").recognised().getFirst().filterValues());
    assertEquals(List.of("of"), paths("类别:A 养老"));
    assertEquals(List.of("of"), paths("办理类别:“A”"));
    assertEquals(Set.of("names", "neither"), Set.copyOf(paths("养老 -class:A")));
  }

  @Test
  void search_fieldOfValues_holdsToTheValue() throws IOException {
    put(
        LetterMaker.letter("a")
            .place("湖北省", "咸宁市")
            .session("市八届政协四次会议")
            .addressee("赵一民")
            .text("养老，湖南省。"),
        LetterMaker.letter("b").place("湖南省", "长沙市").session("市八届政协五次会议").text("湖北省养老，赵一民。"));
    assertEquals(List.of("a"), paths("省份:湖北省 养老"));
    assertEquals(List.of("a"), paths("届次:第8届第4次会议"));
    assertEquals(2, search("届次:八届").total());
    assertEquals(List.of("a"), paths("委员:赵一民"));
    assertEquals(List.of("a", "b"), paths("委员:赵一民 OR 城市:长沙").stream().sorted().toList());
    assertEquals(List.of(), paths("委员:钱二民"));
    assertEquals(List.of(), paths("届次:九届一次"));
  }

  @Test
  void search_yearsFromTo_findsLettersOfThem() throws IOException {
    put(
        LetterMaker.letter("first").year(2018).text("养老服务工作。"),
        LetterMaker.letter("last").year(2020).text("养老服务工作。"),
        LetterMaker.letter("plan").year(2022).text("养老服务三年计划（2018—2020年）。"),
        LetterMaker.letter("after").year(2022).text("2018年和2020年的养老服务工作。"));
    for (String q : List.of("养老 2018..2020", "养老 年份:2018..2020", "养老 -2021..2023")) {
      assertEquals(Set.of("first", "last"), Set.copyOf(paths(q)), q);
    }
    assertEquals(Set.of("first", "last", "plan"), Set.copyOf(paths("养老 2018-2020年")));
    assertEquals(Set.of("plan", "after"), Set.copyOf(paths("年份：2021..")));
    assertEquals(List.of("plan", "after"), paths("养老 -year:..2020"));
    Recognised years = search("养老 2018..2020").recognised().getFirst();
    assertEquals(List.of("2018..2020"), years.filterValues());
    assertEquals("养老 且 年份 2018–2020", search("养老 2018..2020").understood());
  }

  @Test
  void search_numberWithinTheYear_isNotTheYear() throws IOException {
    put(
        LetterMaker.letter("of").year(2022).text("养老服务工作。"),
        LetterMaker.letter("has").year(2022).text("养老服务22项措施。"));
    assertEquals(List.of("has"), paths("2022年 22项措施"));
    assertEquals(List.of("has"), paths("2022 22"));
  }

  @Test
  void search_nameOfNoLetterAnyMore_isNotRecognised() throws IOException {
    LetterMaker gone = LetterMaker.letter("gone").place("湖北省", "咸宁市").addressee("赵一民").text("养老。");
    LetterMaker left = LetterMaker.letter("left").text("咸宁市的养老。");
    for (int i = 0; i < 20; i++) { // few deletions are kept until they are many
      LetterMaker other = LetterMaker.letter("other" + i).text("停车。");
      engine.index().put(other.file(), List.of(other.make()));
    }
    put(gone, left);
    assertEquals(2, search("咸宁市 赵一民委员").recognised().size());
    engine.index().remove(gone.file().key());
    engine.index().commit();
    assertEquals(List.of(), search("咸宁市").recognised());
    assertEquals(List.of(), search("赵一民委员").recognised());
    assertEquals(List.of("left"), paths("咸宁市"));
  }

  @Test
  void explain_name_isNoNumber() throws IOException {
    LetterMaker letter =
        LetterMaker.letter("a").place("湖北省", "咸宁市").agency("咸宁市民政局").number("068").text("养老服务。");
    put(letter);
    assertEquals(List.of("named"), constants("咸宁市 养老"));
    assertEquals(List.of("named", "together"), constants("咸宁市民政局 养老"));
    assertEquals(List.of("number"), constants("第068号"));
  }

  @Test
  void explain_severalNames_addUp() throws IOException {
    LetterMaker letter =
        LetterMaker.letter("a").place("湖北省", "咸宁市").agency("咸宁市民政局").year(2020).text("养老。");
    put(letter);
    Explanation.Contribution named =
        explained("咸宁市 民政局 2020年 养老").stream()
            .filter(each -> each.name().equals("named"))
            .findFirst()
            .orElseThrow();
    assertEquals(3 * Weights.DEFAULT.recognised(), named.score(), 1e-6);
    assertEquals(3, named.parts().size());
    assertEquals(
        named.score(),
        named.parts().stream().mapToDouble(Explanation.Contribution::score).sum(),
        1e-6);
    assertTrue(named.parts().stream().anyMatch(part -> part.label().equals("咸宁市")));
  }

  /** Names of what a letter gains by more than its words, greatest first. */
  private List<String> constants(String q) {
    return explained(q).stream()
        .map(Explanation.Contribution::name)
        .filter(name -> !List.of("text", "section", "title").contains(name))
        .toList();
  }

  private List<Explanation.Contribution> explained(String q) {
    return engine
        .reading()
        .explainer()
        .explain(q, LetterMaker.letter("a").id())
        .orElseThrow()
        .contributions();
  }

  @Test
  void search_session_findsEveryFormOfIt() throws IOException {
    put(
        LetterMaker.letter("long").session("政协咸宁市第八届委员会第四次会议").text("养老。"),
        LetterMaker.letter("short").session("市八届政协四次会议").text("养老。"),
        LetterMaker.letter("next").session("市八届政协五次会议").text("养老。"));
    assertEquals(2, search("八届四次 养老").total());
    assertEquals(2, search("第8届第4次会议").total());
  }

  @Test
  void search_agency_liftsItsLetters() throws IOException {
    put(
        LetterMaker.letter("names").text("经与民政局会商，民政局认为养老可行，民政局同意养老。"),
        LetterMaker.letter("by").agency("咸宁市民政局").text("养老服务的说明，另有许多别的安排在此不一一列举。"));
    assertEquals(List.of("by", "names"), paths("民政局 养老"));
    assertEquals(List.of("咸宁市民政局"), search("民政局 养老").recognised().getFirst().filterValues());
    assertEquals(List.of("咸宁市民政局"), search("咸宁市民政局").recognised().getFirst().filterValues());
  }

  @Test
  void search_otherNameOfAnAgency_liftsItsLetters() throws IOException {
    words =
        new QueryWords(
            List.of(SynonymRule.twoWay(List.of("卫健委", "卫生健康委员会"))),
            Set.of(),
            Map.of(),
            QueryWords.DEFAULT_STOP_WORDS,
            Set.of("卫健委", "卫生健康委员会"));
    put(
        LetterMaker.letter("names").text("经与卫健委会商，卫健委认为养老可行，卫健委同意养老。"),
        LetterMaker.letter("by").agency("咸宁市卫生健康委员会").text("养老服务的说明，另有许多别的安排在此不一一列举。"));
    for (String q : List.of("卫健委 养老", "市卫健委 养老", "咸宁市卫健委 养老")) {
      assertEquals("by", paths(q).getFirst(), q);
      Recognised agency = search(q).recognised().getLast();
      assertEquals(Recognised.Type.AGENCY, agency.type(), q);
      assertEquals(List.of("咸宁市卫生健康委员会"), agency.filterValues(), q);
    }
  }

  @Test
  void suggestAndFacet_otherNameOfAnAgency_giveItsFullName() throws IOException {
    words =
        new QueryWords(
            List.of(SynonymRule.twoWay(List.of("卫健委", "卫生健康委员会"))),
            Set.of(),
            Map.of(),
            QueryWords.DEFAULT_STOP_WORDS);
    put(
        LetterMaker.letter("a").agency("咸宁市卫生健康委员会").text("甲"),
        LetterMaker.letter("b").agency("咸宁市教育局").text("乙"));
    for (String typed : List.of("卫健委", "卫健", "wjw", "weijianwei", "卫生健康")) {
      assertEquals(
          List.of("咸宁市卫生健康委员会"),
          engine.reading().suggester().suggest(typed, 5).stream().map(Suggestion::text).toList(),
          typed);
      assertEquals(
          List.of("咸宁市卫生健康委员会"),
          engine
              .reading()
              .facets()
              .list(SearchRequest.of(""), FilterField.AGENCY, typed, 0)
              .values()
              .stream()
              .map(Facet.Value::value)
              .toList(),
          typed);
    }
  }

  @Test
  void search_member_findsTheLettersToHim() throws IOException {
    put(
        LetterMaker.letter("names").text("赵一民委员在会上说，赵一民同意，养老由赵一民提出。"),
        LetterMaker.letter("to").addressee("赵一民").text("您提出的养老服务建议收悉，现答复如下，另有许多安排。"));
    assertEquals(List.of("to", "names"), paths("赵一民"));
    assertEquals(List.of("to", "names"), paths("赵一民委员 养老"));
    assertEquals(List.of(), search("养老").recognised());
  }
}
