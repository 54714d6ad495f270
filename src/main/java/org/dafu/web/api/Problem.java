package org.dafu.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.stream.Collectors;
import org.dafu.web.ask.Fault;
import org.dafu.web.ask.Refused;
import org.jspecify.annotations.Nullable;

/**
 * An error as RFC 9457 writes it, {@code application/problem+json}.
 *
 * @param type a URN that stays the same for one kind of error
 * @param title that kind, in words
 * @param status of HTTP
 * @param detail what went wrong this time
 * @param instance path of the request; null until it is known
 * @param requestId as in the response's header {@code X-Request-Id} and in the log; null until it
 *     is known
 * @param parameter the first parameter at fault; null if none is
 * @param value its value; null where the name is at fault
 * @param suggestion what was probably meant; null if nothing is near
 * @param allowed all it could have been; null where that is open or too long
 * @param errors one for each parameter at fault; null for other errors
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
    String type,
    String title,
    int status,
    String detail,
    @Nullable String instance,
    @Nullable String requestId,
    @Nullable String parameter,
    @Nullable String value,
    @Nullable String suggestion,
    @Nullable List<String> allowed,
    @Nullable List<Invalid> errors) {
  /** Faults told in one answer; more say no more. */
  private static final int MAX_ERRORS = 20;

  /** Characters of a wrong value that an answer repeats. */
  private static final int MAX_QUOTED = 100;

  /** One parameter at fault; the components mean what they do in {@link Problem}. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Invalid(
      String code,
      String parameter,
      @Nullable String value,
      String detail,
      @Nullable String suggestion,
      @Nullable List<String> allowed) {}

  /** An error that is not about parameters. */
  public static Problem of(int status, String code, String title, String detail) {
    return new Problem(
        "urn:dafu:problem:" + code,
        title,
        status,
        detail,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  /** The answer to a URL that cannot be understood. */
  public static Problem of(Refused refused) {
    List<Invalid> errors =
        refused.faults().stream().limit(MAX_ERRORS).map(Problem::invalid).toList();
    Invalid first = errors.get(0);
    return new Problem(
        "urn:dafu:problem:" + first.code(),
        "The request has a parameter that is not understood",
        400,
        errors.stream().map(Invalid::detail).collect(Collectors.joining(" ")),
        null,
        null,
        first.parameter(),
        first.value(),
        first.suggestion(),
        first.allowed(),
        errors);
  }

  /** The same, told to belong to this request. */
  public Problem at(String path, String id) {
    return new Problem(
        type, title, status, detail, path, id, parameter, value, suggestion, allowed, errors);
  }

  private static Invalid invalid(Fault fault) {
    return switch (fault) {
      case Fault.UnknownParameter(String name, String near) ->
          invalid(
              "unknown-parameter",
              name,
              null,
              "There is no parameter \"" + quoted(name) + "\"." + didYouMean(near),
              near,
              null);
      case Fault.UnknownValue(String name, String value, List<String> allowed, String near) ->
          invalid(
              "unknown-value",
              name,
              value,
              "\"" + quoted(value) + "\" is not a value of " + name + "." + didYouMean(near),
              near,
              allowed.isEmpty() ? null : allowed);
      case Fault.Repeated(String name) ->
          invalid("repeated-parameter", name, null, name + " can be given only once.", null, null);
      case Fault.Empty(String name) ->
          invalid("empty-value", name, "", name + " has no value.", null, null);
      case Fault.TooMany(String name, int max) ->
          invalid(
              "too-many-values",
              name,
              null,
              "A search can have at most " + max + " filter values; " + name + " is beyond.",
              null,
              null);
      case Fault.TooLong(String name, int codePoints, int max) ->
          invalid(
              "too-long",
              name,
              null,
              name + " has " + codePoints + " characters; at most " + max + " are allowed.",
              null,
              null);
      case Fault.OutOfRange(String name, String value, int min, int max) ->
          invalid(
              "out-of-range",
              name,
              value,
              name + " must be a whole number from " + min + " to " + max + ".",
              null,
              null);
      case Fault.NotYears(String name, String value) ->
          invalid(
              "not-a-year",
              name,
              value,
              name + " must be a year such as 2020, or a range such as 2020..2023.",
              null,
              null);
      case Fault.BadCursor(String name) ->
          invalid(
              "bad-cursor",
              name,
              null,
              "This cursor was not given for this search; leave it out to begin again.",
              null,
              null);
      case Fault.NotEncoded(String name) ->
          invalid(
              "not-encoded",
              name,
              null,
              "The query string is not percent-encoded UTF-8.",
              null,
              null);
    };
  }

  private static Invalid invalid(
      String code,
      String parameter,
      @Nullable String value,
      String detail,
      @Nullable String suggestion,
      @Nullable List<String> allowed) {
    return new Invalid(
        code, quoted(parameter), value == null ? null : quoted(value), detail, suggestion, allowed);
  }

  private static String didYouMean(@Nullable String near) {
    return near == null ? "" : " Did you mean \"" + near + "\"?";
  }

  private static String quoted(String given) {
    return given.codePointCount(0, given.length()) <= MAX_QUOTED
        ? given
        : given.substring(0, given.offsetByCodePoints(0, MAX_QUOTED)) + "…";
  }
}
