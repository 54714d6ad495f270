package org.dafu.search;

/**
 * A part of a query that was taken otherwise than typed: not understood and searched as plain words
 * or left out, or asked for less strictly because nothing has all of it.
 *
 * @param code stable name, for example {@code unclosed-quote}
 * @param message one sentence for people
 * @param start first UTF-16 unit of that part in the query
 * @param end unit after its last
 */
public record QueryWarning(String code, String message, int start, int end) {
  /** Code of the warning that the search was ended by its time limit. */
  public static final String TIME_LIMIT = "time-limit";

  /** What is given was found, or counted, until the time limit. */
  public static final QueryWarning CUT_OFF =
      new QueryWarning(TIME_LIMIT, "检索超过了时限：只列出到此为止找到的，总数和各项计数不全", 0, 0);

  /** Meaning was asked for, and no vectors are held. */
  public static final QueryWarning LEXICAL_ONLY =
      new QueryWarning("mode-lexical", "语义检索尚未就绪，已按词语检索（lexical）。", 0, 0);
}
