package org.dafu.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Function;

/**
 * Texts that are found while they are typed, from their beginning or from within, in characters, in
 * pinyin or in its initials. Held in memory; safe for use by many threads.
 *
 * <p>Why lists of places by first sign and no trie or automaton: a character has several readings
 * and each may be cut to its initial, so that keys would multiply; a list for one sign holds some
 * thousand places, and looking at one takes nanoseconds.
 *
 * @param <T> what a text stands for
 */
public final class Typeahead<T> {
  /** Units of a text that are looked at; a title is longer only by accident. */
  private static final int MAX_UNITS = 256;

  /** Nearly every title begins so, and nobody types it. */
  private static final String ABOUT = "关于";

  /**
   * A text found.
   *
   * @param atStart whether it begins as typed
   * @param spelled whether it was typed in its characters, and not in pinyin
   */
  public record Match<T>(T value, boolean atStart, boolean spelled) {}

  private record Entry<T>(String folded, T value) {}

  private final CharacterFold fold;
  private final List<Entry<T>> entries = new ArrayList<>();
  private final Map<Character, Places> starts = new HashMap<>();
  private final Map<Character, Places> inside = new HashMap<>();

  /**
   * @param texts in the order in which they are to be found, at most some hundred thousand
   * @param fold as the index folds
   * @param wordStarts places in a folded text where a word begins
   */
  public Typeahead(
      SequencedMap<String, T> texts, CharacterFold fold, Function<String, int[]> wordStarts) {
    this.fold = fold;
    texts.forEach(
        (text, value) -> {
          String folded = cut(fold.compact(text), MAX_UNITS);
          if (!folded.isEmpty()) {
            add(folded, wordStarts.apply(folded));
            entries.add(new Entry<>(folded, value));
          }
        });
    starts.values().forEach(Places::trim);
    inside.values().forEach(Places::trim);
  }

  /** How many texts there are. */
  public int size() {
    return entries.size();
  }

  /**
   * The texts that begin as typed, then those that have it inside; of each kind those typed in
   * characters before those typed in pinyin, otherwise in the order given. Each once.
   *
   * @param limit most of either kind
   */
  public List<Match<T>> find(String typed, int limit) {
    String folded = cut(typed(typed), TypedMatch.MAX_TYPED);
    if (folded.isEmpty()) {
      return List.of();
    }
    Set<Integer> seen = new LinkedHashSet<>();
    List<Match<T>> found = new ArrayList<>();
    collect(folded, starts, true, limit, seen, found);
    collect(folded, inside, false, limit, seen, found);
    return found;
  }

  /**
   * The pieces of texts whose full pinyin is this, with the number of texts that have each.
   *
   * @param pinyin letters only, otherwise nothing is found
   */
  public Map<String, Integer> spelledOut(String pinyin) {
    String folded = typed(pinyin);
    Map<String, Integer> pieces = new LinkedHashMap<>();
    if (folded.length() < 2
        || folded.length() > TypedMatch.MAX_TYPED
        || !folded.chars().allMatch(unit -> unit >= 'a' && unit <= 'z')) {
      return pieces;
    }
    TypedMatch match = new TypedMatch(folded, true);
    for (Map<Character, Places> side : List.of(starts, inside)) {
      Places places = side.getOrDefault(folded.charAt(0), Places.NONE);
      for (int i = 0; i < places.count; i++) {
        String text = entries.get(places.entry(i)).folded();
        int end = match.end(text, places.offset(i));
        if (end >= 0 && !text.startsWith(folded, places.offset(i))) {
          pieces.merge(text.substring(places.offset(i), end), 1, Integer::sum);
        }
      }
    }
    return pieces;
  }

  private void collect(
      String typed,
      Map<Character, Places> side,
      boolean atStart,
      int limit,
      Set<Integer> seen,
      List<Match<T>> found) {
    Places places = side.getOrDefault(typed.charAt(0), Places.NONE);
    TypedMatch match = new TypedMatch(typed, false);
    List<Match<T>> inPinyin = new ArrayList<>();
    int first = found.size();
    for (int i = 0; i < places.count && found.size() - first < limit; i++) {
      Entry<T> entry = entries.get(places.entry(i));
      int offset = places.offset(i);
      boolean spelled = entry.folded().startsWith(typed, offset);
      boolean matches = spelled || match.end(entry.folded(), offset) >= 0;
      if (matches && (spelled || inPinyin.size() < limit) && seen.add(places.entry(i))) {
        (spelled ? found : inPinyin).add(new Match<>(entry.value(), atStart, spelled));
      }
    }
    inPinyin.stream().limit(limit - (found.size() - first)).forEach(found::add);
  }

  private void add(String folded, int[] wordStarts) {
    int entry = entries.size();
    int begin = folded.startsWith(ABOUT) ? ABOUT.length() : 0;
    for (int at = 0; at < folded.length(); at++) {
      boolean atStart = at == 0 || at == begin;
      Map<Character, Places> side = atStart ? starts : inside;
      put(side, folded.charAt(at), entry, at);
      if (atStart || Arrays.binarySearch(wordStarts, at) >= 0) {
        int offset = at;
        Arrays.stream(Pinyin.of(folded.charAt(at)))
            .map(reading -> reading.charAt(0))
            .distinct()
            .forEach(initial -> put(side, initial, entry, offset));
      }
    }
  }

  private static void put(Map<Character, Places> side, char first, int entry, int offset) {
    side.computeIfAbsent(first, key -> new Places(8)).add(entry, offset);
  }

  /** Folded, without white space and without the signs that part syllables. */
  private String typed(String text) {
    return fold.compact(text).replace("'", "").replace("’", "");
  }

  private static String cut(String text, int units) {
    return text.length() <= units ? text : text.substring(0, units);
  }

  /** Places in texts, in the texts' order. */
  private static final class Places {
    static final Places NONE = new Places(0);

    private int[] packed;
    private int count;

    Places(int room) {
      this.packed = new int[room];
    }

    void add(int entry, int offset) {
      if (count == packed.length) {
        packed = Arrays.copyOf(packed, 2 * count);
      }
      packed[count++] = entry * MAX_UNITS + offset;
    }

    void trim() {
      packed = Arrays.copyOf(packed, count);
    }

    int entry(int i) {
      return packed[i] / MAX_UNITS;
    }

    int offset(int i) {
      return packed[i] % MAX_UNITS;
    }
  }
}
