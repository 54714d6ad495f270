package org.dafu.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.dafu.reply.Kind;
import org.dafu.reply.Outcome;
import org.dafu.search.Facet;
import org.dafu.search.FilterField;
import org.dafu.search.FilterValue;
import org.dafu.search.Filters;
import org.dafu.search.SearchRequest;
import org.dafu.search.SearchResponse;
import org.dafu.search.Sort;

/** The laws of facets, on random letters and random requests. */
final class FacetLaws {
  private static final List<FilterField> FIELDS = List.of(FilterField.values());
  private static final List<FilterField> SINGLE =
      List.of(
          FilterField.PROVINCE,
          FilterField.CITY,
          FilterField.YEAR,
          FilterField.CLASS,
          FilterField.OUTCOME,
          FilterField.KIND,
          FilterField.AGENCY);
  private static final int ALL_VALUES = 1000;

  private final EngineFixture.Engine engine;
  private final Random random;
  private final String seed;

  FacetLaws(EngineFixture.Engine engine, Random random, String seed) {
    this.engine = engine;
    this.random = random;
    this.seed = seed;
  }

  void check() throws IOException {
    for (int i = 0; i < 120; i++) {
      LetterMaker letter = randomLetter("letter" + i);
      engine.index().put(letter.file(), List.of(letter.make()));
      if (random.nextInt(20) == 0) {
        engine.index().commit();
      }
    }
    engine.index().commit();
    for (int i = 0; i < 12; i++) {
      SearchRequest request = randomRequest();
      SearchResponse response = engine.searcher().search(request);
      for (Facet facet : response.facets()) {
        checkCounts(request, facet);
        checkSum(request, facet);
      }
    }
  }

  /** The count beside a value is the total of choosing it, where no other is chosen. */
  private void checkCounts(SearchRequest request, Facet facet) {
    List<FilterValue> chosen = request.filters().included().getOrDefault(facet.field(), List.of());
    for (Facet.Value value : facet.values()) {
      FilterValue exact = new FilterValue.Exact(value.value());
      assertEquals(chosen.contains(exact), value.selected(), () -> seed + request + value);
      if (chosen.isEmpty() && random.nextInt(3) == 0) {
        Filters toggled = request.filters().toggled(facet.field(), exact);
        assertEquals(
            total(request.withFilters(toggled)), value.count(), () -> seed + request + value);
        assertTrue(value.count() > 0, () -> seed + value);
      }
    }
  }

  private void checkSum(SearchRequest request, Facet facet) {
    assertEquals(0, facet.more(), () -> seed + facet);
    if (SINGLE.contains(facet.field())) {
      Map<FilterField, List<FilterValue>> others = new EnumMap<>(FilterField.class);
      others.putAll(request.filters().included());
      others.remove(facet.field());
      Filters without = new Filters(others, request.filters().excluded());
      long sum = facet.values().stream().mapToLong(Facet.Value::count).sum();
      assertEquals(
          total(request.withFilters(without)), sum + facet.missing(), () -> seed + request + facet);
    }
  }

  private long total(SearchRequest request) {
    return engine.searcher().search(request).total();
  }

  private SearchRequest randomRequest() {
    Map<FilterField, List<FilterValue>> included = new EnumMap<>(FilterField.class);
    Map<FilterField, List<FilterValue>> excluded = new EnumMap<>(FilterField.class);
    for (int i = random.nextInt(3); i > 0; i--) {
      addRandom(random.nextInt(4) == 0 ? excluded : included);
    }
    return new SearchRequest(
        List.of("", "养老", "床位 OR 补贴", "-服务").get(random.nextInt(4)),
        new Filters(included, excluded),
        random.nextInt(4) == 0 ? SearchRequest.Unit.SECTION : SearchRequest.Unit.LETTER,
        Sort.RELEVANCE,
        0,
        null,
        FIELDS,
        ALL_VALUES);
  }

  private void addRandom(Map<FilterField, List<FilterValue>> to) {
    switch (random.nextInt(5)) {
      case 0 -> add(to, FilterField.CITY, "市" + random.nextInt(4));
      case 1 -> add(to, FilterField.YEAR, Integer.toString(2018 + random.nextInt(4)));
      case 2 ->
          add(to, FilterField.MEASURE, random.nextBoolean() ? "EC" : "EC0" + random.nextInt(5));
      case 3 -> add(to, FilterField.CLASS, "ABC".substring(random.nextInt(3)).substring(0, 1));
      default ->
          to.computeIfAbsent(FilterField.YEAR, field -> new ArrayList<>())
              .add(new FilterValue.Years(2018, 2018 + random.nextInt(3)));
    }
  }

  private static void add(Map<FilterField, List<FilterValue>> to, FilterField field, String value) {
    to.computeIfAbsent(field, key -> new ArrayList<>()).add(new FilterValue.Exact(value));
  }

  private LetterMaker randomLetter(String name) {
    LetterMaker letter = LetterMaker.letter(name).text(new RandomText(random).text(60));
    if (random.nextInt(5) > 0) {
      letter.place("省" + random.nextInt(2), "市" + random.nextInt(4));
    }
    if (random.nextInt(5) > 0) {
      letter.year(2018 + random.nextInt(4));
    }
    if (random.nextBoolean()) {
      letter.classification("ABC".substring(random.nextInt(3)).substring(0, 1));
    }
    if (random.nextBoolean()) {
      letter.outcome(random.nextBoolean() ? Outcome.SOLVED : Outcome.PLANNED).kind(Kind.PROPOSAL);
    }
    for (int i = random.nextInt(4); i > 0; i--) {
      letter.section("一、", "养老" + i, new RandomText(random).text(20), "EC0" + random.nextInt(5));
    }
    for (int i = random.nextInt(3); i > 0; i--) {
      letter.number(List.of("068", "68", "DH0271", "271", "J027").get(random.nextInt(5)));
    }
    return letter;
  }
}
