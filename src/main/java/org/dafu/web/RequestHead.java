package org.dafu.web;

import io.javalin.http.Context;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.UnaryOperator;

/** What every answer carries: the request's id, and headers that close the browser's doors. */
final class RequestHead {
  /**
   * Sent with every answer. Nothing is loaded but from here, nothing runs inline, nobody frames the
   * pages or learns from which search a link was followed.
   */
  static final Map<String, String> SECURITY =
      Map.of(
          "Content-Security-Policy",
          "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; "
              + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
          "X-Content-Type-Options",
          "nosniff",
          "Referrer-Policy",
          "no-referrer",
          "X-Frame-Options",
          "DENY",
          "Cross-Origin-Opener-Policy",
          "same-origin",
          "Cross-Origin-Resource-Policy",
          "same-origin",
          "Permissions-Policy",
          "camera=(), geolocation=(), microphone=()");

  private static final String ID = "dafu.requestId";
  private static final String MASK = "dafu.mask";

  private RequestHead() {}

  /**
   * Gives the request its id and the answer its headers.
   *
   * @param mask hides personal numbers in what errors quote
   */
  static void prepare(Context context, UnaryOperator<String> mask) {
    context.attribute(MASK, mask);
    String id = newId();
    context.attribute(ID, id);
    context.header("X-Request-Id", id);
    SECURITY.forEach(context::header);
  }

  /** The request's id. */
  static String id(Context context) {
    String id = context.attribute(ID);
    return id == null ? newId() : id;
  }

  /** A text of an error with personal numbers hidden. */
  static UnaryOperator<String> mask(Context context) {
    UnaryOperator<String> mask = context.attribute(MASK);
    return mask == null ? text -> text : mask;
  }

  static String newId() {
    return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
  }
}
