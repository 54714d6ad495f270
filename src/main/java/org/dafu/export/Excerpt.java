package org.dafu.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dafu.reply.Coded;
import org.dafu.reply.ProposalNumber;
import org.dafu.reply.Reply;
import org.dafu.reply.Section;
import org.jspecify.annotations.Nullable;

/**
 * A passage that somebody has gathered, with its source.
 *
 * @param reply the letter
 * @param section its place among all sections of the letter; -1 for the whole letter
 * @param note of who gathered it; may be empty
 * @param citation GB/T 7714
 * @param url where the place in the letter is held, absolute
 */
public record Excerpt(Reply reply, int section, String note, String citation, String url) {
  /** 湖州市 德清县; a municipality's name once; empty if the letter names no place. */
  public String place() {
    List<String> names = new ArrayList<>();
    Optional.ofNullable(reply.city())
        .or(() -> Optional.ofNullable(reply.province()))
        .ifPresent(names::add);
    Optional.ofNullable(reply.county()).ifPresent(names::add);
    return String.join(" ", names);
  }

  /** The year of the letter; empty if unknown. */
  public String year() {
    return reply.year() == null ? "" : reply.year().toString();
  }

  /** 第27号、第28号; empty if none is printed. */
  public String numbers() {
    return reply.numbers().isEmpty()
        ? ""
        : reply.numbers().stream()
            .map(ProposalNumber::text)
            .collect(Collectors.joining("、", "第", "号"));
  }

  /** The class as printed (A类) and what it means in that place, where that is known. */
  public String classification() {
    String printed = reply.classification();
    if (printed == null) {
      return "";
    }
    String named = printed.length() == 1 ? printed + "类" : printed;
    String meaning = label(reply.outcome());
    return meaning.isEmpty() || meaning.equals(printed) ? named : named + "（" + meaning + "）";
  }

  /** Label and heading of the section with those that hold it; 全文 for the whole letter. */
  public String heading() {
    List<String> path = new ArrayList<>();
    Section own = own();
    if (own == null) {
      return "全文";
    }
    for (Section each : reply.allSections()) {
      if (each.span().contains(own.span()) && (each.heading() != null || each.equals(own))) {
        path.add(each.label() + (each.heading() == null ? "" : each.heading()));
      }
    }
    return String.join(" › ", path);
  }

  /** What stands under the heading, or the whole letter. */
  public String text() {
    Section own = own();
    return (own == null ? reply.text() : own.text()).strip();
  }

  /** All that is known of the letter in one line. */
  public String facts() {
    return List.of(
            place(),
            reply.year() == null ? "" : reply.year() + " 年",
            words(reply.agency()),
            label(reply.kind()),
            numbers(),
            words(reply.docNumber()),
            classification())
        .stream()
        .filter(each -> !each.isEmpty())
        .collect(Collectors.joining(" · "));
  }

  private @Nullable Section own() {
    List<Section> sections = reply.allSections();
    return section < 0 || section >= sections.size() ? null : sections.get(section);
  }

  private static String label(@Nullable Coded coded) {
    return coded == null ? "" : coded.label();
  }

  static String words(@Nullable String value) {
    return value == null ? "" : value;
  }
}
