package org.dafu.reply;

/**
 * Something a reader of the letter should know: a contradiction, a repair, a reason for null.
 *
 * @param code stable name, for example {@code class-contradiction}
 * @param message one sentence for people
 */
public record Warning(String code, String message) {}
