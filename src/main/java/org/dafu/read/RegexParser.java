package org.dafu.read;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a regular expression from left to right for what is known of its matches, see {@link
 * RequiredWords}. What it does not know of the syntax it takes for anything at all.
 */
final class RegexParser {
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

  private final String regex;
  private int at;

  /** Whether letters stand for small and capital ones. */
  private boolean anyCase;

  private RegexParser(String regex) {
    this.regex = regex;
  }

  /** What is known of an expression; null if it cannot be followed. */
  static @Nullable RegexPart parse(String regex) {
    RegexParser parser = new RegexParser(regex);
    try {
      RegexPart whole = parser.alternatives();
      return parser.at == regex.length() ? whole : null;
    } catch (Unknown tooStrange) {
      return null;
    }
  }

  private RegexPart alternatives() {
    RegexPart all = sequence();
    while (at < regex.length() && regex.charAt(at) == '|') {
      at++;
      all = all.or(sequence());
    }
    return all;
  }

  private RegexPart sequence() {
    List<Set<String>> groups = new ArrayList<>();
    Set<String> run = Set.of("");
    boolean whole = true;
    RegexPart edges = RegexPart.NOTHING;
    while (at < regex.length() && regex.charAt(at) != '|' && regex.charAt(at) != ')') {
      RegexPart next = quantified(atom());
      edges = edges(edges, next);
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
    return new RegexPart(
        whole ? run : null,
        groups,
        edges.first(),
        edges.last(),
        edges.longest(),
        edges.empty(),
        edges.anchored(),
        edges.closed());
  }

  /** How one part begins that the other follows, and how that ends. */
  private static RegexPart edges(RegexPart before, RegexPart next) {
    return new RegexPart(
        null,
        List.of(),
        before.empty() ? RegexPart.joined(before.first(), next.first()) : before.first(),
        next.empty() ? RegexPart.joined(before.last(), next.last()) : next.last(),
        Math.min(RegexPart.ENDLESS, before.longest() + next.longest()),
        before.empty() && next.empty(),
        before.anchored() || (before.empty() && next.anchored()),
        next.closed() || (next.empty() && before.closed()));
  }

  private static void add(List<Set<String>> groups, Set<String> words) {
    if (!words.contains("")) {
      groups.add(words);
    }
  }

  /** Every word of the first set followed by every word of the second; null if that grows large. */
  private static @Nullable Set<String> product(Set<String> first, Set<String> second) {
    if (first.size() * second.size() > RegexPart.MOST_WORDS) {
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

  /** The last number of {@code 2}, {@code 2,} or {@code 2,3}. */
  private static int most(String bounds) {
    String most = bounds.substring(bounds.indexOf(',') + 1);
    return most.isEmpty() ? RegexPart.ENDLESS : Integer.parseInt(most);
  }

  private RegexPart quantified(RegexPart part) {
    if (at >= regex.length()) {
      return part;
    }
    char sign = regex.charAt(at);
    boolean optional;
    int longest = sign == '?' ? part.longest() : RegexPart.ENDLESS;
    if (sign == '?' || sign == '*' || sign == '+') {
      optional = sign != '+';
      at++;
    } else if (sign == '{') {
      int end = regex.indexOf('}', at);
      optional = regex.charAt(at + 1) == '0';
      longest = RegexPart.times(part.longest(), most(regex.substring(at + 1, end)));
      at = end + 1;
    } else {
      return part;
    }
    if (at < regex.length() && (regex.charAt(at) == '?' || regex.charAt(at) == '+')) {
      at++;
    }
    if (optional) {
      return sign == '?' && part.exact() != null && part.exact().size() < RegexPart.MOST_WORDS
          ? RegexPart.of(RegexPart.union(part.exact(), Set.of("")))
          : new RegexPart(null, List.of(), part.first(), part.last(), longest, true, false, false);
    }
    return new RegexPart(
        null,
        part.all(),
        part.first(),
        part.last(),
        longest,
        part.empty(),
        part.anchored(),
        part.closed());
  }

  private RegexPart atom() {
    char unit = regex.charAt(at);
    return switch (unit) {
      case '(' -> group();
      case '[' -> characterClass();
      case '.' -> skip(RegexPart.ANY_ONE);
      case '^' -> skip(RegexPart.BEGINNING);
      case '$' -> skip(RegexPart.END);
      case '\\' -> escape();
      default -> {
        at++;
        yield anyCase ? inAnyCase(unit) : exactly(String.valueOf(unit));
      }
    };
  }

  private static RegexPart inAnyCase(char unit) {
    String letter = String.valueOf(unit);
    return unit >= 0x80
        ? exactly(letter)
        : RegexPart.of(
            RegexPart.union(
                Set.of(letter.toLowerCase(Locale.ROOT)), Set.of(letter.toUpperCase(Locale.ROOT))));
  }

  private RegexPart skip(RegexPart part) {
    at++;
    return part;
  }

  private static RegexPart exactly(String word) {
    return RegexPart.of(Set.of(word));
  }

  private RegexPart escape() {
    if (anyCase) {
      throw new Unknown();
    }
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
      return RegexPart.NOTHING;
    }
    if (OPEN_ESCAPES.indexOf(unit) >= 0) {
      if ("pPkQx0c".indexOf(unit) >= 0) {
        throw new Unknown();
      }
      return RegexPart.ANYTHING;
    }
    if (Character.isLetterOrDigit(unit)) {
      return switch (unit) {
        case 'n' -> exactly("\n");
        case 't' -> exactly("\t");
        case 'r', 'f', 'a', 'e' -> RegexPart.ANYTHING;
        default -> RegexPart.ANYTHING; // a back-reference
      };
    }
    return exactly(String.valueOf(unit));
  }

  private RegexPart group() {
    at++;
    boolean around = false;
    boolean outside = anyCase;
    boolean denied = regex.startsWith("?!", at) || regex.startsWith("?<!", at);
    if (regex.startsWith("?:", at)) {
      at += 2;
    } else if (regex.startsWith("?=", at) || regex.startsWith("?!", at)) {
      around = true;
      at += 2;
    } else if (regex.startsWith("?<=", at) || regex.startsWith("?<!", at)) {
      around = true;
      at += 3;
    } else if (regex.startsWith("?i:", at)) {
      at += 3;
      anyCase = true;
    } else if (at < regex.length() && regex.charAt(at) == '?') {
      throw new Unknown(); // flags and names
    }
    RegexPart inner = alternatives();
    if (at >= regex.length() || regex.charAt(at) != ')') {
      throw new Unknown();
    }
    at++;
    anyCase = outside;
    return around ? looked(inner, denied) : inner;
  }

  /** What is looked at around a place is in the text as well, unless it must not be. */
  private static RegexPart looked(RegexPart inner, boolean denied) {
    return denied
        ? RegexPart.NOTHING
        : new RegexPart(Set.of(""), inner.all(), "", "", 0, true, false, false);
  }

  /** A small class is its characters; a negated, nested or large one anything. */
  private RegexPart characterClass() {
    if (anyCase) {
      throw new Unknown();
    }
    StringBuilder units = new StringBuilder();
    boolean open = regex.charAt(at + 1) == '^';
    at++;
    boolean first = true;
    while (first || regex.charAt(at) != ']') {
      first = false;
      if (regex.charAt(at) == '[' || regex.startsWith("&&", at)) {
        return nestedClass();
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
    return open || units.length() > LARGEST_CLASS ? RegexPart.ANY_ONE : ofClass(units.toString());
  }

  /** Some character: goes on behind a class within which others stand. */
  private RegexPart nestedClass() {
    for (int depth = 1; depth > 0; at++) {
      depth +=
          switch (regex.charAt(at)) {
            case '[' -> 1;
            case ']' -> -1;
            case '\\' -> throw new Unknown();
            default -> 0;
          };
    }
    return RegexPart.ANY_ONE;
  }

  /** One of these characters. */
  private static RegexPart ofClass(String units) {
    if (units.length() > MOST_WORDS_OF_CLASS) {
      return new RegexPart(null, List.of(), units, units, 1, false, false, false);
    }
    Set<String> words = new LinkedHashSet<>();
    units.chars().forEach(unit -> words.add(String.valueOf((char) unit)));
    return RegexPart.of(words);
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
