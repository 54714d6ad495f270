package org.dafu.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.dafu.reply.Disclosure;
import org.dafu.reply.Span;
import org.dafu.search.Coverage;
import org.dafu.search.Facet;
import org.dafu.search.FilterField;
import org.dafu.search.FilterValue;
import org.dafu.search.Filters;
import org.dafu.search.Hit;
import org.dafu.search.SearchRequest;
import org.dafu.search.Snippet;
import org.dafu.search.Sort;
import org.dafu.search.Suggestion;
import org.dafu.search.precedent.Ask;
import org.dafu.search.precedent.Precedents;
import org.jspecify.annotations.Nullable;

/** The laws of what is found beside searches, on random letters and random texts. */
final class FindLaws {
  private static final List<String> TITLES =
      List.of("关于养老的建议", "关于养老服务的建议", "养老", "关于“医养结合”的提案", "关于「床位」补贴的提案", "补贴，床位");
  private static final List<FilterField> LONG =
      List.of(FilterField.CITY, FilterField.POLICY, FilterField.MEASURE, FilterField.YEAR);

  private final EngineFixture.Engine engine;
  private final Random random;
  private final String seed;

  FindLaws(EngineFixture.Engine engine, Random random, String seed) {
    this.engine = engine;
    this.random = random;
    this.seed = seed;
  }

  void check() throws IOException {
    for (int i = 0; i < 100; i++) {
      LetterMaker letter = randomLetter("letter" + i);
      engine.index().put(letter.file(), List.of(letter.make()));
    }
    engine.index().commit();
    for (String typed : List.of("养老", "yl", "关于", "g", "市", "s", "床位", "〈", "办法", "2", "局")) {
      checkSuggestions(typed);
    }
    for (FilterField field : LONG) {
      checkListing(field, "");
      checkListing(field, List.of("市", "s", "1", "办", "ec", "bf").get(random.nextInt(6)));
    }
    checkCoverage(Filters.NONE);
    checkCoverage(Filters.NONE.toggled(FilterField.CLASS, new FilterValue.Exact("A")));
    for (int i = 0; i < 15; i++) {
      checkPrecedents(new RandomText(random).text(1 + random.nextInt(1500)));
    }
  }

  private void checkSuggestions(String typed) {
    for (Suggestion suggestion : engine.reading().suggester().suggest(typed, 20)) {
      assertEquals(total(suggestion.search()), suggestion.count(), () -> seed + typed + suggestion);
      assertTrue(suggestion.count() > 0, () -> seed + typed + suggestion);
    }
  }

  /** The pages of a listing are the values of the facet, each once. */
  private void checkListing(FilterField field, String typed) {
    SearchRequest request =
        new SearchRequest(
            "", Filters.NONE, SearchRequest.Unit.LETTER, Sort.RELEVANCE, 0, null, List.of(), 3);
    List<Facet.Value> listed = new ArrayList<>();
    Facet page = engine.reading().facets().list(request, field, typed, 0);
    long expected = page.values().size() + page.more();
    listed.addAll(page.values());
    while (page.more() > 0) {
      assertEquals(3, page.values().size(), () -> seed + field + typed);
      page = engine.reading().facets().list(request, field, typed, listed.size());
      listed.addAll(page.values());
    }
    assertEquals(expected, new HashSet<>(listed).size(), () -> seed + field + listed);
    assertTrue(typed.isEmpty() || listed.size() <= whole(field), () -> seed + field);
    assertTrue(!typed.isEmpty() || listed.size() == whole(field), () -> seed + field + listed);
    for (Facet.Value value : listed) {
      Filters chosen = Filters.NONE.toggled(field, new FilterValue.Exact(value.value()));
      assertEquals(total(request.withFilters(chosen)), value.count(), () -> seed + value);
    }
  }

  private int whole(FilterField field) {
    SearchRequest request =
        new SearchRequest(
            "",
            Filters.NONE,
            SearchRequest.Unit.LETTER,
            Sort.RELEVANCE,
            0,
            null,
            List.of(field),
            1000);
    return engine.searcher().search(request).facets().getFirst().values().size();
  }

