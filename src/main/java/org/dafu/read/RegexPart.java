package org.dafu.read;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a part of a regular expression, see {@link RequiredWords}.
 *
 * @param exact all that it matches; null if that is not a small set
 * @param groups words that a match has; empty if nothing is known
 * @param first characters that it may begin with; null if any
 * @param last characters that it may end with; null if any
 * @param longest how many units it matches at most; {@link #ENDLESS} if any number
 * @param empty whether it may match nothing
 * @param anchored whether it begins where the text does
 * @param closed whether it ends where the text does
 */
record RegexPart(
    @Nullable Set<String> exact,
    List<Set<String>> groups,
    @Nullable String first,
    @Nullable String last,
    int longest,
    boolean empty,
    boolean anchored,
    boolean closed) {
  /** A set of words larger than this filters nothing worth its cost. */
  static final int MOST_WORDS = 64;

  private static final int MOST_GROUPS = 3;

  /** More units than a text of one line has. */
  static final int ENDLESS = 1 << 24;

  static final RegexPart ANYTHING =
      new RegexPart(null, List.of(), null, null, ENDLESS, true, false, false);

  /** One character, of two units perhaps. */
  static final RegexPart ANY_ONE =
      new RegexPart(null, List.of(), null, null, 2, false, false, false);

  static final RegexPart NOTHING = of(Set.of(""));
  static final RegexPart BEGINNING =
      new RegexPart(Set.of(""), List.of(), "", "", 0, true, true, false);
  static final RegexPart END = new RegexPart(Set.of(""), List.of(), "", "", 0, true, false, true);

  /** Nothing but these words. */
  static RegexPart of(Set<String> exact) {
    StringBuilder first = new StringBuilder();
    StringBuilder last = new StringBuilder();
    for (String word : exact) {
      first.append(word, 0, Math.min(1, word.length()));
      last.append(word, Math.max(0, word.length() - 1), word.length());
    }
    int longest = exact.stream().mapToInt(String::length).max().orElse(0);
    boolean empty = exact.contains("");
    return new RegexPart(
        exact, List.of(), first.toString(), last.toString(), longest, empty, false, false);
  }

  /** Either this or the other. */
  RegexPart or(RegexPart other) {
    boolean alike = anchored == other.anchored && closed == other.closed;
    if (exact != null && other.exact != null && alike) {
      Set<String> both = union(exact, other.exact);
      if (both.size() <= MOST_WORDS) {
        RegexPart of = of(both);
        return new RegexPart(
            both, List.of(), of.first, of.last, of.longest, of.empty, anchored, closed);
      }
    }
    return new RegexPart(
        null,
        common(best(all()), best(other.all())),
        joined(first, other.first),
        joined(last, other.last),
        Math.max(longest, other.longest),
        empty || other.empty,
        anchored && other.anchored,
        closed && other.closed);
  }

  /** Of either part one of the words of its best group. */
  private static List<Set<String>> common(List<List<String>> a, List<List<String>> b) {
    if (a.isEmpty() || b.isEmpty()) {
      return List.of();
    }
    Set<String> words = new LinkedHashSet<>(a.getFirst());
    words.addAll(b.getFirst());
    return words.size() <= MOST_WORDS ? List.of(words) : List.of();
  }

  static Set<String> union(Set<String> a, Set<String> b) {
    Set<String> union = new LinkedHashSet<>(a);
    union.addAll(b);
    return union;
  }

  /** So many times so many units. */
  static int times(int units, int times) {
    return (int) Math.min(ENDLESS, (long) units * times);
  }

  /** The characters of both; null, for any, if either is. */
  static @Nullable String joined(@Nullable String a, @Nullable String b) {
    return a == null || b == null ? null : a + b;
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

  /** The words of the most telling groups. */
  static List<List<String>> best(List<Set<String>> groups) {
    return groups.stream()
        .map(RegexPart::barest)
        .distinct()
        .sorted(Comparator.comparingInt(RegexPart::weakness))
        .limit(MOST_GROUPS)
        .map(List::copyOf)
        .toList();
  }

  /** The words without those that another of them lies in: a text with 短号码 has 短号. */
  private static Set<String> barest(Set<String> words) {
    Set<String> barest = new LinkedHashSet<>();
    for (String word : words) {
      if (words.stream().noneMatch(other -> !other.equals(word) && word.contains(other))) {
        barest.add(word);
      }
    }
    return barest;
  }

  /** Words of one character are weak, and so are many. */
  private static int weakness(Set<String> words) {
    int shortest = words.stream().mapToInt(String::length).min().orElse(0);
    return words.size() * (shortest >= 2 ? 1 : 6);
  }
}
