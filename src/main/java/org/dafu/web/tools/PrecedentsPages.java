package org.dafu.web.tools;

import java.util.ArrayList;
import java.util.List;
import org.dafu.reply.Reply;
import org.dafu.reply.Section;
import org.dafu.search.FilterField;
import org.dafu.search.Filters;
import org.dafu.search.Hit;
import org.dafu.search.Snippet;
import org.dafu.search.Vocabulary;
import org.dafu.search.precedent.Ask;
import org.dafu.search.precedent.Precedents;
import org.dafu.web.pages.Segment;
import org.dafu.web.pages.Shell;
import org.jspecify.annotations.Nullable;

/** Makes the page of precedents. */
public final class PrecedentsPages {
  private static final int MAX_PASSAGES = 2;
  private static final int MAX_FIGURES = 4;

  private final Vocabulary vocabulary;
  private final Choices choices;

  public PrecedentsPages(Vocabulary vocabulary, Choices choices) {
    this.vocabulary = vocabulary;
    this.choices = choices;
  }

  /**
   * The page.
   *
   * @param found null where nothing was asked
   */
  public PrecedentsPage page(
      Shell shell,
      PrecedentForm form,
      List<String> errors,
      Precedents.@Nullable Answer found,
      long tookMillis) {
    return new PrecedentsPage(
        shell.of("找先例", "", List.of()),
        form,
        errors,
        choices.measures(List.of(form.measure())),
        choices.held(FilterField.CITY, Filters.NONE),
        found == null ? null : result(found, tookMillis));
  }

  private PrecedentsPage.Result result(Precedents.Answer found, long tookMillis) {
    List<PrecedentsPage.AskRow> rows = new ArrayList<>();
    List<Ask> asks = found.proposal().asks();
    for (int at = 0; at < asks.size(); at++) {
      Ask ask = asks.get(at);
      List<PrecedentsPage.Card> cards = found.found().get(at).stream().map(this::card).toList();
      rows.add(new PrecedentsPage.AskRow("ask" + (at + 1), ask.label(), ask.text(), cards));
    }
    return new PrecedentsPage.Result(
        found.proposal().topic(), rows, found.proposal().more(), tookMillis);
  }

  private PrecedentsPage.Card card(Hit hit) {
    Reply reply = hit.reply();
    List<Section> sections = reply.allSections();
    int index = hit.sections().isEmpty() ? -1 : hit.sections().getFirst().index();
    Section section = index >= 0 && index < sections.size() ? sections.get(index) : null;
    List<String> figures =
        (section == null ? reply.figures() : section.figures())
            .stream().map(Figures::words).toList();
    return new PrecedentsPage.Card(
        new PassageRef(reply.id(), index).text(),
        LetterLine.of(reply),
        section == null ? "" : LetterLine.heading(section),
        LetterLine.at(reply, index),
        passages(hit, section),
        (section == null ? reply.measures() : section.measures())
            .stream().map(code -> vocabulary.label(FilterField.MEASURE, code)).toList(),
        figures.stream().limit(MAX_FIGURES).toList(),
        Math.max(0, figures.size() - MAX_FIGURES));
  }

  private static List<List<Segment>> passages(Hit hit, @Nullable Section section) {
    List<List<Segment>> marked =
        hit.snippets().stream()
            .filter(snippet -> snippet.field().equals("text"))
            .limit(MAX_PASSAGES)
            .map((Snippet snippet) -> Segment.of(snippet.text(), snippet.marks()))
            .toList();
    if (!marked.isEmpty() || section == null) {
      return marked;
    }
    String text = section.text().strip();
    String opening = text.length() <= 160 ? text : text.substring(0, 160) + "…";
    return List.of(Segment.of(opening, List.of()));
  }
}
