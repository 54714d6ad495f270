package org.dafu.web.tools;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dafu.reply.Reply;
import org.dafu.search.FilterField;
import org.dafu.search.FilterValue;
import org.dafu.search.Filters;
import org.dafu.search.SimilarLetters;
import org.dafu.search.Vocabulary;
import org.dafu.search.compare.Matrix;
import org.dafu.search.compare.SideBySide;
import org.dafu.web.ask.Links;
import org.dafu.web.ask.QueryString.Parameter;
import org.dafu.web.ask.Question;
import org.dafu.web.ask.Refused;
import org.dafu.web.ask.Surface;
import org.dafu.web.pages.Faults;
import org.dafu.web.pages.Shell;
import org.jspecify.annotations.Nullable;

/** Makes the pages of comparison. */
public final class ComparePages {
  private static final int CITY_FIELDS = 4;
  private static final int MAX_HEADINGS = 8;

  private final Vocabulary vocabulary;
  private final Choices choices;

  public ComparePages(Vocabulary vocabulary, Choices choices) {
    this.vocabulary = vocabulary;
    this.choices = choices;
  }

  /** Measures by cities. */
  public ComparePage matrix(Shell shell, Question question, Matrix matrix) {
    Filters filters = question.request().filters();
    List<ComparePage.Column> columns =
        matrix.cities().stream()
            .map(
                city ->
                    new ComparePage.Column(
                        city.name(), city.letters(), url(question, city.name(), null)))
            .toList();
    List<ComparePage.Row> rows = new ArrayList<>();
    for (Matrix.Row row : matrix.rows()) {
      List<ComparePage.Cell> cells = new ArrayList<>();
      for (int at = 0; at < row.cells().size(); at++) {
        cells.add(cell(question, matrix.cities().get(at), row, row.cells().get(at)));
      }
      rows.add(new ComparePage.Row(vocabulary.label(FilterField.MEASURE, row.code()), cells));
    }
    return page(
        shell,
        List.of(),
        question.request().q(),
        matrix.cities().stream().map(Matrix.City::name).toList(),
        texts(filters, FilterField.MEASURE),
        columns,
        rows,
        matrix.moreMeasures(),
        "/api/v1/compare" + Links.query(question));
  }

  /** The form again, with what is wrong with it. */
  public ComparePage refused(Shell shell, List<Parameter> given, Refused refused) {
    return page(
        shell,
        refused.faults().stream().map(Faults::inChinese).distinct().toList(),
        values(given, "q").stream().findFirst().orElse(""),
        values(given, FilterField.CITY.parameter()),
        values(given, FilterField.MEASURE.parameter()),
        List.of(),
        List.of(),
        0,
        "");
  }

  /**
   * Letters beside one another.
   *
   * @param like letters on the same matter, for a single one
   */
  public SideBySidePage sideBySide(
      Shell shell, SideBySide compared, List<SimilarLetters.Similar> like, List<String> errors) {
    List<Reply> letters = compared.letters();
    List<SideBySidePage.Row> rows = new ArrayList<>();
    for (SideBySide.Row row : compared.rows()) {
      List<SideBySidePage.Cell> cells = new ArrayList<>();
      for (int at = 0; at < letters.size(); at++) {
        cells.add(
            new SideBySidePage.Cell(
                LetterLine.of(letters.get(at)),
                row.cells().get(at).stream().map(Quote::of).toList()));
      }
      String label = vocabulary.label(FilterField.MEASURE, row.code());
      rows.add(new SideBySidePage.Row(label, row.shared(), cells));
    }
    return new SideBySidePage(
        shell.of("并排对照", "", List.of()),
        errors,
        letters.stream().map(letter -> column(letter, letters)).toList(),
        rows,
        like.stream()
            .map(each -> each.hit().reply())
            .map(other -> new SideBySidePage.Other(LetterLine.of(other), beside(letters, other)))
            .toList());
  }

  private static SideBySidePage.Column column(Reply letter, List<Reply> all) {
    List<String> headings =
        letter.sections().stream().limit(MAX_HEADINGS).map(LetterLine::heading).toList();
    List<Reply> others = all.stream().filter(each -> !each.equals(letter)).toList();
    return new SideBySidePage.Column(LetterLine.of(letter), headings, beside(others, null));
  }

  private static String beside(List<Reply> letters, @Nullable Reply added) {
    List<Reply> all = new ArrayList<>(letters);
    if (added != null) {
      all.add(added);
    }
    return "/compare"
        + all.stream()
            .map(each -> "id=" + each.id())
            .collect(Collectors.joining("&", all.isEmpty() ? "" : "?", ""));
  }

  private static ComparePage.Cell cell(
      Question question, Matrix.City city, Matrix.Row row, Matrix.Cell cell) {
    return new ComparePage.Cell(
        city.name(),
        city.letters() > 0,
        cell.letters(),
        url(question, city.name(), row.code()),
        cell.said() == null ? null : Quote.of(cell.said()));
  }

  private ComparePage page(
      Shell shell,
      List<String> errors,
      String q,
      List<String> cities,
      List<String> measures,
      List<ComparePage.Column> columns,
      List<ComparePage.Row> rows,
      int more,
      String jsonUrl) {
    List<String> fields = new ArrayList<>(cities);
    while (fields.size() < CITY_FIELDS) {
      fields.add("");
    }
    return new ComparePage(
        shell.of("对照", "", List.of()),
        errors,
        q,
        fields,
        choices.held(FilterField.CITY, Filters.NONE),
        topics(measures),
        measures.size(),
        columns,
        rows,
        more,
        jsonUrl);
  }

  private List<ComparePage.Topic> topics(List<String> chosen) {
    Map<String, List<Option>> byTopic = new LinkedHashMap<>();
    for (Option option : choices.measures(chosen)) {
      String topic = vocabulary.parent(FilterField.MEASURE, option.value()).orElse(option.value());
      List<Option> below = byTopic.computeIfAbsent(topic, key -> new ArrayList<>());
      below.add(option);
    }
    return byTopic.entrySet().stream()
        .map(
            each ->
                new ComparePage.Topic(
                    vocabulary.label(FilterField.MEASURE, each.getKey()),
                    each.getValue().stream().anyMatch(Option::selected),
                    each.getValue()))
        .toList();
  }

  private static String url(Question question, String city, @Nullable String measure) {
    Filters filters =
        question
            .request()
            .filters()
            .withIncluded(FilterField.CITY, List.of(new FilterValue.Exact(city)))
            .withIncluded(
                FilterField.MEASURE,
                measure == null ? List.of() : List.of(new FilterValue.Exact(measure)));
    return Links.url(Question.of(Surface.PAGE, question.request().withFilters(filters)));
  }

  private static List<String> texts(Filters filters, FilterField field) {
    return filters.included().getOrDefault(field, List.of()).stream()
        .map(FilterValue::text)
        .toList();
  }

  private static List<String> values(List<Parameter> given, String name) {
    return given.stream().filter(e -> e.name().equals(name)).map(Parameter::value).toList();
  }
}
