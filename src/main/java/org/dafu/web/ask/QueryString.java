package org.dafu.web.ask;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The part of a URL after {@code ?}, taken apart strictly and put together again. */
public final class QueryString {
  private static final String UNRESERVED =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

  private static final char[] HEX = "0123456789ABCDEF".toCharArray();

  private QueryString() {}

  /**
   * One {@code name=value}.
   *
   * @param name decoded
   * @param value decoded; empty where there was no {@code =}
   */
  public record Parameter(String name, String value) {}

  /**
   * The parameters in order.
   *
   * @param raw as received, still percent-encoded; null for none
   * @return empty if a percent sign is not followed by two digits, or the bytes are not UTF-8
   */
  public static Optional<List<Parameter>> parse(@Nullable String raw) {
    List<Parameter> parameters = new ArrayList<>();
    for (String pair : raw == null ? List.<String>of() : List.of(raw.split("&"))) {
      if (pair.isEmpty()) {
        continue;
      }
      int equals = pair.indexOf('=');
      Optional<String> name = decode(equals < 0 ? pair : pair.substring(0, equals));
      Optional<String> value = decode(equals < 0 ? "" : pair.substring(equals + 1));
      if (name.isEmpty() || value.isEmpty()) {
        return Optional.empty();
      }
      parameters.add(new Parameter(name.get(), value.get()));
    }
    return Optional.of(parameters);
  }

  /** The value percent-encoded as UTF-8, everything but RFC 3986's unreserved characters. */
  public static String encode(String value) {
    StringBuilder out = new StringBuilder(value.length() * 3);
    for (byte b : value.getBytes(StandardCharsets.UTF_8)) {
      if (UNRESERVED.indexOf(b) >= 0) {
        out.append((char) b);
      } else {
        out.append('%').append(HEX[(b >> 4) & 15]).append(HEX[b & 15]);
      }
    }
    return out.toString();
  }

  /** A path as people read it; what is not percent-encoded UTF-8 stands as it can. */
  public static String decodedPath(String path) {
    byte[] from = path.getBytes(StandardCharsets.UTF_8);
    ByteBuffer bytes = ByteBuffer.allocate(from.length);
    for (int i = 0; i < from.length; i++) {
      boolean escape = from[i] == '%' && i + 2 < from.length;
      int high = escape ? Character.digit(from[i + 1], 16) : -1;
      int low = escape ? Character.digit(from[i + 2], 16) : -1;
      bytes.put(high < 0 || low < 0 ? from[i] : (byte) (high * 16 + low));
      i += high < 0 || low < 0 ? 0 : 2;
    }
    return StandardCharsets.UTF_8.decode(bytes.flip()).toString();
  }

  private static Optional<String> decode(String encoded) {
    if (encoded.indexOf('%') < 0 && encoded.indexOf('+') < 0 && isAscii(encoded)) {
      return Optional.of(encoded);
    }
    byte[] from = encoded.getBytes(StandardCharsets.UTF_8);
    ByteBuffer bytes = ByteBuffer.allocate(from.length);
    for (int i = 0; i < from.length; i++) {
      if (from[i] != '%') {
        bytes.put(from[i] == '+' ? (byte) ' ' : from[i]);
        continue;
      }
      int high = i + 2 < from.length ? Character.digit(from[i + 1], 16) : -1;
      int low = i + 2 < from.length ? Character.digit(from[i + 2], 16) : -1;
      if (high < 0 || low < 0) {
        return Optional.empty();
      }
      bytes.put((byte) (high * 16 + low));
      i += 2;
    }
    try {
      return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty(); // the caller says so; the bytes are not to be guessed at
    }
  }

  private static boolean isAscii(String text) {
    return text.chars().allMatch(unit -> unit < 128);
  }
}
