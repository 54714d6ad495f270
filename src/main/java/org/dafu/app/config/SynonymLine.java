package org.dafu.app.config;

import java.util.List;

/**
 * Words that stand for others in a search.
 *
 * @param asked whoever asks for one of these
 * @param found finds these too; the same words where each stands for every other
 */
public record SynonymLine(List<String> asked, List<String> found) {
  public SynonymLine {
    asked = List.copyOf(asked);
    found = List.copyOf(found);
  }

  /** Words of which each stands for every other. */
  static SynonymLine equal(List<String> words) {
    return new SynonymLine(words, words);
  }
}
