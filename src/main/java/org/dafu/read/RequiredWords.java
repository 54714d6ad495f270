package org.dafu.read;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Derives from a regular expression groups of words, of each of which every match contains at least
 * one, and the characters that a match begins with. What it does not know of the syntax it takes
 * for anything at all, so that the groups are always true, if perhaps fewer than they could be.
 *
 * @param groups up to three, the most telling first; none if no word is required
 * @param first the characters that a match may begin with; null if any, or if it may be empty
 * @param anchored whether a match begins where the text does
 */
record RequiredWords(List<List<String>> groups, @Nullable String first, boolean anchored) {
  /** A set of words larger than this filters nothing worth its cost. */
  private static final int MOST_WORDS = 64;

  private static final int MOST_GROUPS = 3;
  private static final int LONGEST_WORD = 8;

  /** The characters of larger classes are not words to look for. */
  private static final int MOST_WORDS_OF_CLASS = 16;

  /** Larger classes of characters are anything. */
  private static final int LARGEST_CLASS = 64;

  private static final String DIGITS = "0123456789";
  private static final String SPACES = " \t\n\u000b\f\r";

  private static final String ZERO_WIDTH_ESCAPES = "bBAzZG";
  private static final String OPEN_ESCAPES = "DSwWhHvVRXpPkQEux0c";

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
   * @param first characters that it may begin with; null if any
   * @param empty whether it may match nothing
   * @param anchored whether it begins where the text does
   */
  private record Part(
      @Nullable Set<String> exact,
      List<Set<String>> groups,
      @Nullable String first,
      boolean empty,
      boolean anchored) {
    static final Part ANYTHING = new Part(null, List.of(), null, true, false);
    static final Part ANY_ONE = new Part(null, List.of(), null, false, false);
    static final Part NOTHING = of(Set.of(""));
    static final Part BEGINNING = new Part(Set.of(""), List.of(), "", true, true);

    /** Nothing but these words. */
    static Part of(Set<String> exact) {
      StringBuilder first = new StringBuilder();
      exact.stream().filter(word -> !word.isEmpty()).forEach(word -> first.append(word.charAt(0)));
      return new Part(exact, List.of(), first.toString(), exact.contains(""), false);
    }

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

  /** What is required of every match of the expression. */
  static RequiredWords of(String regex) {
    Parser parser = new Parser(regex);
    try {
      Part whole = parser.alternatives();
      if (parser.at == regex.length()) {
        String first = whole.empty() ? null : whole.first();
        return new RequiredWords(best(whole.all()), first, whole.anchored());
      }
    } catch (Unknown tooStrange) {
      // nothing is known of it
    }
    return new RequiredWords(List.of(), null, false);
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

  /** Reads one expression from left to right. */
  private static final class Parser {
    private final String regex;
    private int at;

    Parser(String regex) {
      this.regex = regex;
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
        if (both.size() <= MOST_WORDS && a.anchored() == b.anchored()) {
          Part either = Part.of(both);
          return new Part(both, List.of(), either.first(), either.empty(), a.anchored());
        }
      }
      List<List<String>> ofA = best(a.all());
      List<List<String>> ofB = best(b.all());
      String first = a.first() == null || b.first() == null ? null : a.first() + b.first();
      boolean empty = a.empty() || b.empty();
      boolean anchored = a.anchored() && b.anchored();
      List<Set<String>> groups = List.of();
      if (!ofA.isEmpty() && !ofB.isEmpty()) {
        Set<String> words = new LinkedHashSet<>(ofA.getFirst());
        words.addAll(ofB.getFirst());
        groups = words.size() <= MOST_WORDS ? List.of(words) : List.of();
      }
      return new Part(null, groups, first, empty, anchored);
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
      String first = "";
      boolean empty = true;
      boolean anchored = false;
      while (at < regex.length() && regex.charAt(at) != '|' && regex.charAt(at) != ')') {
        Part next = quantified(atom());
        if (empty) {
          first = first == null || next.first() == null ? null : first + next.first();
          anchored |= next.anchored();
          empty = next.empty();
        }
        groups.addAll(next.groups());
        Set<String> longer = next.exact() == null ? null : product(run, next.exact());
        if (longer != null) {
          run = longer;
          continue;
        }
        whole = false;
        add(groups, run);
        run = next.exact() != null ? next.exact() : Set.of("");
      }
      if (!whole) {
        add(groups, run);
      }
      return new Part(whole ? run : null, groups, first, empty, anchored);
    }

    private static void add(List<Set<String>> groups, Set<String> words) {
      if (!words.contains("")) {
        groups.add(words);
      }
    }

    /**
     * Every word of the first set followed by every word of the second; null if that grows large.
     */
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
            ? Part.of(union(part.exact(), Set.of("")))
            : new Part(null, List.of(), part.first(), true, false);
      }
      return new Part(null, part.all(), part.first(), part.empty(), part.anchored());
    }

    private Part atom() {
      char unit = regex.charAt(at);
      return switch (unit) {
        case '(' -> group();
        case '[' -> characterClass();
        case '.' -> skip(Part.ANY_ONE);
        case '^' -> skip(Part.BEGINNING);
        case '$' -> skip(Part.NOTHING);
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
      return Part.of(Set.of(word));
    }

    private Part escape() {
      char unit = regex.charAt(at + 1);
      if (unit == 'u') {
        char decoded = (char) Integer.parseInt(regex.substring(at + 2, at + 6), 16);
        at += 6;
        return exactly(String.valueOf(decoded));
      }
      at += 2;
      if (unit == 'd' || unit == 's') {
        return ofClass(unit == 'd' ? DIGITS : SPACES);
      }
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
      boolean denied = regex.startsWith("?!", at) || regex.startsWith("?<!", at);
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
      return around ? looked(inner, denied) : inner;
    }

    /** What is looked at around a place is in the text as well, unless it must not be. */
    private static Part looked(Part inner, boolean denied) {
      return denied ? Part.NOTHING : new Part(Set.of(""), inner.all(), "", true, false);
    }

    /** A small class is its characters; a negated, nested or large one anything. */
    private Part characterClass() {
      StringBuilder units = new StringBuilder();
      boolean open = regex.charAt(at + 1) == '^';
      at++;
      boolean first = true;
      while (first || regex.charAt(at) != ']') {
        first = false;
        if (regex.charAt(at) == '[' || regex.startsWith("&&", at)) {
          throw new Unknown();
        }
        if (regex.startsWith("\\d", at) || regex.startsWith("\\s", at)) {
          units.append(regex.charAt(at + 1) == 'd' ? DIGITS : SPACES);
          at += 2;
          continue;
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
          units.append((char) unit);
        }
      }
      at++;
      return open || units.length() > LARGEST_CLASS ? Part.ANY_ONE : ofClass(units.toString());
    }

    /** One of these characters. */
    private static Part ofClass(String units) {
      if (units.length() > MOST_WORDS_OF_CLASS) {
        return new Part(null, List.of(), units, false, false);
      }
      Set<String> words = new LinkedHashSet<>();
      units.chars().forEach(unit -> words.add(String.valueOf((char) unit)));
      return Part.of(words);
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
}
