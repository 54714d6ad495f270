package org.dafu.search;

import java.util.List;

/**
 * Completes what is being typed from what the letters that may be shown hold. It answers from
 * memory; letters that were just committed or removed are taken up within seconds.
 */
public interface Suggester {
  /**
   * The best completions: what begins so before what has it inside, either in characters, in pinyin
   * or in pinyin's initials; then by type and by number of letters.
   *
   * @param typed any text; what has no character, letter or digit has no completion
   * @param size most suggestions, at least 1
   */
  List<Suggestion> suggest(String typed, int size);

  /** Makes ready in the background, so that the first request need not wait. */
  void prepare();
}
