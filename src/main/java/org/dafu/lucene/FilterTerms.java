package org.dafu.lucene;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dafu.reply.Coded;
import org.dafu.reply.Policy;
import org.dafu.reply.ProposalNumber;
import org.dafu.reply.Reply;
import org.dafu.reply.Section;
import org.dafu.search.FilterField;
import org.dafu.search.Vocabulary;
import org.jspecify.annotations.Nullable;

/** The values by which a letter or a section is filtered and counted. */
final class FilterTerms {
  private final Vocabulary vocabulary;

  FilterTerms(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** A letter's values, with those above them. */
  Set<String> of(Reply reply, FilterField field) {
    return withParents(field, values(reply, field));
  }

  /** A section's values: its own where sections differ, else its letter's. */
  Set<String> of(Reply reply, Section section, FilterField field) {
    return switch (field) {
      case MEASURE -> withParents(field, section.measures());
      case INSTRUMENT -> withParents(field, section.instruments());
      case STATUS -> withParents(field, section.status());
      case PROVINCE,
          CITY,
          COUNTY,
          YEAR,
          CLASS,
          OUTCOME,
          KIND,
          REPLY_TYPE,
          AGENCY,
          POLICY,
          DISCLOSURE,
          SESSION,
          NUMBER,
          DOC_NUMBER ->
          of(reply, field);
    };
  }

  private static Collection<String> values(Reply reply, FilterField field) {
    return switch (field) {
      case PROVINCE -> text(reply.province());
      case CITY -> text(reply.city());
      case COUNTY -> text(reply.county());
      case YEAR -> reply.year() == null ? List.of() : List.of(reply.year().toString());
      case MEASURE -> reply.measures();
      case INSTRUMENT -> reply.instruments();
      case STATUS -> reply.status();
      case CLASS -> text(reply.classification());
      case OUTCOME -> code(reply.outcome());
      case KIND -> code(reply.kind());
      case REPLY_TYPE -> code(reply.replyType());
      case AGENCY -> text(reply.agency());
      case POLICY -> reply.policies().stream().map(Policy::title).toList();
      case DISCLOSURE -> code(reply.disclosure());
      case SESSION -> text(reply.session() == null ? null : reply.session().text());
      case NUMBER -> numbers(reply.numbers());
      case DOC_NUMBER ->
          text(reply.docNumber() == null ? null : Fields.comparable(field, reply.docNumber()));
    };
  }

  /** A lettered number is found by its digits alone too: DH0271 by 271. */
  private static List<String> numbers(List<ProposalNumber> numbers) {
    List<String> values = new ArrayList<>();
    for (ProposalNumber number : numbers) {
      values.add(Fields.comparable(FilterField.NUMBER, number.text()));
      if (number.value() != null) {
        values.add(number.value().toString());
      }
    }
    return values;
  }

  private Set<String> withParents(FilterField field, Collection<String> values) {
    Set<String> all = new LinkedHashSet<>();
    for (String value : values) {
      Optional<String> above = Optional.of(value);
      while (above.isPresent() && !above.get().isEmpty() && all.add(above.get())) {
        above = vocabulary.parent(field, above.get());
      }
    }
    return all;
  }

  private static List<String> text(@Nullable String value) {
    return value == null || value.isEmpty() ? List.of() : List.of(value);
  }

  private static List<String> code(@Nullable Coded value) {
    return value == null ? List.of() : List.of(value.code());
  }
}
