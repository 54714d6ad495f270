package org.dafu.web;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.NotFoundResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.dafu.reply.ReplyId;
import org.dafu.search.ReadSide;
import org.dafu.search.SimilarLetters;
import org.dafu.search.Vocabulary;
import org.dafu.search.chart.FigureQuestion;
import org.dafu.search.chart.FigureSearch;
import org.dafu.search.compare.Comparisons;
import org.dafu.search.precedent.OwnReplies;
import org.dafu.search.precedent.Precedents;
import org.dafu.web.api.CompareAnswer;
import org.dafu.web.api.CoverageAnswer;
import org.dafu.web.api.ExplainAnswer;
import org.dafu.web.api.FiguresAnswer;
import org.dafu.web.api.PrecedentsAnswer;
import org.dafu.web.api.Problem;
import org.dafu.web.api.SimilarAnswer;
import org.dafu.web.api.SuggestAnswer;
import org.dafu.web.ask.CompareParameters;
import org.dafu.web.ask.Fault;
import org.dafu.web.ask.FigureParameters;
import org.dafu.web.ask.NamedParameters;
import org.dafu.web.ask.PrecedentBody;
import org.dafu.web.ask.PrecedentQuestion;
import org.dafu.web.ask.Question;
import org.dafu.web.ask.Refused;
import org.dafu.web.ask.RequestParameters;

/** The routes that help to find beside the search itself. */
final class FindRoutes {
  static final String PRECEDENTS = "/api/v1/precedents";

  private static final int MAX_SUGGESTIONS = 50;
  private static final int MAX_SIMILAR = 50;
  private static final int DEFAULT_SIZE = 10;

  private final ReadSide reading;
  private final SearchGate gate;
  private final Vocabulary vocabulary;
  private final SimilarLetters similar;
  private final Precedents precedents;
  private final OwnReplies own;
  private final Comparisons comparisons;
  private final FigureSearch figures;

  /**
   * @param reading what the public may be told
   */
  FindRoutes(ReadSide reading, SearchGate gate, Vocabulary vocabulary) {
    this.reading = reading;
    this.gate = gate;
    this.vocabulary = vocabulary;
    this.similar = new SimilarLetters(reading);
    this.precedents = new Precedents(reading);
    this.own = new OwnReplies(reading);
    this.comparisons = new Comparisons(reading, vocabulary);
    this.figures = new FigureSearch(reading);
  }

  /** Handlers of GET by path. */
  Map<String, Handler> routes() {
    Map<String, Handler> routes = new LinkedHashMap<>();
    routes.put("/api/v1/suggest", this::suggest);
    routes.put("/api/v1/coverage", this::coverage);
    routes.put("/api/v1/explain", this::explain);
    routes.put("/api/v1/compare", this::compare);
    routes.put("/api/v1/figures", this::figures);
    routes.put("/api/v1/replies/{id}/similar", this::similar);
    return routes;
  }

  /** Handlers of POST by path. */
  Map<String, Handler> posts() {
    return Map.of(PRECEDENTS, this::precedents);
  }

  private void suggest(Context context) {
    NamedParameters given = NamedParameters.read(context.queryString(), List.of("q", "size"));
    String q = given.words("q");
    int size = given.number("size", MAX_SUGGESTIONS, DEFAULT_SIZE);
    answer(context, given, () -> SuggestAnswer.of(reading.suggester().suggest(q, size)));
  }

  private void coverage(Context context) {
    switch (RequestParameters.readNarrowing(context.queryString(), vocabulary)) {
      case Refused refused -> ApiRoutes.refuse(context, Problem.of(refused));
      case Question question ->
          send(
              context,
              () -> CoverageAnswer.of(question, reading.coverage().coverage(question.request())));
    }
  }

  private void compare(Context context) {
    switch (CompareParameters.read(context.queryString(), vocabulary)) {
      case Refused refused -> ApiRoutes.refuse(context, Problem.of(refused));
      case Question question ->
          send(
              context,
              () ->
                  CompareAnswer.of(
                      question,
                      comparisons.matrix(question.request().q(), question.request().filters()),
                      vocabulary));
    }
  }

  private void figures(Context context) {
    switch (FigureParameters.read(context.queryString(), vocabulary)) {
      case FigureParameters.Read.NotUnderstood(Refused refused) ->
          ApiRoutes.refuse(context, Problem.of(refused));
      case FigureParameters.Read.Understood(
              FigureQuestion question,
              Question narrowing,
              int size,
              int offset) ->
          send(context, () -> FiguresAnswer.of(figures.find(question), size, offset));
    }
  }

  private void explain(Context context) {
    NamedParameters given = NamedParameters.read(context.queryString(), List.of("q", "id"));
    String q = given.words("q");
    String id = given.words("id");
    boolean said = given.faults().stream().anyMatch(fault -> fault.parameter().equals("id"));
    if (!said && !ReplyId.isWellFormed(id)) {
      given.fault(
          id.isEmpty() ? new Fault.Empty("id") : new Fault.UnknownValue("id", id, List.of(), null));
    }
    answer(
        context,
        given,
        () ->
            reading
                .explainer()
                .explain(q, new ReplyId(id))
                .map(ExplainAnswer::of)
                .orElseThrow(FindRoutes::noSuchLetter));
  }

  private void similar(Context context) {
    NamedParameters given = NamedParameters.read(context.queryString(), List.of("size"));
    int size = given.number("size", MAX_SIMILAR, DEFAULT_SIZE);
    String path = context.pathParam("id");
    answer(
        context,
        given,
        () -> {
          if (!ReplyId.isWellFormed(path)) {
            throw noSuchLetter();
          }
          ReplyId id = new ReplyId(path);
          return SimilarAnswer.of(
              id, similar.of(id, size).orElseThrow(FindRoutes::noSuchLetter), vocabulary);
        });
  }

  private void precedents(Context context) {
    NamedParameters none = NamedParameters.read(context.queryString(), List.of());
    if (!none.faults().isEmpty()) {
      ApiRoutes.refuse(context, Problem.of(new Refused(none.faults())));
      return;
    }
    switch (PrecedentBody.read(body(context), vocabulary)) {
      case PrecedentBody.Read.NotUnderstood(Refused refused) ->
          ApiRoutes.refuse(context, Problem.of(refused));
      case PrecedentBody.Read.Understood(PrecedentQuestion question) ->
          send(context, () -> precedents(question));
    }
  }

  /** JSON is UTF-8 (RFC 8259, 8.1), whatever a header says. */
  private static String body(Context context) {
    return new String(context.bodyAsBytes(), StandardCharsets.UTF_8);
  }

  private PrecedentsAnswer precedents(PrecedentQuestion question) {
    long started = System.nanoTime();
    Set<ReplyId> except = own.ids(question.exclude());
    Precedents.Answer found =
        precedents.find(question.text(), question.filters(), except, question.size());
    long tookMs = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started);
    return PrecedentsAnswer.of(found, except, tookMs);
  }

  private void answer(Context context, NamedParameters given, Supplier<Object> answer) {
    if (given.faults().isEmpty()) {
      send(context, answer);
    } else {
      ApiRoutes.refuse(context, Problem.of(new Refused(given.faults())));
    }
  }

  private void send(Context context, Supplier<Object> answer) {
    Object found = gate.pass(answer);
    Body.send(context, Body.JSON, Body.json(found));
  }

  private static NotFoundResponse noSuchLetter() {
    return new NotFoundResponse("There is no letter with this id.");
  }
}
