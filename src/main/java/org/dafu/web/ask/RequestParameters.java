package org.dafu.web.ask;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dafu.search.FilterField;
import org.dafu.search.FilterValue;
import org.dafu.search.Filters;
import org.dafu.search.Mode;
import org.dafu.search.SearchRequest;
import org.dafu.search.Sort;
import org.dafu.search.Vocabulary;
import org.jspecify.annotations.Nullable;

/**
 * Reads the parameters of a search, all at once, so that one answer names every fault.
 *
 * <p>Used for one request and thrown away.
 */
public final class RequestParameters {
  /** Names the search that a letter was found by, in the address of its page. */
  public static final String FROM = "from";

  /** Hits a page unless asked otherwise. */
  public static final int DEFAULT_SIZE = 10;

  /** Values a facet lists unless asked otherwise. */
  public static final int DEFAULT_FACET_SIZE = 30;

  /** Most values a facet lists. */
  public static final int MAX_FACET_SIZE = 1000;

  /** The facets counted unless asked otherwise. */
  public static final List<FilterField> DEFAULT_FACETS =
      List.of(
          FilterField.PROVINCE,
          FilterField.CITY,
          FilterField.COUNTY,
          FilterField.YEAR,
          FilterField.MEASURE,
          FilterField.INSTRUMENT,
          FilterField.STATUS,
          FilterField.CLASS,
          FilterField.OUTCOME,
          FilterField.KIND,
          FilterField.REPLY_TYPE,
          FilterField.AGENCY,
          FilterField.DISCLOSURE);

  /** Most values of a facet that can be passed over. */
  public static final int MAX_FACET_FROM = 900_000;

  /** Most values of all filters together; each is a clause of the engine's query. */
  static final int MAX_FILTER_VALUES = 200;

  /** What the page's form sends, which cannot write a range: two years, either may be empty. */
  public static final String YEAR_FROM = "yearFrom";

  public static final String YEAR_TO = "yearTo";

  /** A class is printed A类 or A: the word for class says nothing. */
  private static final Pattern CLASS_WORD = Pattern.compile("([A-Z甲乙丙丁])类");

  private final Surface surface;
  private final boolean onlyNarrowing;
  private final Closest closest;
  private final Vocabulary vocabulary;
  private final List<Fault> faults = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();
  private final Map<FilterField, List<FilterValue>> included = new EnumMap<>(FilterField.class);
  private final Map<FilterField, List<FilterValue>> excluded = new EnumMap<>(FilterField.class);
  private String q = "";
  private Sort sort = Sort.RELEVANCE;
  private Mode mode = Mode.USUAL;
  private SearchRequest.Unit unit;
  private int filterValues;
  private int size = DEFAULT_SIZE;
  private int facetSize = DEFAULT_FACET_SIZE;
  private @Nullable String cursor;
  private @Nullable Set<FilterField> facets;
  private String facetQuery = "";
  private String yearFrom = "";
  private String yearTo = "";
  private int facetFrom;

  private RequestParameters(Surface surface, boolean onlyNarrowing, Vocabulary vocabulary) {
    this.surface = surface;
    this.onlyNarrowing = onlyNarrowing;
    this.vocabulary = vocabulary;
    this.closest = new Closest(vocabulary);
    this.unit = surface.unit();
  }

  /**
   * The question that a URL asks.
   *
   * @param raw the part after {@code ?}, still percent-encoded; null for none
   */
  public static Asked read(Surface surface, @Nullable String raw, Vocabulary vocabulary) {
    return new RequestParameters(surface, false, vocabulary).read(raw);
  }

  /**
   * Path and query of the search page that a letter was found by.
   *
   * @param from the query of that page as a link says it; whatever it holds, what comes out is a
   *     search of this service, written anew
   * @return empty if it is no search
   */
  public static Optional<String> back(String from, Vocabulary vocabulary) {
    return read(Surface.PAGE, from, vocabulary) instanceof Question search
        ? Optional.of(Links.url(search))
        : Optional.empty();
  }

