package org.dafu.search;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dafu.search.QueryNode.Years;

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

  private static final Pattern SINCE = Pattern.compile("(?<![0-9])" + FOUR + "年(?:以来|以后|之后|至今|起)");

  private static final Pattern BEFORE = Pattern.compile("(?<![0-9])" + FOUR + "年(?:以前|之前)");

  private TypedYears() {}

  /** The first range of years in a run of words, with how it is typed, half-width. */
  static Optional<Years> range(String run) {
    String text = Normalizer.normalize(run, Normalizer.Form.NFKC);
    Matcher range = RANGE.matcher(text);
    if (range.find()) {
      int from = Integer.parseInt(range.group(1));
      int to = Integer.parseInt(range.group(2));
      return from > to ? Optional.empty() : Optional.of(new Years(range.group(), from, to));
    }
    Matcher since = SINCE.matcher(text);
    if (since.find()) {
      return Optional.of(new Years(since.group(), Integer.parseInt(since.group(1)), Years.LAST));
    }
    Matcher before = BEFORE.matcher(text);
    return before.find() // the year that is named is not among them
        ? Optional.of(new Years(before.group(), Years.FIRST, Integer.parseInt(before.group(1)) - 1))
        : Optional.empty();
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
  static Optional<FilterValue> value(String typed) {
    String text = Normalizer.normalize(typed, Normalizer.Form.NFKC).strip();
    return year(text)
        .<FilterValue>map(FilterValue.Exact::new)
        .or(() -> range(text).filter(found -> found.text().equals(text)).map(Years::filter));
  }
}
