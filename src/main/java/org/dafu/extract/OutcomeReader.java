package org.dafu.extract;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dafu.read.Hits;
import org.dafu.read.Wording;
import org.dafu.reply.Kind;
import org.dafu.reply.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * Tells what a class means: by words beside it, by a legend in the letter, by a configured scheme
 * of the place, else not at all, for the letters do not mean the same everywhere.
 */
final class OutcomeReader {
  private static final Wording LEGEND =
      Wording.of(
          "[“(]?([A-D]|[甲乙丙丁](?=类))[”)]?类?[:,]?(?:件)?(?:(?:[,(:—-]|是?指|为|表示|代表|即){1,6}|(?=已|正在|列入|计划|暂|留作|基本解决))([^A-D。;☐□☑√]{2,40})");
  private static final Wording NO_LEVELS_BELOW = Wording.of("(?:00){1,2}$");

  private static final Map<Outcome, Wording> WORDS = new EnumMap<>(Outcome.class);

  static {
    WORDS.put(Outcome.SOLVED, Wording.of("已(?:经)?(?:基本)?(?:得到)?(?:解决|办结)|基本解决|采纳|^解决"));
    WORDS.put(Outcome.IN_PROGRESS, Wording.of("正在|部分解决"));
    WORDS.put(Outcome.PLANNED, Wording.of("计划|拟解决|规划"));
    WORDS.put(Outcome.DEFERRED, Wording.of("暂不能|暂时不能|暂时难以|暂无法|不能解决|以后解决|条件限制|条件不|条件所限"));
    WORDS.put(Outcome.REFERENCE, Wording.of("参考"));
  }

  private final List<ClassScheme> schemes;

  OutcomeReader(List<ClassScheme> schemes) {
    this.schemes = List.copyOf(schemes);
  }

  /**
   * The meaning of a letter's class.
   *
   * @param divisionCode of the letter's place; null if unknown
   * @return null if nothing says it
   */
  @Nullable Outcome read(
      Layout letter,
      ClassReader.Printed printed,
      @Nullable String divisionCode,
      @Nullable Kind kind) {
    if (printed.outcome() != null) {
      return printed.outcome();
    }
    Outcome byLegend = legend(letter, printed.value());
    return byLegend != null ? byLegend : byScheme(printed.value(), divisionCode, kind);
  }

  /** The outcome that words say; null if they say none, or more than one. */
  static @Nullable Outcome meaning(String words) {
    Set<Outcome> said = EnumSet.noneOf(Outcome.class);
    WORDS.forEach(
        (outcome, pattern) -> {
          if (pattern.in(words)) {
            said.add(outcome);
          }
        });
    return said.size() == 1 ? said.iterator().next() : null;
  }

  private static @Nullable Outcome legend(Layout letter, String value) {
    for (Line line : letter.lines) {
      String text = line.text();
      if (text.contains("解决") && namesSeveral(text)) {
        Outcome said = legend(line.tight(), value);
        if (said != null) {
          return said;
        }
      }
    }
    for (List<Form.Value> row : letter.form.rows()) {
      for (Form.Value cell : row) {
        Outcome said = legend(cell.tight(), value);
        if (said != null) {
          return said;
        }
      }
    }
    return null;
  }

  private static @Nullable Outcome legend(Tight text, String value) {
    Hits matcher = text.matcher(LEGEND);
    while (matcher.find()) {
      Outcome said = matcher.group(1).equals(value) ? meaning(matcher.group(2)) : null;
      if (said != null) {
        return said;
      }
    }
    return null;
  }

  private static boolean namesSeveral(String text) {
    return follows(text, 'A', 'B') || follows(text, '甲', '乙') || text.contains("丙类");
  }

  private static boolean follows(String text, char first, char second) {
    int at = text.indexOf(first);
    return at >= 0 && text.indexOf(second, at) > at;
  }

  /** By the scheme of the narrowest division that has one. */
  private @Nullable Outcome byScheme(
      String value, @Nullable String divisionCode, @Nullable Kind kind) {
    ClassScheme best = null;
    for (ClassScheme scheme : schemes) {
      boolean fits =
          scheme.classification().equals(value)
              && (scheme.kind() == null || scheme.kind() == kind)
              && covers(scheme.place(), divisionCode);
      if (fits && (best == null || significant(scheme).length() > significant(best).length())) {
        best = scheme;
      }
    }
    return best == null ? null : best.outcome();
  }

  private static boolean covers(String place, @Nullable String divisionCode) {
    return place.equals("*")
        || (divisionCode != null && divisionCode.startsWith(NO_LEVELS_BELOW.replaceAll(place, "")));
  }

  private static String significant(ClassScheme scheme) {
    return scheme.place().equals("*") ? "" : NO_LEVELS_BELOW.replaceAll(scheme.place(), "");
  }
}
