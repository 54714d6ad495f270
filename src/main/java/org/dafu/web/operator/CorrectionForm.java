package org.dafu.web.operator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dafu.ingest.LetterReading;
import org.dafu.reply.Reply;
import org.dafu.search.ReplyJson;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a letter as a form, and what was sent with it. Beside each value stands what it was
 * when the form was made: only what was typed otherwise is a correction, so that two people who put
 * right different fields do not undo one another's work.
 */
final class CorrectionForm {
  /** Begins the name of what a field was when the form was made. */
  static final String WAS = "was.";

  private static final ObjectMapper MAPPER = ReplyJson.newMapper();

  private CorrectionForm() {}

  /**
   * The rows of a form.
   *
   * @param corrected names of the fields that were put right
   * @param given what was typed and not taken; null for nothing
   */
  static List<LetterPage.Row> rows(
      LetterReading.Read letter, Set<String> corrected, @Nullable Form given) {
    ObjectNode read = json(letter.read());
    ObjectNode now = json(letter.now());
    List<LetterPage.Row> rows = new ArrayList<>();
    for (EditedField field : EditedField.values()) {
      JsonNode held = now.path(field.key());
      String was = field.typed(held);
      String typed = given == null ? null : given.field(field.key());
      String value = typed == null ? was : typed;
      boolean isCorrected = corrected.contains(field.key());
      rows.add(
          new LetterPage.Row(
              field.key(),
              field.label(),
              shape(field),
              value,
              was,
              isCorrected ? EditedField.shown(field.key(), read.path(field.key())) : "",
              isCorrected,
              options(field, value)));
    }
    return rows;
  }

  private static ObjectNode json(Reply letter) {
    return MAPPER.valueToTree(letter);
  }

  private static String shape(EditedField field) {
    return switch (field.shape()) {
      case LINE, YEAR, DATE -> "line";
      case LIST, NUMBERS -> "list";
      case CHOICE, FLAG -> "choice";
    };
  }

  private static List<LetterPage.Option> options(EditedField field, String value) {
    List<LetterPage.Option> options = new ArrayList<>();
    if (field.shape() == EditedField.Shape.FLAG) {
      options.add(new LetterPage.Option("true", "是答复", value.equals("true")));
      options.add(new LetterPage.Option("false", "不是答复", !value.equals("true")));
    } else if (field.shape() == EditedField.Shape.CHOICE) {
      options.add(new LetterPage.Option("", "未注明", value.isEmpty()));
      field
          .choices()
          .forEach(
              each ->
                  options.add(
                      new LetterPage.Option(each.code(), each.label(), each.code().equals(value))));
    }
    return options;
  }

  /** What was sent. */
  sealed interface Sent {
    /** Something to put right: a patch as the API takes it. */
    record Patch(ObjectNode json) implements Sent {}

    /** All is as it was. */
    record Nothing() implements Sent {}

    /** A value that the field cannot have. */
    record Wrong(String reason) implements Sent {}
  }

  /** What was sent with the form. */
  static Sent sent(Form form) {
    ObjectNode patch = MAPPER.createObjectNode();
    for (EditedField field : EditedField.values()) {
      String typed = form.field(field.key());
      String was = form.field(WAS + field.key());
      if (typed == null || was == null || typed.equals(was)) {
        continue;
      }
      Optional<JsonNode> value = field.value(typed);
      if (value.isEmpty()) {
        return new Sent.Wrong("“" + field.label() + "”填得不对：" + typed + "。" + hint(field));
      }
      patch.set(field.key(), value.orElse(NullNode.getInstance()));
    }
    if (patch.isEmpty()) {
      return new Sent.Nothing();
    }
    String note = form.text("note");
    return new Sent.Patch(note.isEmpty() ? patch : patch.put("note", note));
  }

  private static String hint(EditedField field) {
    return switch (field.shape()) {
      case YEAR -> "年份是四位数字，例如 2021。";
      case DATE -> "日期写作 2021-06-18。";
      case LINE, LIST, NUMBERS, CHOICE, FLAG -> "";
    };
  }
}
