package org.dafu.search;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.dafu.reply.Disclosure;
import org.dafu.reply.Reply;
import org.dafu.reply.ReplyId;
import org.jspecify.annotations.Nullable;

/**
 * What people have put right in one letter (更正), and whether it is taken out of service (撤下): the
 * content of a file beside the corpus, which wins over what is read out of the letter.
 *
 * @param path of the letter when it was last corrected, for people
 * @param sha256 of the letter's bytes, by which it is known wherever it lies
 * @param withdrawn whether it is to be nowhere to be found
 * @param changes in the order they were made; the last one of a field holds
 */
public record Correction(String path, String sha256, boolean withdrawn, List<Change> changes)
    implements CorrectionReading {
  /** Name of the rule in the evidence of a corrected field. */
  static final String RULE = "correction";

  /** The name under which a withdrawal stands among the changes; no field of a letter. */
  static final String WITHDRAWN = "withdrawn";

  private static final ObjectMapper MAPPER = ReplyJson.newMapper();

  public Correction {
    changes = List.copyOf(changes);
  }

  /**
   * One change.
   *
   * @param field of a letter, or {@code withdrawn}
   * @param value what it is to be; JSON's null for none
   * @param asRead whether what is read holds again, and {@code value} says nothing
   * @param read what it was as read from the letter, at that time
   * @param author who made it
   * @param time when, ISO 8601
   * @param note why; null if nobody said
   */
  public record Change(
      String field,
      JsonNode value,
      boolean asRead,
      JsonNode read,
      String author,
      String time,
      @Nullable String note) {}

  /** Of a letter that nothing was put right in. */
  public static Correction none(String path, String sha256) {
    return new Correction(path, sha256, false, List.of());
  }

  /** The corrections in these bytes, or what is wrong with them. */
  public static CorrectionReading read(byte[] json) {
    return CorrectionFile.read(json);
  }

  /** Of this letter. */
  public ReplyId id() {
    return ReplyId.ofSha256(sha256);
  }

  /** The same, taken out of service or brought back. */
  public Correction withdrawn(
      boolean now, String nowPath, String author, String time, @Nullable String note) {
    List<Change> all = new ArrayList<>(changes);
    all.add(
        new Change(
            WITHDRAWN,
            MAPPER.getNodeFactory().booleanNode(now),
            false,
            MAPPER.getNodeFactory().booleanNode(withdrawn),
            author,
            time,
            note));
    return new Correction(nowPath, sha256, now, all);
  }

  /** The same with one more change. */
  Correction and(Change change, String nowPath) {
    List<Change> all = new ArrayList<>(changes);
    all.add(change);
    return new Correction(nowPath, sha256, withdrawn, all);
  }

  /** What holds of each corrected field, by name. */
  Map<String, JsonNode> fields() {
    Map<String, JsonNode> fields = new LinkedHashMap<>();
    for (Change change : changes) {
      if (change.asRead()) {
        fields.remove(change.field());
      } else if (!change.field().equals(WITHDRAWN)) {
        fields.put(change.field(), change.value());
      }
    }
    return fields;
  }

  /** Whether it says that the letter is not public (不予公开), whatever is read in it. */
  public boolean hides() {
    JsonNode disclosure = fields().get("disclosure");
    return disclosure != null && disclosure.asText().equals(Disclosure.NOT_PUBLIC.code());
  }

  /** The corrected fields and what holds of them, as a line of JSON; for logs. */
  public String fieldsJson() {
    try {
      ObjectNode node = MAPPER.createObjectNode();
      node.setAll(fields());
      return MAPPER.writeValueAsString(node.put(WITHDRAWN, withdrawn));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("a correction has no JSON form", e);
    }
  }

  /**
   * The letter put right.
   *
   * @param read out of the letter alone
   * @param mask hides personal numbers in a text
   */
  public GivenReading.Completion over(Reply read, UnaryOperator<String> mask) {
    Map<String, JsonNode> fields = fields();
    TreeSet<String> unknown = new TreeSet<>(fields.keySet());
    unknown.removeAll(correctable());
    if (!unknown.isEmpty()) {
      return new GivenReading.Broken("不能更正的字段 " + String.join("、", unknown) + " (not a field)");
    }
    if (fields.getOrDefault("isReply", MAPPER.getNodeFactory().booleanNode(true)).isBoolean()) {
      GivenFields given = new GivenFields(read, fields, mask);
      given.dropPlaceCode();
      return given.complete(RULE);
    }
    return new GivenReading.Broken("字段 isReply 的值不对 (not true or false)");
  }

  /** Names of the fields that can be corrected, in order. */
  public static TreeSet<String> correctable() {
    TreeSet<String> names = new TreeSet<>();
    for (var component : Reply.class.getRecordComponents()) {
      names.add(component.getName());
    }
    names.removeAll(GivenLetter.OWN);
    return names;
  }

  /** As a file for people: UTF-8, indented, one line for each value. */
  public byte[] write() {
    ObjectNode file = MAPPER.createObjectNode();
    file.put("path", path).put("sha256", sha256).put(WITHDRAWN, withdrawn);
    for (Change change : changes) {
      file.withArray("corrections").add(json(change));
    }
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter()
            .withArrayIndenter(new DefaultIndenter("  ", "\n"))
            .withObjectIndenter(new DefaultIndenter("  ", "\n"));
    try {
      String text = MAPPER.writer(printer).writeValueAsString(file) + "\n";
      return text.getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("a correction has no JSON form", e);
    }
  }

  /** The changes as JSON, for an answer. */
  public List<JsonNode> history() {
    return changes.stream().<JsonNode>map(Correction::json).toList();
  }

  private static ObjectNode json(Change change) {
    ObjectNode json = MAPPER.createObjectNode().put("field", change.field());
    if (change.asRead()) {
      json.put("asRead", true);
    } else {
      json.set("value", change.value());
    }
    json.set("read", change.read());
    json.put("author", change.author()).put("time", change.time());
    if (change.note() != null) {
      json.put("note", change.note());
    }
    return json;
  }

  /** What is read of a field of a letter. */
  static JsonNode valueOf(Reply letter, String field) {
    JsonNode value = MAPPER.<ObjectNode>valueToTree(letter).get(field);
    return value == null ? NullNode.getInstance() : value;
  }
}
