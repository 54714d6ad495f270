package org.dafu.web.pages;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dafu.export.Citations;
import org.dafu.reply.Figure;
import org.dafu.reply.Policy;
import org.dafu.reply.Reply;
import org.dafu.reply.Section;
import org.dafu.reply.Span;
import org.dafu.reply.Warning;
import org.dafu.search.FilterField;
import org.dafu.search.SimilarLetters.Similar;
import org.dafu.search.Vocabulary;
import org.dafu.web.ask.Links;
import org.dafu.web.ask.QueryString;
import org.jspecify.annotations.Nullable;

/** Makes a letter's page. */
public final class LetterPages {
  /** Characters of a section without a heading that stand for it in the outline. */
  private static final int OUTLINE_CHARACTERS = 18;

  private final Vocabulary vocabulary;
  private final LetterFields fields;

  public LetterPages(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
    this.fields = new LetterFields(vocabulary);
  }

  /**
   * The page.
   *
   * @param q words to mark; may be empty
   * @param backUrl the search that it was found by; null where only its words are known, or nothing
   * @param similar letters on the same matter
   * @param permanentUrl where the letter is held, absolute
   * @param today the day that citations say it was looked up
   */
  public LetterPage page(
      Shell shell,
      Reply reply,
      String q,
      @Nullable String backUrl,
      List<Similar> similar,
      String permanentUrl,
      LocalDate today) {
    List<Span> marks = QueryMarks.of(reply.text(), q);
    String title = reply.displayTitle();
    String json = Links.json(reply.id());
    return new LetterPage(
        shell.of(title, q, List.of()),
        reply.id().value(),
        letter(reply, q),
        title,
        fields.badges(reply),
        fields.groups(reply),
        outline(reply),
        LetterText.blocks(reply, marks),
        marks.size(),
        reply.policies().stream().map(LetterPages::policy).toList(),
        reply.figures().stream().map(LetterPages::figure).toList(),
        reply.warnings().stream().map(Warning::message).toList(),
        similar.stream().map(this::row).toList(),
        Arrays.stream(Citations.Style.values())
            .map(
                style ->
                    new LetterPage.Citation(
                        style.label(),
                        Citations.write(reply, style, permanentUrl, today).strip(),
                        json + "/citation?style=" + style.parameter()))
            .toList(),
        permanentUrl,
        reply.source().path(),
        json,
        json + ".txt",
        backUrl != null || q.isBlank() ? backUrl : "/?q=" + QueryString.encode(q));
  }

  private static HitCard.Letter letter(Reply reply, String q) {
    return new HitCard.Letter(
        reply.id().value(),
        Links.page(reply.id(), q),
        reply.displayTitle(),
        HitCards.place(reply),
        reply.agency() == null ? "" : reply.agency(),
        reply.year() == null ? "" : reply.year().toString());
  }

  private LetterPage.SimilarRow row(Similar similar) {
    Reply reply = similar.hit().reply();
    String about =
        Stream.of(
                HitCards.place(reply),
                reply.agency() == null ? "" : reply.agency(),
                reply.year() == null ? "" : reply.year() + " 年")
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(" · "));
    List<String> shared = new ArrayList<>();
    similar
        .measures()
        .forEach(measure -> shared.add(vocabulary.label(FilterField.MEASURE, measure)));
    similar.policies().forEach(policy -> shared.add("《" + policy + "》"));
    return new LetterPage.SimilarRow(
        reply.displayTitle(),
        Links.page(reply.id(), ""),
        about,
        shared.isEmpty() ? "" : "同有：" + String.join("、", shared));
  }

  private static List<LetterPage.Entry> outline(Reply reply) {
    List<LetterPage.Entry> outline = new ArrayList<>();
    List<Section> sections = reply.allSections();
    for (int i = 0; i < sections.size(); i++) {
      Section section = sections.get(i);
      outline.add(
          new LetterPage.Entry(
              section.label() + words(section), "#" + LetterText.anchor(i), section.level()));
    }
    return outline;
  }

  private static String words(Section section) {
    if (section.heading() != null) {
      return section.heading();
    }
    String text = section.text().strip();
    return text.codePointCount(0, text.length()) <= OUTLINE_CHARACTERS
        ? text
        : text.substring(0, text.offsetByCodePoints(0, OUTLINE_CHARACTERS)) + "…";
  }

  private static LetterPage.PolicyRow policy(Policy policy) {
    return new LetterPage.PolicyRow(
        policy.title(),
        policy.number(),
        policy.role().label(),
        "/?policy=" + QueryString.encode(policy.title()));
  }

  private static LetterPage.FigureRow figure(Figure figure) {
    String year = figure.year() == null ? "" : figure.year() + " 年";
    return new LetterPage.FigureRow(
        figure.type().label(),
        figure.text(),
        figure.subject(),
        figure.target() ? (year + " 目标").strip() : year,
        figure.sentence());
  }
}
