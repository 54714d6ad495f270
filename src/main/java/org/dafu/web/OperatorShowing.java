package org.dafu.web;

import io.javalin.http.Context;
import java.util.List;
import org.dafu.web.ask.Refused;
import org.dafu.web.operator.OperatorRoutes;
import org.dafu.web.pages.Shell;

/** Shows the operator's pages as all others are shown, but nobody keeps or indexes them. */
final class OperatorShowing implements OperatorRoutes.Showing {
  private final PageRoutes pages;
  private final Templates templates;
  private final Shell shell;

  OperatorShowing(PageRoutes pages, Templates templates, Assets assets) {
    this.pages = pages;
    this.templates = templates;
    this.shell = pages.shell().withScripts(List.of(assets.url(Assets.OPERATOR)));
  }

  @Override
  public Shell shell() {
    return shell;
  }

  @Override
  public void page(Context context, int status, String template, Object page) {
    context.status(status);
    Body.send(context, Body.HTML, templates.render("operator/" + template, page));
    keepOut(context);
  }

  @Override
  public void refuse(Context context, Refused refused) {
    pages.refuse(context, refused);
    keepOut(context);
  }

  @Override
  public void error(Context context, int status, String heading, String detail) {
    pages.error(context, status, heading, List.of(RequestHead.mask(context).apply(detail)));
    keepOut(context);
  }

  private static void keepOut(Context context) {
    context.header("Cache-Control", "no-store");
    context.header("X-Robots-Tag", "noindex");
  }

  @Override
  public String requestId(Context context) {
    return RequestHead.id(context);
  }
}