  /** The letters that a URL names by words and filters; no other parameter is taken. */
  public static Asked readNarrowing(@Nullable String raw, Vocabulary vocabulary) {
    return new RequestParameters(Surface.REPLIES, true, vocabulary).read(raw);
  }

  private Asked read(@Nullable String raw) {
    Optional<List<QueryString.Parameter>> parameters = QueryString.parse(raw);
    if (parameters.isEmpty()) {
      return new Refused(List.of(new Fault.NotEncoded("")));
    }
    parameters.get().forEach(this::take);
    String typed = yearFrom + ".." + yearTo;
    if (!typed.equals("..") && FilterValue.years(typed).isEmpty()) {
      faults.add(new Fault.NotYears(yearFrom.isEmpty() ? YEAR_TO : YEAR_FROM, typed));
    }
    return faults.isEmpty() ? question() : new Refused(faults);
  }

  /**
   * The filters that these parameters say.
   *
   * @param into where the faults of all that are no filters go
   */
  public static Filters filters(
      List<QueryString.Parameter> parameters, Vocabulary vocabulary, List<Fault> into) {
    RequestParameters reader = new RequestParameters(Surface.REPLIES, true, vocabulary);
    for (QueryString.Parameter each : parameters) {
      String name = each.name();
      if (FilterField.ofParameter(name.startsWith("-") ? name.substring(1) : name).isPresent()) {
        reader.take(each);
      } else {
        into.add(new Fault.UnknownParameter(name, Closest.parameter(name, List.of())));
      }
    }
    into.addAll(reader.faults);
    return new Filters(reader.included, reader.excluded);
  }

  static String unitName(SearchRequest.Unit unit) {
    return switch (unit) {
      case LETTER -> "letters";
      case SECTION -> "sections";
    };
  }

  private Question question() {
    String typed = yearFrom + ".." + yearTo;
    if (!typed.equals("..")) {
      FilterValue.years(typed).ifPresent(range -> included.put(FilterField.YEAR, List.of(range)));
    }
    return new Question(
        surface,
        new SearchRequest(
            q,
            new Filters(included, excluded),
            unit,
            sort,
            size,
            cursor,
            facets == null ? DEFAULT_FACETS : List.copyOf(facets),
            facetSize,
            mode),
        new Question.Listing(facetQuery, facetFrom));
  }

  private void take(QueryString.Parameter parameter) {
    String name = parameter.name();
    boolean exclude = name.startsWith("-");
    Optional<FilterField> field = FilterField.ofParameter(exclude ? name.substring(1) : name);
    if (field.isPresent()) {
      filter(name, field.get(), parameter.value(), exclude ? excluded : included);
    } else if (!names().contains(name)) {
      faults.add(new Fault.UnknownParameter(name, Closest.parameter(name, names())));
    } else if (name.equals("facets")) {
      countFacets(parameter.value());
    } else if (!seen.add(name)) {
      faults.add(new Fault.Repeated(name));
    } else {
      single(name, parameter.value());
    }
  }

  private List<String> names() {
    List<String> search = List.of("q", "sort", "size", "cursor", "facets", "facetSize", "mode");
    List<String> own =
        switch (surface) {
          case REPLIES, SECTIONS -> List.of();
          case FACETS -> List.of("facetQuery", "facetFrom");
          case PAGE -> List.of("unit", YEAR_FROM, YEAR_TO);
        };
    List<String> names = new ArrayList<>(search);
    names.addAll(own);
    return onlyNarrowing ? List.of("q") : names;
  }

