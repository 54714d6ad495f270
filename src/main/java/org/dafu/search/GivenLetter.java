package org.dafu.search;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.dafu.reply.Reply;
import org.jspecify.annotations.Nullable;

/**
 * A letter as another program gives it: an object with {@code text} or {@code html} and any fields
 * of the JSON form of a {@link Reply}, which win over what is read out of the text. A field that is
 * null says nothing.
 */
public final class GivenLetter implements GivenReading {
  private static final ObjectMapper MAPPER = ReplyJson.newMapper();

  /** Name of the rule that read such a field. */
  static final String RULE = "given";

  /** What is worked out from the file itself, whatever is given. */
  static final Set<String> OWN =
      Set.of("id", "name", "text", "html", "source", "evidence", "warnings");

  private static final int LONGEST_NAME = 120;

  private final ObjectNode json;

  private GivenLetter(ObjectNode json) {
    this.json = json;
  }

  /** The letter in these bytes, UTF-8 with or without a byte order mark; or why there is none. */
  public static GivenReading read(byte[] bytes) {
    boolean marked = bytes.length > 2 && (bytes[0] & 0xFF) == 0xEF && (bytes[1] & 0xFF) == 0xBB;
    int start = marked ? 3 : 0;
    try {
      JsonNode json = MAPPER.readTree(bytes, start, bytes.length - start);
      if (!(json instanceof ObjectNode object)) {
        return new Broken("不是一个 JSON 对象 (not a JSON object)");
      }
      return isText(object, "text") || isText(object, "html")
          ? new GivenLetter(object)
          : new Broken("没有 text 或 html 字段 (neither text nor html)");
    } catch (JsonProcessingException e) {
      return new Broken(
          String.format(
              Locale.ROOT,
              "不是有效的 JSON，第 %d 个字符处 (invalid JSON)",
              e.getLocation() == null ? 1 : e.getLocation().getColumnNr()));
    } catch (IOException | StackOverflowError e) {
      return new Broken("不是有效的 JSON (invalid JSON)");
    }
  }

  private static boolean isText(ObjectNode object, String field) {
    return object.path(field).isTextual() && !object.path(field).asText().isBlank();
  }

  /** What it calls itself, {@code id} or {@code name}; null if it has no usable name. */
  public @Nullable String name() {
    for (String field : List.of("id", "name")) {
      JsonNode value = json.path(field);
      String name = value.isValueNode() && !value.isNull() ? value.asText().strip() : "";
      boolean usable = name.chars().noneMatch(unit -> Character.isISOControl(unit));
      if (!name.isEmpty() && usable && name.length() <= LONGEST_NAME) {
        return name;
      }
    }
    return null;
  }

  /** Whether the body is a page. */
  public boolean isHtml() {
    return !isText(json, "text");
  }

  /** The text, or the page. */
  public String body() {
    return json.path(isHtml() ? "html" : "text").asText();
  }

  /**
   * The letter read out of the body, with what is given in place of what was read.
   *
   * @param read out of {@link #body()}
   * @param mask hides personal numbers in a text
   */
  public GivenReading.Completion over(Reply read, UnaryOperator<String> mask) {
    ObjectNode known = MAPPER.valueToTree(read);
    Map<String, JsonNode> given = new LinkedHashMap<>();
    List<String> unknown = new ArrayList<>();
    for (var field : json.properties()) {
      if (OWN.contains(field.getKey()) || field.getValue().isNull()) {
        continue;
      }
      if (known.has(field.getKey())) {
        given.put(field.getKey(), field.getValue());
      } else {
        unknown.add(field.getKey());
      }
    }
    GivenFields fields = new GivenFields(read, given, mask);
    fields.dropOtherPlaces();
    if (!unknown.isEmpty()) {
      fields.warn("unknown-fields", "不认识的字段，没有采用：" + String.join("、", unknown));
    }
    return fields.complete(RULE);
  }
}
