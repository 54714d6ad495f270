package org.dafu.search;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The one form of each number that is printed and typed in many: full- or half-width, with leading
 * zeros, with or without 第 and 号, in any brackets.
 */
public final class TypedNumbers {
  private static final Pattern AROUND_NUMBER = Pattern.compile("[第号號()〔〕\\[\\]【】﹝﹞\\s]+");
  private static final Pattern DASH = Pattern.compile("[‐‑–—−]");
  private static final Pattern REGISTER = Pattern.compile("^([A-Z]+)-(?=[0-9])");
  private static final Pattern LEADING_ZEROS = Pattern.compile("(?<![0-9])0+(?=[0-9])");
  private static final Pattern SERIAL_WORD = Pattern.compile("〕第(?=[0-9])");
  private static final Pattern SPACE = Pattern.compile("[\\s\\u00A0\\u3000]+");
  private static final Pattern OPENING = Pattern.compile("[\\[【﹝(（［]");
  private static final Pattern CLOSING = Pattern.compile("[\\]】﹞)）］]");

  private TypedNumbers() {}

  /**
   * A proposal's number (编号): 第０６８号 → 68, dh0271 → DH271, D-013 → D13, 15-4-083 → 15-4-83.
   *
   * @return without 第, 号, brackets, white space and leading zeros, letters as capitals and right
   *     before the digits
   */
  public static String proposal(String typed) {
    String number = AROUND_NUMBER.matcher(halfWidth(typed)).replaceAll("");
    String dashed = DASH.matcher(number.toUpperCase(Locale.ROOT)).replaceAll("-");
    String joined = REGISTER.matcher(dashed).replaceFirst("$1");
    return LEADING_ZEROS.matcher(joined).replaceAll("");
  }

  /**
   * A document's number (文号): 乌民复字[2020] 第12号 → 乌民复字〔2020〕12号.
   *
   * @return with 〔〕 for every kind of bracket, without white space and 第
   */
  public static String document(String typed) {
    String number = SPACE.matcher(halfWidth(typed)).replaceAll("");
    String opened = OPENING.matcher(number).replaceAll("〔");
    String closed = CLOSING.matcher(opened).replaceAll("〕").replace('號', '号');
    return SERIAL_WORD.matcher(closed).replaceAll("〕");
  }

  /** How a 文号, whole or in part, may stand in a letter: as given, and with 第. */
  public static List<String> printed(String document) {
    String worded = document.replaceFirst("〕(?=[0-9])", "〕第");
    return worded.equals(document) ? List.of(document) : List.of(document, worded);
  }

  private static String halfWidth(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC);
  }
}
