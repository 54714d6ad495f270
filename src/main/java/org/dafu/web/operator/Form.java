package org.dafu.web.operator;

import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import org.dafu.web.ask.QueryString;
import org.jspecify.annotations.Nullable;

/** What was sent with a form, as {@code application/x-www-form-urlencoded}. */
final class Form {
  private final List<QueryString.Parameter> fields;

  private Form(List<QueryString.Parameter> fields) {
    this.fields = fields;
  }

  /** The form; empty if the body is none. */
  static Optional<Form> of(Context context) {
    return QueryString.parse(context.body()).map(Form::new);
  }

  /** A field; null if it was not sent. */
  @Nullable String field(String name) {
    for (QueryString.Parameter each : fields) {
      if (each.name().equals(name)) {
        return each.value().replace("\r\n", "\n").strip();
      }
    }
    return null;
  }

  /** A field; empty if it was not sent. */
  String text(String name) {
    String value = field(name);
    return value == null ? "" : value;
  }
}
