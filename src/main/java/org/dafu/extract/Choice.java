package org.dafu.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import org.dafu.read.Wording;

/**
 * Words printed to choose from, with boxes before or behind them (□是 ☑否; 满意√ 基本满意□), or in a row
 * without any (主动公开、依申请公开、不予公开).
 *
 * <p>Why: of such a row the first word, or the one that a rule asks for first, says nothing; where
 * none is ticked, nothing is said.
 */
final class Choice {
  /** Boxes that are ticked, and signs that are put for them. */
  static final String TICKS = "☑✓✔√■☒";

  /** Boxes that are not. */
  static final String BOXES = "☐□○◯";

  private static final String SEPARATORS = "、,/;|";
  private static final String OPEN = "([";
  private static final String CLOSE = ")]";

  private final String text;
  private final List<int[]> options = new ArrayList<>();

  private Choice(String text, Wording option) {
    this.text = text;
    Matcher matcher = option.within(text, 0, text.length());
    while (matcher.find()) {
      options.add(new int[] {matcher.start(), matcher.end()});
    }
  }

  /** The words of a text, folded and without white space, that match the expression. */
  static Choice of(String text, Wording option) {
    return new Choice(text, option);
  }

  /** Whether there are words to choose from, rather than one that is said. */
  boolean isOffered() {
    if (options.isEmpty()) {
      return false;
    }
    boolean marked = false;
    boolean row = false;
    for (int i = 0; i < options.size(); i++) {
      marked |= isMark(before(i)) || isMark(behind(i));
      row |= i > 0 && isRow(options.get(i - 1)[1], options.get(i)[0]);
    }
    return marked || row;
  }

  /** The only word ticked; empty where none is, or more than one. */
  String ticked() {
    boolean boxesFirst = !options.isEmpty() && isMark(before(0));
    String ticked = "";
    for (int i = 0; i < options.size(); i++) {
      if (TICKS.indexOf(boxesFirst ? before(i) : behind(i)) >= 0) {
        if (!ticked.isEmpty()) {
          return "";
        }
        ticked = text.substring(options.get(i)[0], options.get(i)[1]);
      }
    }
    return ticked;
  }

  private static boolean isMark(char sign) {
    return TICKS.indexOf(sign) >= 0 || BOXES.indexOf(sign) >= 0;
  }

  private boolean isRow(int end, int start) {
    return end == start || (start == end + 1 && SEPARATORS.indexOf(text.charAt(end)) >= 0);
  }

  /**
   * The sign before an option, a bracket between them passed over; a full stop if there is none.
   */
  private char before(int option) {
    int at = options.get(option)[0] - 1;
    if (at > 0 && CLOSE.indexOf(text.charAt(at)) >= 0) {
      at--;
    }
    return at >= 0 ? text.charAt(at) : '。';
  }

  private char behind(int option) {
    int at = options.get(option)[1];
    if (at + 1 < text.length() && OPEN.indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return at < text.length() ? text.charAt(at) : '。';
  }
}
