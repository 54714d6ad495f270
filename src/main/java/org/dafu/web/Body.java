package org.dafu.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.http.Context;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.dafu.reply.Sha256;
import org.dafu.search.ReplyJson;
import org.jspecify.annotations.Nullable;

/** Writes an answer's body, with what a cache needs to know. */
final class Body {
  static final String JSON = "application/json;charset=utf-8";
  static final String PROBLEM = "application/problem+json;charset=utf-8";
  static final String HTML = "text/html;charset=utf-8";
  static final String TEXT = "text/plain;charset=utf-8";

  /** May be kept, but must be asked for again before use: letters can be withdrawn. */
  private static final String ASK_AGAIN = "private, no-cache";

  /** For content whose URL changes with it. */
  private static final String FOREVER = "public, max-age=31536000, immutable";

  private static final ObjectMapper MAPPER = ReplyJson.newMapper();

  private Body() {}

  /** An answer that changes with every search. */
  static void send(Context context, String mediaType, byte[] body) {
    context.header("Cache-Control", ASK_AGAIN);
    context.header("Vary", "Accept-Encoding");
    context.contentType(mediaType).result(body);
  }

  /** An answer that is the same until its letter changes: 304 to who has it already. */
  static void sendTagged(Context context, String mediaType, byte[] body) {
    sendTagged(context, mediaType, body, ASK_AGAIN);
  }

  /** An answer that never changes under its URL. */
  static void sendForever(Context context, String mediaType, byte[] body) {
    sendTagged(context, mediaType, body, FOREVER);
  }

  /** The value as UTF-8 JSON. */
  static byte[] json(Object value) {
    try {
      return MAPPER.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("an answer has no JSON form", e);
    }
  }

  /** The first 16 hexadecimal digits of the content's SHA-256. */
  static String fingerprint(byte[] content) {
    return Sha256.of(content).substring(0, 16);
  }

  private static void sendTagged(
      Context context, String mediaType, byte[] body, String cacheControl) {
    // Weak, because the same answer is sent plain and compressed.
    String tag = "W/\"" + fingerprint(body) + "\"";
    context.header("ETag", tag);
    context.header("Cache-Control", cacheControl);
    context.header("Vary", "Accept-Encoding");
    if (matches(context.header("If-None-Match"), tag)) {
      context.status(304);
    } else {
      context.contentType(mediaType).result(body);
    }
  }

  /** RFC 9110, 13.1.2: any tag of the list, compared weakly, or {@code *}. */
  private static boolean matches(@Nullable String given, String tag) {
    return given != null
        && Arrays.stream(given.split(","))
            .map(String::strip)
            .anyMatch(each -> each.equals("*") || weak(each).equals(weak(tag)));
  }

  private static String weak(String tag) {
    return tag.startsWith("W/") ? tag.substring(2) : tag;
  }
}
