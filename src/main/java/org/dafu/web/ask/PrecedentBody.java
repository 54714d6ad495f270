package org.dafu.web.ask;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dafu.reply.ReplyId;
import org.dafu.search.Filters;
import org.dafu.search.Vocabulary;
import org.dafu.search.precedent.OwnReply;
import org.dafu.search.precedent.Precedents;
import org.jspecify.annotations.Nullable;

/**
 * Reads the body of {@code POST /precedents}; faults name the member, {@code exclude.id} for one
 * within another. Filters have the names and values of a search's parameters, one value or a list.
 *
 * <p>Used for one request and thrown away.
 */
public final class PrecedentBody {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private static final List<String> MEMBERS = List.of("text", "filters", "exclude", "size");
  private static final List<String> OWN_MEMBERS = List.of("id", "number", "session", "title");
  private static final int MAX_EXCLUDED = 50;

  private final Vocabulary vocabulary;
  private final List<Fault> faults = new ArrayList<>();

  private PrecedentBody(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** What a body says: a question, or every fault. */
  public sealed interface Read {
    /** A body that is understood. */
    record Understood(PrecedentQuestion question) implements Read {}

    /** A body that is not. */
    record NotUnderstood(Refused refused) implements Read {}
  }

  /** Reads a body. */
  public static Read read(String body, Vocabulary vocabulary) {
    PrecedentBody reader = new PrecedentBody(vocabulary);
    JsonNode root = reader.parsed(body);
    PrecedentQuestion question = root == null ? null : reader.question(root);
    return question == null || !reader.faults.isEmpty()
        ? new Read.NotUnderstood(new Refused(reader.faults))
        : new Read.Understood(question);
  }

  private @Nullable JsonNode parsed(String body) {
    try {
      JsonNode root = MAPPER.readTree(body);
      if (root != null && root.isObject()) {
        return root;
      }
      faults.add(new Fault.WrongType("body", "a JSON object"));
    } catch (JsonProcessingException e) {
      faults.add(new Fault.NotJson("body"));
    }
    return null;
  }

  private PrecedentQuestion question(JsonNode root) {
    known(root, "", MEMBERS);
    return new PrecedentQuestion(
        text(root), filters(root.path("filters")), exclude(root.path("exclude")), size(root));
  }

  private void known(JsonNode object, String prefix, List<String> members) {
    for (Map.Entry<String, JsonNode> member : object.properties()) {
      if (!members.contains(member.getKey())) {
        String near = Closest.of(member.getKey(), members);
        faults.add(new Fault.UnknownParameter(prefix + member.getKey(), near));
      }
    }
  }

  private String text(JsonNode root) {
    JsonNode text = root.path("text");
    if (isAbsent(text)) {
      faults.add(new Fault.Missing("text"));
      return "";
    }
    String given = string("text", text);
    int codePoints = given.codePointCount(0, given.length());
    if (codePoints > Precedents.MAX_CODE_POINTS) {
      faults.add(new Fault.TooLong("text", codePoints, Precedents.MAX_CODE_POINTS));
    } else if (text.isTextual() && given.isBlank()) {
      faults.add(new Fault.Empty("text"));
    }
    return given;
  }

  private Filters filters(JsonNode filters) {
    List<QueryString.Parameter> parameters = new ArrayList<>();
    if (!isAbsent(filters) && !filters.isObject()) {
      faults.add(new Fault.WrongType("filters", "an object"));
    }
    for (Map.Entry<String, JsonNode> each : filters.properties()) {
      for (JsonNode value : oneOrMore(each.getValue())) {
        if (value.isTextual() || value.isIntegralNumber()) {
          parameters.add(new QueryString.Parameter(each.getKey(), value.asText()));
        } else {
          faults.add(new Fault.WrongType(each.getKey(), "a string or a list of strings"));
        }
      }
    }
    return RequestParameters.filters(parameters, vocabulary, faults);
  }

  private List<OwnReply> exclude(JsonNode given) {
    List<OwnReply> excluded = new ArrayList<>();
    List<JsonNode> all = isAbsent(given) ? List.of() : oneOrMore(given);
    if (all.size() > MAX_EXCLUDED) {
      faults.add(new Fault.TooMany("exclude", MAX_EXCLUDED));
      return excluded;
    }
    for (JsonNode each : all) {
      if (each.isTextual()) {
        id("exclude", each).ifPresent(excluded::add);
      } else if (each.isObject()) {
        own(each, excluded);
      } else {
        faults.add(new Fault.WrongType("exclude", "an id or an object"));
      }
    }
    return excluded;
  }

  private void own(JsonNode each, List<OwnReply> excluded) {
    known(each, "exclude.", OWN_MEMBERS);
    String number = optional(each, "number");
    String session = optional(each, "session");
    String title = optional(each, "title");
    if (!isAbsent(each.path("id"))) {
      id("exclude.id", each.path("id")).ifPresent(excluded::add);
    } else if (!number.isEmpty() && (!session.isEmpty() || !title.isEmpty())) {
      excluded.add(new OwnReply.OfNumber(number, session, title));
    } else if (!number.isEmpty()) {
      faults.add(new Fault.Missing("exclude.session"));
    } else if (!title.isEmpty()) {
      excluded.add(new OwnReply.OfTitle(title));
    } else {
      faults.add(new Fault.Missing("exclude.id"));
    }
  }

  private String optional(JsonNode object, String name) {
    JsonNode value = object.path(name);
    if (value.isIntegralNumber()) {
      return value.asText();
    }
    return isAbsent(value) ? "" : string("exclude." + name, value).strip();
  }

  private Optional<OwnReply> id(String name, JsonNode value) {
    String id = string(name, value).strip();
    if (ReplyId.isWellFormed(id)) {
      return Optional.of(new OwnReply.OfId(new ReplyId(id)));
    }
    if (value.isTextual()) {
      faults.add(new Fault.UnknownValue(name, id, List.of(), null));
    }
    return Optional.empty();
  }

  private int size(JsonNode root) {
    JsonNode size = root.path("size");
    if (isAbsent(size)) {
      return Precedents.MAX_SIZE;
    }
    boolean fits = size.isInt() && size.asInt() >= 1 && size.asInt() <= Precedents.MAX_SIZE;
    if (!fits) {
      faults.add(new Fault.OutOfRange("size", size.asText(), 1, Precedents.MAX_SIZE));
    }
    return fits ? size.asInt() : Precedents.MAX_SIZE;
  }

  private String string(String name, JsonNode value) {
    if (!value.isTextual()) {
      faults.add(new Fault.WrongType(name, "a string"));
    }
    return value.isTextual() ? value.asText() : "";
  }

  private static boolean isAbsent(JsonNode value) {
    return value.isMissingNode() || value.isNull();
  }

  private static List<JsonNode> oneOrMore(JsonNode value) {
    List<JsonNode> all = new ArrayList<>();
    if (value.isArray()) {
      value.forEach(all::add);
    } else {
      all.add(value);
    }
    return all;
  }
}
