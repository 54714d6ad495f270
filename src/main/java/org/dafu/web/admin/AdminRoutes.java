package org.dafu.web.admin;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.dafu.ingest.ChangeLog;
import org.dafu.ingest.DeskAnswer;
import org.dafu.ingest.LetterDesk;
import org.dafu.ingest.SyncReport;
import org.dafu.ingest.SyncRequests;
import org.dafu.search.CorrectionPatch;
import org.dafu.search.FileRecord;
import org.dafu.search.FileRecord.State;
import org.dafu.web.api.Problem;
import org.dafu.web.ask.NamedParameters;
import org.dafu.web.ask.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The routes that change letters; each of them wants a token with the role admin. */
public final class AdminRoutes {
  private static final Logger LOG = LoggerFactory.getLogger(AdminRoutes.class);

  private static final String LETTER = Access.ADMIN + "replies/{name}";
  private static final String SYNC = Access.ADMIN + "sync";
  private static final String REJECTED = Access.ADMIN + "rejected";
  private static final int MAX_PAGE = 999_999;
  private static final int MAX_SIZE = 1_000;
  private static final int DEFAULT_SIZE = 100;

  private final Administration admin;
  private final Answering answering;

  /** How an answer is written. */
  public interface Answering {
    /** A value as JSON. */
    void json(Context context, int status, Object value);

    /** An error. */
    void problem(Context context, Problem problem);

    /** The id of the request. */
    String requestId(Context context);
  }

  /** A route. */
  public record Route(HandlerType method, String path, Handler handler) {}

  /** The work of an authorised request. */
  private interface Work {
    void on(Context context, Token token) throws IOException;
  }

  /** Routes for this administration. */
  public AdminRoutes(Administration admin, Answering answering) {
    this.admin = admin;
    this.answering = answering;
  }

  /** All of them; HEAD is answered as GET is. */
  public List<Route> routes() {
    return List.of(
        route(HandlerType.PUT, LETTER, this::receive),
        route(HandlerType.DELETE, LETTER, this::withdraw),
        route(HandlerType.PATCH, LETTER, this::correct),
        route(HandlerType.GET, LETTER, this::look),
        route(HandlerType.HEAD, LETTER, this::look),
        route(HandlerType.POST, SYNC, this::sync),
        route(HandlerType.GET, SYNC, this::syncState),
        route(HandlerType.HEAD, SYNC, this::syncState),
        route(HandlerType.GET, REJECTED, this::rejected),
        route(HandlerType.HEAD, REJECTED, this::rejected));
  }

  private Route route(HandlerType method, String path, Work work) {
    return new Route(
        method,
        path,
        context -> {
          Token token = admin.access().admin(context);
          try {
            work.on(context, token);
          } catch (IOException e) {
            Problem problem = DiskFaults.problem(e);
            LOG.warn("A change could not be made: {}", e.toString());
            answering.problem(context, problem);
          }
        });
  }

  private void receive(Context context, Token token) throws IOException {
    if (!takes(context, List.of())) {
      return;
    }
    LetterDesk desk = desk();
    if (context.req().getContentLengthLong() > desk.maxBytes()) {
      refuse(context, DeskAnswer.Why.TOO_LARGE, LetterDesk.tooLarge());
      return;
    }
    String name = context.pathParam("name");
    answer(context, desk.receive(name, context.bodyInputStream(), log(context, token)));
  }

  private void withdraw(Context context, Token token) throws IOException {
    NamedParameters given = NamedParameters.read(context.queryString(), List.of("note"));
    if (takes(context, List.of("note"))) {
      String letter = context.pathParam("name");
      String note = given.words("note", "");
      answer(
          context,
          desk().withdraw(letter, token.name(), note.isEmpty() ? null : note, log(context, token)));
    }
  }

  private void correct(Context context, Token token) throws IOException {
    if (!takes(context, List.of())) {
      return;
    }
    LetterDesk desk = desk();
    switch (CorrectionPatch.read(context.bodyAsBytes())) {
      case CorrectionPatch.Outcome.Refused(String parameter, String reason) ->
          answering.problem(context, notThisPatch(parameter, reason));
      case CorrectionPatch.Outcome.Read(CorrectionPatch patch) ->
          answer(
              context,
              desk.correct(context.pathParam("name"), patch, token.name(), log(context, token)));
      case CorrectionPatch.Outcome.Done done ->
          throw new IllegalStateException("a patch that is read is not done");
    }
  }

  private static Problem notThisPatch(String parameter, String reason) {
    Problem problem =
        Problem.of(422, "invalid-correction", "The correction is not understood", reason);
    return parameter.isEmpty() ? problem : problem.about(parameter);
  }

  private void look(Context context, Token token) throws IOException {
    if (takes(context, List.of())) {
      answer(context, desk().look(context.pathParam("name")));
    }
  }

