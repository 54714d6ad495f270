package org.dafu.web.pages;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.dafu.search.Coverage;
import org.dafu.search.Coverage.Place;
import org.dafu.search.FilterField;
import org.dafu.search.FilterValue;
import org.dafu.search.Filters;
import org.dafu.search.SearchRequest;
import org.dafu.web.ask.Links;
import org.dafu.web.ask.Question;
import org.jspecify.annotations.Nullable;

/**
 * Makes one tree of the three fields of places (地区). To the reader it is one facet: counts ignore
 * whatever places are accepted and honour all else.
 *
 * <p>Filters of different fields all have to hold, so places of two levels cannot be wanted both:
 * to choose one of another level takes the place of those chosen. A county is asked for together
 * with its city, as counties of several cities have the same name.
 */
public final class PlaceTree {
  /** The fields of places, the widest first. */
  public static final Set<FilterField> LEVELS =
      EnumSet.of(FilterField.PROVINCE, FilterField.CITY, FilterField.COUNTY);

  /** Places that are all listed; of more, those within a province are once that is chosen. */
  private static final int MOST = 150;

  /** Provinces that show without opening 更多. */
  private static final int TOP = 8;

  /** As other facets; of as many hits in the order of the vocabulary. */
  private static final Comparator<Counted> MOST_FIRST =
      Comparator.<Counted>comparingLong(counted -> counted.count).reversed();

  private final Question question;
  private final Filters filters;
  private final boolean cut;

  /** Cities of the counties chosen: they stand in the search only to tell these from others. */
  private final boolean byCounty;

  private enum Level {
    PROVINCE(FilterField.PROVINCE),
    CITY(FilterField.CITY),
    COUNTY(FilterField.COUNTY);

    private final FilterField field;

    Level(FilterField field) {
      this.field = field;
    }

    static Level of(Place place) {
      return place.county() != null ? COUNTY : place.city() != null ? CITY : PROVINCE;
    }

    @Nullable String name(Place place) {
      return switch (this) {
        case PROVINCE -> place.province();
        case CITY -> place.city();
        case COUNTY -> place.county();
      };
    }
  }

  private static final class Counted {
    private final Place place;
    private final long count;
    private final List<Counted> below = new ArrayList<>();

    Counted(Place place, long count) {
      this.place = place;
      this.count = count;
    }
  }

  private PlaceTree(Question question, boolean cut) {
    this.question = question;
    this.filters = question.request().filters();
    this.cut = cut;
    this.byCounty = !chosen(Level.COUNTY).isEmpty();
  }

  /** The same search in whatever place. */
  public static SearchRequest withoutPlaces(SearchRequest request) {
    Filters filters = request.filters();
    for (FilterField level : LEVELS) {
      filters = filters.withIncluded(level, List.of());
    }
    return request.withFilters(filters);
  }

  /** The tree of a search; null if no hit has a place. */
  static @Nullable PlacePanel of(Question question, Coverage coverage) {
    if (coverage.places().isEmpty()) {
      return null;
    }
    PlaceTree tree = new PlaceTree(question, coverage.places().size() > MOST);
    List<PlacePanel.Node> nodes =
        roots(coverage).stream().sorted(MOST_FIRST).map(tree::node).toList();
    List<PlacePanel.Node> top = new ArrayList<>();
    List<PlacePanel.Node> rest = new ArrayList<>();
    for (PlacePanel.Node node : nodes) {
      (node.open() || nodes.size() <= TOP + 1 || top.size() < TOP ? top : rest).add(node);
    }
    return new PlacePanel(top, rest, tree.cut, coverage.unplaced().total());
  }

  private static List<Counted> roots(Coverage coverage) {
    Map<Place, Counted> all = new LinkedHashMap<>();
    List<Counted> roots = new ArrayList<>();
    for (Coverage.PlaceCount each : coverage.places()) { // what holds others comes before them
      Place place = each.place();
      Counted counted = new Counted(place, each.years().total());
      all.put(place, counted);
      Counted outer = outer(place, all);
      if (outer == null) {
        roots.add(counted);
      } else {
        outer.below.add(counted);
      }
    }
    return roots.stream().map(PlaceTree::withoutTwin).toList();
  }

