package org.dafu.lucene;

import java.io.Closeable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.lucene.search.ReferenceManager;
import org.apache.lucene.search.SearcherManager;
import org.dafu.analysis.CharacterFold;
import org.dafu.analysis.Typeahead;
import org.dafu.analysis.WordUnit;
import org.dafu.analysis.WordsAnalyzer;
import org.dafu.search.Suggester;
import org.dafu.search.Suggestion;
import org.dafu.search.Vocabulary;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Completes from {@link KnownTexts}, which are made anew after each commit by a thread of their
 * own. Until somebody asks, nothing is made: most commands of the program complete nothing.
 */
final class LuceneSuggester implements Suggester, Closeable {
  private static final Logger LOG = LoggerFactory.getLogger(LuceneSuggester.class);

  /** Of ten suggestions at most four are of one type, as long as there are others. */
  private static final double MAX_SHARE = 0.4;

  private static final long CLOSE_SECONDS = 30;

  /** Listed words that may be meant; each has some others that stand for it. */
  private static final int MAX_WORDS = 4;

  /** Behind everything that has what was typed itself. */
  private static final int BY_STAND_IN = 4;

  /** A suggestion with its place: in characters before in pinyin, beginning before inside. */
  private record Ranked(Suggestion suggestion, int quality) {
    static final Comparator<Ranked> ORDER =
        Comparator.comparingInt(Ranked::quality)
            .thenComparing(ranked -> ranked.suggestion().type());
  }

  private final LuceneSearcher searcher;
  private final Vocabulary vocabulary;
  private final CharacterFold fold;
  private final WordsAnalyzer segmenter;
  private final Reading reading;
  private final AtomicBoolean pending = new AtomicBoolean();
  private final ExecutorService maker =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("suggestions").factory());

  /** The texts of one commit. */
  private volatile Optional<KnownTexts> ready = Optional.empty();

  /**
   * How many letters each title gives in what is searched now, counted when shown: the title of a
   * letter that is withdrawn gives none from then on, whenever other texts are made.
   */
  private volatile Map<String, Long> titleCounts = new ConcurrentHashMap<>();

  LuceneSuggester(
      LuceneSearcher searcher,
      SearcherManager searchers,
      Vocabulary vocabulary,
      CharacterFold fold,
      WordsAnalyzer segmenter,
      Reading reading) {
    this.searcher = searcher;
    this.vocabulary = vocabulary;
    this.fold = fold;
    this.segmenter = segmenter;
    this.reading = reading;
    searchers.addListener(
        new ReferenceManager.RefreshListener() {
          @Override
          public void beforeRefresh() {}

          @Override
          public void afterRefresh(boolean changed) {
            if (changed) {
              titleCounts = new ConcurrentHashMap<>();
              if (ready.isPresent()) {
                prepare();
              }
            }
          }
        });
  }

  @Override
  public void prepare() {
    if (pending.compareAndSet(false, true)) {
      try {
        maker.execute(this::remake);
      } catch (RejectedExecutionException e) {
        LOG.debug("closed: nothing is completed any more", e);
      }
    }
  }

  @Override
  public List<Suggestion> suggest(String typed, int size) {
    KnownTexts now = texts();
    Map<String, Long> counts = titleCounts;
    List<Ranked> found = new ArrayList<>();
    for (Suggestion.Type type : Suggestion.Type.values()) {
      now.find(type, typed, size).forEach(match -> found.add(ranked(match)));
    }
    if (found.size() < size) {
      found.addAll(byStandIns(now, typed, size, found));
    }
    found.sort(Ranked.ORDER);
    return chosen(found, size).stream()
        .map(ranked -> counted(ranked.suggestion(), counts))
        .filter(suggestion -> suggestion.count() > 0)
        .toList();
  }

  /** What the words that may be meant are called besides: 卫健 → 卫健委 → 湖州市卫生健康委员会. */
  private List<Ranked> byStandIns(KnownTexts now, String typed, int size, List<Ranked> found) {
    Set<Suggestion> seen = new HashSet<>();
    found.forEach(ranked -> seen.add(ranked.suggestion()));
    List<Ranked> others = new ArrayList<>();
    for (WordUnit word : reading.listed().begun(typed, MAX_WORDS)) {
      for (String standIn : word.alternatives()) {
        for (Suggestion.Type type : Suggestion.Type.values()) {
          for (Typeahead.Match<Suggestion> match : now.find(type, standIn, size)) {
            if (match.spelled() && seen.add(match.value())) {
              others.add(new Ranked(match.value(), BY_STAND_IN));
            }
          }
        }
      }
    }
    return others;
  }

  /** What is known, for callers that find words in it. */
  KnownTexts texts() {
    return ready.orElseGet(this::made);
  }

  private static Ranked ranked(Typeahead.Match<Suggestion> match) {
    return new Ranked(match.value(), (match.spelled() ? 0 : 2) + (match.atStart() ? 0 : 1));
  }

  private static List<Ranked> chosen(List<Ranked> found, int size) {
    int most = Math.max(1, (int) (size * MAX_SHARE));
    Map<Suggestion.Type, Integer> taken = new EnumMap<>(Suggestion.Type.class);
    List<Ranked> chosen = new ArrayList<>();
    List<Ranked> rest = new ArrayList<>();
    for (Ranked ranked : found) {
      boolean fits = taken.merge(ranked.suggestion().type(), 1, Integer::sum) <= most;
      (fits && chosen.size() < size ? chosen : rest).add(ranked);
    }
    rest.stream().limit(size - (long) chosen.size()).forEach(chosen::add);
    chosen.sort(Ranked.ORDER);
    return chosen;
  }

  /** A title is found within longer titles too: its search gives more than have it alone. */
  private Suggestion counted(Suggestion suggestion, Map<String, Long> counts) {
    if (suggestion.type() != Suggestion.Type.TITLE) {
      return suggestion;
    }
    long count =
        counts.computeIfAbsent(
            suggestion.text(), title -> searcher.search(suggestion.search().withoutHits()).total());
    return new Suggestion(
        suggestion.type(), suggestion.text(), suggestion.label(), count, suggestion.search());
  }

  private void remake() {
    pending.set(false); // what is committed from now on asks for another making
    try {
      ready = Optional.of(make());
    } catch (RuntimeException e) { // the letters are searched on; the next commit tries again
      LOG.error("Suggestions could not be made; the earlier ones are kept", e);
    }
  }

  private synchronized KnownTexts made() {
    return ready.orElseGet(
        () -> {
          KnownTexts made = make();
          ready = Optional.of(made);
          return made;
        });
  }

  private KnownTexts make() {
    KnownTexts earlier = ready.orElse(KnownTexts.NOTHING);
    return searcher.withSearcher(
        held -> new KnownTexts(held, vocabulary, fold, segmenter, earlier));
  }

  /** Lets a making end: a thread within Lucene must not be interrupted. */
  @Override
  public void close() {
    maker.shutdown();
    try {
      if (!maker.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
        LOG.warn("suggestions are still being made while the index closes");
      }
    } catch (InterruptedException e) {
      LOG.warn("not waited for suggestions that are still being made", e);
    }
  }
}
