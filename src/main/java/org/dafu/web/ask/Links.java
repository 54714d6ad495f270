package org.dafu.web.ask;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dafu.reply.ReplyId;
import org.dafu.search.FilterField;
import org.dafu.search.FilterValue;
import org.dafu.search.SearchRequest;
import org.dafu.search.Sort;

/** Writes URLs: what {@link RequestParameters} reads back as the same question. */
public final class Links {
  /** Code points of a query that a link to a letter carries. */
  private static final int MAX_MARKED_WORDS = 200;

  /** Characters of a search that a link to a letter carries; of a longer one its words alone. */
  private static final int MAX_SEARCH = 1_200;

  private Links() {}

  /** Path and query of the question; what is as by default is left out. */
  public static String url(Question question) {
    return question.surface().path() + query(question);
  }

  /** The query alone, with its question mark; empty where all is as by default. */
  public static String query(Question question) {
    String query =
        parameters(question).stream()
            .map(
                parameter ->
                    QueryString.encode(parameter.name())
                        + "="
                        + QueryString.encode(parameter.value()))
            .collect(Collectors.joining("&"));
    return query.isEmpty() ? "" : "?" + query;
  }

  /** The question's parameters, decoded, in a fixed order, without defaults. */
  public static List<QueryString.Parameter> parameters(Question question) {
    SearchRequest request = question.request();
    List<QueryString.Parameter> out = new ArrayList<>();
    if (!request.q().isEmpty()) {
      out.add(new QueryString.Parameter("q", request.q()));
    }
    addFilters(out, "", request.filters().included());
    addFilters(out, "-", request.filters().excluded());
    if (request.sort() != Sort.RELEVANCE) {
      out.add(new QueryString.Parameter("sort", request.sort().parameter()));
    }
    if (request.size() != RequestParameters.DEFAULT_SIZE) {
      out.add(new QueryString.Parameter("size", String.valueOf(request.size())));
    }
    if (!request.facets().equals(RequestParameters.DEFAULT_FACETS)) {
      String names =
          request.facets().stream().map(FilterField::parameter).collect(Collectors.joining(","));
      out.add(new QueryString.Parameter("facets", names));
    }
    if (request.facetSize() != RequestParameters.DEFAULT_FACET_SIZE) {
      out.add(new QueryString.Parameter("facetSize", String.valueOf(request.facetSize())));
    }
    question.mode().parameter().ifPresent(mode -> out.add(new QueryString.Parameter("mode", mode)));
    if (request.unit() != question.surface().unit()) {
      out.add(new QueryString.Parameter("unit", RequestParameters.unitName(request.unit())));
    }
    if (request.cursor() != null) {
      out.add(new QueryString.Parameter("cursor", request.cursor()));
    }
    return out;
  }

  /** The letter as JSON. */
  public static String json(ReplyId id) {
    return "/api/v1/replies/" + id;
  }

  /**
   * The letter's page, with the words of a search to mark there: of a pasted text the beginning, as
   * a page has many such links.
   */
  public static String page(ReplyId id, String q) {
    if (q.codePointCount(0, q.length()) > MAX_MARKED_WORDS) {
      return page(id, q.substring(0, q.offsetByCodePoints(0, MAX_MARKED_WORDS)));
    }
    return "/replies/" + id + (q.isBlank() ? "" : "?q=" + QueryString.encode(q));
  }

  /**
   * The same with the whole search to go back to, where its words alone do not say it; see {@link
   * RequestParameters#back}.
   */
  public static String page(ReplyId id, Question search) {
    String q = search.request().q();
    String page = page(id, q);
    String query = query(search);
    boolean wordsAlone = parameters(search).stream().allMatch(each -> each.name().equals("q"));
    if (wordsAlone || query.length() > MAX_SEARCH) {
      return page;
    }
    return page
        + (page.contains("?") ? "&" : "?")
        + RequestParameters.FROM
        + "="
        + QueryString.encode(query.substring(1));
  }

  private static void addFilters(
      List<QueryString.Parameter> out, String sign, Map<FilterField, List<FilterValue>> filters) {
    filters.forEach(
        (field, values) ->
            values.forEach(
                value ->
                    out.add(new QueryString.Parameter(sign + field.parameter(), value.text()))));
  }
}
