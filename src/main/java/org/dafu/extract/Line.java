package org.dafu.extract;

import org.dafu.reply.Span;

/**
 * A line of a letter outside of tables.
 *
 * @param span its place in the letter
 * @param tight its folded text without white space
 * @param marked whether the source marks it as a heading
 */
record Line(Span span, Tight tight, boolean marked) {
  String text() {
    return tight.text();
  }

  int length() {
    return tight.text().length();
  }
}
