package org.dafu.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.dafu.reply.Coded;
import org.dafu.reply.ProposalNumber;
import org.dafu.reply.Reply;
import org.dafu.reply.ReplyId;
import org.dafu.reply.Section;
import org.dafu.reply.Span;
import org.dafu.search.Facet;
import org.dafu.search.FileRecord;
import org.dafu.search.FilterField;
import org.dafu.search.FilterValue;
import org.dafu.search.Hit;
import org.dafu.search.InvalidCursorException;
import org.dafu.search.Mode;
import org.dafu.search.QueryWarning;
import org.dafu.search.ReplySearcher;
import org.dafu.search.SearchRequest;
import org.dafu.search.SearchResponse;
import org.dafu.search.Snippet;
import org.dafu.search.Sort;
import org.jspecify.annotations.Nullable;

/** An engine over a list: finds a text that holds the whole query, literally. */
class FakeSearcher implements ReplySearcher {
  private final List<Reply> letters;
  private final FakeVocabulary vocabulary = new FakeVocabulary();

  /** The last request that was no mere count, as the engine got it. */
  final AtomicReference<@Nullable SearchRequest> last = new AtomicReference<>();

  FakeSearcher(List<Reply> letters) {
    this.letters = letters;
  }

  @Override
  public SearchResponse search(SearchRequest request) {
    if (request.size() > 0 || !request.facets().isEmpty()) {
      last.set(request);
    }
    if (request.q().equals("fail")) {
      throw new IllegalStateException("a bug with a secret");
    }
    List<Reply> found =
        letters.stream()
            .filter(reply -> accepted(reply, request, null))
            .sorted(order(request))
            .toList();
    List<Hit> hits =
        switch (request.unit()) {
          case LETTER -> found.stream().map(reply -> letter(reply, request.q())).toList();
          case SECTION -> found.stream().flatMap(reply -> sections(reply, request.q())).toList();
        };
    int from = start(request);
    int to = Math.min(hits.size(), from + request.size());
    return new SearchResponse(
        hits.size(),
        3,
        request.q(),
        warnings(request),
        hits.subList(Math.min(from, to), to),
        request.facets().stream().map(field -> facet(field, request)).toList(),
        to < hits.size() && request.size() > 0 ? "from-" + to : null);
  }

  private static List<QueryWarning> warnings(SearchRequest request) {
    if (request.mode() == Mode.HYBRID) {
      return List.of(QueryWarning.LEXICAL_ONLY);
    }
    return request.q().contains("“") && !request.q().contains("”")
        ? List.of(new QueryWarning("unclosed-quote", "引号没有配对。", 0, 1))
        : List.of();
  }

  @Override
  public Optional<Reply> reply(ReplyId id) {
    return letters.stream().filter(reply -> reply.id().equals(id)).findFirst();
  }

  @Override
  public Optional<FileRecord> file(ReplyId id) {
    return Optional.empty();
  }

  @Override
  public long count() {
    return letters.size();
  }

  private static int start(SearchRequest request) {
    String cursor = request.cursor();
    if (cursor == null) {
      return 0;
    }
    if (!cursor.matches("from-[0-9]{1,4}")) {
      throw new InvalidCursorException("not a cursor: " + cursor);
    }
    return Integer.parseInt(cursor.substring(5));
  }

  private static Comparator<Reply> order(SearchRequest request) {
    Comparator<Reply> byYear =
        Comparator.comparingInt(reply -> reply.year() == null ? 0 : reply.year());
    return request.sort() == Sort.NEWEST
        ? byYear.reversed()
        : request.sort() == Sort.OLDEST ? byYear : Comparator.comparing(r -> r.id().value());
  }

  private static boolean accepted(
      Reply reply, SearchRequest request, @Nullable FilterField ignored) {
    String all = reply.displayTitle() + "\n" + reply.text();
    return all.contains(request.q().replaceAll("[“”]", ""))
        && request.filters().included().entrySet().stream()
            .filter(entry -> entry.getKey() != ignored)
            .allMatch(entry -> any(reply, entry.getKey(), entry.getValue()))
        && request.filters().excluded().entrySet().stream()
            .noneMatch(entry -> any(reply, entry.getKey(), entry.getValue()));
  }

  private static boolean any(Reply reply, FilterField field, List<FilterValue> wanted) {
    List<String> have = values(reply, field);
    return wanted.stream()
        .anyMatch(
            value ->
                switch (value) {
                  case FilterValue.Exact(String text) -> have.contains(text);
                  case FilterValue.Years(int from, int to) ->
                      reply.year() != null && reply.year() >= from && reply.year() <= to;
                });
  }

