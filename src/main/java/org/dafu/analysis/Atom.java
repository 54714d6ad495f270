package org.dafu.analysis;

import java.util.List;

/**
 * The smallest piece of text that is searched for: it takes one position in the index.
 *
 * @param kind what it is
 * @param term as indexed; the same one for every run of punctuation
 * @param parts terms that the piece is found by besides: 2017 and 1 for 1.2017, dh and 0271 for
 *     DH0271; empty for most
 * @param start first UTF-16 unit in the text
 * @param end unit after the last
 */
public record Atom(Kind kind, String term, List<String> parts, int start, int end) {
  /** What a piece of text is. */
  public enum Kind {
    /** One Chinese character, or one of a like script. */
    CHARACTER,
    /** A word of letters, a number, or a mix of them. */
    WORD,
    /** A run of signs. */
    PUNCTUATION
  }

  public Atom {
    parts = List.copyOf(parts);
  }

  /** Whether the text here is found by this term. */
  public boolean isFoundBy(String other) {
    return term.equals(other) || parts.contains(other);
  }

  /**
   * The text of these atoms, written in one way only: without white space but between two words of
   * letters or digits.
   */
  static String text(List<Atom> atoms) {
    StringBuilder text = new StringBuilder();
    boolean afterWord = false;
    for (Atom atom : atoms) {
      boolean word = atom.kind == Kind.WORD;
      text.append(word && afterWord ? " " : "").append(atom.term());
      afterWord = word;
    }
    return text.toString();
  }
}
