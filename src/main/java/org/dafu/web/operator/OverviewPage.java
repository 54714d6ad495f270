package org.dafu.web.operator;

import java.util.List;
import org.dafu.web.pages.Choice;
import org.jspecify.annotations.Nullable;

/**
 * The state of the index, and bringing it up to date.
 *
 * @param frame around it
 * @param files lists of files, with how many are in each
 * @param facts about the index
 * @param rebuilding why another index is built; null if none is
 * @param sync how far the folders are followed
 */
public record OverviewPage(
    Frame frame, List<Choice> files, List<Fact> facts, @Nullable String rebuilding, Sync sync) {
  public OverviewPage {
    files = List.copyOf(files);
    facts = List.copyOf(facts);
  }

  /** A fact, and what it means; empty where it needs no words. */
  public record Fact(String label, String value, String note) {}

  /**
   * How far the folders are followed.
   *
   * @param state in words
   * @param going whether a run is waited for or under way
   * @param planned files that the run reads
   * @param done those that are read
   * @param ended when the last run ended; empty before the first
   * @param failure why it broke off; null if it did not
   * @param outcomes what the last whole run did; empty before the first
   */
  public record Sync(
      String state,
      boolean going,
      int planned,
      int done,
      String ended,
      @Nullable String failure,
      List<Fact> outcomes) {
    public Sync {
      outcomes = List.copyOf(outcomes);
    }
  }
}
