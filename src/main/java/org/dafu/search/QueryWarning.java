package org.dafu.search;

/**
 * A part of a query that was not understood and was searched as plain words.
 *
 * @param code stable name, for example {@code unclosed-quote}
 * @param message one sentence for people
 * @param start first UTF-16 unit of that part in the query
 * @param end unit after its last
 */
public record QueryWarning(String code, String message, int start, int end) {}
