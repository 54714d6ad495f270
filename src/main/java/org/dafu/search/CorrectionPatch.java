package org.dafu.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.dafu.reply.Reply;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants put right in a letter: a JSON object of its fields, beside them {@code
 * asRead} (names of fields whose corrections are taken back), {@code withdrawn} and {@code note}.
 */
public final class CorrectionPatch {
  private static final ObjectMapper MAPPER = ReplyJson.newMapper();
  private static final String AS_READ = "asRead";
  private static final String NOTE = "note";

  /** Most UTF-16 units of a note. */
  public static final int LONGEST_NOTE = 2_000;

  /** Most UTF-16 units of a text within a value. */
  private static final int LONGEST_TEXT = 500;

  /** Fields that hold the letter's own sentences: only the size of the whole bounds these. */
  private static final Set<String> LONG = Set.of("sections", "figures");

  /**
   * Fields whose values come from closed lists: others would be counted, but could not be asked.
   */
  private static final Map<String, FilterField> LISTED =
      Map.of(
          "province", FilterField.PROVINCE,
          "city", FilterField.CITY,
          "county", FilterField.COUNTY,
          "measures", FilterField.MEASURE,
          "instruments", FilterField.INSTRUMENT,
          "status", FilterField.STATUS);

  private final Map<String, JsonNode> fields = new LinkedHashMap<>();
  private final List<String> backToRead = new ArrayList<>();
  private @Nullable Boolean withdrawn;
  private @Nullable String note;

  private CorrectionPatch() {}

  /** What reading or carrying out a patch gives. */
  public sealed interface Outcome {
    /** A patch that can be read. */
    record Read(CorrectionPatch patch) implements Outcome {}

    /** The letter's corrections with the patch. */
    record Done(Correction correction) implements Outcome {}

    /**
     * No patch.
     *
     * @param parameter the member at fault; empty if it is the whole body
     * @param reason a sentence
     */
    record Refused(String parameter, String reason) implements Outcome {}
  }

  /** The patch in this body. */
  public static Outcome read(byte[] body) {
    JsonNode json;
    try {
      json = MAPPER.readTree(body);
    } catch (IOException | StackOverflowError e) {
      return new Outcome.Refused("", "The body is not JSON in UTF-8.");
    }
    if (!(json instanceof ObjectNode object) || object.isEmpty()) {
      return new Outcome.Refused("", "The body must be a JSON object with at least one field.");
    }
    CorrectionPatch patch = new CorrectionPatch();
    for (var member : object.properties()) {
      String fault = patch.take(member.getKey(), member.getValue());
      if (fault != null) {
        return new Outcome.Refused(member.getKey(), fault);
      }
    }
    return patch.fields.isEmpty() && patch.backToRead.isEmpty() && patch.withdrawn == null
        ? new Outcome.Refused(NOTE, "A note alone changes nothing.")
        : new Outcome.Read(patch);
  }

  private @Nullable String take(String name, JsonNode value) {
    Set<String> correctable = Correction.correctable();
    if (correctable.contains(name)) {
      fields.put(name, value);
      return fault(name, value, LONG.contains(name));
    }
    return switch (name) {
      case AS_READ -> takeBack(value, correctable);
      case Correction.WITHDRAWN -> {
        withdrawn = value.asBoolean();
        yield value.isBoolean() ? null : "withdrawn must be true or false.";
      }
      case NOTE -> {
        note = value.asText();
        boolean fits = value.isTextual() && value.asText().length() <= LONGEST_NOTE;
        yield fits ? null : "note must be a text of at most " + LONGEST_NOTE + " characters.";
      }
      default -> "\"" + name + "\" is not a field that can be corrected: " + correctable + ".";
    };
  }

  private static @Nullable String fault(String name, JsonNode value, boolean isLong) {
    for (JsonNode each : value) {
      String fault = fault(name, each, isLong);
      if (fault != null) {
        return fault;
      }
    }
    String text = value.isTextual() ? value.asText() : "";
    if (!isLong && text.length() > LONGEST_TEXT) {
      return name + " must have at most " + LONGEST_TEXT + " characters.";
    }
    boolean odd = text.codePoints().anyMatch(c -> isOdd(c) && !(isLong && c == '\n'));
    return odd ? name + " must not hold control characters." : null;
  }

  private static boolean isOdd(int codePoint) {
    int type = Character.getType(codePoint);
    return type == Character.CONTROL || type == Character.SURROGATE;
  }

  /**
   * What is wrong with the values that come from closed lists.
   *
   * @return null if nothing is
   */
  public @Nullable String unlisted(Vocabulary vocabulary) {
    for (Map.Entry<String, FilterField> each : LISTED.entrySet()) {
      JsonNode given = fields.getOrDefault(each.getKey(), NullNode.getInstance());
      for (JsonNode value : given.isArray() ? given : MAPPER.createArrayNode().add(given)) {
        String text = value.asText();
        String known = vocabulary.canonical(each.getValue(), text).orElse("");
        if (value.isTextual() && !known.equals(text)) {
          return each.getKey()
              + ": \""
              + text
              + "\" is not in its list"
              + (known.isEmpty() ? "." : ", where it is \"" + known + "\".");
        }
      }
    }
    return null;
  }

  private @Nullable String takeBack(JsonNode value, Set<String> correctable) {
    for (JsonNode each : value) {
      if (!correctable.contains(each.asText())) {
        return each + " is not a field that can be corrected.";
      }
      backToRead.add(each.asText());
    }
    return value.isArray() ? null : "asRead must be a list of names of fields.";
  }

  /** Whether it can be carried out without reading the letter. */
  public boolean onlyWithdraws() {
    return fields.isEmpty() && backToRead.isEmpty();
  }

  /**
   * Carries it out.
   *
   * @param before the letter's corrections so far
   * @param path where the letter lies now
   * @param letter as it is read, without corrections; null where only a withdrawal is wanted
   * @param mask hides personal numbers in a text
   */
  public Outcome over(
      Correction before,
      String path,
      @Nullable Reply letter,
      String author,
      String time,
      UnaryOperator<String> mask) {
    String masked = note == null ? null : mask.apply(note);
    Correction after = before;
    if (letter != null) {
      for (Map.Entry<String, JsonNode> each : fields.entrySet()) {
        JsonNode read = Correction.valueOf(letter, each.getKey());
        JsonNode value = GivenFields.masked(each.getValue(), mask);
        if (value.equals(after.fields().get(each.getKey()))) {
          continue; // it is so already
        }
        after =
            after.and(
                new Correction.Change(each.getKey(), value, false, read, author, time, masked),
                path);
      }
      for (String field : backToRead) {
        if (!after.fields().containsKey(field)) {
          continue;
        }
        JsonNode read = Correction.valueOf(letter, field);
        after =
            after.and(
                new Correction.Change(
                    field, NullNode.getInstance(), true, read, author, time, masked),
                path);
      }
      if (after.over(letter, mask) instanceof GivenReading.Broken broken) {
        return new Outcome.Refused("", broken.reason());
      }
    }
    if (withdrawn != null && withdrawn != after.withdrawn()) {
      after = after.withdrawn(withdrawn, path, author, time, masked);
    }
    return new Outcome.Done(after);
  }
}
