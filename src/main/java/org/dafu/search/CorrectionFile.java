package org.dafu.search;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a file of corrections, which people may have edited: a fault is told with its line. */
final class CorrectionFile {
  private static final ObjectMapper MAPPER = ReplyJson.newMapper();
  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
  private static final Set<String> MEMBERS = Set.of("path", "sha256", "withdrawn", "corrections");
  private static final Set<String> CHANGE_MEMBERS =
      Set.of("field", "value", "asRead", "read", "author", "time", "note");

  private CorrectionFile() {}

  static CorrectionReading read(byte[] bytes) {
    try {
      JsonNode file = MAPPER.readTree(bytes);
      List<Integer> lines = lines(bytes);
      if (!file.isObject()) {
        return new CorrectionReading.Broken(1, "不是一个 JSON 对象 (not a JSON object)");
      }
      String fault = fault(file);
      return fault == null ? of(file, lines) : new CorrectionReading.Broken(1, fault);
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
      return new CorrectionReading.Broken(line, "不是有效的 JSON (invalid JSON)");
    } catch (IOException | StackOverflowError e) {
      return new CorrectionReading.Broken(1, "不是有效的 JSON (invalid JSON)");
    }
  }

  private static @Nullable String fault(JsonNode file) {
    String unknown = unknown(file, MEMBERS);
    if (unknown != null) {
      return unknown;
    }
    if (!SHA256.matcher(file.path("sha256").asText()).matches()) {
      return "sha256 应是信件文件的 64 位十六进制校验和 (must be the letter's)";
    }
    if (file.has("withdrawn") && !file.get("withdrawn").isBoolean()) {
      return "withdrawn 应是 true 或 false (must be true or false)";
    }
    return file.has("corrections") && !file.get("corrections").isArray()
        ? "corrections 应是列表 (must be a list)"
        : null;
  }

  private static CorrectionReading of(JsonNode file, List<Integer> lines) {
    List<Correction.Change> changes = new ArrayList<>();
    for (JsonNode change : file.path("corrections")) {
      int at = changes.size();
      String fault = changeFault(change);
      if (fault != null) {
        return new CorrectionReading.Broken(at < lines.size() ? lines.get(at) : 1, fault);
      }
      changes.add(
          new Correction.Change(
              change.get("field").asText(),
              change.has("value") ? change.get("value") : NullNode.getInstance(),
              change.path("asRead").asBoolean(),
              change.has("read") ? change.get("read") : NullNode.getInstance(),
              change.path("author").asText(),
              change.path("time").asText(),
              change.hasNonNull("note") ? change.get("note").asText() : null));
    }
    return new Correction(
        file.path("path").asText(),
        file.get("sha256").asText(),
        file.path("withdrawn").asBoolean(),
        changes);
  }

  private static @Nullable String changeFault(JsonNode change) {
    String field = change.path("field").asText();
    if (!field.equals(Correction.WITHDRAWN) && !Correction.correctable().contains(field)) {
      return "不能更正的字段 \"" + field + "\" (not a field)";
    }
    if (!change.has("value") && !change.path("asRead").asBoolean()) {
      return "字段 " + field + " 没有 value (has no value)";
    }
    return unknown(change, CHANGE_MEMBERS);
  }

  private static @Nullable String unknown(JsonNode object, Set<String> known) {
    for (var member : object.properties()) {
      if (!known.contains(member.getKey())) {
        return "不认识的名称 \"" + member.getKey() + "\" (not known)";
      }
    }
    return null;
  }

  /** Where each change begins: the objects of a list of the outermost object. */
  private static List<Integer> lines(byte[] bytes) throws IOException {
    List<Integer> lines = new ArrayList<>();
    int depth = 0;
    try (JsonParser parser = MAPPER.createParser(bytes)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token.isStructStart()) {
          depth++;
          if (depth == 3 && token == JsonToken.START_OBJECT) {
            lines.add(parser.currentTokenLocation().getLineNr());
          }
        } else if (token.isStructEnd()) {
          depth--;
        }
      }
    }
    return lines;
  }
}
