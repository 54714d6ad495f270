package org.dafu.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dafu.reply.Reply;
import org.dafu.reply.ReplyId;
import org.dafu.search.Coverage;
import org.dafu.search.CoverageCounter;
import org.dafu.search.Facet;
import org.dafu.search.FacetLister;
import org.dafu.search.FilterField;
import org.dafu.search.QueryWarning;
import org.dafu.search.ReadSide;
import org.dafu.search.ReplySearcher;
import org.dafu.search.SearchHelp;
import org.dafu.search.SearchRequest;
import org.dafu.search.SearchResponse;
import org.dafu.search.SimilarLetters;
import org.dafu.search.ZeroHits;
import org.dafu.web.ask.Question;
import org.dafu.web.pages.PlaceTree;
import org.jspecify.annotations.Nullable;

/** The one path by which API and pages ask the engine. */
final class Searching {
  private final ReplySearcher searcher;
  private final FacetLister facets;
  private final CoverageCounter coverage;
  private final ZeroHits zeroHits;
  private final SimilarLetters similar;
  private final SearchGate gate;
  private final Metrics metrics;

  /**
   * @param reading what the public may be told
   */
  Searching(ReadSide reading, SearchGate gate, Metrics metrics) {
    this.searcher = reading.replies();
    this.facets = reading.facets();
    this.coverage = reading.coverage();
    this.zeroHits = new ZeroHits(reading);
    this.similar = new SimilarLetters(reading);
    this.gate = gate;
    this.metrics = metrics;
  }

  /**
   * The engine's answer.
   *
   * @throws BusyException if too many searches run
   * @throws org.dafu.search.InvalidCursorException if the cursor is of another search
   */
  SearchResponse answer(Question question) {
    SearchResponse response = gate.pass(() -> found(question));
    if (response.warnings().stream()
        .anyMatch(each -> each.code().equals(QueryWarning.TIME_LIMIT))) {
      metrics.cutOff();
    }
    return response;
  }

  private SearchResponse found(Question question) {
    SearchRequest request = question.request();
    Question.Listing listing = question.listing();
    if (listing.equals(Question.Listing.TOP)) {
      return searcher.search(request);
    }
    SearchResponse response = searcher.search(request.withoutHits());
    List<Facet> listed =
        request.facets().stream()
            .map(field -> facets.list(request, field, listing.typed(), listing.from()))
            .toList();
    return new SearchResponse(
        response.total(),
        response.tookMillis(),
        response.understood(),
        response.warnings(),
        response.hits(),
        listed,
        null);
  }

  /**
   * A search page's answer.
   *
   * @param places how the hits fall over places, whatever places are chosen; null if the question
   *     does not ask for places
   */
  record OfPage(SearchResponse response, @Nullable Coverage places) {}

  /** The engine's answer with places as a tree, which takes the place of their three facets. */
  OfPage answerForPage(Question question) {
    SearchRequest request = question.request();
    List<FilterField> others =
        request.facets().stream().filter(field -> !PlaceTree.LEVELS.contains(field)).toList();
    if (others.size() == request.facets().size()) {
      return new OfPage(answer(question), null);
    }
    Question reduced =
        new Question(question.surface(), request.withFacets(others), question.listing());
    SearchResponse response = answer(reduced);
    Coverage places =
        gate.pass(() -> coverage.coverage(PlaceTree.withoutPlaces(request).withoutHits()));
    return new OfPage(places.partial() ? warned(response) : response, places);
  }

  private static SearchResponse warned(SearchResponse response) {
    List<QueryWarning> warnings = new ArrayList<>(response.warnings());
    if (!warnings.contains(QueryWarning.CUT_OFF)) {
      warnings.add(QueryWarning.CUT_OFF);
    }
    return response.withWarnings(warnings);
  }

  /** What to try where the question gives nothing; empty if it gives something. */
  Optional<SearchHelp> help(Question question, SearchResponse response) {
    return response.total() > 0
        ? Optional.empty()
        : Optional.of(gate.pass(() -> zeroHits.help(question.request())));
  }

  /** Letters held that may be seen; asked past the gate, so that a busy service is still ready. */
  long count() {
    return searcher.count();
  }

  /** The letter of this id as it stands in a URL; empty if there is none or it may not be seen. */
  Optional<Reply> reply(String id) {
    return ReplyId.isWellFormed(id) ? searcher.reply(new ReplyId(id)) : Optional.empty();
  }

  /** Letters on the same matter as this one, best first. */
  List<SimilarLetters.Similar> similar(Reply reply, int size) {
    return gate.pass(() -> similar.of(reply.id(), size)).orElse(List.of());
  }
}
