package org.dafu.search;

import java.util.Optional;

/** Tells an engine how near passages are in meaning to a question. Safe for use by many threads. */
public interface Meanings {
  /** No meaning is known of anything. */
  Meanings NONE =
      new Meanings() {
        @Override
        public boolean isEmpty() {
          return true;
        }

        @Override
        public Optional<Nearness> to(String question) {
          return Optional.empty();
        }
      };

  /** How near passages are to one question. */
  interface Nearness {
    /**
     * The more, the nearer; to be compared among passages, and for one question. At most about 1.
     *
     * @return NaN for a passage that has no vector yet
     */
    float of(PassageKey passage);
  }

  /** Whether no passage has a vector, or no question can be given one. */
  boolean isEmpty();

  /**
   * What compares passages with this question.
   *
   * @return empty if there is none, as for a blank one
   */
  Optional<Nearness> to(String question);
}
