package org.dafu.web.pages;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dafu.search.Coverage;
import org.dafu.search.FilterField;
import org.dafu.search.FilterValue;
import org.dafu.search.Filters;
import org.dafu.search.QueryWarning;
import org.dafu.search.Recognised;
import org.dafu.search.SearchHelp;
import org.dafu.search.SearchRequest;
import org.dafu.search.SearchResponse;
import org.dafu.search.Sort;
import org.dafu.search.Vocabulary;
import org.dafu.web.ask.Links;
import org.dafu.web.ask.QueryString;
import org.dafu.web.ask.Question;
import org.dafu.web.ask.Surface;
import org.jspecify.annotations.Nullable;

/** Makes search pages out of answers. */
public final class SearchPages {
  private final Vocabulary vocabulary;
  private final FacetPanels panels;
  private final HitCards cards;

  public SearchPages(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
    this.panels = new FacetPanels(vocabulary);
    this.cards = new HitCards(vocabulary);
  }

  /**
   * The page for this answer.
   *
   * @param shell around it
   * @param places how hits fall over places, whatever places are chosen; null if none were counted
   * @param help what to try where nothing was found
   */
  public SearchPage page(
      Shell shell,
      Question question,
      SearchResponse response,
      @Nullable Coverage places,
      Optional<SearchHelp> help) {
    SearchRequest request = question.request();
    String q = request.q();
    boolean filtered = !request.filters().isEmpty();
    return new SearchPage(
        shell.of(q.isBlank() ? "检索" : q, q, kept(question)),
        q.isBlank() && !filtered && request.cursor() == null,
        response.total(),
        request.unit() == SearchRequest.Unit.LETTER ? "件答复" : "个段落",
        response.tookMillis(),
        q.isBlank() ? "" : response.understood(),
        narrowing(question, response.recognised()),
        response.warnings().stream().map(QueryWarning::message).toList(),
        chips(question),
        filtered ? Links.url(question.withFilters(Filters.NONE)) : null,
        places == null ? null : PlaceTree.of(question, places),
        panels.of(question, response.facets()),
        units(question),
        sorts(question),
        response.hits().stream().map(hit -> cards.of(hit, question)).toList(),
        request.cursor() == null ? null : Links.url(question.withCursor("")),
        response.next() == null ? null : Links.url(question.withCursor(response.next())),
        help.map(each -> ways(question, each)).orElse(List.of()),
        chartsUrl(question.request()),
        Links.url(forPrograms(question)));
  }

  private static String chartsUrl(SearchRequest asked) {
    SearchRequest narrowing = SearchRequest.of(asked.q()).withFilters(asked.filters());
    return "/charts" + Links.query(Question.of(Surface.PAGE, narrowing));
  }

  private static List<Choice> narrowing(Question question, List<Recognised> recognised) {
    List<Choice> choices = new ArrayList<>();
    for (Recognised name : recognised) {
      String label = name.type().label() + "：" + name.value();
      question
          .narrowedTo(name)
          .ifPresent(narrower -> choices.add(new Choice(label, Links.url(narrower), false)));
    }
    return choices;
  }

  private static List<QueryString.Parameter> kept(Question question) {
    return Links.parameters(question.withWords(""));
  }

  private static Question forPrograms(Question question) {
    Surface surface =
        switch (question.request().unit()) {
          case LETTER -> Surface.REPLIES;
          case SECTION -> Surface.SECTIONS;
        };
    return new Question(surface, question.request(), question.mode());
  }

  private List<SearchPage.Chip> chips(Question question) {
    List<SearchPage.Chip> chips = new ArrayList<>();
    addChips(chips, question, question.request().filters().included(), false);
    addChips(chips, question, question.request().filters().excluded(), true);
    return chips;
  }

  private void addChips(
      List<SearchPage.Chip> chips,
      Question question,
      Map<FilterField, List<FilterValue>> filters,
      boolean excluded) {
    filters.forEach(
        (field, values) ->
            values.forEach(
                value ->
                    chips.add(
                        new SearchPage.Chip(
                            field.label(),
                            label(field, value),
                            excluded,
                            Links.url(question.without(field, value))))));
  }

  private String label(FilterField field, FilterValue value) {
    return switch (value) {
      case FilterValue.Exact(String text) -> vocabulary.label(field, text);
      case FilterValue.Years(int from, int to) when to == 9999 -> from + " 年以后";
      case FilterValue.Years(int from, int to) when from == 1000 -> to + " 年以前";
      case FilterValue.Years(int from, int to) -> from + "–" + to + " 年";
    };
  }

  private static List<Choice> units(Question question) {
    SearchRequest.Unit now = question.request().unit();
    return Arrays.stream(SearchRequest.Unit.values())
        .map(
            unit ->
                new Choice(
                    switch (unit) {
                      case LETTER -> "按答复";
                      case SECTION -> "按段落";
                    },
                    Links.url(question.withUnit(unit)),
                    unit == now))
        .toList();
  }

  private static List<Choice> sorts(Question question) {
    Sort now = question.request().sort();
    return Arrays.stream(Sort.values())
        .map(sort -> new Choice(sort.label(), Links.url(question.withSort(sort)), sort == now))
        .toList();
  }

  /** Other words, then what to leave out: every one of them finds something. */
  private List<SearchPage.Way> ways(Question question, SearchHelp help) {
    List<SearchPage.Way> ways = new ArrayList<>();
    for (SearchHelp.Correction correction : help.didYouMean()) {
      ways.add(
          way("您是不是要找“" + correction.q() + "”", correction.count(), question, correction.search()));
    }
    for (SearchHelp.Drop drop : help.drop()) {
      ways.add(way(label(drop), drop.count(), question, drop.search()));
    }
    return ways;
  }

  private String label(SearchHelp.Drop drop) {
    FilterField field = drop.field();
    if (field != null) {
      String value = vocabulary.label(field, drop.value().replace("..", "–"));
      return "去掉“" + field.label() + "：" + value + "”";
    }
    if (!drop.isWord()) {
      return "去掉全部筛选条件";
    }
    return drop.search().q().isEmpty() ? "去掉检索词，只留筛选条件" : "去掉检索词“" + drop.value() + "”";
  }

  private static SearchPage.Way way(
      String label, long total, Question question, SearchRequest search) {
    Question other = new Question(question.surface(), search, question.mode());
    return new SearchPage.Way(label, total, Links.url(other));
  }
}