  private static List<String> values(Reply reply, FilterField field) {
    return switch (field) {
      case PROVINCE -> one(reply.province());
      case CITY -> one(reply.city());
      case COUNTY -> one(reply.county());
      case YEAR -> one(reply.year() == null ? null : reply.year().toString());
      case MEASURE -> reply.measures();
      case INSTRUMENT -> reply.instruments();
      case STATUS -> reply.status();
      case CLASS -> one(reply.classification());
      case OUTCOME -> code(reply.outcome());
      case KIND -> code(reply.kind());
      case REPLY_TYPE -> code(reply.replyType());
      case AGENCY -> one(reply.agency());
      case POLICY -> reply.policies().stream().map(policy -> policy.title()).toList();
      case DISCLOSURE -> code(reply.disclosure());
      case SESSION -> one(reply.session() == null ? null : reply.session().text());
      case NUMBER -> reply.numbers().stream().map(ProposalNumber::text).toList();
      case DOC_NUMBER -> one(reply.docNumber());
    };
  }

  private static List<String> one(@Nullable String value) {
    return value == null ? List.of() : List.of(value);
  }

  private static List<String> code(@Nullable Coded value) {
    return value == null ? List.of() : List.of(value.code());
  }

  private Facet facet(FilterField field, SearchRequest request) {
    Map<String, Long> counts = field == FilterField.YEAR ? new TreeMap<>() : new LinkedHashMap<>();
    long missing = 0;
    for (Reply reply : letters) {
      if (accepted(reply, request, field)) {
        List<String> values = values(reply, field);
        values.forEach(value -> counts.merge(value, 1L, Long::sum));
        missing += values.isEmpty() ? 1 : 0;
      }
    }
    List<Facet.Value> all =
        counts.entrySet().stream()
            .map(
                entry ->
                    new Facet.Value(
                        entry.getKey(),
                        vocabulary.label(field, entry.getKey()),
                        entry.getValue(),
                        request.filters().includes(field, new FilterValue.Exact(entry.getKey()))))
            .toList();
    List<Facet.Value> listed = all.subList(0, Math.min(all.size(), request.facetSize()));
    return new Facet(field, listed, missing, all.size() - listed.size());
  }

  private static Hit letter(Reply reply, String q) {
    List<Hit.SectionHit> sections = new ArrayList<>();
    List<Section> all = reply.allSections();
    for (int i = 0; i < all.size() && !q.isEmpty(); i++) {
      if (all.get(i).text().contains(q) && sections.size() < 3) {
        sections.add(
            new Hit.SectionHit(i, all.get(i).label(), all.get(i).heading(), 1.0 / (i + 1)));
      }
    }
    return new Hit(reply, 1.5, snippets(reply, q), sections);
  }

  private static Stream<Hit> sections(Reply reply, String q) {
    List<Hit> hits = new ArrayList<>();
    List<Section> all = reply.allSections();
    for (int i = 0; i < all.size(); i++) {
      Section section = all.get(i);
      if (section.text().contains(q)) {
        Hit.SectionHit hit = new Hit.SectionHit(i, section.label(), section.heading(), 1.0);
        hits.add(new Hit(reply, 1.0, snippets(reply, q), List.of(hit)));
      }
    }
    return hits.stream();
  }

  private static List<Snippet> snippets(Reply reply, String q) {
    List<Snippet> snippets = new ArrayList<>();
    if (q.isEmpty()) {
      return snippets;
    }
    String title = reply.displayTitle();
    if (title.contains(q)) {
      snippets.add(new Snippet("title", null, title, -1, marks(title, q)));
    }
    String text = reply.text();
    for (int at = text.indexOf(q);
        at >= 0 && snippets.size() < 3;
        at = text.indexOf(q, at + q.length())) {
      int start = text.lastIndexOf('\n', at) + 1;
      int line = text.indexOf('\n', at);
      String piece = text.substring(start, line < 0 ? text.length() : line);
      snippets.add(new Snippet("text", sectionAt(reply, at), piece, start, marks(piece, q)));
    }
    return snippets;
  }

  private static @Nullable String sectionAt(Reply reply, int at) {
    String name = null;
    for (Section section : reply.allSections()) {
      if (section.span().start() <= at && at < section.span().end()) {
        name = section.label() + section.heading();
      }
    }
    return name;
  }

  private static List<Span> marks(String text, String q) {
    List<Span> marks = new ArrayList<>();
    for (int at = text.indexOf(q); at >= 0; at = text.indexOf(q, at + q.length())) {
      marks.add(new Span(at, at + q.length()));
    }
    return marks;
  }
}
