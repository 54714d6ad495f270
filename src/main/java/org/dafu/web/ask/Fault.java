package org.dafu.web.ask;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is wrong with a parameter. */
public sealed interface Fault {
  /** The parameter as given; empty where the whole query string is at fault. */
  String parameter();

  /**
   * A parameter that there is not.
   *
   * @param suggestion the one most like it; null if none is
   */
  record UnknownParameter(String parameter, @Nullable String suggestion) implements Fault {}

  /**
   * A value that is not on the parameter's list.
   *
   * @param allowed the list; empty where it is too long to print
   * @param suggestion the one most like it; null if none is
   */
  record UnknownValue(
      String parameter, String value, List<String> allowed, @Nullable String suggestion)
      implements Fault {
    public UnknownValue {
      allowed = List.copyOf(allowed);
    }
  }

  /** A parameter that can be given only once. */
  record Repeated(String parameter) implements Fault {}

  /** A filter without a value. */
  record Empty(String parameter) implements Fault {}

  /** More filter values than one search can have. */
  record TooMany(String parameter, int max) implements Fault {}

  /** A text longer than allowed. */
  record TooLong(String parameter, int codePoints, int maxCodePoints) implements Fault {}

  /** Not a whole number from {@code min} to {@code max}. */
  record OutOfRange(String parameter, String value, int min, int max) implements Fault {}

  /** Neither a year of four digits nor a range of such. */
  record NotYears(String parameter, String value) implements Fault {}

  /** A parameter, or a member of the body, that must be given. */
  record Missing(String parameter) implements Fault {}

  /**
   * A member of the body that is not of its type.
   *
   * @param expected what it must be, for example {@code a string}
   */
  record WrongType(String parameter, String expected) implements Fault {}

  /** A body that is not JSON. */
  record NotJson(String parameter) implements Fault {}

  /** A cursor that was not given for this search. */
  record BadCursor(String parameter) implements Fault {}

  /** A query string that is not percent-encoded UTF-8. */
  record NotEncoded(String parameter) implements Fault {}
}
