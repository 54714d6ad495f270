package org.dafu.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.dafu.web.ask.Fault;
import org.dafu.web.ask.QueryString;
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

  /** The same, with this parameter at fault. */
  public Problem about(String name) {
    return new Problem(
        type, title, status, detail, instance, requestId, quoted(name), value, null, null, null);
  }

  /** The same with its texts changed, which quote what was asked. */
  public Problem masked(UnaryOperator<String> mask) {
    return new Problem(
        type,
        title,
        status,
        mask.apply(detail),
        instance == null ? null : maskedPath(instance, mask),
        requestId,
        parameter == null ? null : mask.apply(parameter),
        value == null ? null : mask.apply(value),
        suggestion,
        allowed,
        errors == null ? null : errors.stream().map(each -> masked(each, mask)).toList());
  }

  /** In a path, what hides a number's beginning may be percent-encoded, and so may its digits. */
  private static String maskedPath(String path, UnaryOperator<String> mask) {
    String decoded = QueryString.decodedPath(path);
    String masked = mask.apply(decoded);
    return masked.equals(decoded) ? path : QueryString.encode(masked).replace("%2F", "/");
  }

  private static Invalid masked(Invalid error, UnaryOperator<String> mask) {
    String value = error.value();
    return new Invalid(
        error.code(),
        mask.apply(error.parameter()),
        value == null ? null : mask.apply(value),
        mask.apply(error.detail()),
        error.suggestion(),
        error.allowed());
  }

  private static Invalid invalid(Fault fault) {
    String name = quoted(fault.parameter());
    return switch (fault) {
      case Fault.UnknownParameter(String given, String near) ->
          new Invalid("unknown-parameter", name, null, unknown(name, near), near, null);
      case Fault.UnknownValue(String given, String value, List<String> allowed, String near) ->
          new Invalid(
              "unknown-value",
              name,
              quoted(value),
              "\"" + quoted(value) + "\" is not a value of " + name + "." + didYouMean(near),
              near,
              allowed.isEmpty() ? null : allowed);
      case Fault.OutOfRange(String given, String value, int min, int max) ->
          wrong(
              "out-of-range",
              name,
              value,
              name + " must be a whole number from " + min + " to " + max + ".");
      case Fault.NotYears(String given, String value) ->
          wrong(
              "not-a-year",
              name,
              value,
              name + " must be a year such as 2020, or a range such as 2020..2023.");
      case Fault.Empty(String given) -> wrong("empty-value", name, "", name + " has no value.");
      case Fault.Repeated(String given) ->
          wrong("repeated-parameter", name, null, name + " can be given only once.");
      case Fault.TooMany(String given, int max) ->
          wrong("too-many-values", name, null, "A search has at most " + max + " filter values.");
      case Fault.TooLong(String given, int codePoints, int max) ->
          wrong(
              "too-long",
              name,
              null,
              name + " has " + codePoints + " characters, over " + max + ".");
      case Fault.Missing(String given) ->
          wrong("missing-parameter", name, null, name + " must be given.");
      case Fault.WrongType(String given, String expected) ->
          wrong("wrong-type", name, null, name + " must be " + expected + ".");
      case Fault.NotJson(String given) ->
          wrong("not-json", name, null, "The body is not JSON in UTF-8.");
      case Fault.BadCursor(String given) ->
          wrong("bad-cursor", name, null, "This cursor was not given for this search.");
      case Fault.NotEncoded(String given) ->
          wrong("not-encoded", name, null, "The query string is not percent-encoded UTF-8.");
    };
  }

  private static Invalid wrong(
      String code, String parameter, @Nullable String value, String detail) {
    return new Invalid(code, parameter, value == null ? null : quoted(value), detail, null, null);
  }

  private static String unknown(String name, @Nullable String near) {
    return "There is no parameter \"" + name + "\"." + didYouMean(near);
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
