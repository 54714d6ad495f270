package org.dafu.read;

import java.util.ArrayList;
import java.util.List;
import org.dafu.read.PersonalNumber.Kind;
import org.dafu.reply.Span;

/**
 * Personal numbers and mailboxes that are not written as such: with letters that look like digits,
 * in Chinese numerals, with another sign for {@code @}. Only a word before them tells most of
 * these.
 */
final class DisguisedNumbers {
  private static final String DASH = "[-－—–‐‑ \\u00a0]?";
  private static final String LIKE_DIGIT = "[0-9OoIl]";
  private static final String NAMED = "\\s*+(?:号码|号)?+\\s*+[:为是]?+\\s*+";
  private static final String DOMAIN = "[A-Za-z0-9-]{1,60}(?:\\.[A-Za-z0-9-]{1,60}){0,4}\\.";

  /** Chinese numerals without tens and hundreds, as digits are read out. */
  static final String NUMERALS = "零〇○一二三四五六七八九";

  private static final Wording MISPRINTED =
      Wording.of(
          "(?:电\\s*话|手\\s*机|传\\s*真|座\\s*机|(?i:tel|fax|phone|mobile))"
              + NAMED
              + "((?=[0-9 -]{0,14}[OoIl])"
              + LIKE_DIGIT
              + "(?:"
              + DASH
              + LIKE_DIGIT
              + "){6,12})(?![0-9A-Za-z])");

  private static final Wording READ_OUT =
      Wording.of(
          "(?<!["
              + NUMERALS
              + "十])一[三四五六七八九](?:"
              + DASH
              + "["
              + NUMERALS
              + "]){9}(?!["
              + NUMERALS
              + "十百千万])");

  private static final Wording PASSPORT =
      Wording.of("(?:护照|通行证)" + NAMED + "([A-Za-z]{1,2}\\d{7,8})(?![0-9A-Za-z])");

  private static final Wording MAILBOX =
      Wording.of(
          "(?:邮\\s*箱|邮\\s*件|(?i:e-?mail))\\s*+(?:地址)?+\\s*+[:为是]?+\\s*+([A-Za-z0-9._%+-]{2,60})"
              + "(?:\\s?(?:#|\\[@]|\\(@\\))\\s?|\\s(?i:at)\\s)(?="
              + DOMAIN
              + "(?:cn|com|net|org))");

  private DisguisedNumbers() {}

  /** Those of a folded text. */
  static List<PersonalNumber> find(String text) {
    List<PersonalNumber> found = new ArrayList<>();
    add(MISPRINTED, 1, Kind.TELEPHONE, text, found);
    add(READ_OUT, 0, Kind.MOBILE, text, found);
    add(PASSPORT, 1, Kind.IDENTITY, text, found);
    add(MAILBOX, 1, Kind.MAILBOX, text, found);
    return found;
  }

  private static void add(
      Wording wording, int group, Kind kind, String text, List<PersonalNumber> found) {
    Hits hits = wording.matcher(text);
    while (hits.find()) {
      found.add(new PersonalNumber(kind, new Span(hits.start(group), hits.end(group))));
    }
  }
}
