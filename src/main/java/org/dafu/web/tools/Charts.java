package org.dafu.web.tools;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dafu.export.CsvTable;
import org.dafu.reply.FigureType;
import org.dafu.search.Coverage;
import org.dafu.search.FilterField;
import org.dafu.search.FilterValue;
import org.dafu.search.Filters;
import org.dafu.search.ReadSide;
import org.dafu.search.SearchRequest;
import org.dafu.search.Vocabulary;
import org.dafu.search.chart.Crosstab;
import org.dafu.search.chart.Crosstabs;
import org.dafu.search.chart.FigureList;
import org.dafu.search.chart.FigureQuestion;
import org.dafu.search.chart.FigureSearch;
import org.dafu.web.ask.Links;
import org.dafu.web.ask.Question;
import org.dafu.web.ask.Surface;
import org.dafu.web.pages.Shell;
import org.jspecify.annotations.Nullable;

/** Makes the page of charts, and their data to download. */
public final class Charts {
  /** Names of the charts' data, as in their URLs. */
  public static final List<String> DATA = List.of("years", "measures", "figures", "coverage");

  private static final int MAX_FIGURE_ROWS = 50;

  /** Rows of places on a page; the data has all. */
  private static final int MAX_PLACES = 120;

  private final ReadSide reading;
  private final Vocabulary vocabulary;
  private final Crosstabs crosstabs;
  private final FigureSearch figures;

  /**
   * @param reading what may be shown
   */
  public Charts(ReadSide reading, Vocabulary vocabulary) {
    this.reading = reading;
    this.vocabulary = vocabulary;
    this.crosstabs = new Crosstabs(reading, vocabulary);
    this.figures = new FigureSearch(reading);
  }

  /**
   * The page.
   *
   * @param type of figures; null for the first that there is, money before others
   */
  public ChartsPage page(Shell shell, Question question, @Nullable FigureType type) {
    SearchRequest request = question.request();
    ChartLinks links = new ChartLinks(question);
    Question asked = Question.of(Surface.PAGE, request);
    return new ChartsPage(
        shell.of("图表", request.q(), Links.parameters(asked.withWords(""))),
        request.q(),
        scope(links, request.filters()),
        reading.replies().search(request.withoutHits()).total(),
        links.search(),
        Links.parameters(asked.withWords("")),
        years(links, request),
        measures(links, request),
        figures(links, request, type),
        coverage(links, request));
  }

  /**
   * The data of a chart as CSV.
   *
   * @param chart one of {@link #DATA}
   */
  public byte[] csv(String chart, Question question, @Nullable FigureType type) {
    SearchRequest request = question.request();
    List<List<Object>> rows =
        switch (chart) {
          case "years" -> ChartTables.years(crosstabs.yearsByClass(request.q(), request.filters()));
          case "measures" ->
              ChartTables.measures(
                  crosstabs.citiesByMeasure(request.q(), request.filters()), vocabulary);
          case "figures" -> ChartTables.figures(figures.find(asked(request, type)));
          case "coverage" -> ChartTables.coverage(reading.coverage().coverage(request));
          default -> throw new IllegalArgumentException("no such chart: " + chart);
        };
    return CsvTable.write(rows);
  }

  private List<ChartsPage.Scope> scope(ChartLinks links, Filters filters) {
    List<ChartsPage.Scope> scope = new ArrayList<>();
    filters
        .included()
        .forEach(
            (field, values) ->
                values.forEach(
                    value ->
                        scope.add(
                            new ChartsPage.Scope(
                                field.label() + "：" + label(field, value),
                                links.charts(filters.toggled(field, value))))));
    filters
        .excluded()
        .forEach(
            (field, values) -> {
              Map<FilterField, List<FilterValue>> others = new EnumMap<>(FilterField.class);
              others.putAll(filters.excluded());
              others.remove(field);
              String all =
                  String.join("、", values.stream().map(value -> label(field, value)).toList());
              scope.add(
                  new ChartsPage.Scope(
                      "不含" + field.label() + "：" + all,
                      links.charts(new Filters(filters.included(), others))));
            });
    return scope;
  }

