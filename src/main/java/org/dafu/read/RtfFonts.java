package org.dafu.read;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
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
      case 2 -> StandardCharsets.ISO_8859_1; // signs
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

  /** Whether the font's characters have two bytes. */
  boolean isWide(int number) {
    return isWide(charsets.getOrDefault(number, charset));
  }

  /** Whether the table of fonts says so of this one. */
  boolean isNamedWide(int number) {
    Charset own = charsets.get(number);
    return own != null && isWide(own);
  }

  private static boolean isWide(Charset charset) {
    return charset.equals(GB18030) || charset.newEncoder().maxBytesPerChar() == 2;
  }

  /** What the font shows for these bytes. */
  String decoded(int number, byte[] bytes) {
    Charset own = charsets.getOrDefault(number, charset);
    String text = new String(bytes, own);
    if (isWide(own) || text.chars().allMatch(unit -> unit < 0x80)) {
      return shown(number, text);
    }
    if (SymbolFonts.isSigns(names.getOrDefault(number, ""), text)) {
      return shown(number, text);
    }
    String chinese = chinese(bytes);
    return shown(number, chinese == null ? text : chinese);
  }

  /** What the font shows for these characters: signs, if it is one of symbols. */
  String shown(int number, String text) {
    return SymbolFonts.shown(names.getOrDefault(number, ""), text);
  }

  /**
   * The Chinese text in bytes that are said to be of one-byte characters, as programs write it that
   * do not know the font, or UTF-8 as it is; null if there is none.
   */
  private static @Nullable String chinese(byte[] bytes) {
    String utf8 = strictly(bytes, StandardCharsets.UTF_8);
    if (utf8 != null && utf8.codePoints().anyMatch(Character::isIdeographic)) {
      return utf8;
    }
    return hasPairs(bytes) ? strictly(bytes, GB18030) : null;
  }

  private static @Nullable String strictly(byte[] bytes, Charset charset) {
    try {
      return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException notThis) {
      return null;
    }
  }

  /**
   * Whether all high bytes stand in pairs, one of them of the smaller set, GB2312: a Western letter
   * with another behind it looks like one of the larger set.
   */
  private static boolean hasPairs(byte[] bytes) {
    boolean small = false;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] < 0) {
        if (++i >= bytes.length) {
          return false;
        }
        int lead = bytes[i - 1] & 0xFF;
        int trail = bytes[i] & 0xFF;
        small |= lead >= 0xA1 && lead <= 0xF7 && trail >= 0xA1;
      }
    }
    return small;
  }
}
