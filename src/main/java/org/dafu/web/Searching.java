package org.dafu.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dafu.reply.Reply;
import org.dafu.reply.ReplyId;
import org.dafu.search.QueryWarning;
import org.dafu.search.ReplySearcher;
import org.dafu.search.SearchRequest;
import org.dafu.search.SearchResponse;
import org.dafu.web.ask.Mode;
import org.dafu.web.ask.Question;

/** The one path by which API and pages ask the engine. */
final class Searching {
  private final ReplySearcher searcher;
  private final SearchGate gate;

  Searching(ReplySearcher searcher, SearchGate gate) {
    this.searcher = searcher;
    this.gate = gate;
  }

  /**
   * The engine's answer.
   *
   * @throws BusyException if too many searches run
   * @throws org.dafu.search.InvalidCursorException if the cursor is of another search
   */
  SearchResponse answer(Question question) {
    SearchResponse response = gate.pass(() -> searcher.search(question.request()));
    return switch (question.mode()) {
      case LEXICAL -> response;
      case HYBRID -> withWarning(response);
    };
  }

  /** How many letters or sections the request gives. */
  long total(SearchRequest request) {
    return gate.pass(() -> searcher.search(request.withoutHits())).total();
  }

  /** Letters held that may be seen; asked past the gate, so that a busy service is still ready. */
  long count() {
    return searcher.count();
  }

  /** The letter of this id as it stands in a URL; empty if there is none or it may not be seen. */
  Optional<Reply> reply(String id) {
    return ReplyId.isWellFormed(id) ? searcher.reply(new ReplyId(id)) : Optional.empty();
  }

  private static SearchResponse withWarning(SearchResponse response) {
    List<QueryWarning> warnings = new ArrayList<>(response.warnings());
    warnings.add(
        new QueryWarning("mode-" + Mode.LEXICAL.parameter(), "语义检索尚未启用，已按词语检索（lexical）。", 0, 0));
    return response.withWarnings(warnings);
  }
}
