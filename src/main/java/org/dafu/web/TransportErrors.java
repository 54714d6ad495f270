package org.dafu.web;

import java.nio.ByteBuffer;
import java.util.function.UnaryOperator;
import org.dafu.web.api.Problem;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Answers what fails before a route is found: a URI or a header that HTTP does not allow. */
final class TransportErrors extends ErrorHandler {
  private final UnaryOperator<String> mask;

  /**
   * @param mask hides personal numbers in what an answer quotes
   */
  TransportErrors(UnaryOperator<String> mask) {
    this.mask = mask;
  }

  /** Whoever sends a body is told what is wrong, too. */
  @Override
  public boolean errorPageForMethod(String method) {
    return true;
  }

  @Override
  protected void generateResponse(
      Request request,
      Response response,
      int code,
      @Nullable String message,
      @Nullable Throwable cause,
      Callback callback) {
    String id = RequestHead.newId();
    Problem problem =
        Problem.of(
                code,
                "http-" + code,
                "The request is not one that this service reads",
                "HTTP status " + code + ": the URL, a header or the method is not allowed.")
            .at(String.valueOf(request.getHttpURI().getPath()), id)
            .masked(mask);
    response.setStatus(code);
    response.getHeaders().put("X-Request-Id", id);
    // What such bytes are followed by is no request either, and the connection ends here: a client
    // that is not told would send its next request into a closed one.
    response.getHeaders().put(HttpHeader.CONNECTION, "close");
    RequestHead.SECURITY.forEach((name, value) -> response.getHeaders().put(name, value));
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, Body.PROBLEM);
    response.write(true, ByteBuffer.wrap(Body.json(problem)), callback);
  }
}
