package org.dafu.read;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dafu.reply.Span;

/**
 * A number that is known by its shape. What stands before it is looked at last: that costs more
 * than the number itself, and most places hold none.
 *
 * @param before what it may stand behind; never a digit
 * @param firsts the signs that it begins with
 * @param number from its first sign to its last
 */
record NumberShape(Pattern before, CharSet firsts, Pattern number) {
  /** With these expressions and first signs. */
  static NumberShape of(String before, String firsts, String number) {
    return new NumberShape(Pattern.compile(before), CharSet.of(firsts), Pattern.compile(number));
  }

  /** Where such numbers stand within these stretches, in their order. */
  List<Span> spans(String text, List<Span> stretches) {
    List<Span> spans = new ArrayList<>();
    Matcher matcher = matcher(number, text);
    for (Span stretch : stretches) {
      int at = stretch.start();
      while (at < stretch.end()) {
        boolean found =
            mayBegin(text, at)
                && matcher.region(at, stretch.end()).lookingAt()
                && matcher(before, text).region(at, text.length()).lookingAt();
        if (found) {
          spans.add(new Span(matcher.start(), matcher.end()));
        }
        at = found ? matcher.end() : at + 1;
      }
    }
    return spans;
  }

  private boolean mayBegin(String text, int at) {
    return firsts.has(text.charAt(at)) && (at == 0 || !isDigit(text.charAt(at - 1)));
  }

  private static boolean isDigit(char unit) {
    return unit >= '0' && unit <= '9';
  }

  private static Matcher matcher(Pattern pattern, String text) {
    return pattern.matcher(text).useTransparentBounds(true).useAnchoringBounds(false);
  }
}
