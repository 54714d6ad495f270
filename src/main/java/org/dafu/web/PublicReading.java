package org.dafu.web;

import java.util.Optional;
import org.dafu.reply.Disclosure;
import org.dafu.reply.ReplyId;
import org.dafu.search.Explainer;
import org.dafu.search.Explanation;
import org.dafu.search.FilterField;
import org.dafu.search.FilterValue;
import org.dafu.search.Filters;
import org.dafu.search.QueryReading;
import org.dafu.search.ReadSide;
import org.dafu.search.ReplySearcher;
import org.dafu.search.SearchRequest;
import org.dafu.search.TextRequest;

/**
 * What the public may be told by every part of an engine. Engines hold letters marked 不予公开 back
 * themselves; this is the second lock.
 */
final class PublicReading {
  private static final FilterValue NOT_PUBLIC = new FilterValue.Exact(Disclosure.NOT_PUBLIC.code());

  private PublicReading() {}

  static ReadSide of(ReadSide all) {
    ReplySearcher replies = new PublicReplies(all.replies());
    return new ReadSide(
        replies,
        all.suggester(),
        request -> all.texts().search(narrowed(request)),
        explainer(all.explainer(), replies),
        all.speller(),
        (request, field, typed, from) -> all.facets().list(narrowed(request), field, typed, from),
        request -> all.coverage().coverage(narrowed(request)));
  }

  private static Explainer explainer(Explainer all, ReplySearcher replies) {
    return new Explainer() {
      @Override
      public QueryReading read(String q) {
        return all.read(q);
      }

      @Override
      public Optional<Explanation> explain(String q, ReplyId id) {
        return replies.reply(id).isPresent() ? all.explain(q, id) : Optional.empty();
      }
    };
  }

  private static TextRequest narrowed(TextRequest request) {
    return new TextRequest(
        request.text(),
        request.context(),
        narrowed(request.filters()),
        request.unit(),
        request.except(),
        request.size(),
        request.perPlace());
  }

  private static SearchRequest narrowed(SearchRequest request) {
    return request.withFilters(narrowed(request.filters()));
  }

  private static Filters narrowed(Filters filters) {
    return filters.excluding(FilterField.DISCLOSURE, NOT_PUBLIC);
  }
}
