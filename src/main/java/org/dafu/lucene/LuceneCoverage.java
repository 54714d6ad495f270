package org.dafu.lucene;

import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.dafu.search.Coverage;
import org.dafu.search.Coverage.Place;
import org.dafu.search.CoverageCounter;
import org.dafu.search.FilterField;
import org.dafu.search.QueryParser;
import org.dafu.search.SearchRequest;
import org.dafu.search.Vocabulary;
import org.jspecify.annotations.Nullable;

/** Counts letters, or sections, by place and year in one pass over the hits. */
final class LuceneCoverage implements CoverageCounter {
  private final LuceneSearcher searcher;
  private final Vocabulary vocabulary;

  LuceneCoverage(LuceneSearcher searcher, Vocabulary vocabulary) {
    this.searcher = searcher;
    this.vocabulary = vocabulary;
  }

  @Override
  public Coverage coverage(SearchRequest request) {
    return searcher.withinTime(held -> coverage(held, request));
  }

  private Coverage coverage(IndexSearcher held, SearchRequest request) throws IOException {
    SearchRequest all = request.withoutHits();
    Query match = searcher.question(held, QueryParser.parse(all.q()), all).match();
    Query narrowed = FilterQueries.narrowed(match, all.filters(), Optional.empty());
    Map<Place, Map<Integer, Long>> counts = held.search(narrowed, new Manager());
    Map<Place, Coverage.Years> years = new HashMap<>();
    counts.forEach((place, byYear) -> years.put(place, Coverage.Years.of(byYear)));
    return Coverage.of(years, vocabulary).asPartial(held.timedOut());
  }

  private static final class Manager
      implements CollectorManager<Tally, Map<Place, Map<Integer, Long>>> {
    @Override
    public Tally newCollector() {
      return new Tally();
    }

    @Override
    public Map<Place, Map<Integer, Long>> reduce(Collection<Tally> tallies) {
      Map<Place, Map<Integer, Long>> sum = new HashMap<>();
      for (Tally tally : tallies) {
        tally.counts.forEach(
            (place, byYear) ->
                byYear.forEach(
                    (year, count) ->
                        sum.computeIfAbsent(place, key -> new HashMap<>())
                            .merge(year, count, Long::sum)));
      }
      return sum;
    }
  }

  /**
   * A place and year within one segment, by the numbers of their names; -1 for none. Names are
   * looked up once for each such key, not for each letter.
   */
  private record Key(int province, int city, int county, int year) {}

  private static final class Tally implements Collector {
    /** By place and year; {@link Coverage.Years#NO_YEAR} for letters without. */
    private final Map<Place, Map<Integer, Long>> counts = new HashMap<>();

    @Override
    public ScoreMode scoreMode() {
      return ScoreMode.COMPLETE_NO_SCORES;
    }

    @Override
    public LeafCollector getLeafCollector(LeafReaderContext leaf) throws IOException {
      SortedSetDocValues provinces = names(leaf, FilterField.PROVINCE);
      SortedSetDocValues cities = names(leaf, FilterField.CITY);
      SortedSetDocValues counties = names(leaf, FilterField.COUNTY);
      SortedNumericDocValues years =
          DocValues.getSortedNumeric(leaf.reader(), Fields.filter(FilterField.YEAR));
      Map<Key, Long> found = new HashMap<>();
      return new LeafCollector() {
        @Override
        public void setScorer(Scorable scorer) {}

        @Override
        public void collect(int doc) throws IOException {
          int year =
              years.advanceExact(doc) ? Math.toIntExact(years.nextValue()) : Coverage.Years.NO_YEAR;
          found.merge(
              new Key(number(provinces, doc), number(cities, doc), number(counties, doc), year),
              1L,
              Long::sum);
        }

        @Override
        public void finish() throws IOException {
          for (Map.Entry<Key, Long> each : found.entrySet()) {
            Key key = each.getKey();
            Place place =
                new Place(
                    name(provinces, key.province()),
                    name(cities, key.city()),
                    name(counties, key.county()));
            counts
                .computeIfAbsent(place, other -> new HashMap<>())
                .merge(key.year(), each.getValue(), Long::sum);
          }
        }
      };
    }

    private static SortedSetDocValues names(LeafReaderContext leaf, FilterField field)
        throws IOException {
      return DocValues.getSortedSet(leaf.reader(), Fields.filter(field));
    }

    private static int number(SortedSetDocValues names, int doc) throws IOException {
      return names.advanceExact(doc) ? Math.toIntExact(names.nextOrd()) : -1;
    }

    private static @Nullable String name(SortedSetDocValues names, int number) throws IOException {
      return number < 0 ? null : names.lookupOrd(number).utf8ToString();
    }
  }
}
