package org.dafu.search;

import java.util.List;

/**
 * How a query is read.
 *
 * @param understood the query written out for people
 * @param tokens what is looked for, in the query's order
 * @param warnings what was taken otherwise than typed
 */
public record QueryReading(String understood, List<Token> tokens, List<QueryWarning> warnings) {
  public QueryReading {
    tokens = List.copyOf(tokens);
    warnings = List.copyOf(warnings);
  }

  /** How a token is matched. */
  public enum Kind {
    /** A unit of meaning. */
    WORD,
    /** Exact text in quotation marks. */
    PHRASE,
    /** A proposal's number. */
    NUMBER,
    /** A 文号. */
    DOC_NUMBER,
    /** Words of the title. */
    TITLE
  }

  /**
   * A piece of the query that is looked for.
   *
   * @param kind how it is matched
   * @param text folded, as looked for
   * @param alternatives what may stand for it: synonyms, former names, misread forms
   */
  public record Token(Kind kind, String text, List<String> alternatives) {
    public Token {
      alternatives = List.copyOf(alternatives);
    }
  }
}
