package org.dafu.web.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.dafu.search.Coverage;
import org.dafu.search.Coverage.Place;
import org.dafu.search.FilterField;
import org.dafu.search.FilterValue;
import org.dafu.search.Filters;
import org.dafu.search.SearchRequest;
import org.dafu.search.Vocabulary;
import org.dafu.web.ask.Question;
import org.dafu.web.ask.Surface;
import org.junit.jupiter.api.Test;

class PlaceTreeTest {
  private static final Vocabulary ANY =
      new Vocabulary() {
        @Override
        public Optional<String> canonical(FilterField field, String given) {
          return Optional.of(given);
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

  private static Coverage coverage() {
    Map<Place, Coverage.Years> letters = new HashMap<>();
    letters.put(new Place("浙江省", "湖州市", "德清县"), years(2));
    letters.put(new Place("浙江省", "湖州市", null), years(3));
    letters.put(new Place("浙江省", "杭州市", "西湖区"), years(1));
    letters.put(new Place("浙江省", null, null), years(4));
    letters.put(new Place("江西省", "南昌市", "西湖区"), years(5));
    letters.put(new Place("湖北省", null, "仙桃市"), years(6));
    letters.put(new Place("北京市", "北京市", "西城区"), years(7));
    letters.put(new Place(null, null, null), years(8));
    return Coverage.of(letters, ANY);
  }

  private static Coverage.Years years(long count) {
    return Coverage.Years.of(Map.of(2021, count));
  }

  private static Question asked(String... filters) {
    Filters all = Filters.NONE;
    for (int i = 0; i < filters.length; i += 2) {
      FilterField field = FilterField.ofParameter(filters[i]).orElseThrow();
      all = all.toggled(field, new FilterValue.Exact(filters[i + 1]));
    }
    return Question.of(Surface.PAGE, SearchRequest.of("").withFilters(all));
  }

  private static PlacePanel.Node node(PlacePanel panel, String... path) {
    List<PlacePanel.Node> nodes =
        Stream.concat(panel.top().stream(), panel.rest().stream()).toList();
    PlacePanel.Node found = null;
    for (String name : path) {
      found = nodes.stream().filter(each -> each.label().equals(name)).findFirst().orElseThrow();
      nodes = found.below();
    }
    return Objects.requireNonNull(found, "a path has a name");
  }

  private static PlacePanel panel(String... filters) {
    return Objects.requireNonNull(PlaceTree.of(asked(filters), coverage()));
  }

  private static String url(PlacePanel panel, String... path) {
    return URLDecoder.decode(node(panel, path).url(), StandardCharsets.UTF_8);
  }

  @Test
  void tree_holdsCountiesInCitiesInProvinces_andCountsThem() {
    PlacePanel panel = panel();
    assertEquals(
        List.of("浙江省", "北京市", "湖北省", "江西省"),
        panel.top().stream().map(PlacePanel.Node::label).toList(),
        "most hits first");
    assertEquals(10, node(panel, "浙江省").count());
    assertEquals(5, node(panel, "浙江省", "湖州市").count());
    assertEquals(2, node(panel, "浙江省", "湖州市", "德清县").count());
    assertEquals(6, node(panel, "湖北省", "仙桃市").count());
    assertEquals("county", node(panel, "湖北省", "仙桃市").level());
    assertEquals(7, node(panel, "北京市", "西城区").count(), "a municipality stands once");
    assertEquals(8, panel.missing());
    assertFalse(panel.cut());
    assertFalse(node(panel, "浙江省").open());
    assertNull(
        PlaceTree.of(asked(), Coverage.of(Map.of(new Place(null, null, null), years(1)), ANY)));
  }

  @Test
  void url_addsPlacesOfOneLevel_andLetsThoseOfOthersGo() {
    assertEquals("/?province=浙江省", url(panel(), "浙江省"));
    assertEquals("/?city=湖州市", url(panel("province", "江西省"), "浙江省", "湖州市"));
    PlacePanel two = panel("province", "江西省", "province", "浙江省");
    assertEquals("/?province=江西省", url(two, "浙江省"));
    assertTrue(node(two, "江西省").selected() && node(two, "浙江省").open());
    assertEquals("/?city=湖州市&city=南昌市", url(panel("city", "湖州市"), "江西省", "南昌市"));
    assertEquals("/?province=浙江省", url(panel("city", "湖州市"), "浙江省"));
    assertTrue(node(panel("city", "湖州市"), "浙江省").open());
    assertEquals("/?class=A", url(panel("class", "A", "city", "湖州市"), "浙江省", "湖州市"));
  }

  @Test
  void county_isToldByItsCity() {
    assertEquals("/?city=杭州市&county=西湖区", url(panel(), "浙江省", "杭州市", "西湖区"));
    PlacePanel one = panel("city", "杭州市", "county", "西湖区");
    assertTrue(node(one, "浙江省", "杭州市", "西湖区").selected());
    assertFalse(node(one, "江西省", "南昌市", "西湖区").selected());
    assertFalse(node(one, "浙江省", "杭州市").selected());
    assertTrue(node(one, "浙江省", "杭州市").open());
    assertEquals("/", url(one, "浙江省", "杭州市", "西湖区"));
    assertEquals("/?city=杭州市", url(one, "浙江省", "杭州市"));
    assertEquals("/?city=杭州市&city=湖州市&county=西湖区&county=德清县", url(one, "浙江省", "湖州市", "德清县"));
    assertEquals("/?county=仙桃市", url(panel(), "湖北省", "仙桃市"));
    assertEquals("/?county=西湖区&county=仙桃市", url(one, "湖北省", "仙桃市"));
  }

  @Test
  void tree_ofManyPlaces_listsWhatIsBelowOnlyWhereChosen() {
    Map<Place, Coverage.Years> letters = new HashMap<>();
    for (int province = 0; province < 10; province++) {
      for (int city = 0; city < 20; city++) {
        letters.put(new Place("省" + province, "市" + province + "-" + city, null), years(1));
      }
    }
    Coverage many = Coverage.of(letters, ANY);
    PlacePanel closed = Objects.requireNonNull(PlaceTree.of(asked(), many));
    assertTrue(closed.cut());
    assertTrue(closed.top().stream().allMatch(each -> each.below().isEmpty()));
    assertEquals(List.of(8, 2), List.of(closed.top().size(), closed.rest().size()));
    PlacePanel open = Objects.requireNonNull(PlaceTree.of(asked("city", "市9-7"), many));
    assertEquals(20, node(open, "省9").below().size());
    assertEquals("省9", open.top().getLast().label(), "what holds a place chosen shows");
    assertEquals(0, node(open, "省4").below().size());
  }
}
