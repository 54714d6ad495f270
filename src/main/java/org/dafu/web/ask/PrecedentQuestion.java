package org.dafu.web.ask;

import java.util.List;
import org.dafu.search.Filters;
import org.dafu.search.precedent.OwnReply;

/**
 * What {@code POST /precedents} asks.
 *
 * @param text the pasted proposal
 * @param filters what narrows the letters
 * @param exclude what tells the proposal's own letters
 * @param size sections for each ask
 */
public record PrecedentQuestion(String text, Filters filters, List<OwnReply> exclude, int size) {
  public PrecedentQuestion {
    exclude = List.copyOf(exclude);
  }
}
