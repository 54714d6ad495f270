package org.dafu.search;

import java.util.List;

/**
 * Why a letter answers a query as it does.
 *
 * @param reading how the query is read
 * @param hit the letter with its best sections
 * @param matches whether the query finds it
 * @param absent texts of tokens that the letter has in no form
 * @param score the letter's score, the sum of the contributions
 * @param contributions by field, greatest first
 */
public record Explanation(
    QueryReading reading,
    Hit hit,
    boolean matches,
    List<String> absent,
    double score,
    List<Contribution> contributions) {
  public Explanation {
    absent = List.copyOf(absent);
    contributions = List.copyOf(contributions);
  }

  /**
   * A part of a score.
   *
   * @param name of a field ({@code title}, {@code heading}, {@code policy}, {@code text}, {@code
   *     section} for the best section, {@code number}, "named" for being of a place, year, session,
   *     agency or member that the query names, {@code together} for having words together as they
   *     were typed, {@code other}, {@code meaning} for what the comparison of meanings adds or,
   *     below 0, takes away), or the piece of the query within it
   * @param label for people
   * @param score the parts' sum, where there are parts
   * @param parts greatest first
   */
  public record Contribution(String name, String label, double score, List<Contribution> parts) {
    public Contribution {
      parts = List.copyOf(parts);
    }
  }
}
