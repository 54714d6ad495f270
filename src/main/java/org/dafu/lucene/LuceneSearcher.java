package org.dafu.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermQuery;
import org.dafu.analysis.WordUnit;
import org.dafu.reply.Reply;
import org.dafu.reply.ReplyId;
import org.dafu.search.FileRecord;
import org.dafu.search.HeldNames;
import org.dafu.search.Hit;
import org.dafu.search.Meanings.Nearness;
import org.dafu.search.ParsedQuery;
import org.dafu.search.QueryParser;
import org.dafu.search.QueryWarning;
import org.dafu.search.Recognised;
import org.dafu.search.Recogniser;
import org.dafu.search.ReplySearcher;
import org.dafu.search.SearchRequest;
import org.dafu.search.SearchRequest.Unit;
import org.dafu.search.SearchResponse;
import org.dafu.search.TypedValues;
import org.dafu.search.Vocabulary;
import org.jspecify.annotations.Nullable;

/** Searches the last commit. */
final class LuceneSearcher implements ReplySearcher {
  private static final String RELAXED = "relaxed";

  /** What is done with a searcher of one commit. */
  interface Task<T> {
    T run(IndexSearcher searcher) throws IOException;
  }

  /**
   * A question made ready for one unit.
   *
   * @param lift the part of the score that its names and terms give
   */
  record Question(
      Query match,
      Query score,
      Query lift,
      Asked asked,
      List<QueryWarning> warnings,
      List<Recognised> recognised) {}

  private final SearcherManager searchers;
  private final Phrases phrases;
  private final Reading reading;
  private final Scoring scoring;
  private final Meant meant;
  private final FacetCounts facets;
  private final Vocabulary vocabulary;
  private final Duration timeLimit;

  LuceneSearcher(
      SearcherManager searchers,
      Phrases phrases,
      Reading reading,
      Scoring scoring,
      Meant meant,
      FacetCounts facets,
      Vocabulary vocabulary,
      Duration timeLimit) {
    this.searchers = searchers;
    this.phrases = phrases;
    this.reading = reading;
    this.scoring = scoring;
    this.meant = meant;
    this.facets = facets;
    this.vocabulary = vocabulary;
    this.timeLimit = timeLimit;
  }

  @Override
  public SearchResponse search(SearchRequest request) {
    return withSearcher(searcher -> search(searcher, request));
  }

  @Override
  public Optional<Reply> reply(ReplyId id) {
    return withSearcher(
        searcher -> {
          int doc = letter(searcher, id);
          return doc < 0 ? Optional.empty() : Optional.of(Hits.reply(searcher, doc));
        });
  }

  @Override
  public Optional<FileRecord> file(ReplyId id) {
    return withSearcher(
        searcher -> {
          int doc = letter(searcher, id);
          return doc < 0 ? Optional.empty() : record(searcher, doc);
        });
  }

  @Override
  public long count() {
    return withSearcher(searcher -> (long) searcher.count(Fields.ofType(Fields.LETTER)));
  }

