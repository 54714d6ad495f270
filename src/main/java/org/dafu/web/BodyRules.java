package org.dafu.web;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.dafu.web.admin.DeniedException;
import org.dafu.web.api.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What a request's headers may say of its body. Bodies come as they are: one that is compressed is
 * refused unread, so that none can unpack to more than was sent.
 */
final class BodyRules {
  /** Bytes of a body: a pasted proposal of 20,000 characters, each written as six of JSON. */
  static final int BYTES = 512 * 1024;

  private static final Pattern CHARSET_WORD = Pattern.compile("charset");

  private static final Pattern UTF8 =
      Pattern.compile("[^\"]*;\\s*charset\\s*=\\s*(?:utf-8|\"utf-8\")\\s*(?:;.*)?");

  /** Of a body that is refused. */
  private static final int DRAINED_BYTES = 1 << 20;

  private BodyRules() {}

  /**
   * Looks at the headers before anything of the body is read.
   *
   * @throws DeniedException if the body cannot be taken
   */
  static void check(Context context) {
    String coding = context.header("Content-Encoding");
    if (coding != null && !coding.isBlank() && !coding.strip().equalsIgnoreCase("identity")) {
      throw new DeniedException(
          Problem.of(
              415,
              "encoded-body",
              "The body is compressed",
              "Send it without Content-Encoding: compressed bodies are not unpacked."),
          Map.of("Accept-Encoding", "identity"));
    }
    boolean put = context.method().equals(HandlerType.PUT); // which knows how large a letter may be
    if (context.isMultipart()) {
      Uploads.check(context);
    } else if (!put && context.req().getContentLengthLong() > BYTES) {
      throw tooLarge();
    }
    if (!put) { // whose bytes are kept as they come
      requireReadable(context.header("Content-Type"));
    }
  }

  /**
   * Takes in what is left of a body that is refused, if that is little: a client that is still
   * sending when the connection ends often does not see the answer.
   */
  static void drain(Context context) {
    drain(context, DRAINED_BYTES);
  }

  /** The same up to so many bytes. */
  static void drain(Context context, int most) {
    if (context.header("Expect") != null) {
      return; // it has not begun, and is not to
    }
    byte[] buffer = new byte[1 << 14];
    try {
      InputStream body = context.bodyInputStream();
      int left = most;
      for (int n = body.read(buffer); n >= 0 && left > 0; left -= n) {
        n = body.read(buffer);
      }
    } catch (IOException e) {
      context.header("Connection", "close"); // who asked has gone, or sends no more
    }
  }

  /** More is sent than is taken; the connection ends, as the rest is not read. */
  static DeniedException tooLarge() {
    return new DeniedException(
        Problem.of(
            413,
            "too-large",
            "The body is too large",
            "A body has at most " + (BYTES >> 10) + " KB, a form with a file 20 MB."),
        Map.of("Connection", "close"));
  }

  /**
   * Jetty and Javalin read a charset each in its own way, and fail at one that they do not know.
   */
  private static void requireReadable(@Nullable String type) {
    String small = type == null ? "" : type.toLowerCase(Locale.ROOT);
    long said = CHARSET_WORD.matcher(small).results().count();
    if (said > 1 || (said == 1 && !UTF8.matcher(small).matches())) {
      throw new DeniedException(
          Problem.of(
              415, "charset", "The body is not in UTF-8", "Content-Type must say charset=utf-8."),
          Map.of());
    }
  }
}
