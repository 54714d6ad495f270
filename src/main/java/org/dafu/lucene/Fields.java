package org.dafu.lucene;

import org.apache.lucene.index.Term;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.dafu.search.FilterField;
import org.dafu.search.SearchRequest.Unit;
import org.dafu.search.TypedNumbers;

/** Names of the fields that are not text, and the forms of their values. */
final class Fields {
  /** What a document is: one of the values below. */
  static final String TYPE = "type";

  static final String LETTER = "letter";
  static final String SECTION = "section";

  /** A letter that may not be shown (不予公开): kept for its file's sake, found by no search. */
  static final String HIDDEN = "hidden";

  static final String FILE = "file";

  /** Key of the file, on every document that came of it. */
  static final String KEY = "key";

  /** Id of the letter, on the letter and its sections. */
  static final String ID = "id";

  /** Names of those whom the letter is addressed to, on the letter and its sections. */
  static final String MEMBER = "member";

  /** The letter as JSON. */
  static final String REPLY = "reply";

  /** The {@link org.dafu.search.FileRecord}, as bytes. */
  static final String RECORD = "record";

  /** On a section its place among the letter's sections; on a letter their count. */
  static final String SECTIONS = "sections";

  /** The proposals' titles as printed, on a letter that may be shown; for suggestions. */
  static final String TITLES = "titles";

  /** The keys of its passages, on letters and sections, see {@link PassageKeys}. */
  static final String PASSAGES = "passages";

  /** Date for sorting, see {@link Order}. */
  static final String WHEN = "when";

  /** What orders documents that are equal otherwise; no two have the same. */
  static final String TIE = "tie";

  private Fields() {}

  static String filter(FilterField field) {
    return "filter_" + field.parameter();
  }

  /** The form of a value in which printed, typed and indexed ones are compared. */
  static String comparable(FilterField field, String value) {
    return switch (field) {
      case NUMBER -> TypedNumbers.proposal(value);
      case DOC_NUMBER -> TypedNumbers.document(value);
      case PROVINCE,
          CITY,
          COUNTY,
          YEAR,
          MEASURE,
          INSTRUMENT,
          STATUS,
          CLASS,
          OUTCOME,
          KIND,
          REPLY_TYPE,
          AGENCY,
          POLICY,
          DISCLOSURE,
          SESSION ->
          value;
    };
  }

  static Query ofType(String type) {
    return new TermQuery(new Term(TYPE, type));
  }

  /** What a search for this unit can find at all. */
  static Query ofUnit(Unit unit) {
    return switch (unit) {
      case LETTER -> ofType(LETTER);
      case SECTION -> ofType(SECTION);
    };
  }
}
