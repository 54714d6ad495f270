package org.dafu.web;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.dafu.search.precedent.OwnReplies;
import org.dafu.search.precedent.Precedents;
import org.dafu.web.ask.PrecedentQuestion;
import org.dafu.web.tools.Choices;
import org.dafu.web.tools.PrecedentForm;
import org.dafu.web.tools.PrecedentsPages;
import org.dafu.web.tools.ProposalReader;
import org.jspecify.annotations.Nullable;

/** The page of precedents (找先例): the same answer as {@code POST /api/v1/precedents}. */
final class PrecedentRoutes {
  static final String PATH = "/precedents";

  /** Bytes of an uploaded proposal. */
  static final int MAX_FILE_BYTES = 20 * 1024 * 1024;

  /**
   * A file that is too large is taken in up to here, as a browser sends all of it before it reads.
   */
  private static final int MOST_DRAINED_BYTES = 4 * MAX_FILE_BYTES;

  private final Tools tools;
  private final ProposalQueue reader;
  private final Precedents precedents;
  private final OwnReplies own;
  private final PrecedentsPages pages;

  PrecedentRoutes(Tools tools, ProposalQueue reader) {
    this.tools = tools;
    this.reader = reader;
    this.precedents = new Precedents(tools.reading());
    this.own = new OwnReplies(tools.reading());
    this.pages =
        new PrecedentsPages(tools.vocabulary(), new Choices(tools.reading(), tools.vocabulary()));
  }

  Map<String, Handler> routes() {
    return Map.of(PATH, context -> show(context, PrecedentForm.EMPTY, List.of(), null, 0));
  }

  Map<String, Handler> posts() {
    return Map.of(PATH, this::find);
  }

  private void find(Context context) {
    List<String> errors = new ArrayList<>();
    if (Uploads.isTooLarge(context)) {
      errors.add("文件超过 20 MB。请只上传提案本身，不带附件。");
      BodyRules.drain(context, MOST_DRAINED_BYTES);
      context.status(413);
      show(context, PrecedentForm.EMPTY, errors, null, 0);
      return;
    }
    PrecedentForm form = form(context, errors);
    PrecedentQuestion question =
        errors.isEmpty() ? form.question(tools.vocabulary(), errors) : null;
    if (question == null || !errors.isEmpty()) {
      context.status(400);
      show(context, form, errors, null, 0);
      return;
    }
    long started = System.nanoTime();
    Precedents.Answer found =
        tools
            .gate()
            .pass(
                () ->
                    precedents.find(
                        question.text(),
                        question.filters(),
                        own.ids(question.exclude()),
                        question.size()));
    long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started);
    show(context, form, errors, found, took);
  }

  private void show(
      Context context,
      PrecedentForm form,
      List<String> errors,
      Precedents.@Nullable Answer found,
      long tookMillis) {
    Object page =
        tools.gate().pass(() -> pages.page(tools.shell(PATH), form, errors, found, tookMillis));
    tools.send(context, "precedents", page);
  }

  private PrecedentForm form(Context context, List<String> errors) {
    PrecedentForm form =
        new PrecedentForm(
            given(context, "text"),
            given(context, "own"),
            given(context, "city"),
            given(context, "from"),
            given(context, "to"),
            given(context, "measure"));
    UploadedFile file = context.uploadedFile("file");
    return file == null || file.size() == 0 ? form : withFile(form, file, errors);
  }

  private PrecedentForm withFile(PrecedentForm form, UploadedFile file, List<String> errors) {
    byte[] bytes = bytes(file);
    return switch (reader.read(file.filename(), bytes)) {
      case ProposalReader.Upload.Text(String text) -> form.withText(text);
      case ProposalReader.Upload.Unreadable(String reason) -> {
        errors.add("文件“" + file.filename() + "”读不出文字：" + reason + "。可以改为粘贴文字。");
        yield form;
      }
    };
  }

  private static byte[] bytes(UploadedFile file) {
    try (InputStream in = file.content()) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("an uploaded file cannot be read", e);
    }
  }

  private static String given(Context context, String name) {
    String value = context.formParam(name);
    return value == null ? "" : value.replace("\r\n", "\n").strip();
  }
}
