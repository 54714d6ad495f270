package org.dafu.search;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A session (届次) by its numbers, in whichever of its many forms it is written: 八届四次, 政协第八届委员会第四次会议,
 * 市8届人大4次会议.
 *
 * @param start first UTF-16 unit of 第…届…次会议 in the text that it was read from
 * @param end unit after the last
 */
record SessionName(int term, int meeting, int start, int end) {
  private static final String NUMBER = "([0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})";

  private static final Pattern FORM =
      Pattern.compile(
          "第?" + NUMBER + "[届屆]\\p{IsHan}{0,20}?第?" + NUMBER + "次(?:全[体體])?(?:[会會][议議]|大[会會])?");

  static Optional<SessionName> in(String text) {
    Matcher form = FORM.matcher(text);
    return form.find()
        ? Optional.of(
            new SessionName(number(form.group(1)), number(form.group(2)), form.start(), form.end()))
        : Optional.empty();
  }

  boolean isSameAs(SessionName other) {
    return term == other.term && meeting == other.meeting;
  }

  /** 十二, 二十, 三十一, 一四 or 12. */
  private static int number(String written) {
    if (Character.isDigit(written.charAt(0))) {
      return Integer.parseInt(written);
    }
    int ten = written.indexOf('十');
    boolean alone = written.length() == 1 && ten < 0;
    int tens = alone ? 0 : ten == 0 ? 1 : digit(written.charAt(0));
    int ones = ten == written.length() - 1 ? 0 : digit(written.charAt(written.length() - 1));
    return tens * 10 + ones;
  }

  private static int digit(char numeral) {
    return "一二三四五六七八九".indexOf(numeral) + 1;
  }
}
