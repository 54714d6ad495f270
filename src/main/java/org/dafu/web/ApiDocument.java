package org.dafu.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import org.dafu.web.api.SearchAnswer;
import org.dafu.web.pages.DocsPage;
import org.dafu.web.pages.DocsPage.Answer;
import org.dafu.web.pages.DocsPage.Group;
import org.dafu.web.pages.DocsPage.Operation;
import org.dafu.web.pages.DocsPage.Parameter;
import org.dafu.web.pages.DocsPage.RequestBody;
import org.dafu.web.pages.Shell;
import org.jspecify.annotations.Nullable;

/** The OpenAPI document of the service, for programs as it is and for people as a page. */
final class ApiDocument {
  private final byte[] bytes;
  private final JsonNode document;

  ApiDocument() {
    try (InputStream in = SearchAnswer.class.getResourceAsStream("openapi.json")) {
      if (in == null) {
        throw new IllegalStateException("openapi.json is missing from the program");
      }
      bytes = in.readAllBytes();
      document = new ObjectMapper().readTree(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("openapi.json cannot be read", e);
    }
  }

  /** The document; not to be changed. */
  byte[] bytes() {
    return bytes;
  }

  /** What it says, for people. */
  DocsPage page(Shell shell) {
    Map<String, List<Operation>> groups = new LinkedHashMap<>();
    document.get("tags").forEach(tag -> groups.put(tag.get("name").asText(), new ArrayList<>()));
    for (Map.Entry<String, JsonNode> path : document.get("paths").properties()) {
      for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
        Operation operation = operation(method.getKey(), path.getKey(), method.getValue());
        String tag = method.getValue().at("/tags/0").asText();
        groups.computeIfAbsent(tag, first -> new ArrayList<>()).add(operation);
      }
    }
    return new DocsPage(
        shell,
        text(document.at("/info/description")).lines().filter(line -> !line.isBlank()).toList(),
        groups.entrySet().stream()
            .map(group -> new Group(group.getKey(), group.getValue()))
            .toList());
  }

  private Operation operation(String method, String path, JsonNode operation) {
    List<Parameter> parameters = new ArrayList<>();
    for (JsonNode each : operation.path("parameters")) {
      JsonNode parameter = resolved(each);
      parameters.add(
          parameter(
              parameter.path("name").asText(),
              parameter.path("required").asBoolean(),
              parameter.path("description"),
              parameter.path("schema")));
    }
    List<Answer> answers = new ArrayList<>();
    for (Map.Entry<String, JsonNode> each : operation.path("responses").properties()) {
      answers.add(new Answer(each.getKey(), text(resolved(each.getValue()).path("description"))));
    }
    return new Operation(
        method.toUpperCase(Locale.ROOT),
        path,
        operation.path("operationId").asText(),
        text(operation.path("summary")),
        text(operation.path("description")),
        operation.has("security"),
        parameters,
        body(operation.path("requestBody").path("content")),
        answers);
  }

  private @Nullable RequestBody body(JsonNode contents) {
    for (Map.Entry<String, JsonNode> content : contents.properties()) {
      JsonNode schema = resolved(content.getValue().path("schema"));
      Set<String> required = new HashSet<>();
      schema.path("required").forEach(name -> required.add(name.asText()));
      List<Parameter> fields = new ArrayList<>();
      for (Map.Entry<String, JsonNode> field : schema.path("properties").properties()) {
        JsonNode value = field.getValue();
        String name = field.getKey();
        fields.add(parameter(name, required.contains(name), value.path("description"), value));
      }
      JsonNode example = content.getValue().path("example");
      return new RequestBody(
          content.getKey(), fields, example.isMissingNode() ? "" : example.toPrettyString());
    }
    return null;
  }

  private static Parameter parameter(
      String name, boolean required, JsonNode description, JsonNode schema) {
    return new Parameter(name, required, text(description), values(schema));
  }

  /**
   * Which values there may be: one of a list, within limits, and what holds where none is given.
   */
  private static String values(JsonNode schema) {
    StringJoiner joined = new StringJoiner(" · ");
    JsonNode listed = schema.has("items") ? schema.get("items").path("enum") : schema.path("enum");
    listed.forEach(value -> joined.add(value.asText()));
    if (schema.has("minimum") && schema.has("maximum")) {
      joined.add(schema.get("minimum").asText() + "–" + schema.get("maximum").asText());
    }
    if (schema.has("maxLength")) {
      joined.add("≤ " + schema.get("maxLength").asText() + " characters");
    }
    String preset = schema.path("default").asText();
    if (!preset.isEmpty()) {
      joined.add("default " + preset);
    }
    return joined.toString();
  }

  /** A text without the signs that set code apart. */
  private static String text(JsonNode node) {
    return node.asText().replace("`", "");
  }

  /** What a reference within the document refers to; anything else is itself. */
  private JsonNode resolved(JsonNode node) {
    return node.has("$ref") ? document.at(node.get("$ref").asText().substring(1)) : node;
  }
}
