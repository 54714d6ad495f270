package org.dafu.web.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dafu.reply.Outcome;
import org.dafu.reply.ProposalNumber;
import org.dafu.reply.Reply;
import org.dafu.reply.ReplyType;
import org.dafu.reply.Section;
import org.dafu.search.FilterField;
import org.dafu.search.Hit;
import org.dafu.search.SearchRequest;
import org.dafu.search.Snippet;
import org.dafu.search.Vocabulary;
import org.dafu.web.ask.Links;
import org.dafu.web.ask.Question;
import org.jspecify.annotations.Nullable;

/** Makes the list of hits. */
final class HitCards {
  /** Headings that tell what a letter is about. */
  private static final int MAX_OUTLINE = 5;

  private final Vocabulary vocabulary;

  HitCards(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  HitCard of(Hit hit, Question question) {
    SearchRequest request = question.request();
    Reply reply = hit.reply();
    String url = Links.page(reply.id(), question);
    boolean bySection = request.unit() == SearchRequest.Unit.SECTION;
    String title = reply.displayTitle();
    Optional<Snippet> titled =
        hit.snippets().stream().filter(snippet -> isTitle(snippet, title)).findFirst();
    List<HitCard.Link> sections =
        hit.sections().stream()
            .map(section -> new HitCard.Link(name(section), anchored(url, section.index())))
            .toList();
    return new HitCard(
        reply.id().value(),
        Segment.of(title, titled.map(Snippet::marks).orElse(List.of())),
        url,
        bySection && !sections.isEmpty() ? sections.get(0) : null,
        place(reply),
        reply.agency() == null ? "" : reply.agency(),
        reply.year() == null ? "" : reply.year().toString(),
        badges(reply),
        measures(hit, bySection).stream()
            .map(code -> vocabulary.label(FilterField.MEASURE, code))
            .toList(),
        hit.snippets().stream()
            .filter(snippet -> !isTitle(snippet, title))
            .map(snippet -> passage(snippet, hit, url))
            .toList(),
        bySection ? List.of() : unquoted(hit, sections),
        hit.snippets().isEmpty() && !bySection ? outline(reply) : List.of());
  }

  private static List<String> outline(Reply reply) {
    return reply.sections().stream()
        .filter(section -> section.heading() != null)
        .limit(MAX_OUTLINE)
        .map(section -> section.label() + section.heading())
        .toList();
  }

  private static boolean isTitle(Snippet snippet, String title) {
    return snippet.field().equals("title") && snippet.text().equals(title);
  }

  /** Of a section the measures that it takes itself. */
  private static List<String> measures(Hit hit, boolean bySection) {
    List<Section> sections = hit.reply().allSections();
    int index = bySection && !hit.sections().isEmpty() ? hit.sections().get(0).index() : -1;
    return index >= 0 && index < sections.size()
        ? sections.get(index).measures()
        : hit.reply().measures();
  }

  /** The sections that no passage names. */
  private static List<HitCard.Link> unquoted(Hit hit, List<HitCard.Link> sections) {
    return sections.stream()
        .filter(
            section ->
                hit.snippets().stream()
                    .noneMatch(snippet -> section.label().equals(snippet.section())))
        .toList();
  }

  private static HitCard.Passage passage(Snippet snippet, Hit hit, String url) {
    String at = null;
    for (Hit.SectionHit section : hit.sections()) {
      if (name(section).equals(snippet.section())) {
        at = anchored(url, section.index());
      }
    }
    return new HitCard.Passage(
        snippet.section(), at, snippet.start(), Segment.of(snippet.text(), snippet.marks()));
  }

  private static String name(Hit.SectionHit section) {
    return section.label() + (section.heading() == null ? "" : section.heading());
  }

  private static String anchored(String url, int index) {
    return url + "#" + LetterText.anchor(index);
  }

  List<HitCard.Badge> badges(Reply reply) {
    List<HitCard.Badge> badges = new ArrayList<>();
    add(badges, place(reply), "place");
    add(badges, reply.agency(), "agency");
    add(badges, reply.year() == null ? null : reply.year() + " 年", "year");
    add(badges, numbers(reply), "number");
    add(badges, reply.docNumber(), "number");
    add(badges, reply.kind() == null ? null : reply.kind().label(), "kind");
    if (reply.replyType() != null && reply.replyType() != ReplyType.REPLY) {
      add(badges, reply.replyType().label(), "kind");
    }
    String printed = reply.classification();
    if (printed != null) {
      badges.add(new HitCard.Badge(className(printed), "class", meaning(reply, printed)));
    }
    if (reply.outcome() != null) {
      add(badges, reply.outcome().label(), "outcome");
    }
    return badges;
  }

  private String meaning(Reply reply, String printed) {
    Outcome outcome = reply.outcome();
    return vocabulary
        .classMeaning(printed, reply.divisionCode(), reply.kind())
        .orElse(outcome == null ? "各地含义不同，这份答复没有说明" : "当地含义：" + outcome.label());
  }

  private static void add(List<HitCard.Badge> badges, @Nullable String text, String look) {
    if (text != null && !text.isBlank()) {
      badges.add(new HitCard.Badge(text, look, null));
    }
  }

  static String className(String classification) {
    return classification.length() == 1 ? classification + "类" : classification;
  }

  static @Nullable String numbers(Reply reply) {
    return reply.numbers().isEmpty()
        ? null
        : reply.numbers().stream()
            .map(ProposalNumber::text)
            .collect(Collectors.joining("、", "第", "号"));
  }

  /** 山西省 晋城市 泽州县; a municipality's name once. */
  static String place(Reply reply) {
    List<String> names = new ArrayList<>();
    for (String name : new @Nullable String[] {reply.province(), reply.city(), reply.county()}) {
      if (name != null && !names.contains(name)) {
        names.add(name);
      }
    }
    return String.join(" ", names);
  }
}
