package org.dafu.web.pages;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.dafu.search.Facet;
import org.dafu.search.FilterField;
import org.dafu.search.FilterValue;
import org.dafu.search.Filters;
import org.dafu.search.Vocabulary;
import org.dafu.web.ask.Links;
import org.dafu.web.ask.Question;
import org.dafu.web.ask.RequestParameters;
import org.jspecify.annotations.Nullable;

/** Makes the side column out of facets. */
final class FacetPanels {
  /** Values that show without opening 更多. */
  private static final int TOP = 8;

  /** Bars that the side column has room for, each wide enough to touch. */
  private static final int MAX_BARS = 9;

  /** Facets that show their values at once; others do where one is selected. */
  private static final Set<FilterField> OPEN =
      EnumSet.of(FilterField.YEAR, FilterField.MEASURE, FilterField.CLASS, FilterField.KIND);

  private final Vocabulary vocabulary;

  FacetPanels(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** One panel for each facet that has values. */
  List<FacetPanel> of(Question question, List<Facet> facets) {
    return facets.stream()
        .filter(facet -> !facet.values().isEmpty())
        .map(facet -> panel(question, facet))
        .toList();
  }

  private FacetPanel panel(Question question, Facet facet) {
    List<FacetPanel.Row> rows = rows(question, facet);
    boolean selected = facet.values().stream().anyMatch(Facet.Value::selected);
    FacetPanel.YearChart chart = facet.field() == FilterField.YEAR ? chart(question, facet) : null;
    List<FacetPanel.Row> top =
        chart != null ? List.of() : rows.stream().filter(row -> shown(row, rows)).toList();
    List<FacetPanel.Row> rest = rows.stream().filter(row -> !top.contains(row)).toList();
    return new FacetPanel(
        facet.field().parameter(),
        facet.field().label(),
        selected || OPEN.contains(facet.field()),
        !rest.isEmpty() && facet.field() != FilterField.YEAR,
        facet.field() == FilterField.YEAR ? form(question) : null,
        chart,
        top,
        rest,
        facet.missing(),
        facet.more(),
        facet.more() == 0
            ? null
            : Links.url(question.withFacetSize(RequestParameters.MAX_FACET_SIZE)));
  }

  private static FacetPanel.YearForm form(Question question) {
    Filters filters = question.request().filters();
    List<FilterValue> years = filters.included().getOrDefault(FilterField.YEAR, List.of());
    Map<FilterField, List<FilterValue>> others = new EnumMap<>(FilterField.class);
    others.putAll(filters.included());
    others.remove(FilterField.YEAR);
    String[] ends = {"", ""};
    if (years.size() == 1 && years.getFirst() instanceof FilterValue.Years(int from, int to)) {
      ends[0] = from == 1000 ? "" : String.valueOf(from);
      ends[1] = to == 9999 ? "" : String.valueOf(to);
    }
    return new FacetPanel.YearForm(
        ends[0],
        ends[1],
        Links.parameters(question.withFilters(new Filters(others, filters.excluded()))));
  }

  private static boolean shown(FacetPanel.Row row, List<FacetPanel.Row> rows) {
    return row.selected() || rows.size() <= TOP + 1 || rows.indexOf(row) < TOP;
  }

  /** Values in the facet's order, each followed by those below it. */
  private List<FacetPanel.Row> rows(Question question, Facet facet) {
    Set<String> listed =
        facet.values().stream().map(Facet.Value::value).collect(Collectors.toSet());
    Map<String, List<Facet.Value>> below = new LinkedHashMap<>();
    List<Facet.Value> roots = new ArrayList<>();
    for (Facet.Value value : facet.values()) {
      Optional<String> parent = vocabulary.parent(facet.field(), value.value());
      if (parent.isPresent() && listed.contains(parent.get())) {
        below.computeIfAbsent(parent.get(), key -> new ArrayList<>()).add(value);
      } else {
        roots.add(value);
      }
    }
    List<FacetPanel.Row> rows = new ArrayList<>();
    for (Facet.Value root : roots) {
      rows.add(row(question, facet.field(), root, false));
      for (Facet.Value child : below.getOrDefault(root.value(), List.of())) {
        rows.add(row(question, facet.field(), child, true));
      }
    }
    return rows;
  }

  private static FacetPanel.Row row(
      Question question, FilterField field, Facet.Value value, boolean nested) {
    FilterValue filter = new FilterValue.Exact(value.value());
    return new FacetPanel.Row(
        value.label(),
        value.count(),
        value.selected(),
        Links.url(question.toggled(field, filter)),
        Links.url(question.excluding(field, filter)),
        nested);
  }

  private static FacetPanel.@Nullable YearChart chart(Question question, Facet facet) {
    TreeMap<Integer, Facet.Value> byYear = new TreeMap<>();
    for (Facet.Value value : facet.values()) {
      if (value.value().matches("[0-9]{4}")) {
        byYear.put(Integer.valueOf(value.value()), value);
      }
    }
    if (byYear.size() < 2) {
      return null; // one bar says less than a line of text
    }
    int last = byYear.lastKey();
    int first = Math.max(byYear.firstKey(), last - MAX_BARS + 1);
    long most = byYear.values().stream().mapToLong(Facet.Value::count).max().orElse(1);
    List<FacetPanel.Bar> bars = new ArrayList<>();
    for (int year = first; year <= last; year++) {
      bars.add(bar(question, year, byYear.get(year), Math.max(1, most)));
    }
    return new FacetPanel.YearChart(
        bars, byYear.firstKey() < first ? earlier(question, byYear, first) : null);
  }

  private static FacetPanel.Bar bar(
      Question question, int year, Facet.@Nullable Value value, long most) {
    long count = value == null ? 0 : value.count();
    FilterValue filter = new FilterValue.Exact(String.valueOf(year));
    return new FacetPanel.Bar(
        year,
        count,
        count == 0 ? 0 : (int) Math.max(4, 100 * count / most),
        value != null && value.selected(),
        Links.url(question.toggled(FilterField.YEAR, filter)));
  }

  private static Choice earlier(
      Question question, NavigableMap<Integer, Facet.Value> byYear, int first) {
    FilterValue years = new FilterValue.Years(byYear.firstKey(), first - 1);
    long count = byYear.headMap(first, false).values().stream().mapToLong(Facet.Value::count).sum();
    return new Choice(
        byYear.firstKey() + "–" + (first - 1) + " 年（" + count + "）",
        Links.url(question.toggled(FilterField.YEAR, years)),
        question.request().filters().includes(FilterField.YEAR, years));
  }
}