  private void checkCoverage(Filters filters) {
    SearchRequest request = SearchRequest.of("").withFilters(filters);
    Coverage coverage = engine.reading().coverage().coverage(request);
    assertEquals(total(request), coverage.total(), seed);
    long placed = 0;
    for (Coverage.PlaceCount each : coverage.places()) {
      Filters here = at(filters, each.place());
      assertEquals(total(request.withFilters(here)), each.years().total(), () -> seed + each);
      for (Map.Entry<Integer, Long> year : each.years().byYear().entrySet()) {
        FilterValue value = new FilterValue.Exact(year.getKey().toString());
        Filters then = here.withIncluded(FilterField.YEAR, List.of(value));
        assertEquals(total(request.withFilters(then)), year.getValue(), () -> seed + each);
      }
      long sum = each.years().byYear().values().stream().mapToLong(Long::longValue).sum();
      assertEquals(each.years().total(), sum + each.years().missing(), () -> seed + each);
      placed += each.place().city() == null ? each.years().total() : 0;
    }
    assertEquals(coverage.total(), placed + coverage.unplaced().total(), seed);
    assertEquals(coverage, engine.reading().coverage().coverage(request), seed);
  }

  private static Filters at(Filters filters, Coverage.Place place) {
    Filters here = with(filters, FilterField.PROVINCE, place.province());
    return with(here, FilterField.CITY, place.city());
  }

  private static Filters with(Filters filters, FilterField field, @Nullable String value) {
    return value == null
        ? filters
        : filters.withIncluded(field, List.of(new FilterValue.Exact(value)));
  }

  /** Any text has its asks, and what is shown for them stands in letters as shown. */
  private void checkPrecedents(String text) {
    Precedents.Answer answer =
        new Precedents(engine.reading()).find(text, Filters.NONE, Set.of(), 5);
    assertEquals(answer.proposal().asks().size(), answer.found().size());
    for (Ask ask : answer.proposal().asks()) {
      assertEquals(text.substring(ask.start(), ask.end()), ask.text(), () -> seed + ask);
    }
    for (List<Hit> hits : answer.found()) {
      assertEquals(
          hits.size(), hits.stream().map(hit -> hit.reply().id()).distinct().count(), seed);
      hits.forEach(this::checkMarks);
    }
  }

  private void checkMarks(Hit hit) {
    for (Snippet snippet : hit.snippets()) {
      String text = hit.reply().text();
      int end = snippet.start() + snippet.text().length();
      if (snippet.field().equals("title")) {
        assertEquals(hit.reply().displayTitle(), snippet.text(), () -> seed + hit);
      } else {
        assertEquals(text.substring(snippet.start(), end), snippet.text(), () -> seed + hit);
      }
      int last = -1;
      for (Span mark : snippet.marks()) {
        assertTrue(mark.start() > last && mark.length() > 0, () -> seed + snippet);
        assertTrue(mark.end() <= snippet.text().length(), () -> seed + snippet);
        last = mark.end();
      }
    }
  }

  private long total(SearchRequest request) {
    return engine.searcher().search(request).total();
  }

  private LetterMaker randomLetter(String name) {
    LetterMaker letter = LetterMaker.letter(name).text(new RandomText(random).text(60));
    if (random.nextInt(5) > 0) {
      letter.place("省" + random.nextInt(3), "市" + random.nextInt(8));
    }
    if (random.nextInt(5) > 0) {
      letter.year(2018 + random.nextInt(4));
    }
    if (random.nextBoolean()) {
      letter.title(TITLES.get(random.nextInt(TITLES.size()))).agency(random.nextInt(3) + "民政局");
    }
    if (random.nextBoolean()) {
      letter.classification("AB".substring(random.nextInt(2)).substring(0, 1));
    }
    for (int i = random.nextInt(3); i > 0; i--) {
      letter.policy("办法" + random.nextInt(12));
    }
    for (int i = random.nextInt(4); i > 0; i--) {
      letter.section("一、", "养老" + i, new RandomText(random).text(80), "EC0" + random.nextInt(9));
    }
    if (random.nextInt(8) == 0) {
      letter.disclosure(Disclosure.NOT_PUBLIC);
    }
    return letter;
  }
}
