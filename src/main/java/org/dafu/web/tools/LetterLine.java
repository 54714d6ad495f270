package org.dafu.web.tools;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dafu.reply.Outcome;
import org.dafu.reply.ProposalNumber;
import org.dafu.reply.Reply;
import org.dafu.reply.Section;
import org.jspecify.annotations.Nullable;

/**
 * A letter in one line; what is not known is empty.
 *
 * @param id of the letter
 * @param url its page
 * @param place the narrowest two names, for example 湖州市 德清县
 * @param year with its word
 * @param numbers of the proposals, or the letter's own number
 * @param className as printed, with its word
 * @param meaning of the class in that place
 */
public record LetterLine(
    String id,
    String title,
    String url,
    String place,
    String year,
    String agency,
    String numbers,
    String className,
    String meaning) {
  static LetterLine of(Reply reply) {
    String classification = reply.classification();
    return new LetterLine(
        reply.id().value(),
        reply.displayTitle(),
        "/replies/" + reply.id(),
        place(reply),
        reply.year() == null ? "" : reply.year() + " 年",
        words(reply.agency()),
        numbers(reply),
        classification == null
            ? ""
            : classification.length() == 1 ? classification + "类" : classification,
        meaning(reply));
  }

  /** Empty, too, where the class itself says it in words. */
  private static String meaning(Reply reply) {
    Outcome outcome = reply.outcome();
    return outcome == null || outcome.label().equals(reply.classification()) ? "" : outcome.label();
  }

  /** The page at this section. */
  static String at(Reply reply, int section) {
    return "/replies/" + reply.id() + (section < 0 ? "" : "#s" + section);
  }

  /** Label and heading, of a section without a heading its first words. */
  static String heading(Section section) {
    if (section.heading() != null) {
      return section.label() + section.heading();
    }
    String text = section.text().strip();
    return section.label() + text.substring(0, Math.min(18, text.length())) + "…";
  }

  static String place(Reply reply) {
    List<String> names = new ArrayList<>();
    Optional.ofNullable(reply.city())
        .or(() -> Optional.ofNullable(reply.province()))
        .ifPresent(names::add);
    Optional.ofNullable(reply.county()).ifPresent(names::add);
    return String.join(" ", names);
  }

  private static String numbers(Reply reply) {
    return reply.numbers().isEmpty()
        ? words(reply.docNumber())
        : reply.numbers().stream()
            .map(ProposalNumber::text)
            .collect(Collectors.joining("、", "第", "号"));
  }

  private static String words(@Nullable String value) {
    return value == null ? "" : value;
  }
}
