package org.dafu.web;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.NotFoundResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dafu.export.Citations;
import org.dafu.ingest.Originals;
import org.dafu.ingest.Originals.Original;
import org.dafu.reply.Reply;
import org.dafu.search.FileRecord;
import org.dafu.search.ReplySearcher;
import org.dafu.web.api.Problem;
import org.dafu.web.ask.Fault;
import org.dafu.web.ask.NamedParameters;
import org.dafu.web.ask.QueryString;
import org.dafu.web.ask.Refused;

/** The routes for a letter in other forms: its citation, and the file that it was read from. */
final class LetterForms {
  /** The day of looking a letter up is a day in China. */
  static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  /** Whatever a foreign page brings: it runs nothing, sends nothing and loads nothing. */
  private static final String SANDBOX = "sandbox; default-src 'none'";

  private static final String MASKED_NOTE = "〔原文件含有个人联系方式，不直接提供。以下是隐去号码后的全文。〕\n\n";

  private final Searching searching;
  private final ReplySearcher replies;
  private final Originals originals;
  private final SearchGate gate;

  /**
   * @param replies what the public may be told
   */
  LetterForms(Searching searching, ReplySearcher replies, Originals originals, SearchGate gate) {
    this.searching = searching;
    this.replies = replies;
    this.originals = originals;
    this.gate = gate;
  }

  /** Handlers of GET by path. */
  Map<String, Handler> routes() {
    Map<String, Handler> routes = new LinkedHashMap<>();
    routes.put("/api/v1/replies/{id}/citation", this::citation);
    routes.put("/api/v1/replies/{id}/source", this::source);
    return routes;
  }

  /** Where this service has the letter's page, as the client reached it. */
  static String permanent(Context context, Reply reply) {
    return context.scheme() + "://" + context.host() + "/replies/" + reply.id();
  }

  private void citation(Context context) {
    NamedParameters given = NamedParameters.read(context.queryString(), List.of("style"));
    String name = given.words("style", Citations.Style.GBT7714.parameter());
    Optional<Citations.Style> style = Citations.Style.of(name);
    if (style.isEmpty()) {
      List<String> styles =
          Arrays.stream(Citations.Style.values()).map(Citations.Style::parameter).toList();
      given.fault(new Fault.UnknownValue("style", name, styles, null));
    }
    if (!given.faults().isEmpty() || style.isEmpty()) {
      ApiRoutes.refuse(context, Problem.of(new Refused(given.faults())));
      return;
    }
    Reply reply = held(context);
    String text =
        Citations.write(reply, style.get(), permanent(context, reply), LocalDate.now(CHINA));
    Body.send(
        context, style.get().mediaType() + ";charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
  }

  private void source(Context context) {
    NamedParameters none = NamedParameters.read(context.queryString(), List.of());
    if (!none.faults().isEmpty()) {
      ApiRoutes.refuse(context, Problem.of(new Refused(none.faults())));
      return;
    }
    Reply reply = held(context);
    Optional<FileRecord> record = replies.file(reply.id());
    Original original =
        record.isEmpty()
            ? new Original.Gone("这份答复没有留下文件")
            : gate.pass(() -> originals.fetch(record.get()));
    switch (original) {
      case Original.Whole(String name, byte[] bytes) -> whole(context, reply, name, bytes);
      case Original.Withheld withheld -> masked(context, reply);
      case Original.Gone(String reason) -> gone(context, reason);
    }
  }

  private static void whole(Context context, Reply reply, String name, byte[] bytes) {
    String mediaType = mediaType(reply);
    context.header("Content-Security-Policy", SANDBOX);
    context.header(
        "Content-Disposition",
        (mediaType.startsWith("text/") ? "inline" : "attachment")
            + "; filename*=UTF-8''"
            + QueryString.encode(name).replace("+", "%20"));
    Body.sendTagged(context, mediaType, bytes);
  }

  private static String mediaType(Reply reply) {
    String type = reply.source().mediaType();
    String encoding = reply.source().encoding();
    return type.startsWith("text/") && encoding != null ? type + ";charset=" + encoding : type;
  }

  private static void masked(Context context, Reply reply) {
    context.header("Content-Location", "/api/v1/replies/" + reply.id() + ".txt");
    context.header("Content-Disposition", "inline; filename=\"" + reply.id() + ".masked.txt\"");
    Body.sendTagged(
        context, Body.TEXT, (MASKED_NOTE + reply.text()).getBytes(StandardCharsets.UTF_8));
  }

  private static void gone(Context context, String reason) {
    ApiRoutes.refuse(
        context,
        Problem.of(
            410,
            "source-gone",
            "The original file is gone",
            "The letter is held, the file that it was read from is not: " + reason + "."));
  }

  private Reply held(Context context) {
    return searching
        .reply(context.pathParam("id"))
        .orElseThrow(() -> new NotFoundResponse("There is no letter with this id."));
  }
}
