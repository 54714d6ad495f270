package org.dafu.search;

/** A piece of a query, with its place in UTF-16 units. */
sealed interface QueryToken {
  int start();

  int end();

  /** What is asked for: words, exact text, a number. */
  record Leaf(QueryNode node, int start, int end) implements QueryToken {}

  /** The name of a field, for the part that follows. */
  record Field(TextField field, int start, int end) implements QueryToken {}

  record Minus(int start, int end) implements QueryToken {}

  record Or(int start, int end) implements QueryToken {}

  record Open(int start, int end) implements QueryToken {}

  record Close(int start, int end) implements QueryToken {}
}
