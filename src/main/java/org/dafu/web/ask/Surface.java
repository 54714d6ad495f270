package org.dafu.web.ask;

import org.dafu.search.SearchRequest;

/** A place where a search can be asked: three routes of the API, and the page. */
public enum Surface {
  REPLIES("/api/v1/replies", SearchRequest.Unit.LETTER),
  SECTIONS("/api/v1/sections", SearchRequest.Unit.SECTION),
  FACETS("/api/v1/facets", SearchRequest.Unit.LETTER),
  /** The page for people; its parameter {@code unit} chooses letters or sections. */
  PAGE("/", SearchRequest.Unit.LETTER);

  private final String path;
  private final SearchRequest.Unit unit;

  Surface(String path, SearchRequest.Unit unit) {
    this.path = path;
    this.unit = unit;
  }

  /** The route, beginning with a slash. */
  public String path() {
    return path;
  }

  /** What a hit is there unless said otherwise. */
  SearchRequest.Unit unit() {
    return unit;
  }
}
