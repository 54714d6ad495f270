package org.dafu.web.api;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.dafu.reply.Figure;
import org.dafu.reply.Outcome;
import org.dafu.reply.ProposalNumber;
import org.dafu.reply.Reply;
import org.dafu.reply.ReplyId;
import org.dafu.reply.Section;
import org.dafu.search.Hit;
import org.dafu.search.precedent.Ask;
import org.dafu.search.precedent.Precedents;
import org.dafu.web.ask.Links;
import org.jspecify.annotations.Nullable;

/**
 * The answer of {@code POST /precedents}.
 *
 * @param tookMs milliseconds for all asks
 * @param topic the proposal's title as pasted; empty if none is seen
 * @param asks what it asks for, in order
 * @param more asks that were not looked at
 * @param excluded ids of the letters that were not offered
 */
public record PrecedentsAnswer(
    long tookMs, String topic, List<AskAnswer> asks, int more, List<String> excluded) {
  /**
   * An ask.
   *
   * @param label as typed; empty for a paragraph without one
   * @param text as typed
   * @param start of the text in what was pasted, UTF-16 units
   * @param end unit after its last
   * @param precedents best first
   */
  public record AskAnswer(
      String label, String text, int start, int end, List<PrecedentAnswer> precedents) {}

  /**
   * A section in which the like was answered.
   *
   * @param classification of its letter
   * @param passage the section; of a letter without sections the whole
   * @param measures of the section, codes
   * @param figures that the section states
   * @param snippets its best passages, with the ask's words marked
   * @param url the letter as JSON
   */
  public record PrecedentAnswer(
      String id,
      String title,
      @Nullable String province,
      @Nullable String city,
      @Nullable String county,
      @Nullable String agency,
      @Nullable Integer year,
      @Nullable LocalDate date,
      List<ProposalNumber> numbers,
      @Nullable String docNumber,
      @Nullable String classification,
      @Nullable Outcome outcome,
      double score,
      Passage passage,
      List<String> measures,
      List<Figure> figures,
      List<SearchAnswer.SnippetAnswer> snippets,
      String url) {}

  /** The answer with what was found. */
  public static PrecedentsAnswer of(Precedents.Answer answer, Set<ReplyId> excluded, long tookMs) {
    List<AskAnswer> asks = new ArrayList<>();
    List<Ask> asked = answer.proposal().asks();
    for (int at = 0; at < asked.size(); at++) {
      Ask ask = asked.get(at);
      asks.add(
          new AskAnswer(
              ask.label(),
              ask.text(),
              ask.start(),
              ask.end(),
              answer.found().get(at).stream().map(PrecedentsAnswer::precedent).toList()));
    }
    return new PrecedentsAnswer(
        tookMs,
        answer.proposal().topic(),
        asks,
        answer.proposal().more(),
        excluded.stream().map(ReplyId::value).sorted().toList());
  }

  private static PrecedentAnswer precedent(Hit hit) {
    Reply reply = hit.reply();
    List<Section> sections = reply.allSections();
    int index = hit.sections().isEmpty() ? -1 : hit.sections().getFirst().index();
    boolean known = index >= 0 && index < sections.size();
    Passage passage = Passage.of(hit);
    return new PrecedentAnswer(
        reply.id().value(),
        reply.displayTitle(),
        reply.province(),
        reply.city(),
        reply.county(),
        reply.agency(),
        reply.year(),
        reply.date(),
        reply.numbers(),
        reply.docNumber(),
        reply.classification(),
        reply.outcome(),
        hit.score(),
        passage,
        passage.measures(),
        known ? sections.get(index).figures() : reply.figures(),
        hit.snippets().stream().map(SearchAnswer::snippet).toList(),
        Links.json(reply.id()));
  }
}
