package org.dafu.search.precedent;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.dafu.reply.ReplyId;
import org.dafu.search.Filters;
import org.dafu.search.Hit;
import org.dafu.search.ReadSide;
import org.dafu.search.SearchRequest;
import org.dafu.search.TextRequest;
import org.dafu.search.TextSearcher;

/**
 * Finds, for each ask of a proposal, the sections in which others answered the like: of each letter
 * one section, of each city two letters at most.
 */
public final class Precedents {
  /** Most UTF-16 code points of a pasted proposal. */
  public static final int MAX_CODE_POINTS = 20_000;

  /** Sections for each ask, at most. */
  public static final int MAX_SIZE = 10;

  private static final int PER_PLACE = 2;

  private final TextSearcher texts;

  public Precedents(ReadSide reading) {
    this.texts = reading.texts();
  }

  /**
   * What was found for a proposal.
   *
   * @param proposal as taken apart
   * @param found sections for each of its asks, in their order, best first
   */
  public record Answer(Proposal proposal, List<List<Hit>> found) {
    public Answer {
      found = List.copyOf(found);
    }
  }

  /**
   * Precedents for each ask.
   *
   * @param filters what narrows the letters
   * @param except letters that are not wanted: the proposal's own
   * @param size sections for each ask, 1 to {@link #MAX_SIZE}
   */
  public Answer find(String proposal, Filters filters, Set<ReplyId> except, int size) {
    Proposal parts = AskSplitter.split(proposal);
    List<List<Hit>> found = new ArrayList<>();
    for (Ask ask : parts.asks()) {
      TextRequest request =
          new TextRequest(
              ask.text(),
              parts.topic(), // an ask alone often does not say for whom it is
              filters,
              SearchRequest.Unit.SECTION,
              except,
              size,
              PER_PLACE);
      found.add(texts.search(request));
    }
    return new Answer(parts, found);
  }
}
