package org.dafu.search.compare;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.dafu.reply.Reply;
import org.dafu.search.Facet;
import org.dafu.search.FilterField;
import org.dafu.search.FilterValue;
import org.dafu.search.Filters;
import org.dafu.search.Hit;
import org.dafu.search.ReadSide;
import org.dafu.search.ReplySearcher;
import org.dafu.search.SearchRequest;
import org.dafu.search.SearchResponse;
import org.dafu.search.Sort;
import org.dafu.search.Vocabulary;
import org.jspecify.annotations.Nullable;

/** Sets letters beside one another by measure, out of plain searches. */
public final class Comparisons {
  /** Most cities of a matrix. */
  public static final int MAX_CITIES = 8;

  /** Most measures of a matrix. */
  public static final int MAX_MEASURES = 40;

  /** Cities where none are named: the ones with most letters. */
  private static final int CITIES_UNNAMED = 4;

  /** Measures where none are named: those that most letters of the cities bear. */
  private static final int MEASURES_UNNAMED = 10;

  /** Longer than any list of cities or measures is. */
  private static final int ALL = 1000;

  private final ReplySearcher replies;
  private final Vocabulary vocabulary;

  /**
   * @param reading what may be shown
   */
  public Comparisons(ReadSide reading, Vocabulary vocabulary) {
    this.replies = reading.replies();
    this.vocabulary = vocabulary;
  }

  /**
   * Measures by cities: those that the filters accept, else those with most letters. Words and all
   * other filters narrow the letters.
   */
  public Matrix matrix(String q, Filters filters) {
    List<String> cities = named(filters, FilterField.CITY, MAX_CITIES);
    if (cities.isEmpty()) {
      cities = values(q, filters, FilterField.CITY, CITIES_UNNAMED);
    }
    List<Counted> columns = cities.stream().map(city -> counted(q, filters, city)).toList();
    List<String> measures = named(filters, FilterField.MEASURE, MAX_MEASURES);
    int more = 0;
    if (measures.isEmpty()) {
      List<String> borne = borne(columns);
      measures = borne.stream().limit(MEASURES_UNNAMED).toList();
      more = borne.size() - measures.size();
    }
    List<Matrix.Row> rows =
        measures.stream()
            .map(
                code ->
                    new Matrix.Row(
                        code, columns.stream().map(city -> cell(q, city, code)).toList()))
            .toList();
    return new Matrix(
        columns.stream().map(city -> new Matrix.City(city.name, city.letters)).toList(),
        rows,
        more);
  }

  /** Letters aligned by the measures that their sections bear. */
  public SideBySide sideBySide(List<Reply> letters) {
    Set<String> codes = new TreeSet<>();
    letters.forEach(letter -> codes.addAll(letter.measures()));
    List<SideBySide.Row> rows =
        codes.stream()
            .map(
                code ->
                    new SideBySide.Row(
                        code,
                        letters.stream().map(letter -> KeySentence.all(letter, code)).toList()))
            .filter(row -> row.shared() > 0)
            .sorted(Comparator.comparingLong(SideBySide.Row::shared).reversed())
            .toList();
    return new SideBySide(letters, rows);
  }

  /**
   * A city's letters.
   *
   * @param here what narrows to them
   * @param byMeasure letters that bear each measure
   */
  private record Counted(String name, Filters here, long letters, Map<String, Long> byMeasure) {}

  private Counted counted(String q, Filters filters, String city) {
    Filters here =
        filters
            .withIncluded(FilterField.CITY, exact(city))
            .withIncluded(FilterField.MEASURE, List.of());
    SearchResponse found = replies.search(counting(q, here, FilterField.MEASURE));
    Map<String, Long> byMeasure = new HashMap<>();
    for (Facet.Value value : found.facets().getFirst().values()) {
      byMeasure.put(value.value(), value.count());
    }
    return new Counted(city, here, found.total(), byMeasure);
  }

  /**
   * Measure types that any city's letters bear; what most cities bear, then most letters, first.
   */
  private List<String> borne(List<Counted> columns) {
    Map<String, Long> cities = new HashMap<>();
    Map<String, Long> letters = new HashMap<>();
    for (Counted column : columns) {
      column.byMeasure.forEach(
          (code, count) -> {
            cities.merge(code, 1L, Long::sum);
            letters.merge(code, count, Long::sum);
          });
    }
    return cities.keySet().stream()
        .filter(code -> cities.keySet().stream().noneMatch(other -> isBelow(other, code)))
        .sorted(
            Comparator.<String>comparingLong(code -> -cities.getOrDefault(code, 0L))
                .thenComparingLong(code -> -letters.getOrDefault(code, 0L))
                .thenComparing(Comparator.naturalOrder()))
        .toList();
  }

  private boolean isBelow(String code, String topic) {
    return vocabulary.parent(FilterField.MEASURE, code).filter(topic::equals).isPresent();
  }

  private Matrix.Cell cell(String q, Counted city, String measure) {
    long letters = city.byMeasure.getOrDefault(measure, 0L);
    return new Matrix.Cell(letters, letters == 0 ? null : said(q, city.here, measure));
  }

  /**
   * What the newest letter says: in its narrowest section on it, one with a figure before others.
   * One that has the words in such a section comes before one that has them elsewhere.
   */
  private @Nullable Said said(String q, Filters here, String measure) {
    Filters both = here.withIncluded(FilterField.MEASURE, exact(measure));
    return newest(q, both, SearchRequest.Unit.SECTION)
        .or(() -> newest(q, both, SearchRequest.Unit.LETTER))
        .flatMap(
            letter ->
                KeySentence.all(letter, measure).stream()
                    .min(Comparator.comparing(each -> each.figure() == null)))
        .orElse(null);
  }

  /** The newest letter that is found, or a section of which is. */
  private Optional<Reply> newest(String q, Filters filters, SearchRequest.Unit unit) {
    SearchRequest request = new SearchRequest(q, filters, unit, Sort.NEWEST, 1, null, List.of(), 0);
    return replies.search(request).hits().stream().map(Hit::reply).findFirst();
  }

  /** Values of the field among the letters, those of most letters first. */
  private List<String> values(String q, Filters filters, FilterField field, int most) {
    return replies.search(counting(q, filters, field)).facets().getFirst().values().stream()
        .sorted(Comparator.comparingLong(Facet.Value::count).reversed())
        .map(Facet.Value::value)
        .limit(most)
        .toList();
  }

  private static SearchRequest counting(String q, Filters filters, FilterField field) {
    return new SearchRequest(
        q, filters, SearchRequest.Unit.LETTER, Sort.RELEVANCE, 0, null, List.of(field), ALL);
  }

  private static List<String> named(Filters filters, FilterField field, int most) {
    return filters.included().getOrDefault(field, List.of()).stream()
        .map(FilterValue::text)
        .distinct()
        .limit(most)
        .toList();
  }

  private static List<FilterValue> exact(String value) {
    return List.of(new FilterValue.Exact(value));
  }
}
