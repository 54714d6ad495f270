package org.dafu.web;

import io.javalin.http.Context;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

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

  private RequestHead() {}

  /** Gives the request its id and the answer its headers. */
  static void prepare(Context context) {
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

  static String newId() {
    return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
  }
}
