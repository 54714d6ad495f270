package org.dafu.read;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Derives from a regular expression groups of words, of each of which every match contains at least
 * one, and the characters that a match begins and ends with. What it does not know of the syntax it
 * takes for anything at all, so that the groups are always true, if perhaps fewer than they could
 * be.
 *
 * @param groups up to three, the most telling first; none if no word is required
 * @param first the characters that a match may begin with; null if any, or if it may be empty
 * @param last the characters that a match may end with; null likewise
 * @param longest how many units a match has at most, {@link RegexPart#ENDLESS} for any number
 * @param anchored whether a match begins where the text does
 * @param closed whether a match ends where the text does, or before the line end at its end
 */
record RequiredWords(
    List<List<String>> groups,
    @Nullable String first,
    @Nullable String last,
    int longest,
    boolean anchored,
    boolean closed) {
  /** What is required of every match of the expression. */
  static RequiredWords of(String regex) {
    RegexPart whole = RegexParser.parse(regex);
    if (whole == null) {
      return new RequiredWords(List.of(), null, null, RegexPart.ENDLESS, false, false);
    }
    return new RequiredWords(
        RegexPart.best(whole.all()),
        whole.empty() ? null : whole.first(),
        whole.empty() ? null : whole.last(),
        whole.longest(),
        whole.anchored(),
        whole.closed());
  }
}
