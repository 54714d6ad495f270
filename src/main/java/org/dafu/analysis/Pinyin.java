package org.dafu.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.sourceforge.pinyin4j.PinyinHelper;

/**
 * The readings of Chinese characters in pinyin without tones: 重 zhong, chong. All readings of a
 * character count, so that no dictionary must know that 重庆 is Chongqing and 重点 is zhongdian; ü is
 * typed v or u.
 *
 * <p>Safe for use by many threads. The table takes half a second to load, on first use.
 */
public final class Pinyin {
  private static final int FIRST = 0x3007;
  private static final int LAST = 0x9FFF;
  private static final String[] NONE = {};

  private static final class Table {
    static final String[][] READINGS = new String[LAST - FIRST + 1][];
    static final int[] INITIALS = new int[READINGS.length];
    static final int[] SECOND_LETTERS = new int[READINGS.length];
    static final Map<String, String> BY_READING = new HashMap<>();

    static {
      Map<String, StringBuilder> sounding = new HashMap<>();
      for (int unit = FIRST; unit <= LAST; unit++) {
        String[] readings = readings((char) unit);
        READINGS[unit - FIRST] = readings;
        for (String reading : readings) {
          INITIALS[unit - FIRST] |= letter(reading, 0);
          SECOND_LETTERS[unit - FIRST] |= letter(reading, 1);
          sounding.computeIfAbsent(reading, key -> new StringBuilder()).append((char) unit);
        }
      }
      sounding.forEach((reading, characters) -> BY_READING.put(reading, characters.toString()));
    }

    private static int letter(String reading, int at) {
      return at < reading.length() ? 1 << (reading.charAt(at) - 'a') : 0;
    }

    private static String[] readings(char character) {
      String[] toned = PinyinHelper.toHanyuPinyinStringArray(character);
      List<String> readings = new ArrayList<>();
      for (String each : toned == null ? NONE : toned) {
        String plain = each.replaceAll("[0-5]", "");
        for (String spelled : List.of(plain.replace("u:", "v"), plain.replace("u:", "u"))) {
          if (!spelled.isEmpty() && !readings.contains(spelled)) {
            readings.add(spelled.intern());
          }
        }
      }
      return readings.isEmpty() ? NONE : readings.toArray(NONE);
    }
  }

  private Pinyin() {}

  /** The readings of a character, without tones, none of them empty; empty if it has none. */
  public static List<String> readings(char character) {
    return Arrays.asList(of(character));
  }

  /** Whether two characters share a reading. */
  public static boolean soundAlike(char one, char other) {
    for (String reading : of(one)) {
      if (Arrays.asList(of(other)).contains(reading)) {
        return true;
      }
    }
    return false;
  }

  /** The characters that share a reading with this one, itself among them, each once. */
  public static String soundingLike(char character) {
    StringBuilder alike = new StringBuilder();
    for (String reading : of(character)) {
      alike.append(Table.BY_READING.getOrDefault(reading, ""));
    }
    StringBuilder distinct = new StringBuilder();
    alike.chars().distinct().forEach(unit -> distinct.append((char) unit));
    return distinct.toString();
  }

  /** The letters with which readings begin, as bits, {@code a} the lowest. */
  static int initials(char character) {
    return character < FIRST || character > LAST ? 0 : Table.INITIALS[character - FIRST];
  }

  /** The second letters of readings, as bits. */
  static int secondLetters(char character) {
    return character < FIRST || character > LAST ? 0 : Table.SECOND_LETTERS[character - FIRST];
  }

  static String[] of(char character) {
    return character < FIRST || character > LAST ? NONE : Table.READINGS[character - FIRST];
  }
}
