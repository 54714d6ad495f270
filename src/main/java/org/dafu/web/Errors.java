package org.dafu.web;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.MethodNotAllowedResponse;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.EOFException;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dafu.search.InvalidCursorException;
import org.dafu.web.admin.DeniedException;
import org.dafu.web.admin.DiskFaults;
import org.dafu.web.api.Problem;
import org.dafu.web.ask.Fault;
import org.dafu.web.ask.QueryString;
import org.dafu.web.ask.Refused;
import org.eclipse.jetty.http.HttpException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns exceptions into answers: a problem for programs, a page for people, never a stack trace.
 */
final class Errors {
  private static final Logger log = LoggerFactory.getLogger(Errors.class);

  private static final Problem BUG =
      Problem.of(
          500,
          "internal-error",
          "The service failed",
          "The fault is noted in the service's log under this request's id.");

  /** Made while there is room to. */
  private static final byte[] FAILED = Body.json(BUG);

  private final PageRoutes pages;
  private final Metrics metrics;

  Errors(PageRoutes pages, Metrics metrics) {
    this.pages = pages;
    this.metrics = metrics;
  }

  void add(JavalinConfig config) {
    config.routes.exception(DeniedException.class, this::denied);
    config.routes.exception(BusyException.class, (e, context) -> busy(context));
    config.routes.exception(InvalidCursorException.class, (e, context) -> badCursor(context));
    config.routes.exception(HttpResponseException.class, this::http);
    config.routes.exception(EOFException.class, (e, context) -> cutOff(context));
    config.routes.exception(IOException.class, this::notReceived);
    config.routes.exception(ServletException.class, this::unreadable);
    config.routes.exception(Exception.class, this::bug);
    config.router.javaLangErrorHandler(
        (response, error) -> {
          log.error("a request met an error of the virtual machine", error);
          failed(response);
        });
  }

  /** All that can be said where memory or stack has run out. */
  private static void failed(HttpServletResponse response) {
    if (!response.isCommitted()) {
      response.reset();
      response.setStatus(500);
      response.setContentType(Body.PROBLEM);
      try {
        response.getOutputStream().write(FAILED);
      } catch (IOException e) {
        log.debug("who asked has gone", e);
      }
    }
  }

  private void busy(Context context) {
    metrics.refused();
    context.header("Retry-After", "2");
    answer(
        context,
        Problem.of(503, "busy", "Too many searches at one time", "Try again in two seconds."));
  }

  /** Who sends half a body has mostly gone; whoever has not is told. */
  private void cutOff(Context context) {
    answer(
        context,
        Problem.of(
            400, "body-cut-off", "The body ended early", "It is shorter than its headers say."));
  }

  /** Who sends a byte now and then is cut off, and rarely hears why. */
  private void notReceived(Exception e, Context context) {
    if (DiskFaults.isTooSlow(e)) {
      context.header("Connection", "close");
      answer(context, DiskFaults.TOO_SLOW);
    } else {
      bug(e, context);
    }
  }

  private void denied(DeniedException e, Context context) {
    BodyRules.drain(context);
    e.headers().forEach(context::header);
    answer(context, e.problem());
  }

  private void badCursor(Context context) {
    refused(context, new Refused(List.of(new Fault.BadCursor("cursor"))));
  }

  private void refused(Context context, Refused refused) {
    if (isForPrograms(context.path())) {
      ApiRoutes.refuse(context, Problem.of(refused));
    } else {
      pages.refuse(context, refused);
    }
  }

  private void http(HttpResponseException e, Context context) {
    if (e.getStatus() == 413) {
      denied(BodyRules.tooLarge(), context);
      return;
    }
    if (e instanceof MethodNotAllowedResponse) {
      context.header("Allow", allowed(e));
    }
    BodyRules.drain(context);
    answer(context, problem(e, context));
  }

  private static String allowed(HttpResponseException e) {
    String methods = e.getDetails().getOrDefault("availableMethods", "GET, HEAD");
    return Stream.of(methods.split(", ", -1)).sorted().collect(Collectors.joining(", "));
  }

  private static Problem problem(HttpResponseException e, Context context) {
    String said = e.getMessage();
    return switch (e.getStatus()) {
      case 404 ->
          Problem.of(
              404,
              "not-found",
              "Not found",
              said != null && said.endsWith(".")
                  ? said
                  : "There is nothing at " + QueryString.decodedPath(context.path()) + ".");
      case 405 ->
          Problem.of(
              405,
              "method-not-allowed",
              "Method not allowed",
              QueryString.decodedPath(context.path()) + " can be asked with " + allowed(e) + ".");
      default ->
          Problem.of(e.getStatus(), "http-" + e.getStatus(), "The request failed", "" + said);
    };
  }

  /** A form that is no form is its sender's fault; anything else is ours. */
  private void unreadable(ServletException e, Context context) {
    if (e.getCause() instanceof HttpException) {
      context.header("Connection", "close"); // the rest of the body is not read
      answer(
          context,
          Problem.of(400, "bad-form", "Not a form", "The body is not multipart/form-data."));
    } else {
      notReceived(e, context);
    }
  }

  private void bug(Exception e, Context context) {
    log.error(
        "request {} {} {} failed",
        RequestHead.id(context),
        RequestLog.method(context),
        RequestLog.route(context),
        e);
    answer(context, BUG);
  }

  private void answer(Context context, Problem problem) {
    if (isForPrograms(context.path()) || wantsJson(context)) {
      ApiRoutes.refuse(context, problem);
    } else {
      pages.fail(context, problem.status());
    }
  }

  /** Browsers ask for HTML; who asks for JSON alone is a program that has lost its way. */
  private static boolean wantsJson(Context context) {
    String accept = context.header("Accept");
    return accept != null && accept.contains("json") && !accept.contains("html");
  }

  private static boolean isForPrograms(String path) {
    return path.startsWith("/api/")
        || path.startsWith("/health/")
        || path.equals("/openapi.json")
        || path.equals("/metrics");
  }
}
