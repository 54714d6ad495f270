package org.dafu.search;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.dafu.reply.Evidence;
import org.dafu.reply.Reply;
import org.dafu.reply.Span;
import org.jspecify.annotations.Nullable;

/** Puts fields that somebody gives in place of those that were read out of a letter. */
final class GivenFields {
  private static final ObjectMapper MAPPER = ReplyJson.newMapper();

  private static final List<String> PLACE = List.of("province", "city", "county", "divisionCode");

  private final Reply read;
  private final ObjectNode merged;
  private final Map<String, JsonNode> fields;

  /**
   * @param fields by name, each of them a field of a letter; JSON's null for no value
   * @param mask hides personal numbers in a text
   */
  GivenFields(Reply read, Map<String, JsonNode> fields, UnaryOperator<String> mask) {
    this.read = read;
    this.merged = MAPPER.valueToTree(read);
    this.fields = fields;
    fields.forEach((field, value) -> merged.set(field, masked(orEmpty(field, value), mask)));
  }

  private JsonNode orEmpty(String field, JsonNode value) {
    return value.isNull() && merged.get(field) instanceof ArrayNode
        ? MAPPER.createArrayNode()
        : value;
  }

  /** A place that is given in part says nothing of its other parts: what was read of them goes. */
  void dropOtherPlaces() {
    ObjectNode before = MAPPER.valueToTree(read);
    if (PLACE.stream().anyMatch(each -> isOther(each, before))) {
      PLACE.stream().filter(each -> !fields.containsKey(each)).forEach(merged::putNull);
    }
  }

  /** The other parts of a place stay as they were read, but for the code of them all. */
  void dropPlaceCode() {
    ObjectNode before = MAPPER.valueToTree(read);
    if (!fields.containsKey("divisionCode")
        && PLACE.stream().anyMatch(each -> isOther(each, before))) {
      merged.putNull("divisionCode");
    }
  }

  private boolean isOther(String field, ObjectNode before) {
    return fields.containsKey(field) && !merged.get(field).equals(before.get(field));
  }

  /** A warning about them. */
  void warn(String code, String message) {
    ((ArrayNode) merged.get("warnings")).addObject().put("code", code).put("message", message);
  }

  /**
   * The letter, or what is wrong with a field.
   *
   * @param rule named as the evidence of each given field
   */
  GivenReading.Completion complete(String rule) {
    settleYear();
    settleLookAlike();
    TreeMap<String, Evidence> evidence = new TreeMap<>();
    fields.keySet().forEach(field -> evidence.put(field, new Evidence(rule, 0, 0, 1)));
    ((ObjectNode) merged.get("evidence")).setAll((ObjectNode) MAPPER.valueToTree(evidence));
    try {
      Reply reply = MAPPER.treeToValue(merged, Reply.class);
      return isWithin(reply)
          ? new GivenReading.Completed(reply)
          : new GivenReading.Broken("sections 或 figures 的位置超出 text (places beyond the text)");
    } catch (JsonMappingException e) {
      return new GivenReading.Broken("字段 " + field(e) + " 的值不对 (not the shape of this field)");
    } catch (JacksonException e) {
      return new GivenReading.Broken("有字段的值不对 (a field of the wrong shape)");
    }
  }

  private static String field(JsonMappingException e) {
    return e.getPath().isEmpty() ? "?" : String.valueOf(e.getPath().getFirst().getFieldName());
  }

  /** What hangs on a given date or year, where it is not given itself. */
  private void settleYear() {
    Set<String> given = fields.keySet();
    boolean dated = given.contains("date") && merged.path("date").asText().matches("\\d{4}-.*");
    if (dated && !given.contains("year")) {
      merged.put("year", Integer.parseInt(merged.path("date").asText().substring(0, 4)));
      merged.put("yearBasis", "date");
    } else if (given.contains("year") && !given.contains("yearBasis")) {
      merged.putNull("yearBasis");
    }
  }

  private void settleLookAlike() {
    ArrayNode warnings = (ArrayNode) merged.get("warnings");
    if (fields.containsKey("isReply") && merged.path("isReply").asBoolean()) {
      for (int i = warnings.size() - 1; i >= 0; i--) {
        if (warnings.get(i).path("code").asText().startsWith("look-alike")) {
          warnings.remove(i);
        }
      }
    }
  }

  /** The value with personal numbers hidden in all its texts. */
  static JsonNode masked(JsonNode value, UnaryOperator<String> mask) {
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
