package org.dafu.lucene;

import java.util.List;
import java.util.Map;
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

  private static final Map<TextField, List<Part>> OF_FIELD =
      Map.of(
          TextField.TITLE, List.of(TITLE),
          TextField.AGENCY, List.of(AGENCY),
          TextField.POLICY, List.of(POLICY),
          TextField.CITY, List.of(PLACE),
          TextField.COUNTY, List.of(PLACE),
          TextField.PROVINCE, List.of(ABOUT),
          TextField.DOC_NUMBER, List.of(DOC_NUMBER),
          TextField.NUMBER, List.of(DOC_NUMBER));

  /** The parts that a named field of the query language is looked for in; none for most values. */
  static List<Part> of(TextField field) {
    return OF_FIELD.getOrDefault(field, List.of());
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