  private SearchResponse search(IndexSearcher searcher, SearchRequest request) throws IOException {
    long started = System.nanoTime();
    TimeLimit limit = new TimeLimit(timeLimit);
    searcher.setTimeout(limit);
    ParsedQuery parsed = QueryParser.parse(request.q());
    Question question = question(searcher, parsed, request);
    Pages.Page page = page(searcher, request, question, order(request, question));
    limit.restart();
    FacetCounts.Counted counted = facets.count(searcher, question.match(), request);
    return new SearchResponse(
        Math.max(counted.total(), page.hits().size()),
        TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started),
        understood(parsed, question.recognised()),
        meant.warned(request, timed(searcher, told(question, counted.total()))),
        hits(searcher, request.unit(), question, page.hits()),
        counted.facets(),
        page.next() == null ? null : Cursor.of(page.next(), request),
        question.recognised());
  }

  /** Where nothing was found, nothing was listed that has a part of the words. */
  private static List<QueryWarning> told(Question question, long total) {
    return total > 0
        ? question.warnings()
        : question.warnings().stream().filter(each -> !each.code().equals(RELAXED)).toList();
  }

  /** The warnings, and that the time was over if it was. */
  static List<QueryWarning> timed(IndexSearcher searcher, List<QueryWarning> warnings) {
    if (!searcher.timedOut()) {
      return warnings;
    }
    List<QueryWarning> all = new ArrayList<>(warnings);
    all.add(QueryWarning.CUT_OFF);
    return all;
  }

  /** Names that are not written out as what they are, after the words that they are among. */
  private static String understood(ParsedQuery parsed, List<Recognised> recognised) {
    String names =
        recognised.stream()
            .filter(name -> !parsed.understood().contains(said(name)))
            .map(LuceneSearcher::said)
            .collect(Collectors.joining("，"));
    return names.isEmpty() ? parsed.understood() : parsed.understood() + "（" + names + "）";
  }

  private static String said(Recognised name) {
    return name.type().label() + " " + name.value();
  }

  Question question(IndexSearcher searcher, ParsedQuery parsed, SearchRequest request) {
    Query ofUnit = Fields.ofUnit(request.unit());
    HeldNames held = new IndexedNames(searcher.getIndexReader(), reading);
    List<Recognised> recognised = recognised(held, parsed);
    NamedLetters named =
        new NamedLetters(
            recognised,
            request.unit(),
            phrases,
            reading,
            (field, typed) -> TypedValues.of(field, typed, vocabulary, held));
    Matching matching =
        new Matching(
            request.unit(),
            phrases,
            reading,
            request.q().strip().codePoints().noneMatch(Character::isWhitespace),
            named,
            (query, most) -> found(searcher, Matching.allOf(List.of(ofUnit, query)), most));
    Query match = Matching.allOf(List.of(ofUnit, matching.query(parsed.node())));
    List<QueryWarning> warnings = new ArrayList<>(parsed.warnings());
    matching.relaxed().forEach(run -> warnings.add(relaxed(run, request.q())));
    Asked asked = Asked.of(parsed.node());
    searcher.setSimilarity(scoring.similarity(asked));
    Query words = scoring.query(asked, request.unit());
    Query together = scoring.together(asked, request.unit());
    Query lift = Matching.anyOf(List.of(named.lift(scoring.recognised()), together));
    Query score = Matching.anyOf(List.of(words, lift));
    return new Question(match, score, lift, asked, warnings, recognised);
  }

  private List<Recognised> recognised(HeldNames held, ParsedQuery parsed) {
    return Recogniser.recognised(
        parsed.node(),
        vocabulary,
        held,
        text -> reading.everyUnit(text).stream().map(WordUnit::text).toList());
  }

  private static QueryWarning relaxed(Matching.Relaxed run, String q) {
    int start = Math.max(0, q.indexOf(run.text()));
    String message =
        run.whole() == 0
            ? "没有答复含有“" + run.text() + "”的全部词语，已列出含有其中部分文字的答复"
            : "含有“" + run.text() + "”全部词语的只有 " + run.whole() + " 件，也列出了含有其中部分文字的答复";
    return new QueryWarning(RELAXED, message, start, start + run.text().length());
  }

  private static int found(IndexSearcher searcher, Query query, int most) {
    try {
      return searcher.search(query, most).scoreDocs.length;
    } catch (IOException e) {
      throw new UncheckedIOException("the index cannot be read", e);
    }
  }

  /** Without words there is nothing to be relevant to: then the latest letters come first. */
  private static Order order(SearchRequest request, Question question) {
    return switch (request.sort()) {
      case RELEVANCE -> question.asked().isEmpty() ? Order.NEWEST : Order.BEST;
      case NEWEST -> Order.NEWEST;
      case OLDEST -> Order.OLDEST;
    };
  }

  private Pages.Page page(
      IndexSearcher searcher, SearchRequest request, Question question, Order order)
      throws IOException {
    String cursor = request.cursor();
    Place place = cursor == null ? Place.START : Cursor.read(cursor, request, order);
    if (request.size() == 0) {
      return new Pages.Page(List.of(), null);
    }
    Pages pages = new Pages(searcher, request, question, order);
    if (place.last() != null || order != Order.BEST) {
      return pages.plain(place.last());
    }
    Optional<Nearness> nearness = meant.nearness(request, question.asked());
    return nearness.isEmpty() && place.given().isEmpty()
        ? pages.plain(null)
        : pages.fused(place.given(), nearness, meant.weight());
  }

  /** What meaning adds to a letter's score by words, or takes from it. */
  double meaning(IndexSearcher searcher, Question question, SearchRequest request, int doc)
      throws IOException {
    Optional<Nearness> nearness = meant.nearness(request, question.asked());
    return nearness.isEmpty()
        ? 0
        : new Pages(searcher, request, question, Order.BEST)
            .meaning(doc, nearness.get(), meant.weight());
  }

  List<Hit> hits(IndexSearcher searcher, Unit unit, Question question, List<FieldDoc> page)
      throws IOException {
    Snippets snippets = new Snippets(question.asked(), phrases, reading);
    Hits hits = new Hits(searcher, snippets, sections(question.asked(), unit));
    List<Hit> made = new ArrayList<>();
    for (FieldDoc doc : page) {
      double score = doc.fields[0] instanceof Float relevance ? relevance : 0;
      made.add(hits.hit(doc, unit, score));
    }
    return made;
  }

  private Query sections(Asked asked, Unit unit) {
    return unit == Unit.SECTION || asked.isEmpty()
        ? new MatchNoDocsQuery("no sections asked for")
        : new BooleanQuery.Builder()
            .add(Fields.ofType(Fields.SECTION), Occur.FILTER)
            .add(scoring.query(asked, Unit.SECTION), Occur.MUST)
            .build();
  }

  /** The document of a letter that may be shown; -1 if there is none. */
  static int letter(IndexSearcher searcher, ReplyId id) throws IOException {
    Query query =
        new BooleanQuery.Builder()
            .add(Fields.ofType(Fields.LETTER), Occur.FILTER)
            .add(new TermQuery(new Term(Fields.ID, id.value())), Occur.FILTER)
            .build();
    return Arrays.stream(searcher.search(query, 1).scoreDocs)
        .mapToInt(found -> found.doc)
        .findFirst()
        .orElse(-1);
  }

  private static Optional<FileRecord> record(IndexSearcher searcher, int letter)
      throws IOException {
    String key = searcher.storedFields().document(letter).get(Fields.KEY);
    Query query =
        new BooleanQuery.Builder()
            .add(Fields.ofType(Fields.FILE), Occur.FILTER)
            .add(new TermQuery(new Term(Fields.KEY, key)), Occur.FILTER)
            .build();
    ScoreDoc[] found = searcher.search(query, 1).scoreDocs;
    if (found.length == 0) {
      return Optional.empty();
    }
    List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
    LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(found[0].doc, leaves));
    BinaryDocValues records = DocValues.getBinary(leaf.reader(), Fields.RECORD);
    return records.advanceExact(found[0].doc - leaf.docBase)
        ? Optional.of(FileRecords.read(records.binaryValue()))
        : Optional.empty();
  }

  /** The same, its searches ended by the time limit; they then give what they have until then. */
  <T> T withinTime(Task<T> task) {
    return withSearcher(
        searcher -> {
          searcher.setTimeout(new TimeLimit(timeLimit));
          return task.run(searcher);
        });
  }

  <T> T withSearcher(Task<T> task) {
    @Nullable IndexSearcher searcher = null;
    try {
      searcher = searchers.acquire();
      // A searcher of its own, which costs nothing: how words count depends on the question.
      IndexSearcher own = new IndexSearcher(searcher.getIndexReader());
      own.setSimilarity(scoring.similarity());
      return task.run(own);
    } catch (IOException e) {
      throw new UncheckedIOException("the index cannot be read", e);
    } finally {
      release(searcher);
    }
  }

  private void release(@Nullable IndexSearcher searcher) {
    if (searcher != null) {
      try {
        searchers.release(searcher);
      } catch (IOException e) {
        throw new UncheckedIOException("the index cannot be let go", e);
      }
    }
  }
}
