package org.dafu.search;

import java.util.List;
import org.dafu.reply.Span;
import org.jspecify.annotations.Nullable;

/**
 * A passage with the words of the search marked.
 *
 * @param field {@code text} or {@code title}
 * @param section label and heading of the section it stands in; null outside of any
 * @param text a piece of the letter, cut at sentence ends where there are any
 * @param start where the piece begins in the letter's text, in UTF-16 units; -1 for a title
 * @param marks ranges of {@code text} in UTF-16 units, in order, not touching one another
 */
public record Snippet(
    String field, @Nullable String section, String text, int start, List<Span> marks) {
  public Snippet {
    marks = List.copyOf(marks);
  }
}
