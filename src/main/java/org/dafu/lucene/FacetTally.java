package org.dafu.lucene;

import java.io.IOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.dafu.search.FilterField;

/** Counts hits, and how they fall over the values of some fields, in one pass. */
final class FacetTally implements Collector {
  /** Counts of one field: by value, and of hits without any. */
  static final class Counts {
    final Map<String, Long> byValue = new HashMap<>();
    long missing;
  }

  /** Counts of one field within one segment. */
  private interface Column {
    void count(int doc) throws IOException;

    void close() throws IOException;
  }

  private final Map<FilterField, Counts> counts = new EnumMap<>(FilterField.class);
  private long total;

  FacetTally(List<FilterField> fields) {
    fields.forEach(field -> counts.put(field, new Counts()));
  }

  /** A manager for one thread's search. */
  static CollectorManager<FacetTally, FacetTally> manager(List<FilterField> fields) {
    return new CollectorManager<>() {
      @Override
      public FacetTally newCollector() {
        return new FacetTally(fields);
      }

      @Override
      public FacetTally reduce(java.util.Collection<FacetTally> collectors) {
        FacetTally sum = new FacetTally(fields);
        collectors.forEach(sum::add);
        return sum;
      }
    };
  }

  long total() {
    return total;
  }

  Counts counts(FilterField field) {
    return counts.getOrDefault(field, new Counts());
  }

  @Override
  public ScoreMode scoreMode() {
    return ScoreMode.COMPLETE_NO_SCORES;
  }

  @Override
  public LeafCollector getLeafCollector(LeafReaderContext context) throws IOException {
    Column[] columns = new Column[counts.size()];
    int next = 0;
    for (Map.Entry<FilterField, Counts> entry : counts.entrySet()) {
      columns[next++] = column(context, entry.getKey(), entry.getValue());
    }
    return new LeafCollector() {
      @Override
      public void setScorer(Scorable scorer) {}

      @Override
      public void collect(int doc) throws IOException {
        total++;
        for (Column column : columns) {
          column.count(doc);
        }
      }

      @Override
      public void finish() throws IOException {
        for (Column column : columns) {
          column.close();
        }
      }
    };
  }

  private static Column column(LeafReaderContext context, FilterField field, Counts counts)
      throws IOException {
    String name = Fields.filter(field);
    return field == FilterField.YEAR
        ? years(DocValues.getSortedNumeric(context.reader(), name), counts)
        : values(DocValues.getSortedSet(context.reader(), name), counts);
  }

  private static Column years(SortedNumericDocValues years, Counts counts) {
    return new Column() {
      @Override
      public void count(int doc) throws IOException {
        if (years.advanceExact(doc)) {
          counts.byValue.merge(Long.toString(years.nextValue()), 1L, Long::sum);
        } else {
          counts.missing++;
        }
      }

      @Override
      public void close() {}
    };
  }

  private static Column values(SortedSetDocValues values, Counts counts) {
    long[] byOrdinal = new long[Math.toIntExact(values.getValueCount())];
    return new Column() {
      @Override
      public void count(int doc) throws IOException {
        if (!values.advanceExact(doc)) {
          counts.missing++;
          return;
        }
        for (int i = values.docValueCount(); i > 0; i--) {
          byOrdinal[(int) values.nextOrd()]++;
        }
      }

      @Override
      public void close() throws IOException {
        for (int ordinal = 0; ordinal < byOrdinal.length; ordinal++) {
          if (byOrdinal[ordinal] > 0) {
            String value = values.lookupOrd(ordinal).utf8ToString();
            counts.byValue.merge(value, byOrdinal[ordinal], Long::sum);
          }
        }
        Arrays.fill(byOrdinal, 0);
      }
    };
  }

  private void add(FacetTally other) {
    total += other.total;
    other.counts.forEach(
        (field, found) -> {
          Counts sum = counts(field);
          found.byValue.forEach((value, count) -> sum.byValue.merge(value, count, Long::sum));
          sum.missing += found.missing;
        });
  }
}
