package org.dafu.analysis;

import java.util.List;

/**
 * A unit of meaning in a question: what must be found, and what may stand for it.
 *
 * @param text folded, without white space
 * @param alternatives synonyms, former names and misread forms, folded; never the text itself
 */
public record WordUnit(String text, List<String> alternatives) {
  public WordUnit {
    alternatives = List.copyOf(alternatives);
  }
}
