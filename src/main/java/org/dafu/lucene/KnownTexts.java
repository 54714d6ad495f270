package org.dafu.lucene;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.Bits;
import org.dafu.analysis.CharacterFold;
import org.dafu.analysis.Typeahead;
import org.dafu.analysis.WordsAnalyzer;
import org.dafu.search.FilterField;
import org.dafu.search.FilterValue;
import org.dafu.search.Filters;
import org.dafu.search.SearchRequest;
import org.dafu.search.Suggestion;
import org.dafu.search.Vocabulary;

/** The texts by which the letters of one commit can be asked for, ready to be completed. */
final class KnownTexts {
  /** Most texts of one type; the rarest are left out. */
  private static final int MAX_TEXTS = 50_000;

  private static final Map<FilterField, Suggestion.Type> TYPES = new EnumMap<>(FilterField.class);

  static {
    TYPES.put(FilterField.PROVINCE, Suggestion.Type.PLACE);
    TYPES.put(FilterField.CITY, Suggestion.Type.PLACE);
    TYPES.put(FilterField.COUNTY, Suggestion.Type.PLACE);
    TYPES.put(FilterField.MEASURE, Suggestion.Type.MEASURE);
    TYPES.put(FilterField.POLICY, Suggestion.Type.POLICY);
    TYPES.put(FilterField.AGENCY, Suggestion.Type.AGENCY);
  }

  private static final Comparator<Suggestion> ORDER =
      Comparator.comparingLong(Suggestion::count)
          .reversed()
          .thenComparingInt(suggestion -> suggestion.text().length())
          .thenComparing(Suggestion::text);

  private final Map<Suggestion.Type, Typeahead<Suggestion>> byType =
      new EnumMap<>(Suggestion.Type.class);

  /** Where words begin in each text; kept, as cutting them is most of the work. */
  private final Map<String, int[]> wordStarts = new HashMap<>();

  /**
   * @param earlier what was known of an earlier commit, or {@link #NOTHING}
   */
  KnownTexts(
      IndexSearcher searcher,
      Vocabulary vocabulary,
      CharacterFold fold,
      WordsAnalyzer segmenter,
      KnownTexts earlier)
      throws IOException {
    Map<Suggestion.Type, List<Suggestion>> all = collected(searcher, vocabulary);
    for (Map.Entry<Suggestion.Type, List<Suggestion>> entry : all.entrySet()) {
      LinkedHashMap<String, Suggestion> texts = new LinkedHashMap<>();
      entry.getValue().stream()
          .sorted(ORDER)
          .limit(MAX_TEXTS)
          .forEach(suggestion -> texts.putIfAbsent(suggestion.text(), suggestion));
      byType.put(
          entry.getKey(),
          new Typeahead<>(
              texts,
              fold,
              text -> {
                int[] known = earlier.wordStarts.get(text);
                int[] starts = known == null ? wordStarts(text, segmenter) : known;
                wordStarts.put(text, starts);
                return starts;
              }));
    }
  }

  private KnownTexts() {}

  /** What is known of no letters. */
  static final KnownTexts NOTHING = new KnownTexts();

  /** The completions of one type, best first. */
  List<Typeahead.Match<Suggestion>> find(Suggestion.Type type, String typed, int limit) {
    Typeahead<Suggestion> texts = byType.get(type);
    return texts == null ? List.of() : texts.find(typed, limit);
  }

  /** Pieces of any text whose full pinyin is this, with how many texts have them. */
  Map<String, Integer> spelledOut(String pinyin) {
    Map<String, Integer> pieces = new HashMap<>();
    byType
        .values()
        .forEach(
            texts ->
                texts
                    .spelledOut(pinyin)
                    .forEach((piece, count) -> pieces.merge(piece, count, Integer::sum)));
    return pieces;
  }

  private static Map<Suggestion.Type, List<Suggestion>> collected(
      IndexSearcher searcher, Vocabulary vocabulary) throws IOException {
    FacetTally tally =
        searcher.search(
            Fields.ofType(Fields.LETTER), FacetTally.manager(List.copyOf(TYPES.keySet())));
    Map<Suggestion.Type, List<Suggestion>> all = new EnumMap<>(Suggestion.Type.class);
    TYPES.forEach(
        (field, type) ->
            tally
                .counts(field)
                .byValue
                .forEach(
                    (value, count) ->
                        all.computeIfAbsent(type, key -> new ArrayList<>())
                            .add(ofFilter(type, field, value, count, vocabulary))));
    List<Suggestion> titles = all.computeIfAbsent(Suggestion.Type.TITLE, key -> new ArrayList<>());
    titles(searcher).forEach((title, count) -> titles.add(ofTitle(title, count)));
    return all;
  }

  private static Suggestion ofFilter(
      Suggestion.Type type, FilterField field, String value, long count, Vocabulary vocabulary) {
    String word = vocabulary.label(field, value);
    String label = type == Suggestion.Type.POLICY ? "《" + word + "》" : word;
    Filters only = Filters.NONE.toggled(field, new FilterValue.Exact(value));
    String text = type == Suggestion.Type.MEASURE ? word : value; // a code is nothing to type
    return new Suggestion(type, text, label, count, SearchRequest.of("").withFilters(only));
  }

  private static Suggestion ofTitle(String title, long count) {
    String q = "title:" + quoted(title);
    return new Suggestion(Suggestion.Type.TITLE, title, title, count, SearchRequest.of(q));
  }

  /** In quotation marks that the title itself has none of, as a quotation ends at the first one. */
  private static String quoted(String title) {
    if (title.indexOf('」') < 0) {
      return "「" + title + "」";
    }
    return title.indexOf('"') < 0 ? '"' + title + '"' : "“" + title + "”";
  }

  private static Map<String, Long> titles(IndexSearcher searcher) throws IOException {
    Map<String, Long> counts = new HashMap<>();
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      LeafReader reader = leaf.reader();
      Bits live = reader.getLiveDocs();
      SortedSetDocValues titles = DocValues.getSortedSet(reader, Fields.TITLES);
      long[] byOrdinal = new long[Math.toIntExact(titles.getValueCount())];
      while (titles.nextDoc() != SortedSetDocValues.NO_MORE_DOCS) {
        if (live == null || live.get(titles.docID())) {
          for (int i = titles.docValueCount(); i > 0; i--) {
            byOrdinal[(int) titles.nextOrd()]++;
          }
        }
      }
      for (int ordinal = 0; ordinal < byOrdinal.length; ordinal++) {
        if (byOrdinal[ordinal] > 0) {
          counts.merge(titles.lookupOrd(ordinal).utf8ToString(), byOrdinal[ordinal], Long::sum);
        }
      }
    }
    return counts;
  }

  private static int[] wordStarts(String text, WordsAnalyzer segmenter) {
    TreeSet<Integer> starts = new TreeSet<>();
    try (TokenStream tokens = segmenter.tokenStream("", new StringReader(text))) {
      OffsetAttribute offset = tokens.addAttribute(OffsetAttribute.class);
      tokens.reset();
      while (tokens.incrementToken()) {
        starts.add(offset.startOffset());
      }
      tokens.end();
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory", e);
    }
    return starts.stream().mapToInt(Integer::intValue).toArray();
  }
}
