package org.dafu.web;

import io.javalin.http.Context;
import org.dafu.web.admin.AdminRoutes;
import org.dafu.web.api.Problem;

/** Writes the answers of the routes of administration as all others are written. */
final class Answers implements AdminRoutes.Answering {
  @Override
  public void json(Context context, int status, Object value) {
    context.status(status);
    Body.send(context, Body.JSON, Body.json(value));
  }

  @Override
  public void problem(Context context, Problem problem) {
    BodyRules.drain(context);
    ApiRoutes.refuse(context, problem);
  }

  @Override
  public String requestId(Context context) {
    return RequestHead.id(context);
  }
}
