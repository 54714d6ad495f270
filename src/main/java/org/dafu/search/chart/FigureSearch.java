package org.dafu.search.chart;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.dafu.reply.Figure;
import org.dafu.reply.Reply;
import org.dafu.reply.Section;
import org.dafu.search.FilterField;
import org.dafu.search.FilterValue;
import org.dafu.search.Filters;
import org.dafu.search.Hit;
import org.dafu.search.ReadSide;
import org.dafu.search.ReplySearcher;
import org.dafu.search.SearchRequest;
import org.dafu.search.SearchResponse;
import org.dafu.search.Sort;

/** Gathers the figures that letters state, by looking through the letters themselves. */
public final class FigureSearch {
  /** Letters that one question looks through, so that it ends in about a second. */
  public static final int MAX_LETTERS = 2_000;

  private final ReplySearcher replies;

  /**
   * @param reading what may be shown
   */
  public FigureSearch(ReadSide reading) {
    this.replies = reading.replies();
  }

  /** All figures wanted, of the newest letters first. */
  public FigureList find(FigureQuestion question) {
    Filters letters = withoutYears(question.filters());
    SearchRequest request =
        new SearchRequest(
            question.q(),
            letters,
            SearchRequest.Unit.LETTER,
            Sort.NEWEST,
            SearchRequest.MAX_SIZE,
            null,
            List.of(),
            0);
    List<FigureList.Found> found = new ArrayList<>();
    long read = 0;
    SearchResponse response = replies.search(request);
    while (true) {
      for (Hit hit : response.hits()) {
        add(found, question, hit.reply());
      }
      read += response.hits().size();
      if (response.next() == null || read >= MAX_LETTERS) {
        return new FigureList(response.total(), read, found);
      }
      response = replies.search(request.withCursor(response.next()));
    }
  }

  /** A letter may state figures of other years than its own. */
  private static Filters withoutYears(Filters filters) {
    Map<FilterField, List<FilterValue>> excluded = new EnumMap<>(FilterField.class);
    excluded.putAll(filters.excluded());
    excluded.remove(FilterField.YEAR);
    return new Filters(filters.included(), excluded).withIncluded(FilterField.YEAR, List.of());
  }

  private static void add(List<FigureList.Found> found, FigureQuestion question, Reply reply) {
    List<Section> sections = reply.allSections();
    for (Figure figure : reply.figures()) {
      Integer year = figure.year() == null ? reply.year() : figure.year();
      double top = figure.valueMax() == null ? figure.value() : figure.valueMax();
      if (question.isOfType(figure.type())
          && question.isWithin(figure.value(), top)
          && question.isOfYear(year)
          && isOfMeasure(figure, sections, question.measures())) {
        found.add(new FigureList.Found(reply, figure, around(figure, sections), year));
      }
    }
  }

  /** Parents come before children, so that the last one that holds the figure is the narrowest. */
  private static int around(Figure figure, List<Section> sections) {
    int narrowest = -1;
    for (int at = 0; at < sections.size(); at++) {
      if (sections.get(at).span().contains(figure.span())) {
        narrowest = at;
      }
    }
    return narrowest;
  }

  private static boolean isOfMeasure(Figure figure, List<Section> sections, List<String> wanted) {
    return wanted.isEmpty()
        || sections.stream()
            .filter(section -> section.span().contains(figure.span()))
            .anyMatch(section -> section.measures().stream().anyMatch(code -> isAny(code, wanted)));
  }

  private static boolean isAny(String code, List<String> wanted) {
    return wanted.stream().anyMatch(code::startsWith);
  }
}
