package org.dafu.read;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Derives from a regular expression groups of words, of each of which every match contains at least
 * one. What it does not know of the syntax it takes for anything at all, so that the groups are
 * always true, if perhaps fewer than they could be.
 */
final class RequiredWords {
  /** A set of words larger than this filters nothing worth its cost. */
  private static final int MOST_WORDS = 64;

  private static final int MOST_GROUPS = 3;
  private static final int LONGEST_WORD = 8;

  /** Larger classes of characters are anything. */
  private static final int LARGEST_CLASS = 16;

  private static final String ZERO_WIDTH_ESCAPES = "bBAzZG";
  private static final String OPEN_ESCAPES = "dDsSwWhHvVRXpPkQEux0c";

  /** Text that the parser cannot follow. */
  private static final class Unknown extends RuntimeException {
    private static final long serialVersionUID = 1;

    Unknown() {
      super(null, null, false, false);
    }
  }

  /**
   * What is known of a part.
   *
   * @param exact all that it matches; null if that is not a small set
   * @param groups words that a match has; empty if nothing is known
   */
  private record Part(@Nullable Set<String> exact, List<Set<String>> groups) {
    static final Part ANYTHING = new Part(null, List.of());
    static final Part NOTHING = new Part(Set.of(""), List.of());

    /** The groups, those of the exact words too. */
    List<Set<String>> all() {
      if (exact == null || exact.contains("")) {
        return groups;
      }
      List<Set<String>> all = new ArrayList<>(groups);
      all.add(exact);
      return all;
    }
  }

  private final String regex;
  private int at;

  private RequiredWords(String regex) {
    this.regex = regex;
  }

  /** Up to three groups, the most telling first; none if nothing is required. */
  static List<List<String>> of(String regex) {
    RequiredWords parser = new RequiredWords(regex);
    try {
      Part whole = parser.alternatives();
      return parser.at < regex.length() ? List.of() : best(whole.all());
    } catch (Unknown tooStrange) {
      return List.of();
    }
  }

  private static List<List<String>> best(List<Set<String>> groups) {
    return groups.stream()
        .distinct()
        .sorted(Comparator.comparingInt(RequiredWords::weakness))
        .limit(MOST_GROUPS)
        .map(List::copyOf)
        .toList();
  }

  /** Words of one character are weak, and so are many. */
  private static int weakness(Set<String> words) {
    int shortest = words.stream().mapToInt(String::length).min().orElse(0);
    return words.size() * (shortest >= 2 ? 1 : 6);
  }

  private Part alternatives() {
    Part all = sequence();
    while (at < regex.length() && regex.charAt(at) == '|') {
      at++;
      all = either(all, sequence());
    }
    return all;
  }

  private static Part either(Part a, Part b) {
    if (a.exact() != null && b.exact() != null) {
      Set<String> both = union(a.exact(), b.exact());
      if (both.size() <= MOST_WORDS) {
        return new Part(both, List.of());
      }
    }
    List<List<String>> ofA = best(a.all());
    List<List<String>> ofB = best(b.all());
    if (ofA.isEmpty() || ofB.isEmpty()) {
      return Part.ANYTHING;
    }
    Set<String> words = new LinkedHashSet<>(ofA.getFirst());
    words.addAll(ofB.getFirst());
    return words.size() <= MOST_WORDS ? new Part(null, List.of(words)) : Part.ANYTHING;
  }

  private static Set<String> union(Set<String> a, Set<String> b) {
    Set<String> union = new LinkedHashSet<>(a);
    union.addAll(b);
    return union;
  }

  private Part sequence() {
    List<Set<String>> groups = new ArrayList<>();
    Set<String> run = Set.of("");
    boolean whole = true;
    while (at < regex.length() && regex.charAt(at) != '|' && regex.charAt(at) != ')') {
      Part next = quantified(atom());
      Set<String> longer = next.exact() == null ? null : product(run, next.exact());
      if (longer != null) {
        run = longer;
        continue;
      }
      whole = false;
      add(groups, run);
      run = Set.of("");
      groups.addAll(next.groups());
      if (next.exact() != null) {
        run = next.exact();
      }
    }
    if (whole) {
      return new Part(run, groups);
    }
    add(groups, run);
    return new Part(null, groups);
  }

  private static void add(List<Set<String>> groups, Set<String> words) {
    if (!words.contains("")) {
      groups.add(words);
    }
  }

  /** Every word of the first set followed by every word of the second; null if that grows large. */
  private static @Nullable Set<String> product(Set<String> first, Set<String> second) {
    if (first.size() * second.size() > MOST_WORDS) {
      return null;
    }
    Set<String> product = new LinkedHashSet<>();
    for (String head : first) {
      for (String tail : second) {
        if (head.length() + tail.length() > LONGEST_WORD) {
          return null;
        }
        product.add(head + tail);
      }
    }
    return product;
  }

