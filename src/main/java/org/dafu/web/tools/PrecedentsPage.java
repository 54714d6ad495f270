package org.dafu.web.tools;

import java.util.List;
import org.dafu.web.pages.Segment;
import org.dafu.web.pages.Shell;
import org.jspecify.annotations.Nullable;

/**
 * Asks of a proposal on the left, how others answered the like on the right.
 *
 * @param shell around it
 * @param form as filled in
 * @param errors one sentence each
 * @param measures to narrow by
 * @param cities held, to be offered while typing
 * @param result null where nothing was asked, or not understood
 */
public record PrecedentsPage(
    Shell shell,
    PrecedentForm form,
    List<String> errors,
    List<Option> measures,
    List<String> cities,
    @Nullable Result result) {
  public PrecedentsPage {
    errors = List.copyOf(errors);
    measures = List.copyOf(measures);
    cities = List.copyOf(cities);
  }

  /**
   * What was found.
   *
   * @param topic the proposal's title; empty if none is seen
   * @param more asks that were not looked at
   */
  public record Result(String topic, List<AskRow> asks, int more, long tookMillis) {
    /** Passages of all asks. */
    public int passages() {
      return asks.stream().mapToInt(ask -> ask.cards().size()).sum();
    }
  }

  /**
   * An ask.
   *
   * @param anchor on the page
   * @param label as typed; empty for none
   * @param cards best first
   */
  public record AskRow(String anchor, String label, String text, List<Card> cards) {}

  /**
   * A section of a letter.
   *
   * @param ref what the collection calls it
   * @param heading of the section; empty for a passage outside of any
   * @param url its place in the letter
   * @param passages pieces with the ask's words marked
   * @param measures labels
   * @param figures in words
   * @param moreFigures that are not listed
   */
  public record Card(
      String ref,
      LetterLine letter,
      String heading,
      String url,
      List<List<Segment>> passages,
      List<String> measures,
      List<String> figures,
      int moreFigures) {}
}
