package org.dafu.web;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.NotFoundResponse;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dafu.reply.Reply;
import org.dafu.search.FilterField;
import org.dafu.search.Vocabulary;
import org.dafu.web.ask.Asked;
import org.dafu.web.ask.NamedParameters;
import org.dafu.web.ask.Question;
import org.dafu.web.ask.Refused;
import org.dafu.web.ask.RequestParameters;
import org.dafu.web.ask.Surface;
import org.dafu.web.pages.AboutPage;
import org.dafu.web.pages.ErrorPage;
import org.dafu.web.pages.Faults;
import org.dafu.web.pages.LetterPages;
import org.dafu.web.pages.SearchPages;
import org.dafu.web.pages.Shell;
import org.jspecify.annotations.Nullable;

/** The routes for people. */
final class PageRoutes {
  /** Faults told on one page. */
  private static final int MAX_FAULTS = 20;

  /** Letters on the same matter that a letter's page names. */
  private static final int SIMILAR = 5;

  private final Searching searching;
  private final Vocabulary vocabulary;
  private final Templates templates;
  private final Assets assets;
  private final Shell shell;
  private final SearchPages searchPages;
  private final LetterPages letterPages;
  private final ApiDocument document;

  PageRoutes(
      Searching searching,
      Vocabulary vocabulary,
      ApiDocument document,
      Templates templates,
      Assets assets,
      @Nullable String notice) {
    this.searching = searching;
    this.vocabulary = vocabulary;
    this.document = document;
    this.templates = templates;
    this.assets = assets;
    this.shell =
        new Shell(
            "",
            "",
            List.of(),
            notice,
            "",
            assets.styleUrls(),
            assets.scriptUrls(),
            assets.url(Assets.ICON));
    this.searchPages = new SearchPages(vocabulary);
    this.letterPages = new LetterPages(vocabulary);
  }

  /** Handlers of GET by path. */
  Map<String, Handler> routes() {
    Map<String, Handler> routes = new LinkedHashMap<>();
    routes.put(Surface.PAGE.path(), this::search);
    routes.put("/replies/{id}", this::letter);
    routes.put("/about", this::about);
    routes.put("/docs", this::docs);
    routes.put("/assets/{name}", this::asset);
    return routes;
  }

  /** What stands round every page. */
  Shell shell() {
    return shell;
  }

  /** A page that names each parameter at fault. */
  void refuse(Context context, Refused refused) {
    List<String> details =
        refused.faults().stream()
            .limit(MAX_FAULTS)
            .map(Faults::inChinese)
            .map(RequestHead.mask(context))
            .toList();
    error(context, 400, "网址中的参数有误", details);
  }

  /** A page for a request that could not be answered. */
  void fail(Context context, int status) {
    switch (status) {
      case 404 -> error(context, 404, "没有找到这个页面", List.of("网址可能写错，或者这份答复已经撤下。"));
      case 405 -> error(context, 405, "不支持这种请求", List.of("本页只能读取（GET、HEAD）。"));
      case 408 -> error(context, 408, "发送得太慢", List.of("请换一个网络再发一次。"));
      case 413 -> error(context, 413, "发来的内容太大", List.of("请只发送需要的部分。"));
      case 415 -> error(context, 415, "不支持这种格式的内容", List.of("请不要压缩内容，文字请用 UTF-8；表单请从本站的页面发送。"));
      case 429 -> error(context, 429, "请求太频繁", List.of("请过几秒再试。"));
      case 503 -> error(context, 503, "现在检索的人太多", List.of("请过几秒再试。"));
      case 500 -> error(context, 500, "服务出错了", List.of("错误已记入日志。请把下面的请求编号告诉管理员。"));
      default -> error(context, status, "请求没有完成", List.of("HTTP 状态 " + status + "。"));
    }
  }

  private void search(Context context) {
    Asked asked = RequestParameters.read(Surface.PAGE, context.queryString(), vocabulary);
    switch (asked) {
      case Refused refused -> refuse(context, refused);
      case Question question -> {
        Searching.OfPage answer = searching.answerForPage(question);
        Object page =
            searchPages.page(
                shell.at(Surface.PAGE.path()),
                question,
                answer.response(),
                answer.places(),
                searching.help(question, answer.response()));
        Body.send(context, Body.HTML, templates.render("search", page));
      }
    }
  }

  /** A letter's page takes the words to mark and the search it was found by, each once. */
  private void letter(Context context) {
    NamedParameters given =
        NamedParameters.read(context.queryString(), List.of("q", RequestParameters.FROM));
    String q = given.words("q", "");
    String from = given.words(RequestParameters.FROM, "");
    if (!given.faults().isEmpty()) {
      refuse(context, new Refused(given.faults()));
      return;
    }
    Reply reply = searching.reply(context.pathParam("id")).orElseThrow(NotFoundResponse::new);
    Object page =
        letterPages.page(
            shell,
            reply,
            q,
            from.isEmpty() ? null : RequestParameters.back(from, vocabulary).orElse(null),
            searching.similar(reply, SIMILAR),
            LetterForms.permanent(context, reply),
            LocalDate.now(LetterForms.CHINA));
    Body.sendTagged(context, Body.HTML, templates.render("letter", page));
  }

  private void about(Context context) {
    Shell about = shell.of("关于", "", List.of());
    AboutPage page = new AboutPage(about, searching.count(), Arrays.asList(FilterField.values()));
    Body.send(context, Body.HTML, templates.render("about", page));
  }

  private void docs(Context context) {
    Shell docs = shell.of("给程序用的接口", "", List.of());
    Body.sendTagged(context, Body.HTML, templates.render("docs", document.page(docs)));
  }

  private void asset(Context context) {
    Assets.Asset asset = assets.find(context.pathParam("name"));
    if (asset == null) {
      throw new NotFoundResponse();
    }
    if (asset.url().equals(context.path() + "?" + context.queryString())) {
      Body.sendForever(context, asset.mediaType(), asset.content());
    } else {
      Body.sendTagged(context, asset.mediaType(), asset.content());
    }
  }

  /** A page that says why nothing came of a request. */
  void error(Context context, int status, String heading, List<String> details) {
    ErrorPage page =
        new ErrorPage(shell.of(heading, "", List.of()), heading, details, RequestHead.id(context));
    context.status(status);
    Body.send(context, Body.HTML, templates.render("error", page));
  }
}
