package org.dafu.read;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The fonts of an RTF document, which say what the bytes of its text mean: each font has a set of
 * characters of its own, beside the document's code page.
 */
final class RtfFonts {
  private static final Charset GB18030 = Charset.forName("GB18030");

  /** More fonts are noise. */
  private static final int MOST = 10_000;

  private static final int LONGEST_NAME = 100;

  private final Map<Integer, Charset> charsets = new HashMap<>();
  private final Map<Integer, String> names = new HashMap<>();
  private final StringBuilder name = new StringBuilder();
  private Charset charset = Charset.forName("windows-1252");
  private int font;

  /** The document's code page. */
  void codePage(int number) {
    charset =
        switch (number) {
          case 936, 54936, 20936 -> GB18030;
          case 950 -> Charset.forName("Big5");
          case 65001 -> StandardCharsets.UTF_8;
          default -> charset;
        };
  }

  Charset charset() {
    return charset;
  }

  /** A word in the table of fonts; false if it says nothing of fonts. */
  boolean word(String word, int number) {
    switch (word) {
      case "f" -> {
        font = number;
        name.setLength(0);
      }
      case "fcharset" -> {
        Charset known = ofFont(number);
        if (known != null && charsets.size() < MOST) {
          charsets.put(font, known);
        }
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private static @Nullable Charset ofFont(int number) {
    return switch (number) {
      case 134 -> GB18030;
      case 136 -> Charset.forName("Big5");
      default -> null;
    };
  }

  /** A byte of a font's name, which ends with {@code ;}. */
  void name(byte character) {
    if (character == ';') {
      endName();
    } else if (name.length() < LONGEST_NAME) {
      name.append((char) (character & 0xFF));
    }
  }

  void endName() {
    if (!name.isEmpty() && names.size() < MOST) {
      names.putIfAbsent(font, name.toString().strip());
    }
    name.setLength(0);
  }

  /** What the font shows for these bytes. */
  String decoded(int number, byte[] bytes) {
    Charset own = charsets.getOrDefault(number, charset);
    boolean chinese = !own.equals(GB18030) && isPairs(bytes);
    return shown(number, new String(bytes, chinese ? GB18030 : own));
  }

  /** What the font shows for these characters: signs, if it is one of symbols. */
  String shown(int number, String text) {
    String named = names.getOrDefault(number, "");
    boolean signs = !text.isEmpty() && SymbolFonts.isCode(text.charAt(0));
    return signs ? SymbolFonts.shown(named, text) : text;
  }

  /**
   * Whether bytes that are said to be of one-byte characters are Chinese: programs that do not know
   * the font leave out what it says.
   */
  private static boolean isPairs(byte[] bytes) {
    int high = 0;
    for (int i = 0; i < bytes.length; i++) {
      if ((bytes[i] & 0xFF) >= 0xA1) {
        if (i + 1 >= bytes.length || (bytes[i + 1] & 0xFF) < 0xA1) {
          return false;
        }
        i++;
        high++;
      } else if (bytes[i] < 0) {
        return false;
      }
    }
    return high > 0;
  }
}
