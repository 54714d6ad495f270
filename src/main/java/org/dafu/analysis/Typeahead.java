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
          String folded = cut(fold.compact(text));
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
   * @param typed what has no character, letter or digit finds nothing
   * @param limit most of either kind
   */
  public List<Match<T>> find(String typed, int limit) {
    String folded = TypedMatch.cut(TypedMatch.folded(typed, fold));
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
    String folded = TypedMatch.folded(pinyin, fold);
    Map<String, Integer> pieces = new LinkedHashMap<>();
    if (folded.length() < 2
        || folded.length() > TypedMatch.MAX_TYPED
        || !folded.chars().allMatch(unit -> unit >= 'a' && unit <= 'z')) {
      return pieces;
    }
    TypedMatch match = new TypedMatch(folded, true);
    for (Map<Character, Places> side : List.of(starts, inside)) {
      Places places = side.getOrDefault(initialKey(folded.charAt(0)), Places.NONE);
      for (int i = 0; i < places.count; i++) {
        String text = entries.get(places.entry(i)).folded();
        int end = match.end(text, places.offset(i));
        if (end >= 0) {
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
    TypedMatch match = new TypedMatch(typed, false);
    List<Match<T>> spelled = new ArrayList<>();
    List<Match<T>> inPinyin = new ArrayList<>();
    char first = typed.charAt(0);
    for (char key : new char[] {first, initialKey(first)}) {
      Places places = side.getOrDefault(key, Places.NONE);
      boolean byPinyin = key == initialKey(first);
      for (int i = 0; i < places.count; i++) {
        if (spelled.size() == limit || (byPinyin && inPinyin.size() == limit)) {
          break;
        }
        if (!match.mayGoOn(places.first[i], places.next[i])) {
          continue;
        }
        Entry<T> entry = entries.get(places.entry(i));
        boolean own = entry.folded().startsWith(typed, places.offset(i));
        List<Match<T>> into = own ? spelled : inPinyin;
        if (into.size() < limit
            && (own || match.end(entry.folded(), places.offset(i)) >= 0)
            && seen.add(places.entry(i))) {
          into.add(new Match<>(entry.value(), atStart, own));
        }
      }
    }
    found.addAll(spelled);
    inPinyin.stream().limit(limit - (long) spelled.size()).forEach(found::add);
  }

  /** Places by a reading's initial stand under its capital, of which folded texts have none. */
  private static char initialKey(char letter) {
    return Character.toUpperCase(letter);
  }

  private void add(String folded, int[] wordStarts) {
    int entry = entries.size();
    int begin = folded.startsWith(ABOUT) ? ABOUT.length() : 0;
    for (int at = 0; at < folded.length(); at++) {
      boolean atStart = at == 0 || at == begin;
      Map<Character, Places> side = atStart ? starts : inside;
      put(side, folded.charAt(at), entry, folded, at);
      if (atStart || Arrays.binarySearch(wordStarts, at) >= 0) {
        int offset = at;
        Arrays.stream(Pinyin.of(folded.charAt(at)))
            .map(reading -> reading.charAt(0))
            .distinct()
            .forEach(initial -> put(side, initialKey(initial), entry, folded, offset));
      }
    }
  }

  private static void put(
      Map<Character, Places> side, char first, int entry, String folded, int offset) {
    char next = offset + 1 < folded.length() ? folded.charAt(offset + 1) : TypedMatch.END;
    side.computeIfAbsent(first, key -> new Places(8))
        .add(entry, offset, folded.charAt(offset), next);
  }

  private static String cut(String text) {
    return text.length() <= MAX_UNITS ? text : text.substring(0, MAX_UNITS);
  }

  /**
   * Places in texts, in the texts' order, with the two units that stand there: most places are
   * refused by these alone, and a look into the text itself would miss the processor's cache.
   */
  private static final class Places {
    static final Places NONE = new Places(0);

    private int[] packed;
    private char[] first;
    private char[] next;
    private int count;

    Places(int room) {
      this.packed = new int[room];
      this.first = new char[room];
      this.next = new char[room];
    }

    void add(int entry, int offset, char unit, char nextUnit) {
      if (count == packed.length) {
        resize(2 * count);
      }
      first[count] = unit;
      next[count] = nextUnit;
      packed[count++] = entry * MAX_UNITS + offset;
    }

    void trim() {
      resize(count);
    }

    private void resize(int room) {
      packed = Arrays.copyOf(packed, room);
      first = Arrays.copyOf(first, room);
      next = Arrays.copyOf(next, room);
    }

    int entry(int i) {
      return packed[i] / MAX_UNITS;
    }

    int offset(int i) {
      return packed[i] % MAX_UNITS;
    }
  }
}