  private String label(FilterField field, FilterValue value) {
    return switch (value) {
      case FilterValue.Exact(String text) -> vocabulary.label(field, text);
      case FilterValue.Years(int from, int to) -> from + "–" + to;
    };
  }

  private ChartsPage.Years years(ChartLinks links, SearchRequest request) {
    Crosstab tab = crosstabs.yearsByClass(request.q(), request.filters());
    int listed = Math.min(tab.columns().size(), BarPlot.MAX_SERIES - 1);
    List<String> named = tab.columns().subList(0, listed);
    boolean all = listed == tab.columns().size();
    boolean narrowed = request.filters().included().containsKey(FilterField.CLASS);
    List<String> series = new ArrayList<>(named.stream().map(ChartLinks::className).toList());
    if (!all || !narrowed) {
      series.add(all ? "未注明" : "其他和未注明");
    }
    BarPlot plot =
        BarPlot.of(
            tab.rows(),
            series,
            row -> counts(row, listed, series.size()),
            (row, at) -> yearUrl(links, row, at, named));
    return new ChartsPage.Years(
        plot,
        yearTable(links, tab, narrowed),
        tab.withoutRow(),
        tab.moreRows(),
        links.csv("years"));
  }

  /** What the named classes do not hold is the last part of the bar. */
  private static List<Long> counts(Crosstab.Row row, int listed, int series) {
    List<Long> counts = new ArrayList<>(row.counts().subList(0, listed));
    if (series > listed) {
      counts.add(row.total() - counts.stream().mapToLong(Long::longValue).sum());
    }
    return counts;
  }

  private static String yearUrl(ChartLinks links, Crosstab.Row row, int at, List<String> named) {
    if (at < 0) {
      return links.with(FilterField.YEAR, row.value());
    }
    return at < named.size()
        ? links.with(FilterField.YEAR, row.value(), FilterField.CLASS, named.get(at))
        : links.without(FilterField.YEAR, row.value(), FilterField.CLASS, named);
  }

  private static Heat yearTable(ChartLinks links, Crosstab tab, boolean narrowed) {
    List<String> columns =
        new ArrayList<>(tab.columns().stream().map(ChartLinks::className).toList());
    if (!narrowed && tab.moreColumns() == 0) {
      columns.add("未注明");
    }
    long most = most(tab);
    List<Heat.Row> rows = new ArrayList<>();
    for (Crosstab.Row row : tab.rows()) {
      List<Heat.Cell> cells = new ArrayList<>();
      for (int at = 0; at < columns.size(); at++) {
        boolean named = at < tab.columns().size();
        long count = named ? row.counts().get(at) : row.without();
        cells.add(Heat.Cell.of(count, most, yearUrl(links, row, at, tab.columns())));
      }
      String url = links.with(FilterField.YEAR, row.value());
      rows.add(new Heat.Row(row.value() + " 年", row.total(), url, false, cells));
    }
    return new Heat("年份", columns, rows);
  }

  private ChartsPage.Measures measures(ChartLinks links, SearchRequest request) {
    Crosstab tab = crosstabs.citiesByMeasure(request.q(), request.filters());
    long most = most(tab);
    List<Heat.Row> rows = new ArrayList<>();
    for (int at = 0; at < tab.columns().size(); at++) {
      String code = tab.columns().get(at);
      List<Heat.Cell> cells = new ArrayList<>();
      for (Crosstab.Row city : tab.rows()) {
        String url = links.with(FilterField.CITY, city.value(), FilterField.MEASURE, code);
        cells.add(Heat.Cell.of(city.counts().get(at), most, url));
      }
      long total = cells.stream().mapToLong(Heat.Cell::count).sum();
      rows.add(new Heat.Row(vocabulary.label(FilterField.MEASURE, code), total, "", false, cells));
    }
    List<String> cities = tab.rows().stream().map(Crosstab.Row::value).toList();
    return new ChartsPage.Measures(
        new Heat("措施类型", cities, rows),
        tab.withoutRow(),
        tab.moreRows(),
        tab.moreColumns(),
        links.csv("measures"));
  }

