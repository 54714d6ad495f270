package org.dafu.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecogniserTest {
  private static final Map<String, String> CITIES = Map.of("晋城", "晋城市", "晋城市", "晋城市", "南平", "南平市");

  private static final Vocabulary VOCABULARY =
      new Vocabulary() {
        @Override
        public Optional<String> canonical(FilterField field, String given) {
          return field == FilterField.CITY
              ? Optional.ofNullable(CITIES.get(given))
              : Optional.empty();
        }

        @Override
        public List<String> values(FilterField field) {
          return field == FilterField.CLASS ? List.of("A", "B", "解决采纳") : List.of();
        }

        @Override
        public String label(FilterField field, String value) {
          return value;
        }

        @Override
        public Optional<String> parent(FilterField field, String value) {
          return Optional.empty();
        }
      };

  private static final HeldNames HELD =
      new HeldNames() {
        private final Set<String> values = Set.of("晋城市", "晋城市民政局", "A", "解决采纳");

        @Override
        public boolean holds(FilterField field, String value) {
          return values.contains(value);
        }

        @Override
        public boolean isMember(String name) {
          return name.equals("赵一民");
        }

        @Override
        public List<String> sessions() {
          return List.of("市八届政协四次会议", "政协晋城市第八届委员会第四次会议", "市八届政协五次会议");
        }

        @Override
        public Optional<Agency> agency(String name) {
          return name.endsWith("民政委")
              ? Optional.of(
                  new Agency(name.replace("民政委", ""), List.of(name, name.replace("民政委", "民政局"))))
              : Optional.empty();
        }

        @Override
        public List<String> agencies(List<String> names, int most) {
          return names.contains("民政局") ? List.of("晋城市民政局") : List.of();
        }
      };

  /** Words are parted by slashes here, as a segmenter would. */
  private static List<Recognised> recognised(String query) {
    QueryNode node = QueryParser.parse(query.replace("/", "")).node();
    return Recogniser.recognised(
        node, VOCABULARY, HELD, text -> query.contains("/") ? words(query, text) : List.of(text));
  }

  private static List<String> words(String query, String run) {
    return List.of(query.split("/")).stream().filter(run::contains).toList();
  }

  @Test
  void recognised_cityAndNumber_areEachWhatTheyAre() {
    assertEquals(
        List.of(
            new Recognised(Recognised.Type.CITY, "晋城", "晋城市", List.of("晋城市")),
            new Recognised(Recognised.Type.NUMBER, "060号", "60", List.of("60"))),
        recognised("晋城 060号"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"第068号", "068号", "０６８号", "第 68 号"})
  void recognised_numberInAnyForm_isOneNumber(String query) {
    assertEquals("68", recognised(query).getFirst().value());
  }

  @Test
  void recognised_placeThatNoLetterIsOf_isNoPlace() {
    assertEquals(List.of(), recognised("南平"));
  }

  @Test
  void recognised_placeWithinAWord_isNoPlace() {
    assertEquals(List.of(), recognised("晋城墙/修复"));
    assertEquals("晋城市", recognised("晋城/城墙/修复").getFirst().value());
  }

  @ParameterizedTest
  @CsvSource({"2020,2020", "2020年,2020", "2020年度,", "3020,"})
  void recognised_year_isFourDigitsOfOurTime(String query, String year) {
    List<String> years = recognised(query).stream().map(Recognised::value).toList();
    assertEquals(year == null ? List.of() : List.of(year), years);
  }

  @ParameterizedTest
  @CsvSource({
    "2019-2021,2019–2021,2019..2021",
    "2020年至2022年,2020–2022,2020..2022",
    "养老2020-2022年,2020–2022,2020..2022",
    "2019-2021年老旧小区,2019–2021,2019..2021",
    "2021年以后,2021 及以后,2021..9999",
    "2021年以前,2020 及以前,1000..2020",
    "2020..2020,2020,2020"
  })
  void recognised_rangeOfYears_isOneName(String query, String years, String filter) {
    List<Recognised> found = recognised(query);
    assertEquals(List.of(years), found.stream().map(Recognised::value).toList());
    assertEquals(List.of(filter), found.getFirst().filterValues());
    assertEquals(filter, found.getFirst().filters().getFirst().text());
  }

  @ParameterizedTest
  @CsvSource({"A类,A", "a类,A", "A/类,A", "解决采纳,解决采纳", "解决/采纳,解决采纳", "B类,", "A,", "AA类,"})
  void recognised_class_isOneThatLettersHave(String query, String value) {
    List<String> classes =
        recognised(query).stream()
            .filter(name -> name.type() == Recognised.Type.CLASS)
            .map(Recognised::value)
            .toList();
    assertEquals(value == null ? List.of() : List.of(value), classes);
  }

  @ParameterizedTest
  @ValueSource(strings = {"八届四次", "市政协八届四次会议", "八屆四次會議", "８届４次", "第八届第四次", "政协第8届委员会第4次会议"})
  void recognised_sessionInAnyForm_hasAllFormsOfItsFilter(String query) {
    Recognised session = recognised(query).getFirst();
    assertEquals(Recognised.Type.SESSION, session.type());
    assertEquals("8届4次", session.value());
    assertEquals(List.of("市八届政协四次会议", "政协晋城市第八届委员会第四次会议"), session.filterValues());
  }

  @Test
  void recognised_agency_hasAFilterOfThoseThatAreCalledSo() {
    List<String> held = List.of("晋城市民政局");
    assertEquals(held, recognised("晋城市/民政局").getFirst().filterValues());
    assertEquals(
        List.of(new Recognised(Recognised.Type.AGENCY, "民政局", "民政局", held)), recognised("民政局"));
    assertEquals(List.of(), recognised("教育局").getFirst().filterValues());
  }

  @Test
  void recognised_otherNameOfAnAgency_isTheAgency() {
    List<String> held = List.of("晋城市民政局");
    for (String name : List.of("民政委", "晋城市民政委", "晋城市/民政委")) {
      assertEquals(Recognised.Type.AGENCY, recognised(name).getFirst().type(), name);
      assertEquals(held, recognised(name).getFirst().filterValues(), name);
    }
    assertEquals(List.of("民政委"), texts("养老/民政委"), "what stands before it is no place");
    assertEquals(List.of("市民政委"), texts("市/民政委"));
  }

  private static List<String> texts(String query) {
    return recognised(query).stream().map(Recognised::text).toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"优化/空间/布局", "社区/老年餐厅", "政务服务大厅", "成立/业主委员会", "村委", "着眼/全局"})
  void recognised_wordThatEndsAsAgenciesDo_isNone(String query) {
    assertEquals(List.of(), recognised(query));
  }

  @Test
  void recognised_sessionInFiguresWithoutTen_isTheSame() {
    assertEquals("14届2次", recognised("一四届二次").getFirst().value());
    assertEquals("20届10次", recognised("二十届十次").getFirst().value());
    assertEquals("31届12次", recognised("三十一届十二次").getFirst().value());
  }

  @Test
  void recognised_years_areOneFilter() {
    Recognised years = recognised("2018..2020").getFirst();
    assertEquals(Recognised.Type.YEAR, years.type());
    assertEquals(List.of("2018..2020"), years.filterValues());
    assertEquals(List.of("2018..9999"), recognised("年份:2018..").getFirst().filterValues());
  }

  @Test
  void recognised_member_isOneWhomLettersAreAddressedTo() {
    assertEquals(Recognised.Type.MEMBER, recognised("赵一民").getFirst().type());
    assertEquals("赵一民", recognised("赵一民/委员/养老").getFirst().value());
    assertEquals(List.of(), recognised("钱二民"));
    assertEquals(List.of(), recognised("赵一民/养老"));
  }

  @Test
  void recognised_quotedRefusedOrInAField_isNothing() {
    assertEquals(List.of(), recognised("“晋城”"));
    assertEquals(List.of(), recognised("养老 -晋城"));
    assertEquals(List.of(), recognised("title:晋城"));
  }

  @Test
  void recognised_pastedText_isNothing() {
    assertEquals(List.of(), recognised("养老服务需要加强，".repeat(10) + "晋城"));
  }
}
