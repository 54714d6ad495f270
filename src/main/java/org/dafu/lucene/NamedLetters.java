package org.dafu.lucene;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.dafu.analysis.AgencyName;
import org.dafu.search.FilterField;
import org.dafu.search.FilterValue;
import org.dafu.search.Recognised;
import org.dafu.search.SearchRequest.Unit;
import org.dafu.search.TextField;

/** The letters that are of, by or to what a query names: they match by it, and stand higher. */
final class NamedLetters {
  private final List<Recognised> names;
  private final Unit unit;
  private final Phrases phrases;
  private final Reading reading;
  private final BiFunction<FilterField, String, List<FilterValue>> values;

  /**
   * @param values of a field that has values, as typed after its name
   */
  NamedLetters(
      List<Recognised> names,
      Unit unit,
      Phrases phrases,
      Reading reading,
      BiFunction<FilterField, String, List<FilterValue>> values) {
    this.names = names;
    this.unit = unit;
    this.phrases = phrases;
    this.reading = reading;
    this.values = values;
  }

  /** What finds the letters that have this value of a field; empty if the field has none such. */
  Optional<Query> having(TextField field, String typed) {
    return field == TextField.MEMBER
        ? Optional.of(new TermQuery(new Term(Fields.MEMBER, phrases.compact(typed))))
        : field.filter().flatMap(filter -> ofFilter(filter, values.apply(filter, typed)));
  }

  /** What finds the letters of a name that this word is of, if it is of one. */
  Optional<Query> of(String word) {
    return names.stream()
        .filter(name -> isWordOf(word, name.text()))
        .findFirst()
        .flatMap(this::query);
  }

  /** The word, or the whole name of the class that it is of: 类 alone says nothing of A类. */
  String asSaid(String word) {
    return names.stream()
        .filter(name -> name.type() == Recognised.Type.CLASS && isWordOf(word, name.text()))
        .map(Recognised::text)
        .findFirst()
        .orElse(word);
  }

  /** Whether a name has this word; 22 is no word of 2022. */
  private static boolean isWordOf(String word, String name) {
    for (int at = name.indexOf(word); at >= 0; at = name.indexOf(word, at + 1)) {
      if (!isWithinNumber(name, at) && !isWithinNumber(name, at + word.length())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isWithinNumber(String name, int at) {
    return at > 0
        && at < name.length()
        && Character.isDigit(name.charAt(at - 1))
        && Character.isDigit(name.charAt(at));
  }

  /** A constant for each name that a letter is of; nothing for the others. */
  Query lift(double constant) {
    BooleanQuery.Builder lift = new BooleanQuery.Builder();
    for (Recognised name : names) {
      query(name)
          .filter(query -> constant > 0 && !hasItsOwnWeight(name))
          .map(query -> new BoostQuery(new ConstantScoreQuery(query), (float) constant))
          .ifPresent(query -> lift.add(query, Occur.SHOULD));
    }
    return lift.build();
  }

  /** Whether it is a typed number: not one that is recognised only because a letter has it. */
  private static boolean hasItsOwnWeight(Recognised name) {
    return name.type() == Recognised.Type.NUMBER && name.text().matches(".*[号號]");
  }

  private Optional<Query> query(Recognised name) {
    return switch (name.type()) {
      case NUMBER -> Optional.of(Matching.number(name.value()));
      case DOC_NUMBER -> Optional.empty(); // has its own way of matching and its own weight
      case MEMBER -> Optional.of(new TermQuery(new Term(Fields.MEMBER, name.value())));
      case AGENCY -> Optional.of(ofAgency(name.value()));
      case PROVINCE, CITY, COUNTY, YEAR, CLASS, SESSION ->
          name.type().filter().flatMap(field -> ofFilter(field, name.filters()));
    };
  }

  /** By any name that it has: who asks for 卫健委 means 卫生健康委员会. */
  private Query ofAgency(String name) {
    List<String> forms = reading.agency(name).map(AgencyName::forms).orElse(List.of(name));
    String field = Part.AGENCY.characters(unit);
    return Matching.anyOf(forms.stream().map(form -> phrases.exactly(field, form)).toList());
  }

  private static Optional<Query> ofFilter(FilterField field, List<FilterValue> values) {
    return values.isEmpty() ? Optional.empty() : Optional.of(FilterQueries.anyOf(field, values));
  }
}
