package org.dafu.search;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.dafu.reply.Evidence;
import org.dafu.reply.Reply;
import org.dafu.reply.Span;
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
  private static final Set<String> OWN =
      Set.of("id", "name", "text", "html", "source", "evidence", "warnings");

  private static final List<String> PLACE = List.of("province", "city", "county", "divisionCode");

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
    ObjectNode merged = MAPPER.valueToTree(read);
    Set<String> given = new LinkedHashSet<>();
    List<String> unknown = new ArrayList<>();
    for (var field : json.properties()) {
      if (OWN.contains(field.getKey()) || field.getValue().isNull()) {
        continue;
      }
      if (merged.has(field.getKey())) {
        merged.set(field.getKey(), masked(field.getValue(), mask));
        given.add(field.getKey());
      } else {
        unknown.add(field.getKey());
      }
    }
    settle(merged, given, read);
    note(merged, given, unknown);
    try {
      Reply reply = MAPPER.treeToValue(merged, Reply.class);
      return isWithin(reply)
          ? new GivenReading.Completed(reply)
          : new Broken("sections 或 figures 的位置超出 text (places beyond the text)");
    } catch (JsonMappingException e) {
      return new Broken("字段 " + field(e) + " 的值不对 (not the shape of this field)");
    } catch (JacksonException e) {
      return new Broken("有字段的值不对 (a field of the wrong shape)");
    }
  }

  private static String field(JsonMappingException e) {
    return e.getPath().isEmpty() ? "?" : String.valueOf(e.getPath().getFirst().getFieldName());
  }

  /** What hangs on a given field, where it is not given itself. */
  private static void settle(ObjectNode merged, Set<String> given, Reply read) {
    ObjectNode before = MAPPER.valueToTree(read);
    boolean elsewhere =
        PLACE.stream()
            .anyMatch(each -> given.contains(each) && !merged.get(each).equals(before.get(each)));
    for (String place : PLACE) {
      if (elsewhere && !given.contains(place)) {
        merged.putNull(place);
      }
    }
    boolean dated = given.contains("date") && merged.path("date").asText().matches("\\d{4}-.*");
    if (dated && !given.contains("year")) {
      merged.put("year", Integer.parseInt(merged.path("date").asText().substring(0, 4)));
      merged.put("yearBasis", "date");
    } else if (given.contains("year") && !given.contains("yearBasis")) {
      merged.putNull("yearBasis");
    }
  }

  private static void note(ObjectNode merged, Set<String> given, List<String> unknown) {
    TreeMap<String, Evidence> evidence = new TreeMap<>();
    given.forEach(field -> evidence.put(field, new Evidence(RULE, 0, 0, 1)));
    ((ObjectNode) merged.get("evidence")).setAll((ObjectNode) MAPPER.valueToTree(evidence));
    ArrayNode warnings = (ArrayNode) merged.get("warnings");
    if (given.contains("isReply") && merged.path("isReply").asBoolean()) {
      for (int i = warnings.size() - 1; i >= 0; i--) {
        if (warnings.get(i).path("code").asText().startsWith("look-alike")) {
          warnings.remove(i);
        }
      }
    }
    if (!unknown.isEmpty()) {
      warnings
          .addObject()
          .put("code", "unknown-fields")
          .put("message", "不认识的字段，没有采用：" + String.join("、", unknown));
    }
  }

  private static JsonNode masked(JsonNode value, UnaryOperator<String> mask) {
    return switch (value) {
      case TextNode text -> TextNode.valueOf(mask.apply(text.asText()));
      case ArrayNode list -> {
        ArrayNode masked = MAPPER.createArrayNode();
        list.forEach(each -> masked.add(masked(each, mask)));
        yield masked;
      }
      case ObjectNode object -> {
        ObjectNode masked = MAPPER.createObjectNode();
        object
            .properties()
            .forEach(each -> masked.set(each.getKey(), masked(each.getValue(), mask)));
        yield masked;
      }
      default -> value;
    };
  }

  private static boolean isWithin(Reply reply) {
    int length = reply.text().length();
    return reply.allSections().stream()
            .map(section -> section.span())
            .allMatch(s -> fits(s, length))
        && reply.figures().stream().map(figure -> figure.span()).allMatch(s -> fits(s, length));
  }

  private static boolean fits(@Nullable Span span, int length) {
    return span != null && span.end() <= length;
  }
}
