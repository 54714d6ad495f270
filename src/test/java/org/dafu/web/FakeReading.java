package org.dafu.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dafu.reply.Reply;
import org.dafu.reply.ReplyId;
import org.dafu.search.Coverage;
import org.dafu.search.Explainer;
import org.dafu.search.Explanation;
import org.dafu.search.Explanation.Contribution;
import org.dafu.search.Facet;
import org.dafu.search.FilterField;
import org.dafu.search.Filters;
import org.dafu.search.Hit;
import org.dafu.search.QueryReading;
import org.dafu.search.ReadSide;
import org.dafu.search.ReplySearcher;
import org.dafu.search.SearchRequest;
import org.dafu.search.Sort;
import org.dafu.search.Suggester;
import org.dafu.search.Suggestion;
import org.dafu.search.TextRequest;
import org.jspecify.annotations.Nullable;

/** The reading side over a fake engine: it shows all that it is asked for, hidden or not. */
final class FakeReading {
  private final ReplySearcher searcher;

  private FakeReading(ReplySearcher searcher) {
    this.searcher = searcher;
  }

  static ReadSide of(ReplySearcher searcher) {
    FakeReading fake = new FakeReading(searcher);
    return new ReadSide(
        searcher,
        fake.suggester(),
        fake::like,
        fake.explainer(),
        (word, size) -> word.equals("无此") ? List.of("电梯") : List.of(),
        fake::list,
        fake::coverage);
  }

  private Suggester suggester() {
    return new Suggester() {
      @Override
      public List<Suggestion> suggest(String typed, int size) {
        SearchRequest search = SearchRequest.of("title:「" + typed + "」");
        return List.of(new Suggestion(Suggestion.Type.TITLE, typed, typed, 1, search));
      }

      @Override
      public void prepare() {}
    };
  }

  private List<Hit> all(String q, Filters filters, SearchRequest.Unit unit) {
    return searcher
        .search(new SearchRequest(q, filters, unit, Sort.NEWEST, 100, null, List.of(), 10))
        .hits();
  }

  private List<Hit> like(TextRequest request) {
    return all("", request.filters(), request.unit()).stream()
        .filter(hit -> !request.except().contains(hit.reply().id()))
        .limit(request.size())
        .toList();
  }

  private Explainer explainer() {
    return new Explainer() {
      @Override
      public QueryReading read(String q) {
        QueryReading.Token token =
            new QueryReading.Token(QueryReading.Kind.WORD, q, List.of(q + "（别名）"));
        return new QueryReading(q, List.of(token), List.of());
      }

      @Override
      public Optional<Explanation> explain(String q, ReplyId id) {
        Contribution part = new Contribution(q, q, 1.5, List.of());
        return searcher
            .reply(id)
            .map(
                reply ->
                    new Explanation(
                        read(q),
                        new Hit(reply, 1.5, List.of(), List.of()),
                        true,
                        List.of(),
                        1.5,
                        List.of(new Contribution("text", "正文", 1.5, List.of(part)))));
      }
    };
  }

  private Facet list(SearchRequest request, FilterField field, String typed, int from) {
    SearchRequest whole =
        new SearchRequest(
            request.q(),
            request.filters(),
            request.unit(),
            request.sort(),
            0,
            null,
            List.of(field),
            1000);
    Facet all = searcher.search(whole).facets().getFirst();
    List<Facet.Value> held =
        all.values().stream().filter(value -> value.label().contains(typed)).toList();
    List<Facet.Value> page = held.stream().skip(from).limit(request.facetSize()).toList();
    return new Facet(field, page, all.missing(), Math.max(0, held.size() - from - page.size()));
  }

  private Coverage coverage(SearchRequest request) {
    Map<Coverage.Place, Map<Integer, Long>> counts = new HashMap<>();
    for (Hit hit : all(request.q(), request.filters(), SearchRequest.Unit.LETTER)) {
      Reply reply = hit.reply();
      counts
          .computeIfAbsent(
              new Coverage.Place(reply.province(), reply.city(), reply.county()),
              key -> new HashMap<>())
          .merge(year(reply.year()), 1L, Long::sum);
    }
    Map<Coverage.Place, Coverage.Years> years = new HashMap<>();
    counts.forEach((place, byYear) -> years.put(place, Coverage.Years.of(byYear)));
    return Coverage.of(years, new FakeVocabulary());
  }

  private static int year(@Nullable Integer year) {
    return year == null ? Coverage.Years.NO_YEAR : year;
  }
}
