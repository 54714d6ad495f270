package org.dafu.extract;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.dafu.read.Hits;
import org.dafu.read.Wording;
import org.jspecify.annotations.Nullable;

/** Reads in which role (主办, 会办) the agency answers, where the letter itself says so. */
final class RoleReader {
  /** How much of a paragraph is looked at. */
  private static final int OPENING_UNITS = 300;

  private static final Set<String> OURSELVES = Set.of("本局", "我局", "本委", "我委");
  private static final List<String> ROLES = List.of("主办", "会办", "协办", "分办");
  private static final Map<String, Wording> FORM_LABELS =
      new TreeMap<>(
          Map.of(
              "主办", Wording.of("^主办单位"),
              "会办", Wording.of("^会办单位"),
              "分办", Wording.of("^分办单位"),
              "协办", Wording.of("^协办单位")));
  private static final Wording TITLE = Wording.of("(会办|协办|分办)(?:意见|情况|的?函|答复)");
  private static final Wording OWN =
      Wording.of(
          "我[局委办厅院区市县们]现?就(主办|会办|协办)(?:事项|内容|部分)|(?:由|交由?|转由?|确定|作为|,|^)我(?:局|委|办|厅|部|中心|支队|院|们|行|公司)[\\u4e00-\\u9fa5]{0,4}?(主办|会办|协办|承办|牵头办理)"
              + "|(?:^|,|我(?:局|委|办|厅|部|中心|支队|院|们|行|公司))(?:作为|(?<=[局委办厅们])为)(主办|会办|协办)单位");
  private static final Wording LABELLED =
      Wording.of("^(主办|会办|协办|分办)单位?[:](.{3,30}?)(?:[,;。(]|(?:会办|协办)|$)");

  /** 由市发改委、市民政局共同主办, 主办单位为区城市管理委 */
  private static final Wording BY_NAME =
      Wording.of("(?:[由交]([^。,;由]{2,60}?)(?:共同|联合)?(主办|会办|协办)(?!单位)|(主办|会办|协办)单位为([^。,;]{2,60}))");

  private static final Wording MANNER = Wording.of("^(?:办理|承办)(?:方式|形式|类型)");

  private static final Wording BETWEEN_NAMES = Wording.of("[、和与及]");
  private static final Wording BETWEEN_BODIES = Wording.of("[、,;]");

  private RoleReader() {}

  static Optional<Found<String>> read(Layout letter, @Nullable Found<String> agency) {
    Optional<Found<String>> byTitle = letter.title().flatMap(title -> first(title, TITLE, "title"));
    if (byTitle.isPresent()) {
      return byTitle;
    }
    for (Line line : letter.body().stream().limit(2).toList()) {
      Optional<Found<String>> own = first(line.tight().beginning(OPENING_UNITS), OWN, "opening");
      if (own.isPresent() && ROLES.contains(own.get().value())) {
        return own;
      }
    }
    Optional<Found<String>> manner =
        letter
            .form
            .find(MANNER)
            .or(() -> LabelledLine.find(letter, MANNER))
            .filter(value -> ROLES.contains(value.text()))
            .map(value -> Found.of(value.text(), "form", value.span(), 0.9));
    if (manner.isPresent() || agency == null) {
      return manner;
    }
    return byName(letter, agency.value())
        .or(() -> labelled(letter, agency.value()))
        .or(() -> inBrackets(letter, agency.value()));
  }

  private static Optional<Found<String>> inBrackets(Layout letter, String agency) {
    for (HandlingBodies bodies : HandlingBodies.of(letter)) {
      for (String name : BETWEEN_BODIES.split(bodies.names().text())) {
        if (ROLES.contains(bodies.role()) && isSame(agency, name)) {
          return Optional.of(Found.of(bodies.role(), "label", bodies.span(), 0.9));
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Found<String>> byName(Layout letter, String agency) {
    for (Line line : letter.body().stream().limit(2).toList()) {
      Tight opening = line.tight().beginning(OPENING_UNITS);
      Hits matcher = opening.matcher(BY_NAME);
      while (matcher.find()) {
        int names = matcher.group(1) != null ? 1 : 4;
        int role = matcher.group(1) != null ? 2 : 3;
        for (String name : BETWEEN_NAMES.split(matcher.group(names))) {
          if (isSame(agency, name)) {
            return Optional.of(
                Found.of(matcher.group(role), "opening", opening.span(matcher, role), 0.85));
          }
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Found<String>> labelled(Layout letter, String agency) {
    for (int i = 0; i < letter.lines.size(); i++) {
      Line line = letter.lines.get(i);
      Hits matcher = line.tight().matcher(LABELLED);
      if (line.length() < 120
          && matcher.find()
          && BETWEEN_BODIES.split(matcher.group(2)).stream().anyMatch(name -> isSame(agency, name))
          && !AgencyReader.isOfSite(letter, i)) {
        return Optional.of(Found.of(matcher.group(1), "label", line.tight().span(matcher, 1), 0.9));
      }
    }
    for (Map.Entry<String, Wording> role : FORM_LABELS.entrySet()) {
      Optional<Form.Value> named =
          letter.form.find(role.getValue()).filter(value -> isSame(agency, value.text()));
      if (named.isPresent()) {
        return Optional.of(Found.of(role.getKey(), "form", named.get().span(), 0.85));
      }
    }
    return Optional.empty();
  }

  private static boolean isSame(String agency, String named) {
    String core = AgencyNames.withoutLevel(named);
    return OURSELVES.contains(core)
        || (core.length() >= 3 && agency.endsWith(core))
        || AgencyNames.isSameBody(agency, named);
  }

  private static Optional<Found<String>> first(Tight place, Wording pattern, String rule) {
    Hits matcher = place.matcher(pattern);
    if (!matcher.find()) {
      return Optional.empty();
    }
    int group = 1;
    while (matcher.group(group) == null) {
      group++;
    }
    return Optional.of(Found.of(matcher.group(group), rule, place.span(matcher, group), 0.85));
  }
}
