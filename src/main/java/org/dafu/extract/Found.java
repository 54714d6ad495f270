package org.dafu.extract;

import org.dafu.reply.Evidence;
import org.dafu.reply.Span;

/**
 * A value read out of a letter.
 *
 * @param value what was read
 * @param evidence where, and by which rule
 */
record Found<T>(T value, Evidence evidence) {
  static <T> Found<T> of(T value, String rule, Span span, double confidence) {
    return new Found<>(value, new Evidence(rule, span.start(), span.end(), confidence));
  }

  <U> Found<U> with(U other) {
    return new Found<>(other, evidence);
  }
}
