package org.dafu.web;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dafu.export.ExcerptDocument;
import org.dafu.export.ExcerptSheet;
import org.dafu.web.ask.Fault;
import org.dafu.web.ask.QueryString;
import org.dafu.web.ask.QueryString.Parameter;
import org.dafu.web.ask.Refused;
import org.dafu.web.tools.Basket;
import org.dafu.web.tools.Gathered;

/** Gathered passages (摘录篮), kept by the browser; here they are shown, put in order and exported. */
final class CollectionRoutes {
  static final String PATH = "/collection";
  static final String EXPORT = "/collection/export";

  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  private static final String DOCX =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private final Tools tools;

  CollectionRoutes(Tools tools) {
    this.tools = tools;
  }

  Map<String, Handler> routes() {
    return Map.of(PATH, this::linked);
  }

  Map<String, Handler> posts() {
    return Map.of(PATH, this::changed, EXPORT, this::export);
  }

  /** A collection named in the address: {@code p} for each passage. */
  private void linked(Context context) {
    Optional<List<Parameter>> given = QueryString.parse(context.queryString());
    List<Fault> faults =
        given
            .map(
                all ->
                    all.stream()
                        .filter(each -> !each.name().equals("p"))
                        .<Fault>map(each -> new Fault.UnknownParameter(each.name(), "p"))
                        .toList())
            .orElse(List.of(new Fault.NotEncoded("")));
    if (!faults.isEmpty()) {
      tools.pages().refuse(context, new Refused(faults));
      return;
    }
    List<String> refs = given.orElse(List.of()).stream().map(Parameter::value).toList();
    show(context, Basket.of(refs, List.of()));
  }

  /** A collection in a form; its buttons move a passage or take it out. */
  private void changed(Context context) {
    show(
        context,
        basket(context)
            .moved(given(context, "up"), -1)
            .moved(given(context, "down"), 1)
            .without(given(context, "remove")));
  }

  private void show(Context context, Basket basket) {
    List<String> errors = basket.errors();
    if (!errors.isEmpty()) {
      context.status(400);
    }
    tools.send(context, "collection", gathered(context, basket).page(tools.shell(PATH), errors));
  }

  private void export(Context context) {
    Basket basket = basket(context);
    String format = given(context, "format");
    Gathered gathered = gathered(context, basket);
    List<String> errors = new ArrayList<>(basket.errors());
    if (!format.equals("docx") && !format.equals("xlsx")) {
      errors.add("导出的格式只有 Word（docx）和 Excel（xlsx）。");
    }
    if (gathered.excerpts().isEmpty()) {
      errors.add("摘录篮里没有可以导出的段落。");
    }
    if (!errors.isEmpty()) {
      context.status(400);
      tools.send(context, "collection", gathered.page(tools.shell(PATH), errors));
      return;
    }
    boolean word = format.equals("docx");
    byte[] file =
        tools
            .gate()
            .pass(
                () ->
                    word
                        ? ExcerptDocument.write(gathered.excerpts(), today())
                        : ExcerptSheet.write(gathered.excerpts()));
    String name = "excerpts-" + today() + "." + format;
    String chinese = QueryString.encode("答复摘录-" + today() + "." + format);
    context.header(
        "Content-Disposition",
        "attachment; filename=\"" + name + "\"; filename*=UTF-8''" + chinese);
    Body.send(context, word ? DOCX : XLSX, file);
  }

  private Gathered gathered(Context context, Basket basket) {
    String base = context.scheme() + "://" + context.host();
    return tools.gate().pass(() -> Gathered.of(basket, tools.reading().replies(), base, today()));
  }

  private static Basket basket(Context context) {
    return Basket.of(context.formParams("p"), context.formParams("note"));
  }

  private static String given(Context context, String name) {
    String value = context.formParam(name);
    return value == null ? "" : value;
  }

  private static LocalDate today() {
    return LocalDate.now(CHINA);
  }
}
