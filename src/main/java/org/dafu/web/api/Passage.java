package org.dafu.web.api;

import java.util.List;
import org.dafu.reply.Reply;
import org.dafu.reply.Section;
import org.dafu.search.Hit;
import org.jspecify.annotations.Nullable;

/**
 * A section as a hit of {@code GET /sections}; of a letter without sections the whole.
 *
 * @param index its place among all sections of the letter in reading order, parents before
 *     children, from 0; null for a whole letter
 * @param label as printed; null for a whole letter
 * @param heading without the label; null for a numbered paragraph
 * @param level 1 for the top level
 * @param text what stands under the heading
 * @param start where it begins in the letter's text, UTF-16 units
 * @param end unit after its last
 * @param measures codes
 * @param instruments codes
 * @param status codes
 */
public record Passage(
    @Nullable Integer index,
    @Nullable String label,
    @Nullable String heading,
    int level,
    String text,
    int start,
    int end,
    List<String> measures,
    List<String> instruments,
    List<String> status) {
  /** What a section search found. */
  static Passage of(Hit hit) {
    Reply reply = hit.reply();
    @Nullable Passage section =
        hit.sections().isEmpty() ? null : of(reply, hit.sections().getFirst().index());
    return section == null ? whole(reply) : section;
  }

  private static Passage whole(Reply reply) {
    return new Passage(
        null,
        null,
        null,
        1,
        reply.text(),
        0,
        reply.text().length(),
        reply.measures(),
        reply.instruments(),
        reply.status());
  }

  /** The section at this place; null if the letter has fewer. */
  private static @Nullable Passage of(Reply reply, int index) {
    List<Section> sections = reply.allSections();
    if (index < 0 || index >= sections.size()) {
      return null;
    }
    Section section = sections.get(index);
    return new Passage(
        index,
        section.label(),
        section.heading(),
        section.level(),
        section.text(),
        section.span().start(),
        section.span().end(),
        section.measures(),
        section.instruments(),
        section.status());
  }
}
