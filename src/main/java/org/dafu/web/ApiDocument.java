package org.dafu.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import org.dafu.web.api.SearchAnswer;
import org.dafu.web.pages.DocsPage;
import org.dafu.web.pages.DocsPage.Answer;
import org.dafu.web.pages.DocsPage.Group;
import org.dafu.web.pages.DocsPage.Operation;
import org.dafu.web.pages.DocsPage.Parameter;
import org.dafu.web.pages.Shell;

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
    operation.path("parameters").forEach(each -> parameters.add(parameter(resolved(each))));
    List<Answer> answers = new ArrayList<>();
    operation
        .path("responses")
        .properties()
        .forEach(
            each ->
                answers.add(
                    new Answer(
                        each.getKey(), text(resolved(each.getValue()).path("description")))));
    return new Operation(
        method.toUpperCase(Locale.ROOT),
        path,
        operation.path("operationId").asText(),
        text(operation.path("summary")),
        text(operation.path("description")),
        operation.has("security"),
        parameters,
        answers);
  }

  private static Parameter parameter(JsonNode parameter) {
    JsonNode schema = parameter.path("schema");
    JsonNode values = schema.has("items") ? schema.get("items").path("enum") : schema.path("enum");
    StringJoiner joined = new StringJoiner(" · ");
    values.forEach(value -> joined.add(value.asText()));
    return new Parameter(
        parameter.path("name").asText(),
        parameter.path("required").asBoolean(),
        text(parameter.path("description")),
        joined.toString());
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
