package org.dafu.search;

import java.util.Set;
import org.dafu.reply.ReplyId;

/**
 * A text to find the like of: no sign in it is an operator, and nothing of it must be found.
 *
 * @param text whose like is wanted, any length; what is over {@link
 *     SearchRequest#MAX_QUERY_CODE_POINTS} is left out
 * @param context what the text is about, where it does not say so itself; counts less than the
 *     text, and nothing is found by it alone; may be empty
 * @param filters what narrows it
 * @param unit whether letters or sections are wanted
 * @param except letters that are not wanted
 * @param size most hits, at least 1
 * @param perPlace most hits of one city (of one province where a letter has no city); 0 for any
 *     number
 */
public record TextRequest(
    String text,
    String context,
    Filters filters,
    SearchRequest.Unit unit,
    Set<ReplyId> except,
    int size,
    int perPlace) {
  /**
   * @throws IllegalArgumentException if a number is out of range
   */
  public TextRequest {
    except = Set.copyOf(except);
    if (size < 1 || size > SearchRequest.MAX_SIZE || perPlace < 0) {
      throw new IllegalArgumentException("size or places out of range: " + size + ", " + perPlace);
    }
  }
}