  private static long most(Crosstab tab) {
    return tab.rows().stream()
        .flatMap(row -> Stream.concat(row.counts().stream(), Stream.of(row.without())))
        .mapToLong(Long::longValue)
        .max()
        .orElse(0);
  }

  private static FigureQuestion asked(SearchRequest request, @Nullable FigureType type) {
    return new FigureQuestion(request.q(), request.filters(), type, null, null);
  }

  private ChartsPage.FigureChart figures(
      ChartLinks links, SearchRequest request, @Nullable FigureType wanted) {
    FigureList all = figures.find(asked(request, null));
    Map<FigureType, Long> counts = new EnumMap<>(FigureType.class);
    all.found().forEach(each -> counts.merge(each.figure().type(), 1L, Long::sum));
    FigureType type =
        wanted != null
            ? wanted
            : counts.keySet().stream().findFirst().orElse(FigureType.MONEY); // money before others
    List<FigureList.Found> found =
        all.found().stream().filter(each -> each.figure().type() == type).toList();
    String csv = links.csv("figures");
    return new ChartsPage.FigureChart(
        Arrays.stream(FigureType.values())
            .map(each -> typeOption(each, counts.getOrDefault(each, 0L), each == type))
            .toList(),
        type.label(),
        DotPlot.of(found),
        found.size(),
        all.read() < all.letters(),
        found.stream().limit(MAX_FIGURE_ROWS).map(Charts::row).toList(),
        csv + (csv.contains("?") ? "&" : "?") + "figure=" + type.code());
  }

  private static Option typeOption(FigureType type, long count, boolean selected) {
    return new Option(type.code(), type.label() + "（" + count + "）", selected, false);
  }

  private static ChartsPage.FigureRow row(FigureList.Found found) {
    return new ChartsPage.FigureRow(
        LetterLine.place(found.reply()),
        found.year() == null ? "" : found.year().toString(),
        Figures.words(found.figure()),
        found.figure().sentence(),
        LetterLine.at(found.reply(), found.section()),
        found.reply().displayTitle());
  }

  private ChartsPage.Places coverage(ChartLinks links, SearchRequest request) {
    Coverage coverage = reading.coverage().coverage(request);
    List<Integer> years = List.copyOf(coverage.years());
    List<Integer> shown = years.subList(Math.max(0, years.size() - 15), years.size());
    List<Coverage.PlaceCount> places =
        coverage.places().stream().filter(each -> isListed(each.place())).toList();
    List<Coverage.PlaceCount> listed = places.stream().limit(MAX_PLACES).toList();
    long most =
        listed.stream()
            .filter(each -> each.place().city() != null)
            .flatMap(each -> each.years().byYear().values().stream())
            .max(Comparator.naturalOrder())
            .orElse(1L);
    List<Heat.Row> rows = listed.stream().map(each -> placeRow(links, each, shown, most)).toList();
    List<String> columns = new ArrayList<>(shown.stream().map(String::valueOf).toList());
    return new ChartsPage.Places(
        new Heat("地方", columns, rows),
        coverage.places().stream().map(each -> each.place()).filter(Charts::isCity).count(),
        coverage.unplaced().total(),
        places.size() - listed.size(),
        links.csv("coverage"));
  }

  private static boolean isCity(Coverage.Place place) {
    return place.city() != null && place.county() == null;
  }

  /** Provinces and cities, a municipality once. */
  private static boolean isListed(Coverage.Place place) {
    return place.county() == null
        && (place.city() == null || !place.city().equals(place.province()));
  }

  private static Heat.Row placeRow(
      ChartLinks links, Coverage.PlaceCount each, List<Integer> years, long most) {
    Coverage.Place place = each.place();
    List<Heat.Cell> cells = new ArrayList<>();
    for (Integer year : years) {
      long count = each.years().byYear().getOrDefault(year, 0L);
      String url = links.place(place.province(), place.city(), place.county(), year.toString());
      cells.add(Heat.Cell.of(count, Math.max(most, count), url));
    }
    boolean isCity = place.city() != null;
    String name = isCity ? place.city() : place.province();
    String url = links.place(place.province(), place.city(), place.county(), null);
    return new Heat.Row("" + name, each.years().total(), url, isCity, cells);
  }
}
