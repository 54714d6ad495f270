package org.dafu.lucene;

import java.util.List;
import org.dafu.search.SearchRequest.Unit;
import org.dafu.search.TextField;

/**
 * A part of a letter or section whose text is indexed. Letters and sections have fields of their
 * own, so that how rare a word is and how long a text usually is are known for each of them.
 */
enum Part {
  /** The proposals' titles; on a section, those of its letter, for {@code title:} only. */
  TITLE,
  /** Headings of sections. */
  HEADING,
  /** Titles and numbers of policies named. */
  POLICY,
  /** The whole text, and whatever of title, headings and policies does not stand in it. */
  TEXT,
  /** Place and agency, by which words (but no quotations) match too. */
  ABOUT,
  /** City and county. */
  PLACE,
  /** The issuing body and those that handled it too. */
  AGENCY,
  /** The letter's 文号. */
  DOC_NUMBER;

  /** The parts that a named field of the query language is looked for in; none for a value's. */
  static List<Part> of(TextField field) {
    return switch (field) {
      case TITLE -> List.of(TITLE);
      case AGENCY -> List.of(AGENCY);
      case POLICY -> List.of(POLICY);
      case CITY, COUNTY -> List.of(PLACE);
      case PROVINCE -> List.of(ABOUT);
      case DOC_NUMBER, NUMBER -> List.of(DOC_NUMBER);
      case YEAR,
          CLASS,
          SESSION,
          MEMBER,
          MEASURE,
          INSTRUMENT,
          STATUS,
          OUTCOME,
          KIND,
          REPLY_TYPE,
          DISCLOSURE ->
          List.of();
    };
  }

  /** Whether words are looked for in the field; else it has values. */
  static boolean isText(TextField field) {
    return switch (field) {
      case TITLE, AGENCY, POLICY, CITY, DOC_NUMBER -> true;
      case NUMBER,
          PROVINCE,
          COUNTY,
          YEAR,
          CLASS,
          SESSION,
          MEMBER,
          MEASURE,
          INSTRUMENT,
          STATUS,
          OUTCOME,
          KIND,
          REPLY_TYPE,
          DISCLOSURE ->
          false;
    };
  }

  /** The field that holds it by characters. */
  String characters(Unit unit) {
    return field(unit) + "_characters";
  }

  /** The field that holds it by smartcn's words; letters only, for these serve ranking. */
  String words() {
    return field(Unit.LETTER) + "_words";
  }

  private String field(Unit unit) {
    return switch (unit) {
      case LETTER -> "letter_" + name();
      case SECTION -> "section_" + name();
    };
  }
}
