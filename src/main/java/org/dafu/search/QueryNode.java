package org.dafu.search;

import java.util.List;

/** A question as understood: the tree that every engine turns into its own query. */
public sealed interface QueryNode {
  /** All letters. */
  record All() implements QueryNode {}

  /**
   * A run of words without white space or quotation marks, matched by units of meaning.
   *
   * @param text as typed
   */
  record Words(String text) implements QueryNode {}

  /**
   * A piece of text in quotation marks, matched character by character.
   *
   * @param text without the quotation marks
   */
  record Phrase(String text) implements QueryNode {}

  /**
   * A typed number of a proposal: 第068号, ０６８号, 第DH0271号.
   *
   * @param text as typed
   * @param value its digits as an integer
   */
  record Numbered(String text, long value) implements QueryNode {}

  /**
   * A typed 文号, whole or in part.
   *
   * @param text normalised to 〔〕, for example 乌民复字〔2020〕12号 or 〔2020〕12号
   */
  record DocNumbered(String text) implements QueryNode {}

  /**
   * Letters of some years: 2018..2020, 2018-2020年, year:2020.
   *
   * @param text what a letter may say instead of being of these years, 2018-2020; empty if only its
   *     year counts
   * @param from first year
   * @param to last year, at least {@code from}
   */
  record Years(String text, int from, int to) implements QueryNode {
    /** The first and the last year that a number of four digits can be: open ends. */
    static final int FIRST = 1000;

    static final int LAST = 9999;

    /** The same as a filter's value. */
    FilterValue filter() {
      return from == to
          ? new FilterValue.Exact(String.valueOf(from))
          : new FilterValue.Years(from, to);
    }

    /** The years for people: 2020, or 2018–2020. */
    String value() {
      if (from == FIRST) {
        return to + " 及以前";
      }
      if (to == LAST) {
        return from + " 及以后";
      }
      return from == to ? String.valueOf(from) : from + "–" + to;
    }
  }

  /**
   * What must stand in one field.
   *
   * @param field which
   * @param node words or phrase, or a group of them
   */
  record InField(TextField field, QueryNode node) implements QueryNode {}

  /** Every part must match; an empty list matches all. */
  record AllOf(List<QueryNode> parts) implements QueryNode {
    public AllOf {
      parts = List.copyOf(parts);
    }
  }

  /** At least one part must match. */
  record AnyOf(List<QueryNode> parts) implements QueryNode {
    public AnyOf {
      parts = List.copyOf(parts);
    }
  }

  /** The part must not match. */
  record Not(QueryNode part) implements QueryNode {}
}
