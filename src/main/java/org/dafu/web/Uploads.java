package org.dafu.web;

import io.javalin.config.MultipartConfig;
import io.javalin.config.SizeUnit;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.dafu.web.admin.DeniedException;
import org.dafu.web.api.Problem;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Forms with parts, multipart/form-data, which are in memory from their first byte on: the few
 * pages that send them, how large they may be, how long they may take, and how many megabytes there
 * are at one time.
 */
final class Uploads {
  /** Bytes of a form with a file: the file's, and half a megabyte for what is beside it. */
  static final int MOST_BYTES = PrecedentRoutes.MAX_FILE_BYTES + BodyRules.BYTES;

  /** Bytes of a form of the collection: 200 notes of 2,000 characters are 1.2 MB. */
  private static final int COLLECTION_BYTES = 2 << 20;

  private static final Map<String, Integer> MOST_BYTES_OF =
      Map.of(
          PrecedentRoutes.PATH, MOST_BYTES,
          CollectionRoutes.PATH, COLLECTION_BYTES,
          CollectionRoutes.EXPORT, COLLECTION_BYTES);

  private static final int MEGABYTES = 80;

  /** A form is here after this time, or its place goes to another one. */
  private static final Duration LONGEST = Duration.ofSeconds(60);

  private final Semaphore megabytes = new Semaphore(MEGABYTES);
  private final Duration longest;

  Uploads() {
    this(LONGEST);
  }

  /**
   * @param longest how long a form may take to come
   */
  Uploads(Duration longest) {
    this.longest = longest;
  }

  /** A form stays in memory, whose room is counted here: none goes to the disk. */
  static void configure(MultipartConfig parts) {
    parts.maxFileSize(MOST_BYTES, SizeUnit.BYTES);
    parts.maxTotalRequestSize(MOST_BYTES, SizeUnit.BYTES);
    parts.maxInMemoryFileSize(MOST_BYTES, SizeUnit.BYTES);
  }

  /**
   * Looks at the headers of a request with parts, before any of them is read.
   *
   * @throws DeniedException if no such form is taken there, or none so large
   */
  static void check(Context context) {
    String path = context.path().length() > 1 ? context.path().replaceFirst("/+$", "") : "/";
    Integer most = MOST_BYTES_OF.get(path);
    if (most == null || !context.method().equals(HandlerType.POST)) {
      throw new DeniedException(
          Problem.of(
              415,
              "form-body",
              "The body is a form",
              "Send the bytes as the body, as curl -T does, not a form that holds them."),
          Map.of("Accept-Encoding", "identity"));
    }
    long bytes = context.req().getContentLengthLong();
    if (bytes < 0) {
      throw new DeniedException(
          Problem.of(
              411,
              "length-required",
              "The form's length is not said",
              "A form needs the header Content-Length."),
          Map.of("Connection", "close"));
    }
    if (bytes > most && most < MOST_BYTES) { // of a file that is too large, its page tells
      throw BodyRules.tooLarge();
    }
  }

  /** Whether the form is larger than any that is taken. */
  static boolean isTooLarge(Context context) {
    return context.isMultipart() && context.req().getContentLengthLong() > MOST_BYTES;
  }

  /** The same handler, its forms taken while there is room for them. */
  Handler bounding(Handler handler) {
    return context -> {
      if (context.isMultipart() && !isTooLarge(context)) {
        take(context, handler);
      } else {
        handler.handle(context);
      }
    };
  }

  private void take(Context context, Handler handler) throws Exception {
    int size = (int) (context.req().getContentLengthLong() >> 20) + 1;
    if (!megabytes.tryAcquire(size)) { // it would wait for others' lines, slow ones maybe
      throw new BusyException();
    }
    try {
      receive(context);
      handler.handle(context);
    } finally {
      megabytes.release(size);
    }
  }

  /** Megabytes that forms may still take. */
  int room() {
    return megabytes.availablePermits();
  }

  /** Reads the whole form, which whoever asks for its fields then finds read. */
  private void receive(Context context) {
    ServletContextRequest request = ServletContextRequest.getServletContextRequest(context.req());
    EndPoint line = request.getConnectionMetaData().getConnection().getEndPoint();
    Scheduler.Task end =
        request
            .getComponents()
            .getScheduler()
            .schedule(
                () -> line.close(new TimeoutException("a form took too long to come")),
                longest.toMillis(),
                TimeUnit.MILLISECONDS);
    try {
      context.formParamMap();
    } finally {
      end.cancel();
    }
  }
}
