package org.dafu.web.ask;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dafu.reply.FigureType;
import org.dafu.search.Vocabulary;
import org.dafu.search.chart.FigureQuestion;
import org.dafu.web.ask.QueryString.Parameter;
import org.jspecify.annotations.Nullable;

/** Reads what figures are asked for: a search's words and filters, and what they may be. */
public final class FigureParameters {
  /** Figures of one answer, at most. */
  public static final int MAX_SIZE = 1000;

  private static final int DEFAULT_SIZE = 100;
  private static final List<String> OWN = List.of("type", "min", "max", "size", "offset");

  private final Map<String, String> own = new HashMap<>();
  private final List<Fault> faults = new ArrayList<>();

  private FigureParameters() {}

  /** What was read: figures wanted, or every fault. */
  public sealed interface Read {
    /**
     * A question.
     *
     * @param narrowing the words and filters alone
     * @param size figures wanted
     * @param offset figures to pass over
     */
    record Understood(FigureQuestion question, Question narrowing, int size, int offset)
        implements Read {}

    /** None. */
    record NotUnderstood(Refused refused) implements Read {}
  }

  /**
   * Reads them.
   *
   * @param raw the part after {@code ?}, still percent-encoded; null for none
   */
  public static Read read(@Nullable String raw, Vocabulary vocabulary) {
    Optional<List<Parameter>> given = QueryString.parse(raw);
    if (given.isEmpty()) {
      return new Read.NotUnderstood(new Refused(List.of(new Fault.NotEncoded(""))));
    }
    FigureParameters reader = new FigureParameters();
    given.get().forEach(reader::take);
    Asked asked = RequestParameters.readNarrowing(rest(given.get()), vocabulary);
    return switch (asked) {
      case Refused refused -> reader.refused(refused.faults());
      case Question question -> reader.read(question);
    };
  }

  private Read read(Question narrowing) {
    FigureQuestion question =
        new FigureQuestion(
            narrowing.request().q(),
            narrowing.request().filters(),
            type(),
            number("min"),
            number("max"));
    int size = whole("size", 1, MAX_SIZE, DEFAULT_SIZE);
    int offset = whole("offset", 0, 900_000, 0);
    return faults.isEmpty()
        ? new Read.Understood(question, narrowing, size, offset)
        : refused(List.of());
  }

  private Read refused(List<Fault> others) {
    List<Fault> all = new ArrayList<>(faults);
    all.addAll(others);
    return new Read.NotUnderstood(new Refused(all));
  }

  private void take(Parameter each) {
    if (OWN.contains(each.name()) && own.putIfAbsent(each.name(), each.value()) != null) {
      faults.add(new Fault.Repeated(each.name()));
    }
  }

  private static String rest(List<Parameter> given) {
    return given.stream()
        .filter(each -> !OWN.contains(each.name()))
        .map(each -> QueryString.encode(each.name()) + "=" + QueryString.encode(each.value()))
        .collect(Collectors.joining("&"));
  }

  private @Nullable FigureType type() {
    String value = own.get("type");
    if (value == null) {
      return null;
    }
    Optional<FigureType> type =
        Arrays.stream(FigureType.values())
            .filter(each -> each.code().equals(value) || each.label().equals(value))
            .findFirst();
    if (type.isEmpty()) {
      List<String> all = Arrays.stream(FigureType.values()).map(FigureType::code).toList();
      faults.add(new Fault.UnknownValue("type", value, all, Closest.of(value, all)));
    }
    return type.orElse(null);
  }

  private @Nullable Double number(String name) {
    String value = own.get(name);
    if (value == null) {
      return null;
    }
    if (value.matches("-?[0-9]{1,18}(\\.[0-9]{1,9})?")) {
      return Double.valueOf(value);
    }
    faults.add(new Fault.WrongType(name, "a number"));
    return null;
  }

  private int whole(String name, int min, int max, int otherwise) {
    String value = own.get(name);
    if (value == null) {
      return otherwise;
    }
    if (value.matches("[0-9]{1,6}")) {
      int number = Integer.parseInt(value);
      if (number >= min && number <= max) {
        return number;
      }
    }
    faults.add(new Fault.OutOfRange(name, value, min, max));
    return otherwise;
  }
}
