package org.dafu.web.ask;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.dafu.search.FilterField;
import org.dafu.search.FilterValue;
import org.dafu.search.Filters;
import org.dafu.search.Mode;
import org.dafu.search.SearchRequest;
import org.dafu.search.Sort;
import org.dafu.search.Vocabulary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LinksTest {
  /** Takes every value as it is. */
  private static final Vocabulary OPEN =
      new Vocabulary() {
        @Override
        public Optional<String> canonical(FilterField field, String given) {
          return Optional.of(given);
        }

        @Override
        public String label(FilterField field, String value) {
          return value;
        }

        @Override
        public Optional<String> parent(FilterField field, String value) {
          return Optional.empty();
        }
      };

  private static final List<String> TEXTS =
      List.of("养老", "a b", "A+B%", "&=#?", "“引号”", "𠮷野家", "-x", "..", "é", "'\"<>");

  static LongStream seeds() {
    return LongStream.range(0, 300);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void url_readBack_isTheSameQuestion(long seed) {
    Question question = question(new Random(seed));
    String url = Links.url(question);
    assertTrue(url.chars().allMatch(c -> c > 32 && c < 127), "seed " + seed + ": " + url);
    int mark = url.indexOf('?');
    String query = mark < 0 ? null : url.substring(mark + 1);
    assertEquals(question, RequestParameters.read(question.surface(), query, OPEN), "seed " + seed);
  }

  @Test
  void url_ofTheDefaults_isBare() {
    assertEquals(
        "/api/v1/replies", Links.url((Question) RequestParameters.read(Surface.REPLIES, "", OPEN)));
  }

  @Test
  void excluding_aSelectedValue_takesItFromTheAcceptedOnes() {
    Question question =
        (Question) RequestParameters.read(Surface.PAGE, "city=A&city=B&-city=C&cursor=x", OPEN);
    FilterValue a = new FilterValue.Exact("A");
    assertEquals("/?city=B&-city=C&-city=A", Links.url(question.excluding(FilterField.CITY, a)));
    assertEquals("/?city=B&-city=C", Links.url(question.without(FilterField.CITY, a)));
  }

  @Test
  void years_openRange_isWrittenWithBothEnds() {
    Question question = (Question) RequestParameters.read(Surface.REPLIES, "year=2020..", OPEN);
    assertEquals("/api/v1/replies?year=2020..9999", Links.url(question));
  }

  private static Question question(Random random) {
    Surface surface = pick(random, List.of(Surface.values()));
    List<FilterField> facets = new ArrayList<>(List.of(FilterField.values()));
    Collections.shuffle(facets, random);
    SearchRequest request =
        new SearchRequest(
            random.nextBoolean() ? "" : pick(random, TEXTS),
            new Filters(filters(random), filters(random)),
            surface == Surface.PAGE
                ? pick(random, List.of(SearchRequest.Unit.values()))
                : surface.unit(),
            pick(random, List.of(Sort.values())),
            1 + random.nextInt(100),
            random.nextBoolean() ? null : "c" + random.nextInt(),
            random.nextBoolean()
                ? RequestParameters.DEFAULT_FACETS
                : facets.subList(0, random.nextInt(5)),
            1 + random.nextInt(1000));
    return new Question(surface, request, pick(random, List.of(Mode.values())));
  }

  private static Map<FilterField, List<FilterValue>> filters(Random random) {
    Map<FilterField, List<FilterValue>> filters = new EnumMap<>(FilterField.class);
    for (int i = random.nextInt(4); i > 0; i--) {
      FilterField field = pick(random, List.of(FilterField.values()));
      int from = 1900 + random.nextInt(200);
      FilterValue years = new FilterValue.Years(from, from + random.nextInt(10));
      FilterValue value =
          field == FilterField.YEAR
              ? (random.nextBoolean() ? years : new FilterValue.Exact(String.valueOf(from)))
              : new FilterValue.Exact(field == FilterField.CLASS ? "B" : pick(random, TEXTS));
      filters.computeIfAbsent(field, key -> new ArrayList<>()).add(value);
    }
    return filters;
  }

  private static <T> T pick(Random random, List<T> from) {
    return from.get(random.nextInt(from.size()));
  }
}
