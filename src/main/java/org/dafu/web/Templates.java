package org.dafu.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;

/** The pages' templates, compiled with the program; everything they print is escaped. */
final class Templates {
  private final TemplateEngine engine =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, Templates.class.getClassLoader(), "org.dafu.web.pages.generated");

  /**
   * The page as UTF-8 HTML.
   *
   * @param name of the template, without its ending
   * @param page its one parameter
   */
  byte[] render(String name, Object page) {
    Utf8ByteOutput output = new Utf8ByteOutput();
    engine.render(name + ".jte", page, output);
    return output.toByteArray();
  }
}
