package org.dafu.web;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dafu.reply.FigureType;
import org.dafu.web.ask.Fault;
import org.dafu.web.ask.QueryString;
import org.dafu.web.ask.QueryString.Parameter;
import org.dafu.web.ask.Question;
import org.dafu.web.ask.Refused;
import org.dafu.web.ask.RequestParameters;
import org.dafu.web.ask.Surface;
import org.dafu.web.tools.Charts;
import org.jspecify.annotations.Nullable;

/** Charts (图表) of the letters that a search gives, by the same parameters, and their data. */
final class ChartRoutes {
  static final String PATH = "/charts";

  /** Which figures are drawn: the one parameter that a search has not. */
  private static final String FIGURE = "figure";

  private static final String CSV = "text/csv;charset=utf-8;header=present";

  private final Tools tools;
  private final Charts charts;

  ChartRoutes(Tools tools) {
    this.tools = tools;
    this.charts = new Charts(tools.reading(), tools.vocabulary());
  }

  Map<String, Handler> routes() {
    Map<String, Handler> routes = new LinkedHashMap<>();
    routes.put(PATH, context -> ask(context, this::page));
    for (String chart : Charts.DATA) {
      routes.put(
          PATH + "/" + chart + ".csv",
          context -> ask(context, (to, question, type) -> csv(to, chart, question, type)));
    }
    return routes;
  }

  /** What answers a question that is understood. */
  private interface Answer {
    void send(Context context, Question question, @Nullable FigureType type);
  }

  private void ask(Context context, Answer answer) {
    Optional<List<Parameter>> parsed = QueryString.parse(context.queryString());
    if (parsed.isEmpty()) {
      tools.pages().refuse(context, new Refused(List.of(new Fault.NotEncoded(""))));
      return;
    }
    List<Parameter> given = parsed.get().stream().filter(each -> !each.value().isEmpty()).toList();
    List<Fault> faults = new ArrayList<>();
    FigureType type = type(given, faults);
    switch (RequestParameters.read(Surface.PAGE, search(given), tools.vocabulary())) {
      case Refused refused -> {
        faults.addAll(refused.faults());
        tools.pages().refuse(context, new Refused(faults));
      }
      case Question question -> {
        if (faults.isEmpty()) {
          answer.send(context, question, type);
        } else {
          tools.pages().refuse(context, new Refused(faults));
        }
      }
    }
  }

  private static String search(List<Parameter> given) {
    return given.stream()
        .filter(each -> !each.name().equals(FIGURE))
        .map(each -> QueryString.encode(each.name()) + "=" + QueryString.encode(each.value()))
        .collect(Collectors.joining("&"));
  }

  private static @Nullable FigureType type(List<Parameter> given, List<Fault> faults) {
    List<String> values =
        given.stream().filter(e -> e.name().equals(FIGURE)).map(Parameter::value).toList();
    if (values.size() > 1) {
      faults.add(new Fault.Repeated(FIGURE));
    }
    if (values.size() != 1) {
      return null;
    }
    for (FigureType type : FigureType.values()) {
      if (type.code().equals(values.getFirst())) {
        return type;
      }
    }
    List<String> all = Arrays.stream(FigureType.values()).map(FigureType::code).toList();
    faults.add(new Fault.UnknownValue(FIGURE, values.getFirst(), all, null));
    return null;
  }

  private void page(Context context, Question question, @Nullable FigureType type) {
    Object page = tools.gate().pass(() -> charts.page(tools.shell(PATH), question, type));
    tools.send(context, "charts", page);
  }

  private void csv(Context context, String chart, Question question, @Nullable FigureType type) {
    byte[] data = tools.gate().pass(() -> charts.csv(chart, question, type));
    context.header("Content-Disposition", "attachment; filename=\"dafu-" + chart + ".csv\"");
    Body.send(context, CSV, data);
  }
}