  private LetterDesk desk() {
    LetterDesk desk = admin.desk();
    if (desk == null) {
      throw new DeniedException(
          Problem.of(
              403,
              "read-only",
              "This service writes nothing",
              "It was started with --read-only: ask the one that writes its index."),
          Map.of());
    }
    return desk;
  }

  private ChangeLog log(Context context, Token token) {
    return admin.log(token, admin.access().address(context), answering.requestId(context));
  }

  private void answer(Context context, DeskAnswer answer) {
    switch (answer) {
      case DeskAnswer.Received done -> {
        boolean several = LetterDesk.mayHoldSeveral(done.name());
        int status = done.change() == DeskAnswer.Change.NEW ? 201 : 200;
        answering.json(context, status, AdminAnswers.Receipt.of(done, several));
      }
      case DeskAnswer.Corrected done -> {
        boolean settled = !done.changed() && !done.correction().withdrawn();
        boolean applied = done.hidden() || settled || admin.follows();
        answering.json(context, applied ? 200 : 202, AdminAnswers.Corrected.of(done, applied));
      }
      case DeskAnswer.Removed done -> {
        boolean applied = done.hidden() || admin.follows();
        answering.json(context, applied ? 200 : 202, AdminAnswers.Corrected.of(done, applied));
      }
      case DeskAnswer.Known known -> answering.json(context, 200, AdminAnswers.Known.of(known));
      case DeskAnswer.Refused(DeskAnswer.Why why, String detail) -> refuse(context, why, detail);
    }
  }

  private void refuse(Context context, DeskAnswer.Why why, String detail) {
    Problem problem =
        switch (why) {
          case BAD_NAME ->
              Problem.of(400, "bad-name", "A letter cannot have this name", detail).about("name");
          case EMPTY -> Problem.of(422, "empty", "There is nothing to receive", detail);
          case TOO_LARGE -> Problem.of(413, "too-large", "The file is too large", detail);
          case NOT_FOUND -> Problem.of(404, "not-found", "Not found", detail);
          case CONFLICT -> Problem.of(409, "conflict", "It cannot be done now", detail);
          case INVALID ->
              Problem.of(422, "invalid-correction", "The correction does not fit", detail);
        };
    if (why == DeskAnswer.Why.TOO_LARGE) {
      context.header("Connection", "close"); // the rest of the body is not read
    }
    answering.problem(context, problem);
  }

  private void sync(Context context, Token token) throws IOException {
    if (!takes(context, List.of())) {
      return;
    }
    desk();
    try {
      SyncReport report = admin.await(admin.syncs().request());
      if (report != null) {
        answering.json(context, 200, AdminAnswers.Sync.of("done", report));
        return;
      }
    } catch (ExecutionException e) {
      String cause = String.valueOf(e.getCause());
      answering.problem(
          context, Problem.of(503, "sync-failed", "The index could not be brought up", cause));
      return;
    }
    context.header("Location", SYNC);
    syncState(context, token);
    context.status(202);
  }

  private void syncState(Context context, Token token) {
    if (takes(context, List.of())) {
      SyncRequests.State state = admin.syncs().state();
      String word =
          state.running()
              ? "running"
              : state.waiting() ? "waiting" : state.last() == null ? "none" : "done";
      answering.json(context, 200, AdminAnswers.Sync.of(word, state.last()));
    }
  }

  private void rejected(Context context, Token token) throws IOException {
    NamedParameters given = NamedParameters.read(context.queryString(), List.of("page", "size"));
    int page = given.number("page", MAX_PAGE, 1);
    int size = given.number("size", MAX_SIZE, DEFAULT_SIZE);
    if (!given.faults().isEmpty()) {
      answering.problem(context, Problem.of(new Refused(given.faults())));
      return;
    }
    List<FileRecord> all =
        admin.files().all().values().stream()
            .filter(file -> file.state() == State.REJECTED || file.state() == State.FAILED)
            .sorted(Comparator.comparing(FileRecord::corpus).thenComparing(FileRecord::path))
            .toList();
    List<AdminAnswers.File> files =
        all.stream().skip((page - 1L) * size).limit(size).map(AdminAnswers.File::of).toList();
    boolean more = (long) page * size < all.size();
    String next = more ? REJECTED + "?page=" + (page + 1) + "&size=" + size : null;
    answering.json(context, 200, new AdminAnswers.Rejected(all.size(), page, files, next));
  }

  private boolean takes(Context context, List<String> names) {
    NamedParameters given = NamedParameters.read(context.queryString(), names);
    if (!given.faults().isEmpty()) {
      answering.problem(context, Problem.of(new Refused(given.faults())));
    }
    return given.faults().isEmpty();
  }
}
