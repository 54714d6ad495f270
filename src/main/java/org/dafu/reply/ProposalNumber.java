package org.dafu.reply;

import org.jspecify.annotations.Nullable;

/**
 * The number (编号) of an answered proposal.
 *
 * @param text as printed without 第, 号 and brackets: 068, DH0271, 20230158
 * @param value its digits as an integer: 68, 271, 20230158; null if it has none
 */
public record ProposalNumber(String text, @Nullable Long value) {
  /** Reads the digits of a printed number, half- or full-width. */
  public static ProposalNumber of(String printed) {
    StringBuilder digits = new StringBuilder();
    printed
        .codePoints()
        .filter(Character::isDigit)
        .limit(18)
        .forEach(digit -> digits.append(Character.digit(digit, 10)));
    return new ProposalNumber(printed, digits.isEmpty() ? null : Long.valueOf(digits.toString()));
  }
}