  private void single(String name, String value) {
    switch (name) {
      case "q" -> q = words(name, value);
      case "facetQuery" -> facetQuery = words(name, value);
      case "facetFrom" -> facetFrom = number(name, value, 0, MAX_FACET_FROM, 0);
      case "cursor" -> cursor = value.isEmpty() ? null : value;
      case YEAR_FROM -> yearFrom = Normalizer.normalize(value, Normalizer.Form.NFKC).strip();
      case YEAR_TO -> yearTo = Normalizer.normalize(value, Normalizer.Form.NFKC).strip();
      case "size" -> size = number(name, value, 1, SearchRequest.MAX_SIZE, DEFAULT_SIZE);
      case "facetSize" -> facetSize = number(name, value, 1, MAX_FACET_SIZE, DEFAULT_FACET_SIZE);
      case "sort" ->
          sort = chosen(name, value, Arrays.asList(Sort.values()), Sort::parameter, sort);
      case "mode" ->
          mode =
              chosen(
                  name,
                  value,
                  List.of(Mode.LEXICAL, Mode.HYBRID),
                  each -> each.parameter().orElse(""),
                  mode);
      case "unit" ->
          unit =
              chosen(
                  name,
                  value,
                  Arrays.asList(SearchRequest.Unit.values()),
                  RequestParameters::unitName,
                  unit);
      default -> throw new IllegalStateException("a parameter without a reader: " + name);
    }
  }

  private String words(String name, String value) {
    int codePoints = value.codePointCount(0, value.length());
    if (codePoints > SearchRequest.MAX_QUERY_CODE_POINTS) {
      faults.add(new Fault.TooLong(name, codePoints, SearchRequest.MAX_QUERY_CODE_POINTS));
      return "";
    }
    return value.strip();
  }

  private int number(String name, String value, int min, int max, int otherwise) {
    if (value.matches("[0-9]{1,6}")) {
      int number = Integer.parseInt(value);
      if (number >= min && number <= max) {
        return number;
      }
    }
    faults.add(new Fault.OutOfRange(name, value, min, max));
    return otherwise;
  }

  private <T> T chosen(
      String name, String value, List<T> values, Function<T, String> nameOf, T otherwise) {
    for (T each : values) {
      if (nameOf.apply(each).equals(value)) {
        return each;
      }
    }
    List<String> allowed = values.stream().map(nameOf).toList();
    faults.add(new Fault.UnknownValue(name, value, allowed, Closest.of(value, allowed)));
    return otherwise;
  }

  private void countFacets(String value) {
    if (facets == null) {
      facets = new LinkedHashSet<>();
    }
    for (String name : value.split(",", -1)) {
      Optional<FilterField> field = FilterField.ofParameter(name.strip());
      if (field.isPresent()) {
        facets.add(field.get());
      } else if (!name.isBlank()) {
        List<String> allowed =
            Arrays.stream(FilterField.values()).map(FilterField::parameter).toList();
        faults.add(new Fault.UnknownValue("facets", name, allowed, Closest.of(name, allowed)));
      }
    }
  }

  private void filter(
      String name, FilterField field, String given, Map<FilterField, List<FilterValue>> into) {
    String value = Normalizer.normalize(given, Normalizer.Form.NFKC).strip();
    if (value.isEmpty()) {
      faults.add(new Fault.Empty(name));
      return;
    }
    if (++filterValues > MAX_FILTER_VALUES) {
      if (filterValues == MAX_FILTER_VALUES + 1) {
        faults.add(new Fault.TooMany(name, MAX_FILTER_VALUES));
      }
      return;
    }
    Optional<FilterValue> read =
        field == FilterField.YEAR ? FilterValue.years(value) : known(field, given);
    if (read.isPresent()) {
      into.computeIfAbsent(field, key -> new ArrayList<>()).add(read.get());
    } else if (field == FilterField.YEAR) {
      faults.add(new Fault.NotYears(name, given));
    } else {
      faults.add(
          new Fault.UnknownValue(name, given, closest.listed(field), closest.value(field, value)));
    }
  }

  private Optional<FilterValue> known(FilterField field, String given) {
    String value = given.strip();
    if (field == FilterField.CLASS) {
      value = Normalizer.normalize(value, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
      Matcher worded = CLASS_WORD.matcher(value);
      value = worded.matches() ? worded.group(1) : value;
    }
    return vocabulary.canonical(field, value).map(FilterValue.Exact::new);
  }
}
