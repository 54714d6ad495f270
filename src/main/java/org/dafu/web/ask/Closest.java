package org.dafu.web.ask;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.dafu.reply.Coded;
import org.dafu.reply.Disclosure;
import org.dafu.reply.Kind;
import org.dafu.reply.Outcome;
import org.dafu.reply.ReplyType;
import org.dafu.search.FilterField;
import org.dafu.search.Vocabulary;
import org.jspecify.annotations.Nullable;

/** Finds what was probably meant: the name or value nearest to one that is unknown. */
final class Closest {
  /** Edits that a slip of the keyboard makes; more is another word. */
  private static final int MAX_EDITS = 2;

  /** A longer list is of no use in an error. */
  private static final int MAX_LISTED = 120;

  private final Vocabulary vocabulary;

  Closest(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** The values of a field's closed list; empty where it is open or too long to print. */
  List<String> listed(FilterField field) {
    List<String> values = values(field);
    return values.size() > MAX_LISTED ? List.of() : values;
  }

  /** The value of a field nearest to what was given, by its code or its label. */
  @Nullable String value(FilterField field, String given) {
    List<String> values = values(field);
    for (String value : values) {
      if (vocabulary.label(field, value).equals(given)) {
        return value;
      }
    }
    return of(given, values);
  }

  private List<String> values(FilterField field) {
    return switch (field) {
      case KIND -> codes(Kind.values());
      case REPLY_TYPE -> codes(ReplyType.values());
      case OUTCOME -> codes(Outcome.values());
      case DISCLOSURE -> codes(Disclosure.values());
      case PROVINCE, CITY, COUNTY, YEAR, MEASURE, INSTRUMENT, STATUS -> vocabulary.values(field);
      case CLASS, AGENCY, POLICY, SESSION, NUMBER, DOC_NUMBER -> vocabulary.values(field);
    };
  }

  private static List<String> codes(Coded[] values) {
    return Arrays.stream(values).map(Coded::code).toList();
  }

  /** The parameter nearest to this one: a slip of the keyboard, or the field's Chinese name. */
  static @Nullable String parameter(String given, List<String> names) {
    String sign = given.startsWith("-") ? "-" : "";
    String bare = given.substring(sign.length());
    List<String> known = new ArrayList<>(sign.isEmpty() ? names : List.of());
    for (FilterField field : FilterField.values()) {
      if (field.label().equals(bare)) {
        return sign + field.parameter();
      }
      known.add(field.parameter());
    }
    String nearest = of(bare, known);
    return nearest == null ? null : sign + nearest;
  }

  /** The word at most two edits from the given one, at least half of it kept; null if none is. */
  static @Nullable String of(String given, Collection<String> words) {
    String lower = given.toLowerCase(Locale.ROOT);
    int least = Math.min(MAX_EDITS, lower.length() / 2) + 1;
    String nearest = null;
    for (String word : words) {
      int edits = edits(lower, word.toLowerCase(Locale.ROOT), least);
      if (edits < least) {
        least = edits;
        nearest = word;
      }
    }
    return nearest;
  }

  /** Levenshtein's distance with swaps of neighbours (optimal string alignment), up to a limit. */
  private static int edits(String a, String b, int limit) {
    if (Math.abs(a.length() - b.length()) >= limit) {
      return limit;
    }
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    Arrays.setAll(cost[0], j -> j);
    for (int i = 1; i <= a.length(); i++) {
      cost[i][0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int least = Math.min(cost[i - 1][j] + 1, cost[i][j - 1] + 1);
        least = Math.min(least, cost[i - 1][j - 1] + change);
        boolean swapped =
            i > 1
                && j > 1
                && a.charAt(i - 1) == b.charAt(j - 2)
                && a.charAt(i - 2) == b.charAt(j - 1);
        cost[i][j] = swapped ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
      }
    }
    return cost[a.length()][b.length()];
  }
}
