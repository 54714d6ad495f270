package org.dafu.web;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.NotFoundResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.dafu.reply.Reply;
import org.dafu.search.ReplyJson;
import org.dafu.search.SearchResponse;
import org.dafu.search.Vocabulary;
import org.dafu.web.api.FacetsAnswer;
import org.dafu.web.api.Health;
import org.dafu.web.api.Problem;
import org.dafu.web.api.SearchAnswer;
import org.dafu.web.ask.Asked;
import org.dafu.web.ask.Fault;
import org.dafu.web.ask.QueryString;
import org.dafu.web.ask.Question;
import org.dafu.web.ask.Refused;
import org.dafu.web.ask.RequestParameters;
import org.dafu.web.ask.Surface;

/** The routes for programs. */
final class ApiRoutes {
  private final Searching searching;
  private final Vocabulary vocabulary;
  private final BooleanSupplier ready;
  private final Metrics metrics;
  private final ApiDocument document;

  ApiRoutes(
      Searching searching,
      Vocabulary vocabulary,
      ApiDocument document,
      BooleanSupplier ready,
      Metrics metrics) {
    this.searching = searching;
    this.vocabulary = vocabulary;
    this.document = document;
    this.ready = ready;
    this.metrics = metrics;
  }

  /** Handlers of GET by path; the text of a letter before the letter, whose path takes all. */
  Map<String, Handler> routes() {
    Map<String, Handler> routes = new LinkedHashMap<>();
    routes.put(Surface.REPLIES.path(), context -> search(context, Surface.REPLIES));
    routes.put(Surface.SECTIONS.path(), context -> search(context, Surface.SECTIONS));
    routes.put(Surface.FACETS.path(), context -> search(context, Surface.FACETS));
    routes.put("/api/v1/replies/{id}.txt", this::text);
    routes.put("/api/v1/replies/{id}", this::reply);
    for (String prefix : List.of("", "/api/v1")) {
      routes.put(prefix + "/openapi.json", this::openApi);
      routes.put(prefix + "/health/live", this::live);
      routes.put(prefix + "/health/ready", this::ready);
    }
    routes.put("/metrics", this::metrics);
    return routes;
  }

  private void search(Context context, Surface surface) {
    Asked asked = RequestParameters.read(surface, context.queryString(), vocabulary);
    switch (asked) {
      case Refused refused -> refuse(context, Problem.of(refused));
      case Question question -> Body.send(context, Body.JSON, Body.json(answer(question)));
    }
  }

  private Object answer(Question question) {
    return switch (question.surface()) {
      case REPLIES, SECTIONS, PAGE -> {
        SearchResponse response = searching.answer(question);
        yield SearchAnswer.of(question, response, searching.help(question, response));
      }
      case FACETS -> FacetsAnswer.of(question, searching.answer(question.withoutHits()));
    };
  }

  private void reply(Context context) {
    if (takesNoParameters(context)) {
      Reply reply = held(context);
      Body.sendTagged(context, Body.JSON, ReplyJson.writeBytes(reply));
    }
  }

  private void text(Context context) {
    if (takesNoParameters(context)) {
      Reply reply = held(context);
      Body.sendTagged(context, Body.TEXT, reply.text().getBytes(StandardCharsets.UTF_8));
    }
  }

  private Reply held(Context context) {
    return searching
        .reply(context.pathParam("id"))
        .orElseThrow(() -> new NotFoundResponse("There is no letter with this id."));
  }

  private void openApi(Context context) {
    if (takesNoParameters(context)) {
      Body.sendTagged(context, Body.JSON, document.bytes());
    }
  }

  private void live(Context context) {
    Body.send(context, Body.JSON, Body.json(new Health("live", null)));
  }

  private void ready(Context context) {
    if (ready.getAsBoolean()) {
      Body.send(context, Body.JSON, Body.json(new Health("ready", searching.count())));
    } else {
      context.header("Retry-After", "1");
      refuse(
          context,
          Problem.of(
              503, "not-ready", "The service is not ready", "The index is being brought up."));
    }
  }

  private void metrics(Context context) {
    if (takesNoParameters(context)) {
      context.header("Cache-Control", "no-store");
      context.contentType("text/plain;version=0.0.4;charset=utf-8").result(metrics.scrape());
    }
  }

  private static boolean takesNoParameters(Context context) {
    Optional<List<QueryString.Parameter>> given = QueryString.parse(context.queryString());
    if (given.isPresent() && given.get().isEmpty()) {
      return true;
    }
    List<Fault> faults =
        given.isEmpty()
            ? List.of(new Fault.NotEncoded(""))
            : given.get().stream()
                .<Fault>map(each -> new Fault.UnknownParameter(each.name(), null))
                .toList();
    refuse(context, Problem.of(new Refused(faults)));
    return false;
  }

  static void refuse(Context context, Problem problem) {
    context.status(problem.status());
    Problem told = problem.at(context.path(), RequestHead.id(context));
    Body.send(context, Body.PROBLEM, Body.json(told.masked(RequestHead.mask(context))));
  }
}
