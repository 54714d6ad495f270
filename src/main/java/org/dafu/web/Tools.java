package org.dafu.web;

import io.javalin.http.Context;
import org.dafu.search.ReadSide;
import org.dafu.search.Vocabulary;
import org.dafu.web.pages.Shell;

/**
 * What every route of the tools works with.
 *
 * @param reading what the public may be told
 * @param gate bounds the work
 * @param pages knows what stands round a page, and tells faults
 */
record Tools(
    ReadSide reading,
    SearchGate gate,
    Vocabulary vocabulary,
    Templates templates,
    PageRoutes pages) {
  /** What stands round the pages of this place of the bar. */
  Shell shell(String place) {
    return pages.shell().at(place);
  }

  /** Answers with the page; {@code template} is a file of {@code src/main/jte/tools}. */
  void send(Context context, String template, Object page) {
    Body.send(context, Body.HTML, templates.render("tools/" + template, page));
  }
}
