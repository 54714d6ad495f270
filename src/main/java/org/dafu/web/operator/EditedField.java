package org.dafu.web.operator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dafu.reply.Coded;
import org.dafu.reply.Disclosure;
import org.dafu.reply.Kind;
import org.dafu.reply.Outcome;
import org.dafu.reply.ProposalNumber;
import org.dafu.reply.ReplyType;

/** A field of a letter that can be put right in a form; the API takes the others too. */
enum EditedField {
  PROVINCE("province", "省份", Shape.LINE),
  CITY("city", "城市", Shape.LINE),
  COUNTY("county", "县区", Shape.LINE),
  AGENCY("agency", "承办单位", Shape.LINE),
  CO_AGENCIES("coAgencies", "会办单位", Shape.LIST),
  KIND("kind", "种类", Shape.CHOICE, Kind.values()),
  REPLY_TYPE("replyType", "答复类型", Shape.CHOICE, ReplyType.values()),
  TITLES("titles", "标题", Shape.LIST),
  NUMBERS("numbers", "编号", Shape.NUMBERS),
  ADDRESSEES("addressees", "提案人、代表", Shape.LIST),
  YEAR("year", "年份", Shape.YEAR),
  DATE("date", "落款日期", Shape.DATE),
  DOC_NUMBER("docNumber", "文号", Shape.LINE),
  CLASSIFICATION("classification", "办理类别", Shape.LINE),
  OUTCOME("outcome", "办理结果", Shape.CHOICE, Outcome.values()),
  DISCLOSURE("disclosure", "公开属性", Shape.CHOICE, Disclosure.values()),
  SIGNER("signer", "签发人", Shape.LINE),
  IS_REPLY("isReply", "是不是答复", Shape.FLAG);

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** How a value is typed. */
  enum Shape {
    LINE,
    /** One value a line. */
    LIST,
    /** Numbers of proposals, one a line. */
    NUMBERS,
    YEAR,
    DATE,
    CHOICE,
    FLAG
  }

  private final String key;
  private final String label;
  private final Shape shape;
  private final List<Coded> choices;

  EditedField(String key, String label, Shape shape, Coded... choices) {
    this.key = key;
    this.label = label;
    this.shape = shape;
    this.choices = List.of(choices);
  }

  /** The field's name in JSON. */
  String key() {
    return key;
  }

  String label() {
    return label;
  }

  Shape shape() {
    return shape;
  }

  /** Codes and labels that can be chosen; none where anything can be typed. */
  List<Coded> choices() {
    return choices;
  }

  /** The field of this name. */
  static Optional<EditedField> of(String key) {
    return Arrays.stream(values()).filter(field -> field.key.equals(key)).findFirst();
  }

  /** The label of a field of any name. */
  static String labelOf(String key) {
    return of(key).map(EditedField::label).orElse(key.equals("withdrawn") ? "是否撤下" : key);
  }

  /** A value as it is typed. */
  String typed(JsonNode value) {
    return switch (shape) {
      case LINE, YEAR, DATE, CHOICE -> value.isNull() ? "" : value.asText();
      case LIST, NUMBERS -> String.join("\n", texts(value));
      case FLAG -> String.valueOf(value.asBoolean());
    };
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(each -> texts.add(each.isObject() ? each.path("text").asText() : each.asText()));
    return texts;
  }

  /**
   * What was typed, as JSON.
   *
   * @return empty if it cannot be a value of this field
   */
  Optional<JsonNode> value(String typed) {
    return switch (shape) {
      case LINE, CHOICE -> Optional.of(typed.isEmpty() ? JSON.nullNode() : JSON.textNode(typed));
      case LIST -> Optional.of(list(typed));
      case NUMBERS -> Optional.of(numbers(typed));
      case YEAR -> year(typed);
      case DATE ->
          typed.isEmpty()
              ? Optional.of(JSON.nullNode())
              : Optional.<JsonNode>of(JSON.textNode(typed)).filter(text -> isDate(typed));
      case FLAG -> Optional.of(JSON.booleanNode(typed.equals("true")));
    };
  }

  private static boolean isDate(String typed) {
    return typed.matches("[12]\\d{3}-\\d{2}-\\d{2}");
  }

  private static Optional<JsonNode> year(String typed) {
    if (typed.isEmpty()) {
      return Optional.of(JSON.nullNode());
    }
    return typed.matches("[12]\\d{3}")
        ? Optional.of(JSON.numberNode(Integer.parseInt(typed)))
        : Optional.empty();
  }

  private static ArrayNode list(String typed) {
    ArrayNode list = JSON.arrayNode();
    typed.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(list::add);
    return list;
  }

  private static ArrayNode numbers(String typed) {
    ArrayNode list = JSON.arrayNode();
    for (JsonNode each : list(typed)) {
      ProposalNumber number = ProposalNumber.of(each.asText());
      list.addObject().put("text", number.text()).put("value", number.value());
    }
    return list;
  }

  /** A value of any field for people to read. */
  static String shown(String key, JsonNode value) {
    if (key.equals("withdrawn")) {
      return value.asBoolean() ? "撤下" : "在用";
    }
    if (value.isNull() || value.isMissingNode() || (value.isArray() && value.isEmpty())) {
      return "（空）";
    }
    if (value.isBoolean()) {
      return value.asBoolean() ? "是" : "不是";
    }
    if (value.isArray()) {
      return texts(value).stream().collect(Collectors.joining("；"));
    }
    return of(key).stream()
        .flatMap(field -> field.choices.stream())
        .filter(choice -> choice.code().equals(value.asText()))
        .map(Coded::label)
        .findFirst()
        .orElse(value.isObject() ? value.toString() : value.asText());
  }
}
