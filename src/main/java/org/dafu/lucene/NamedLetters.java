package org.dafu.lucene;

import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.dafu.search.FilterField;
import org.dafu.search.FilterValue;
import org.dafu.search.Recognised;
import org.dafu.search.SearchRequest.Unit;

/** The letters that are of, by or to what a query names: they match by it, and stand higher. */
final class NamedLetters {
  private final List<Recognised> names;
  private final Unit unit;
  private final Phrases phrases;

  NamedLetters(List<Recognised> names, Unit unit, Phrases phrases) {
    this.names = names;
    this.unit = unit;
    this.phrases = phrases;
  }

  /** What finds the letters of a name that this word is of, if it is of one. */
  Optional<Query> of(String word) {
    return names.stream()
        .filter(name -> isWordOf(word, name.text()))
        .findFirst()
        .flatMap(this::query);
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
          .filter(query -> constant > 0)
          .map(query -> new BoostQuery(new ConstantScoreQuery(query), (float) constant))
          .ifPresent(query -> lift.add(query, Occur.SHOULD));
    }
    return lift.build();
  }

  private Optional<Query> query(Recognised name) {
    return switch (name.type()) {
      // Typed numbers have their own way of matching and their own weight.
      case NUMBER, DOC_NUMBER -> Optional.empty();
      case MEMBER -> Optional.of(new TermQuery(new Term(Fields.MEMBER, name.value())));
      case AGENCY -> Optional.of(phrases.exactly(Part.AGENCY.characters(unit), name.value()));
      case PROVINCE, CITY, COUNTY, YEAR, SESSION ->
          name.type().filter().flatMap(field -> ofFilter(field, name.filterValues()));
    };
  }

  private static Optional<Query> ofFilter(FilterField field, List<String> values) {
    return values.isEmpty()
        ? Optional.empty()
        : Optional.of(
            FilterQueries.anyOf(
                field, values.stream().<FilterValue>map(FilterValue.Exact::new).toList()));
  }
}