  private static @Nullable Counted outer(Place place, Map<Place, Counted> all) {
    if (place.county() != null) {
      Counted city = all.get(new Place(place.province(), place.city(), null));
      return place.city() != null && city != null
          ? city
          : all.get(new Place(place.province(), null, null));
    }
    return place.city() == null ? null : all.get(new Place(place.province(), null, null));
  }

  /** A municipality is province and city at once: it stands there once. */
  private static Counted withoutTwin(Counted province) {
    if (province.below.size() == 1) {
      Counted only = province.below.getFirst();
      if (only.place.county() == null
          && only.count == province.count
          && String.valueOf(only.place.city()).equals(province.place.province())) {
        Counted joined = new Counted(province.place, province.count);
        joined.below.addAll(only.below);
        return joined;
      }
    }
    return province;
  }

  private PlacePanel.Node node(Counted counted) {
    Place place = counted.place;
    FilterField level = Level.of(place).field;
    String name = name(place);
    FilterValue value = new FilterValue.Exact(name);
    boolean selected = isSelected(place);
    boolean open = selected || holdsSelected(counted);
    List<PlacePanel.Node> below =
        cut && !open ? List.of() : counted.below.stream().map(this::node).toList();
    return new PlacePanel.Node(
        level.parameter(),
        level.label(),
        name,
        counted.count,
        selected,
        open,
        Links.url(question.withFilters(selected ? without(place) : with(place))),
        Links.url(question.excluding(level, value)),
        below);
  }

  private static String name(Place place) {
    return String.valueOf(Level.of(place).name(place));
  }

  private List<String> chosen(Level level) {
    return filters.included().getOrDefault(level.field, List.of()).stream()
        .map(FilterValue::text)
        .collect(Collectors.toCollection(ArrayList::new));
  }

  private boolean isSelected(Place place) {
    if (!chosen(Level.of(place)).contains(name(place))) {
      return false;
    }
    return switch (Level.of(place)) {
      case COUNTY -> {
        List<String> cities = chosen(Level.CITY);
        yield cities.isEmpty() || place.city() == null || cities.contains(place.city());
      }
      case CITY -> !byCounty;
      case PROVINCE -> !byCounty && chosen(Level.CITY).isEmpty();
    };
  }

  private boolean holdsSelected(Counted counted) {
    return counted.below.stream().anyMatch(each -> isSelected(each.place) || holdsSelected(each));
  }

  /** The filters with this place beside others of its level. */
  private Filters with(Place place) {
    String name = name(place);
    return switch (Level.of(place)) {
      case COUNTY -> {
        List<String> counties = chosen(Level.COUNTY);
        List<String> cities = byCounty ? chosen(Level.CITY) : new ArrayList<>();
        boolean told = place.city() != null && (!byCounty || !cities.isEmpty());
        counties.add(name);
        cities.add(String.valueOf(place.city()));
        yield places(List.of(), told ? cities : List.of(), counties);
      }
      case CITY -> {
        List<String> cities = byCounty ? new ArrayList<>() : chosen(Level.CITY);
        cities.add(name);
        yield places(List.of(), cities, List.of());
      }
      case PROVINCE -> {
        boolean within = byCounty || !chosen(Level.CITY).isEmpty();
        List<String> provinces = within ? new ArrayList<>() : chosen(Level.PROVINCE);
        provinces.add(name);
        yield places(provinces, List.of(), List.of());
      }
    };
  }

  /** The filters without this place. */
  private Filters without(Place place) {
    List<String> same = chosen(Level.of(place));
    same.remove(name(place));
    return switch (Level.of(place)) {
      case COUNTY -> places(List.of(), same.isEmpty() ? List.of() : chosen(Level.CITY), same);
      case CITY -> places(List.of(), same, List.of());
      case PROVINCE -> places(same, List.of(), List.of());
    };
  }

  private Filters places(List<String> provinces, List<String> cities, List<String> counties) {
    return filters
        .withIncluded(FilterField.PROVINCE, values(provinces))
        .withIncluded(FilterField.CITY, values(cities))
        .withIncluded(FilterField.COUNTY, values(counties));
  }

  private static List<FilterValue> values(List<String> names) {
    return names.stream().distinct().<FilterValue>map(FilterValue.Exact::new).toList();
  }
}
