package org.dafu.meaning;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dafu.search.Passage;

/**
 * Two texts that belong together without anyone having said so: a sentence, and the rest of the
 * passage that it stands in (the inverse cloze task of Lee, Chang and Toutanova 2019).
 */
record OwnPair(String sentence, String rest) {
  private static final String SENTENCE_ENDS = "。！？；!?;\n";

  /** Of shorter sentences, such as greetings and dates, nobody asks. */
  private static final int LEAST_SENTENCE_UNITS = 15;

  private static final int LEAST_REST_UNITS = 40;

  private static final int LEAST_SENTENCES = 3;

  /**
   * The same pair of a passage every time.
   *
   * @return empty if it has too few sentences
   */
  static Optional<OwnPair> of(Passage passage) {
    List<String> sentences = sentences(passage.text());
    List<Integer> longEnough = new ArrayList<>();
    for (int i = 0; i < sentences.size(); i++) {
      if (sentences.get(i).strip().length() >= LEAST_SENTENCE_UNITS) {
        longEnough.add(i);
      }
    }
    if (sentences.size() < LEAST_SENTENCES || longEnough.isEmpty()) {
      return Optional.empty();
    }
    int chosen = longEnough.get(Math.floorMod(passage.key().low(), longEnough.size()));
    String sentence = sentences.remove(chosen).strip();
    String rest = String.join("", sentences).strip();
    return rest.length() < LEAST_REST_UNITS
        ? Optional.empty()
        : Optional.of(new OwnPair(sentence, rest));
  }

  private static List<String> sentences(String text) {
    List<String> sentences = new ArrayList<>();
    int from = 0;
    for (int to = 1; to <= text.length(); to++) {
      if (to == text.length() || SENTENCE_ENDS.indexOf(text.charAt(to - 1)) >= 0) {
        String sentence = text.substring(from, to);
        if (!sentence.isBlank()) {
          sentences.add(sentence);
        }
        from = to;
      }
    }
    return sentences;
  }
}
