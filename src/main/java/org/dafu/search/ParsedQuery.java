package org.dafu.search;

import java.util.List;

/**
 * A query text as understood, with what was not.
 *
 * @param node the tree to search for
 * @param understood the tree written out for people
 * @param warnings what was taken otherwise than typed
 */
public record ParsedQuery(QueryNode node, String understood, List<QueryWarning> warnings) {
  public ParsedQuery {
    warnings = List.copyOf(warnings);
  }
}
