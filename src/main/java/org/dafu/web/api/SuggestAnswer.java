package org.dafu.web.api;

import java.util.List;
import org.dafu.search.Suggestion;
import org.dafu.web.ask.Links;
import org.dafu.web.ask.Question;
import org.dafu.web.ask.Surface;

/**
 * The answer of {@code GET /suggest}.
 *
 * @param suggestions best first
 */
public record SuggestAnswer(List<Item> suggestions) {
  /**
   * A completion.
   *
   * @param type {@code place}, {@code measure}, {@code policy}, {@code agency} or {@code title}
   * @param text what to put in place of what was typed
   * @param label as shown to people
   * @param count letters that {@code url} gives
   */
  public record Item(String type, String text, String label, long count, String url) {}

  /** The answer with these. */
  public static SuggestAnswer of(List<Suggestion> suggestions) {
    return new SuggestAnswer(
        suggestions.stream()
            .map(
                each ->
                    new Item(
                        each.type().code(),
                        each.text(),
                        each.label(),
                        each.count(),
                        Links.url(Question.of(Surface.REPLIES, each.search()))))
            .toList());
  }
}
