package org.dafu.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to try where a search gives nothing.
 *
 * @param didYouMean other words that find something, likeliest first
 * @param drop what to leave out so that something is found
 */
public record SearchHelp(List<Correction> didYouMean, List<Drop> drop) {
  public SearchHelp {
    didYouMean = List.copyOf(didYouMean);
    drop = List.copyOf(drop);
  }

  /** Whether there is nothing to try. */
  public boolean isEmpty() {
    return didYouMean.isEmpty() && drop.isEmpty();
  }

  /**
   * Other words.
   *
   * @param count hits that they give within the same filters, at least 1
   * @param search which gives them
   */
  public record Correction(String q, long count, SearchRequest search) {}

  /**
   * A word or a filter that is in the way; several words, parted by spaces, where no single one is.
   *
   * @param field the filter's; null for a word, and for all filters at once
   * @param value the filter's, as it stands in a URL, or the words; empty for all filters
   * @param excluded whether the filter refuses its value
   * @param count hits without it, at least 1
   * @param search which gives them
   */
  public record Drop(
      @Nullable FilterField field,
      String value,
      boolean excluded,
      long count,
      SearchRequest search) {
    /** Whether it is a word of the query. */
    public boolean isWord() {
      return field == null && !value.isEmpty();
    }
  }
}
