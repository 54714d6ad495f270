package org.dafu.web;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dafu.reply.Reply;
import org.dafu.reply.ReplyId;
import org.dafu.search.SimilarLetters;
import org.dafu.search.compare.Comparisons;
import org.dafu.search.compare.Matrix;
import org.dafu.web.ask.CompareParameters;
import org.dafu.web.ask.Fault;
import org.dafu.web.ask.QueryString;
import org.dafu.web.ask.QueryString.Parameter;
import org.dafu.web.ask.Question;
import org.dafu.web.ask.Refused;
import org.dafu.web.tools.Choices;
import org.dafu.web.tools.ComparePages;

/** Letters beside one another, and measures by cities (对照): the pages. */
final class CompareRoutes {
  static final String PATH = "/compare";

  /** Letters beside one another; more do not fit a screen. */
  private static final int MAX_LETTERS = 4;

  private static final int SIMILAR = 6;

  private final Tools tools;
  private final Comparisons comparisons;
  private final SimilarLetters similar;
  private final ComparePages pages;

  CompareRoutes(Tools tools) {
    this.tools = tools;
    this.comparisons = new Comparisons(tools.reading(), tools.vocabulary());
    this.similar = new SimilarLetters(tools.reading());
    this.pages =
        new ComparePages(tools.vocabulary(), new Choices(tools.reading(), tools.vocabulary()));
  }

  Map<String, Handler> routes() {
    return Map.of(PATH, this::page);
  }

  private Matrix matrix(Question question) {
    return comparisons.matrix(question.request().q(), question.request().filters());
  }

  private void page(Context context) {
    Optional<List<Parameter>> parsed = QueryString.parse(context.queryString());
    if (parsed.isEmpty()) {
      tools.pages().refuse(context, new Refused(List.of(new Fault.NotEncoded(""))));
      return;
    }
    // A form sends the fields that nobody filled in, too.
    List<Parameter> given = parsed.get().stream().filter(each -> !each.value().isBlank()).toList();
    List<String> ids = ids(given);
    if (!ids.isEmpty() && given.stream().allMatch(each -> each.name().equals("id"))) {
      letters(context, ids);
    } else {
      cities(context, given);
    }
  }

  private static List<String> ids(List<Parameter> given) {
    return given.stream()
        .filter(each -> each.name().equals("id"))
        .map(each -> each.value().strip())
        .distinct()
        .toList();
  }

  private void cities(Context context, List<Parameter> given) {
    String query =
        given.stream()
            .map(each -> QueryString.encode(each.name()) + "=" + QueryString.encode(each.value()))
            .collect(Collectors.joining("&"));
    switch (CompareParameters.read(query, tools.vocabulary())) {
      case Refused refused -> {
        context.status(400);
        tools.send(
            context,
            "compare",
            tools.gate().pass(() -> pages.refused(tools.shell(PATH), given, refused)));
      }
      case Question question ->
          tools.send(
              context,
              "compare",
              tools.gate().pass(() -> pages.matrix(tools.shell(PATH), question, matrix(question))));
    }
  }

  private void letters(Context context, List<String> ids) {
    List<Reply> letters = new ArrayList<>();
    List<String> errors = new ArrayList<>();
    if (ids.size() > MAX_LETTERS) {
      errors.add("一次最多并排 " + MAX_LETTERS + " 件答复，只取前 " + MAX_LETTERS + " 件。");
    }
    for (String id : ids.subList(0, Math.min(MAX_LETTERS, ids.size()))) {
      Optional<Reply> letter =
          ReplyId.isWellFormed(id)
              ? tools.reading().replies().reply(new ReplyId(id))
              : Optional.empty();
      letter.ifPresentOrElse(letters::add, () -> errors.add("没有找到答复“" + id + "”，它可能已经撤下。"));
    }
    if (letters.isEmpty()) {
      context.status(404);
    }
    List<SimilarLetters.Similar> like =
        letters.size() == 1 ? like(letters.getFirst().id()) : List.of();
    tools.send(
        context,
        "sideBySide",
        pages.sideBySide(tools.shell(PATH), comparisons.sideBySide(letters), like, errors));
  }

  private List<SimilarLetters.Similar> like(ReplyId id) {
    return tools.gate().pass(() -> similar.of(id, SIMILAR)).orElse(List.of());
  }
}
