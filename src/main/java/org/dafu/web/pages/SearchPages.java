package org.dafu.web.pages;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.dafu.search.FilterField;
import org.dafu.search.FilterValue;
import org.dafu.search.Filters;
import org.dafu.search.QueryWarning;
import org.dafu.search.Recognised;
import org.dafu.search.SearchRequest;
import org.dafu.search.SearchResponse;
import org.dafu.search.Sort;
import org.dafu.search.Vocabulary;
import org.dafu.web.ask.Links;
import org.dafu.web.ask.QueryString;
import org.dafu.web.ask.Question;
import org.dafu.web.ask.Surface;

/** Makes search pages out of answers. */
public final class SearchPages {
  /** Wider searches that a page without hits tries; each is a search. */
  private static final int MAX_WAYS = 8;

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
   * @param totalOf counts the hits of a wider search; called only where nothing was found
   */
  public SearchPage page(
      Shell shell,
      Question question,
      SearchResponse response,
      ToLongFunction<SearchRequest> totalOf) {
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
        panels.of(question, response.facets()),
        units(question),
        sorts(question),
        response.hits().stream().map(hit -> cards.of(hit, request)).toList(),
        request.cursor() == null ? null : Links.url(question.withCursor("")),
        response.next() == null ? null : Links.url(question.withCursor(response.next())),
        response.total() == 0 ? ways(question, totalOf) : List.of(),
        Links.url(forPrograms(question)));
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

  /**
   * Each filter left out by itself, then all of them, then the words: those that find something.
   */
  private List<SearchPage.Way> ways(Question question, ToLongFunction<SearchRequest> totalOf) {
    Filters filters = question.request().filters();
    List<SearchPage.Way> ways = new ArrayList<>();
    for (FilterField field : FilterField.values()) {
      for (Map<FilterField, List<FilterValue>> side :
          List.of(filters.included(), filters.excluded())) {
        for (FilterValue value : side.getOrDefault(field, List.of())) {
          if (ways.size() < MAX_WAYS) {
            String label = "去掉“" + field.label() + "：" + label(field, value) + "”";
            ways.add(way(label, question.without(field, value), totalOf));
          }
        }
      }
    }
    if (ways.size() > 1) {
      ways.add(way("去掉全部筛选条件", question.withFilters(Filters.NONE), totalOf));
    }
    if (!question.request().q().isBlank() && !filters.isEmpty()) {
      ways.add(way("去掉检索词，只留筛选条件", question.withWords(""), totalOf));
    }
    return ways.stream().filter(way -> way.total() > 0).toList();
  }

  private static SearchPage.Way way(
      String label, Question wider, ToLongFunction<SearchRequest> totalOf) {
    return new SearchPage.Way(
        label, totalOf.applyAsLong(wider.request()), Links.url(wider.withCursor("")));
  }
}
