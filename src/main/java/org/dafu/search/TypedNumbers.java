package org.dafu.search;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The one form of each number that is printed and typed in many: full- or half-width, with leading
 * zeros, with or without 第 and 号, in any brackets.
 */
public final class TypedNumbers {
  private static final Pattern AROUND_NUMBER = Pattern.compile("[第号號()〔〕\\[\\]【】﹝﹞\\s]+");
  private static final Pattern DIGITS = Pattern.compile("[0-9]+");
  private static final Pattern LEADING_ZEROS = Pattern.compile("^0+(?=[0-9])");
  private static final Pattern SPACE = Pattern.compile("[\\s\\u00A0\\u3000]+");
  private static final Pattern OPENING = Pattern.compile("[\\[【﹝(（［]");
  private static final Pattern CLOSING = Pattern.compile("[\\]】﹞)）］]");

  private TypedNumbers() {}

  /**
   * A proposal's number (编号): 第０６８号 → 68, dh0271 → DH0271.
   *
   * @return without 第, 号, brackets and white space; digits alone without leading zeros; letters as
   *     capitals
   */
  public static String proposal(String typed) {
    String number = AROUND_NUMBER.matcher(halfWidth(typed)).replaceAll("");
    return DIGITS.matcher(number).matches()
        ? LEADING_ZEROS.matcher(number).replaceFirst("")
        : number.toUpperCase(Locale.ROOT);
  }

  /**
   * A document's number (文号): 乌民复字[2020] 12号 → 乌民复字〔2020〕12号.
   *
   * @return with 〔〕 for every kind of bracket, without white space
   */
  public static String document(String typed) {
    String number = SPACE.matcher(halfWidth(typed)).replaceAll("");
    String opened = OPENING.matcher(number).replaceAll("〔");
    return CLOSING.matcher(opened).replaceAll("〕").replace('號', '号');
  }

  private static String halfWidth(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC);
  }
}
