package org.dafu.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Words are found where they stand, and nowhere else. */
class CueWordsTest {
  private static final String SIGN = ",";
  private static final String CHARACTERS = "养老服务设施建站点补贴+,";

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void startingAt_everyPlaceOfAText_givesTheWordsThatBeginThere(long seed) {
    Random random = new Random(seed);
    List<String> words = new ArrayList<>();
    while (words.size() < 2_000) {
      String word = text(random, random.nextInt(1, 8));
      if (!words.contains(word)) {
        words.add(word);
      }
    }
    CueWords index = index(words);
    String text = text(random, 400) + "此外" + text(random, 100);
    Set<Integer> places = places(index, text);
    int found = 0;
    for (int start = 0; start < text.length(); start++) {
      List<String> expected = new ArrayList<>();
      for (int end = start + 1; end <= Math.min(text.length(), start + 8); end++) {
        int word = words.indexOf(text.substring(start, end));
        if (word >= 0) {
          expected.add(word + " to " + end);
        }
      }
      assertEquals(expected, found(index, text, start), text + " from " + start + ", seed " + seed);
      boolean sign = text.startsWith(SIGN, start);
      assertTrue(places.contains(start) || (expected.isEmpty() && !sign), text + " at " + start);
      found += expected.size();
    }
    assertTrue(found > 100, found + " of seed " + seed);
  }

  @Test
  void places_signsWordsAndBeginnings_areThere() {
    CueWords index = index(List.of("老", "养老院", "补贴"));
    assertEquals(Set.of(0, 1, 2, 5, 7), places(index, "养老,养补补贴老贴"));
  }

  @Test
  void startingAt_noWordAtAll_givesNone() {
    assertEquals(List.of(), found(index(List.of()), "养老", 0));
  }

  private static Set<Integer> places(CueWords index, String text) {
    char[] numbered = new char[text.length() + 1];
    index.number(text, numbered);
    int[] places = new int[text.length() + 1];
    int count = index.places(numbered, text.length(), places);
    return IntStream.of(places).limit(count).boxed().collect(Collectors.toSet());
  }

  private static CueWords index(List<String> words) {
    Map<String, Integer> numbers = new HashMap<>();
    words.forEach(word -> numbers.put(word, numbers.size()));
    return new CueWords(1, SIGN, numbers);
  }

  private static List<String> found(CueWords index, String text, int start) {
    char[] numbered = new char[text.length() + 1];
    index.number(text, numbered);
    int[] words = new int[16];
    int[] ends = new int[16];
    int count = index.startingAt(numbered, start, words, ends);
    List<String> found = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      found.add(words[i] + " to " + ends[i]);
    }
    return found;
  }

  private static String text(Random random, int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
    }
    return text.toString();
  }
}
