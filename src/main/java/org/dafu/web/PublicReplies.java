package org.dafu.web;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dafu.reply.Disclosure;
import org.dafu.reply.Reply;
import org.dafu.reply.ReplyId;
import org.dafu.search.FileRecord;
import org.dafu.search.FilterField;
import org.dafu.search.FilterValue;
import org.dafu.search.Filters;
import org.dafu.search.ReplySearcher;
import org.dafu.search.SearchRequest;
import org.dafu.search.SearchResponse;

/**
 * The letters that the public may see: all but those marked 不予公开, which are neither listed, counted
 * nor served (国办发〔2014〕46号).
 */
final class PublicReplies implements ReplySearcher {
  private static final FilterValue NOT_PUBLIC = new FilterValue.Exact(Disclosure.NOT_PUBLIC.code());

  private final ReplySearcher all;

  PublicReplies(ReplySearcher all) {
    this.all = all;
  }

  @Override
  public SearchResponse search(SearchRequest request) {
    Filters filters = request.filters();
    Map<FilterField, List<FilterValue>> excluded = new EnumMap<>(FilterField.class);
    excluded.putAll(filters.excluded());
    List<FilterValue> refused =
        new ArrayList<>(excluded.getOrDefault(FilterField.DISCLOSURE, List.of()));
    refused.add(NOT_PUBLIC);
    excluded.put(FilterField.DISCLOSURE, refused);
    return all.search(
        request
            .withFilters(new Filters(filters.included(), excluded))
            .withCursor(request.cursor()));
  }

  @Override
  public Optional<Reply> reply(ReplyId id) {
    return all.reply(id).filter(reply -> reply.disclosure() != Disclosure.NOT_PUBLIC);
  }

  @Override
  public Optional<FileRecord> file(ReplyId id) {
    return reply(id).flatMap(reply -> all.file(id));
  }

  @Override
  public long count() {
    return search(SearchRequest.of("").withoutHits()).total();
  }
}
