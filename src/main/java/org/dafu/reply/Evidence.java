package org.dafu.reply;

/**
 * Where a field was read and by which rule.
 *
 * @param rule name of the rule, for example {@code salutation}
 * @param start first UTF-16 unit in the letter's text
 * @param end unit after the last
 * @param confidence 0 to 1
 */
public record Evidence(String rule, int start, int end, double confidence) {}
