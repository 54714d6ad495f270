package org.dafu.extract;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import org.dafu.read.Wording;
import org.jspecify.annotations.Nullable;

/** Reads in which role (主办, 会办) the agency answers, where the letter itself says so. */
final class RoleReader {
  private static final Set<String> OURSELVES = Set.of("本局", "我局", "本委", "我委");
  private static final Set<String> ROLES = Set.of("主办", "会办", "协办");
  private static final Wording TITLE = Wording.of("(会办|协办|分办)(?:意见|情况|的?函|答复)");
  private static final Wording OWN =
      Wording.of(
          "(?:由|交由?|转由?|确定|作为|,|^)我(?:局|委|办|厅|部|中心|支队|院|们|行|公司)[\\u4e00-\\u9fa5]{0,4}?(主办|会办|协办|承办|牵头办理)");
  private static final Wording LABELLED =
      Wording.of("^(主办|会办|协办)单位?[:](.{3,30}?)(?:[,;。(]|(?:会办|协办)|$)");

  private RoleReader() {}

  static Optional<Found<String>> read(Layout letter, @Nullable Found<String> agency) {
    Optional<Found<String>> byTitle = letter.title().flatMap(title -> first(title, TITLE, "title"));
    if (byTitle.isPresent()) {
      return byTitle;
    }
    for (Line line : letter.body().stream().limit(2).toList()) {
      Optional<Found<String>> own =
          first(line.tight().to(Math.min(300, line.length())), OWN, "opening");
      if (own.isPresent() && ROLES.contains(own.get().value())) {
        return own;
      }
    }
    return agency == null ? Optional.empty() : labelled(letter, agency.value());
  }

  private static Optional<Found<String>> labelled(Layout letter, String agency) {
    for (Line line : letter.lines) {
      Matcher matcher = line.tight().matcher(LABELLED);
      if (line.length() < 120 && matcher.find() && isSame(agency, matcher.group(2))) {
        return Optional.of(Found.of(matcher.group(1), "label", line.tight().span(matcher, 1), 0.9));
      }
    }
    return Optional.empty();
  }

  private static boolean isSame(String agency, String named) {
    String core = AgencyNames.withoutLevel(named);
    return OURSELVES.contains(core) || (core.length() >= 3 && agency.endsWith(core));
  }

  private static Optional<Found<String>> first(Tight place, Wording pattern, String rule) {
    Matcher matcher = place.matcher(pattern);
    return matcher.find()
        ? Optional.of(Found.of(matcher.group(1), rule, place.span(matcher, 1), 0.85))
        : Optional.empty();
  }
}
