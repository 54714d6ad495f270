package org.dafu.extract;

import org.dafu.extract.Clause.Cues;
import org.dafu.reply.Span;
import org.jspecify.annotations.Nullable;

/** For each code the cue that speaks loudest for it in a text, the first among equals. */
final class BestCues {
  /**
   * Where a cue stands.
   *
   * @param cue its number
   * @param weight its points
   */
  record Best(int cue, double weight, Tight text, int start, int end) {
    Span span() {
      return text.span(start, end);
    }
  }

  private final @Nullable Best[] byCode;

  BestCues(int codes) {
    byCode = new Best[codes];
  }

  void note(int code, double weight, Cues hits, int hit, Tight text) {
    Best best = byCode[code];
    if (best == null || best.weight() < weight) {
      byCode[code] = new Best(hits.cues[hit], weight, text, hits.starts[hit], hits.ends[hit]);
    }
  }

  @Nullable Best of(int code) {
    return byCode[code];
  }
}
