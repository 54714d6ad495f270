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

/** Counts letters by place and year in one pass over the hits. */
final class LuceneCoverage implements CoverageCounter {
  private final LuceneSearcher searcher;
  private final Vocabulary vocabulary;

  LuceneCoverage(LuceneSearcher searcher, Vocabulary vocabulary) {
    this.searcher = searcher;
    this.vocabulary = vocabulary;
  }

  @Override
  public Coverage coverage(SearchRequest request) {
    return searcher.withSearcher(held -> coverage(held, request));
  }

  private Coverage coverage(IndexSearcher held, SearchRequest request) throws IOException {
    SearchRequest letters =
        SearchRequest.of(request.q()).withFilters(request.filters()).withoutHits();
    Query match = searcher.question(held, QueryParser.parse(letters.q()), letters).match();
    Query narrowed = FilterQueries.narrowed(match, letters.filters(), Optional.empty());
    Map<Place, Map<Integer, Long>> counts = held.search(narrowed, new Manager());
    Map<Place, Coverage.Years> years = new HashMap<>();
    counts.forEach((place, byYear) -> years.put(place, Coverage.Years.of(byYear)));
    return Coverage.of(years, vocabulary);
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
      return new LeafCollector() {
        @Override
        public void setScorer(Scorable scorer) {}

        @Override
        public void collect(int doc) throws IOException {
          Place place = new Place(name(provinces, doc), name(cities, doc), name(counties, doc));
          int year =
              years.advanceExact(doc) ? Math.toIntExact(years.nextValue()) : Coverage.Years.NO_YEAR;
          counts.computeIfAbsent(place, key -> new HashMap<>()).merge(year, 1L, Long::sum);
        }
      };
    }

    private static SortedSetDocValues names(LeafReaderContext leaf, FilterField field)
        throws IOException {
      return DocValues.getSortedSet(leaf.reader(), Fields.filter(field));
    }

    private static @Nullable String name(SortedSetDocValues names, int doc) throws IOException {
      return names.advanceExact(doc) ? names.lookupOrd(names.nextOrd()).utf8ToString() : null;
    }
  }
}
