package org.dafu.web;

import io.javalin.http.Context;
import io.javalin.router.Endpoint;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One line for each request that was answered: its id, method, route, status and time. Neither what
 * was asked nor who asked is written: a query may name people.
 */
final class RequestLog {
  private static final Logger LOG = LoggerFactory.getLogger("requests");

  private static final Set<String> KNOWN =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT");

  private final Metrics metrics;

  RequestLog(Metrics metrics) {
    this.metrics = metrics;
  }

  /**
   * @param millis that it took
   */
  void answered(Context context, Float millis) {
    String method = method(context);
    String route = route(context);
    int status = context.statusCode();
    metrics.answered(method, route, status, Duration.ofNanos((long) (millis * 1e6)));
    LOG.atInfo()
        .addKeyValue("request", RequestHead.id(context))
        .addKeyValue("method", method)
        .addKeyValue("route", route == null ? "none" : route)
        .addKeyValue("status", status)
        .addKeyValue("ms", Math.round(millis))
        .log("answered");
  }

  /** The method if it is one that HTTP knows: of others there is no end, and they can be texts. */
  static String method(Context context) {
    String name = context.method().name();
    return KNOWN.contains(name) ? name : "other";
  }

  /** As it is declared; null if none was met. */
  static @Nullable String route(Context context) {
    Endpoint met = context.endpoints().matchedHttpEndpoint();
    return met == null ? null : met.path;
  }
}
