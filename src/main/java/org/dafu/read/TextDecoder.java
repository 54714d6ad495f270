package org.dafu.read;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Bytes to text. Trust, in order: a byte order mark, bytes that are well-formed UTF-8 (other
 * encodings of Chinese hardly ever are), the look of UTF-16, the declared encoding, GB18030.
 */
final class TextDecoder {
  /** Text and the encoding it was in. */
  record Decoded(String text, String encoding) {}

  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final Pattern DECLARED =
      Pattern.compile("(?i)charset\\s*=\\s*[\"']?\\s*([a-z0-9_\\-]+)");

  /** How far into a page a declaration is looked for, as browsers do. */
  private static final int DECLARATION_BYTES = 4096;

  /** Stands where bytes were none of the encoding's; hardly ever in a text itself. */
  private static final char REPLACEMENT = '\ufffd';

  private TextDecoder() {}

  /** The text, or empty if the bytes are in no encoding of text. */
  static Optional<Decoded> decode(byte[] bytes) {
    return decode(bytes, "");
  }

  /**
   * The same.
   *
   * @param told the encoding that stands beside the bytes; empty if none does
   */
  static Optional<Decoded> decode(byte[] bytes, String told) {
    Optional<Decoded> marked = byMark(bytes);
    if (marked.isPresent()) {
      return marked;
    }
    Charset wide = wideWithoutMark(bytes);
    if (wide != null) {
      return strictly(bytes, 0, wide);
    }
    Optional<Decoded> utf8 = strictly(bytes, 0, StandardCharsets.UTF_8);
    if (utf8.isPresent()) {
      return utf8;
    }
    Charset declared = told.isEmpty() ? declared(bytes) : named(told);
    if (declared != null && !declared.equals(StandardCharsets.UTF_8)) {
      Optional<Decoded> asDeclared = strictly(bytes, 0, declared);
      if (asDeclared.isPresent()) {
        return asDeclared;
      }
    }
    Optional<Decoded> gb = strictly(bytes, 0, GB18030);
    return gb.isPresent() ? gb : nearly(bytes);
  }

  /** A file name in an archive: UTF-8 if it is well-formed, else GB18030. */
  static String decodeName(byte[] bytes) {
    return strictly(bytes, 0, StandardCharsets.UTF_8)
        .orElseGet(() -> leniently(bytes, 0, GB18030))
        .text();
  }

  private static Optional<Decoded> byMark(byte[] bytes) {
    if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
      return Optional.of(leniently(bytes, 3, StandardCharsets.UTF_8));
    }
    if (startsWith(bytes, 0xFF, 0xFE)) {
      return Optional.of(leniently(bytes, 2, StandardCharsets.UTF_16LE));
    }
    if (startsWith(bytes, 0xFE, 0xFF)) {
      return Optional.of(leniently(bytes, 2, StandardCharsets.UTF_16BE));
    }
    return Optional.empty();
  }

  private static boolean startsWith(byte[] bytes, int... prefix) {
    if (bytes.length < prefix.length) {
      return false;
    }
    for (int i = 0; i < prefix.length; i++) {
      if ((bytes[i] & 0xFF) != prefix[i]) {
        return false;
      }
    }
    return true;
  }

  /**
   * UTF-16 without a mark shows in its line ends and spaces: every text has some, as a zero byte
   * beside 0A or 20.
   */
  private static @Nullable Charset wideWithoutMark(byte[] bytes) {
    int little = 0;
    int big = 0;
    int sample = Math.min(bytes.length, 8192) & ~1;
    for (int i = 0; i + 1 < sample; i += 2) {
      if (bytes[i + 1] == 0 && bytes[i] > 0) {
        little++;
      } else if (bytes[i] == 0 && bytes[i + 1] > 0) {
        big++;
      }
    }
    int enough = Math.max(2, sample / 400);
    if (little >= enough && little > 8 * big) {
      return StandardCharsets.UTF_16LE;
    }
    return big >= enough && big > 8 * little ? StandardCharsets.UTF_16BE : null;
  }

  private static @Nullable Charset declared(byte[] bytes) {
    int length = Math.min(bytes.length, DECLARATION_BYTES);
    Matcher matcher = DECLARED.matcher(new String(bytes, 0, length, StandardCharsets.ISO_8859_1));
    return matcher.find() ? named(matcher.group(1)) : null;
  }

  private static @Nullable Charset named(String told) {
    String name = told.toLowerCase(Locale.ROOT);
    if (List.of("gb2312", "gbk", "gb_2312", "gb_2312-80").contains(name)) {
      return GB18030; // pages that declare the smaller sets use characters of the larger
    }
    try {
      return Charset.forName(name);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
      return null;
    }
  }

  private static Optional<Decoded> strictly(byte[] bytes, int from, Charset charset) {
    if (charset.equals(StandardCharsets.UTF_8)) {
      Decoded whole = leniently(bytes, from, charset); // many times as fast as a decoder
      if (whole.text().indexOf(REPLACEMENT) < 0) {
        return Optional.of(whole);
      }
    }
    try {
      String text =
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes, from, bytes.length - from))
              .toString();
      return Optional.of(new Decoded(text, charset.name()));
    } catch (CharacterCodingException notThis) {
      return Optional.empty();
    }
  }

  private static Decoded leniently(byte[] bytes, int from, Charset charset) {
    return new Decoded(new String(bytes, from, bytes.length - from, charset), charset.name());
  }

  /** A file with a few broken bytes is still text: a cut last character, a stray byte. */
  private static Optional<Decoded> nearly(byte[] bytes) {
    Decoded best = null;
    long fewest = Long.MAX_VALUE;
    for (Charset charset : List.of(StandardCharsets.UTF_8, GB18030)) {
      Decoded decoded = leniently(bytes, 0, charset);
      long broken = decoded.text().chars().filter(c -> c == REPLACEMENT).count();
      if (broken < fewest) {
        best = decoded;
        fewest = broken;
      }
    }
    return best != null && fewest * 50 <= best.text().length()
        ? Optional.of(best)
        : Optional.empty();
  }
}
