package org.dafu.app.config;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.dafu.extract.ClassScheme;
import org.dafu.extract.CueList;
import org.dafu.extract.Division;
import org.dafu.extract.ExtractSettings;
import org.dafu.reply.Coded;
import org.dafu.reply.Disclosure;
import org.dafu.reply.Kind;
import org.dafu.reply.Outcome;
import org.dafu.reply.ReplyType;
import org.dafu.search.FilterField;
import org.dafu.search.Vocabulary;
import org.jspecify.annotations.Nullable;

/** The values of filters as the configuration and the domain's closed lists say. */
public final class ConfigVocabulary implements Vocabulary {
  /** Municipalities (直辖市): each is its own city. */
  private static final Set<String> MUNICIPALITIES = Set.of("110000", "120000", "310000", "500000");

  private static final List<String> CLASSES = List.of("A", "B", "C", "D", "甲", "乙", "丙", "丁");

  private static final Pattern YEAR = Pattern.compile("(19|20)[0-9]{2}");

  /** Classes are printed in words too, and not every place's words are listed. */
  private static final Pattern WORDS = Pattern.compile("\\p{IsHan}{2,30}");

  private final PlaceNames provinces = new PlaceNames();
  private final PlaceNames cities = new PlaceNames();
  private final PlaceNames counties = new PlaceNames();
  private final Map<String, String> measures;
  private final Map<String, String> instruments;
  private final Map<String, String> status;
  private final Set<String> classes = new LinkedHashSet<>(CLASSES);
  private final List<ClassScheme> schemes;

  /** The vocabulary of these lists. */
  public ConfigVocabulary(ExtractSettings settings) {
    settings.divisions().forEach(this::add);
    measures = labels(settings.taxonomy().measures());
    instruments = labels(settings.taxonomy().instruments());
    status = labels(settings.taxonomy().status());
    schemes = settings.classSchemes();
    schemes.stream().map(ClassScheme::classification).forEach(classes::add);
  }

  private void add(Division division) {
    switch (division.level()) {
      case PROVINCE -> {
        provinces.add(division);
        if (MUNICIPALITIES.contains(division.code())) {
          cities.add(division);
        }
      }
      case PREFECTURE -> cities.add(division);
      case COUNTY -> counties.add(division);
    }
  }

  private static Map<String, String> labels(List<CueList> lists) {
    Map<String, String> labels = new LinkedHashMap<>();
    lists.forEach(list -> labels.put(list.code(), list.label()));
    return labels;
  }

  @Override
  public Optional<String> canonical(FilterField field, String given) {
    String text = Normalizer.normalize(given, Normalizer.Form.NFKC).strip();
    return switch (field) {
      case PROVINCE -> provinces.resolve(text);
      case CITY -> cities.resolve(text);
      case COUNTY -> counties.resolve(text);
      case YEAR -> Optional.of(text).filter(year -> YEAR.matcher(year).matches());
      case MEASURE -> code(measures, text);
      case INSTRUMENT -> code(instruments, text);
      case STATUS -> code(status, text);
      case CLASS -> classification(text);
      case OUTCOME -> code(labels(Outcome.values()), text);
      case KIND -> code(labels(Kind.values()), text);
      case REPLY_TYPE -> code(labels(ReplyType.values()), text);
      case DISCLOSURE -> code(labels(Disclosure.values()), text);
      case POLICY -> open(given.strip().replaceFirst("^《(.*)》$", "$1"));
      case AGENCY, SESSION, NUMBER, DOC_NUMBER -> open(given.strip());
    };
  }

  @Override
  public String label(FilterField field, String value) {
    return labels(field).getOrDefault(value, value);
  }

  @Override
  public List<String> values(FilterField field) {
    return switch (field) {
      case PROVINCE -> provinces.values();
      case CITY -> cities.values();
      case COUNTY -> counties.values();
      case CLASS -> List.copyOf(classes);
      case MEASURE, INSTRUMENT, STATUS, OUTCOME, KIND, REPLY_TYPE, DISCLOSURE ->
          List.copyOf(labels(field).keySet());
      case YEAR, AGENCY, POLICY, SESSION, NUMBER, DOC_NUMBER -> List.of();
    };
  }

  /** By the rule of the narrowest division that has one. */
  @Override
  public Optional<String> classMeaning(
      String classification, @Nullable String divisionCode, @Nullable Kind kind) {
    List<String> places =
        divisionCode == null
            ? List.of("*")
            : List.of(
                divisionCode,
                divisionCode.substring(0, 4) + "00",
                divisionCode.substring(0, 2) + "0000",
                "*");
    return places.stream()
        .flatMap(place -> schemes.stream().filter(scheme -> scheme.place().equals(place)))
        .filter(scheme -> scheme.classification().equals(classification))
        .filter(scheme -> scheme.kind() == null || scheme.kind() == kind)
        .map(ClassScheme::source)
        .findFirst();
  }

  @Override
  public Optional<String> parent(FilterField field, String value) {
    return labels(field).keySet().stream()
        .filter(code -> value.startsWith(code) && !value.equals(code))
        .max((a, b) -> Integer.compare(a.length(), b.length()));
  }

  /** Labels by code; empty for fields without codes. */
  private Map<String, String> labels(FilterField field) {
    return switch (field) {
      case MEASURE -> measures;
      case INSTRUMENT -> instruments;
      case STATUS -> status;
      case OUTCOME -> labels(Outcome.values());
      case KIND -> labels(Kind.values());
      case REPLY_TYPE -> labels(ReplyType.values());
      case DISCLOSURE -> labels(Disclosure.values());
      case PROVINCE, CITY, COUNTY, YEAR, CLASS, AGENCY, POLICY, SESSION, NUMBER, DOC_NUMBER ->
          Map.of();
    };
  }

  private static Map<String, String> labels(Coded[] values) {
    Map<String, String> labels = new LinkedHashMap<>();
    Arrays.stream(values).forEach(value -> labels.put(value.code(), value.label()));
    return labels;
  }

  /** The code that was given in either case, or whose label was. */
  private static Optional<String> code(Map<String, String> labels, String given) {
    return labels.keySet().stream()
        .filter(code -> code.equalsIgnoreCase(given) || given.equals(labels.get(code)))
        .findFirst();
  }

  private Optional<String> classification(String given) {
    String upper = given.toUpperCase(Locale.ROOT);
    String bare = upper.length() == 2 ? upper.replaceFirst("类$", "") : upper;
    boolean known = classes.contains(bare) || WORDS.matcher(bare).matches();
    return known ? Optional.of(bare) : Optional.empty();
  }

  private static Optional<String> open(String given) {
    return Optional.of(given).filter(text -> !text.isEmpty());
  }
}
