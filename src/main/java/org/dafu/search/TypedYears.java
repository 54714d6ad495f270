package org.dafu.search;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Years as they are typed: 2021年, 二〇二一年, 2019-2021, 2020年至2022年, 2021年以来. */
final class TypedYears {
  private static final String FOUR = "((?:19|20)[0-9]{2})";
  private static final String NOT_LONGER = "(?![0-9])";

  private static final Pattern ONE = Pattern.compile(FOUR + "年?");

  /** By its numerals: 二〇二一年, 二零二一年. */
  private static final Pattern WRITTEN = Pattern.compile("([一二][〇零○一二三四五六七八九]{3})年");

  private static final Pattern RANGE =
      Pattern.compile(
          ("(?<![0-9])" + FOUR + "年?(?:\\.\\.|[-–—~]+|至|到)" + FOUR + NOT_LONGER)
              + "(?:年度?)?(?:期间|之间|间)?");

  private static final Pattern SINCE =
      Pattern.compile("(?<![0-9])" + FOUR + "(?:\\.\\." + NOT_LONGER + "|年(?:以来|以后|之后|至今|起))");

  private static final Pattern BEFORE =
      Pattern.compile(
          "(?<![0-9.])\\.\\." + FOUR + NOT_LONGER + "|(?<![0-9])" + FOUR + "年(?:以前|之前)");

  /**
   * A range of years in a run of words.
   *
   * @param text as typed, half-width
   * @param value as a filter's: 2019..2021, 2021.., ..2020
   */
  record Range(String text, String value) {}

  private TypedYears() {}

  /** The first range of years in a run of words; none if it ends before it begins. */
  static Optional<Range> range(String run) {
    String text = Normalizer.normalize(run, Normalizer.Form.NFKC);
    Matcher range = RANGE.matcher(text);
    if (range.find()) {
      return range.group(1).compareTo(range.group(2)) > 0
          ? Optional.empty()
          : Optional.of(new Range(range.group(), range.group(1) + ".." + range.group(2)));
    }
    Matcher since = SINCE.matcher(text);
    if (since.find()) {
      return Optional.of(new Range(since.group(), since.group(1) + ".."));
    }
    Matcher before = BEFORE.matcher(text);
    return before.find() ? Optional.of(before(before)) : Optional.empty();
  }

  /** Before a year that is named in words, which is not among them; to one that ends a range. */
  private static Range before(Matcher before) {
    String last =
        before.group(1) != null
            ? before.group(1)
            : Integer.toString(Integer.parseInt(before.group(2)) - 1);
    return new Range(before.group(), ".." + last);
  }

  /** The year of this name, in four digits. */
  static Optional<String> year(String name) {
    String text = Normalizer.normalize(name, Normalizer.Form.NFKC);
    Matcher digits = ONE.matcher(text);
    if (digits.matches()) {
      return Optional.of(digits.group(1));
    }
    Matcher written = WRITTEN.matcher(text);
    return written.matches() ? Optional.of(digits(written.group(1))) : Optional.empty();
  }

  private static String digits(String written) {
    StringBuilder digits = new StringBuilder();
    written.chars().forEach(numeral -> digits.append(Math.max(0, "〇一二三四五六七八九".indexOf(numeral))));
    return digits.toString();
  }

  /** The year or range that is all of this text, as a filter's value. */
  static Optional<String> value(String typed) {
    String text = Normalizer.normalize(typed, Normalizer.Form.NFKC).strip();
    return year(text)
        .or(() -> range(text).filter(found -> found.text().equals(text)).map(Range::value));
  }
}