  private Part quantified(Part part) {
    if (at >= regex.length()) {
      return part;
    }
    char sign = regex.charAt(at);
    boolean optional;
    if (sign == '?' || sign == '*' || sign == '+') {
      optional = sign != '+';
      at++;
    } else if (sign == '{') {
      int end = regex.indexOf('}', at);
      optional = regex.charAt(at + 1) == '0';
      at = end + 1;
    } else {
      return part;
    }
    if (at < regex.length() && (regex.charAt(at) == '?' || regex.charAt(at) == '+')) {
      at++;
    }
    if (optional) {
      return sign == '?' && part.exact() != null && part.exact().size() < MOST_WORDS
          ? new Part(union(part.exact(), Set.of("")), List.of())
          : Part.ANYTHING;
    }
    return new Part(null, part.all());
  }

  private Part atom() {
    char unit = regex.charAt(at);
    return switch (unit) {
      case '(' -> group();
      case '[' -> characterClass();
      case '.' -> skip(Part.ANYTHING);
      case '^', '$' -> skip(Part.NOTHING);
      case '\\' -> escape();
      default -> {
        at++;
        yield exactly(String.valueOf(unit));
      }
    };
  }

  private Part skip(Part part) {
    at++;
    return part;
  }

  private static Part exactly(String word) {
    return new Part(Set.of(word), List.of());
  }

  private Part escape() {
    char unit = regex.charAt(at + 1);
    if (unit == 'u') {
      char decoded = (char) Integer.parseInt(regex.substring(at + 2, at + 6), 16);
      at += 6;
      return exactly(String.valueOf(decoded));
    }
    at += 2;
    if (ZERO_WIDTH_ESCAPES.indexOf(unit) >= 0) {
      return Part.NOTHING;
    }
    if (OPEN_ESCAPES.indexOf(unit) >= 0) {
      if ("pPkQx0c".indexOf(unit) >= 0) {
        throw new Unknown();
      }
      return Part.ANYTHING;
    }
    if (Character.isLetterOrDigit(unit)) {
      return switch (unit) {
        case 'n' -> exactly("\n");
        case 't' -> exactly("\t");
        case 'r', 'f', 'a', 'e' -> Part.ANYTHING;
        default -> Part.ANYTHING; // a back-reference
      };
    }
    return exactly(String.valueOf(unit));
  }

  private Part group() {
    at++;
    boolean around = false;
    if (regex.startsWith("?:", at)) {
      at += 2;
    } else if (regex.startsWith("?=", at) || regex.startsWith("?!", at)) {
      around = true;
      at += 2;
    } else if (regex.startsWith("?<=", at) || regex.startsWith("?<!", at)) {
      around = true;
      at += 3;
    } else if (at < regex.length() && regex.charAt(at) == '?') {
      throw new Unknown(); // flags and names
    }
    Part inner = alternatives();
    if (at >= regex.length() || regex.charAt(at) != ')') {
      throw new Unknown();
    }
    at++;
    return around ? Part.NOTHING : inner;
  }

  /** A small class is its characters; a negated, nested or large one anything. */
  private Part characterClass() {
    Set<String> units = new LinkedHashSet<>();
    boolean open = regex.charAt(at + 1) == '^';
    at++;
    boolean first = true;
    while (first || regex.charAt(at) != ']') {
      first = false;
      if (regex.charAt(at) == '[' || regex.startsWith("&&", at)) {
        throw new Unknown();
      }
      int from = classUnit();
      if (from < 0) {
        open = true;
        continue;
      }
      int to = from;
      if (regex.charAt(at) == '-' && regex.charAt(at + 1) != ']') {
        at++;
        to = classUnit();
      }
      open |= to - from >= LARGEST_CLASS;
      for (int unit = from; !open && unit <= to; unit++) {
        units.add(String.valueOf((char) unit));
      }
    }
    at++;
    return open || units.size() > LARGEST_CLASS ? Part.ANYTHING : new Part(units, List.of());
  }

  /** The next character in a class; negative for a kind of characters. */
  private int classUnit() {
    char unit = regex.charAt(at++);
    if (unit != '\\') {
      return unit;
    }
    char escaped = regex.charAt(at++);
    if (escaped == 'u') {
      int decoded = Integer.parseInt(regex.substring(at, at + 4), 16);
      at += 4;
      return decoded;
    }
    return switch (escaped) {
      case 'n' -> '\n';
      case 't' -> '\t';
      case 'r' -> '\r';
      case 'f' -> '\f';
      default -> Character.isLetterOrDigit(escaped) ? -1 : escaped;
    };
  }
}
