package org.dafu.lucene;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.IntField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.util.BytesRef;
import org.dafu.analysis.CharacterFold;
import org.dafu.reply.Disclosure;
import org.dafu.reply.Policy;
import org.dafu.reply.Reply;
import org.dafu.reply.Section;
import org.dafu.search.FilterField;
import org.dafu.search.Passage;
import org.dafu.search.Passages;
import org.dafu.search.ReplyJson;
import org.dafu.search.SearchRequest.Unit;
import org.jspecify.annotations.Nullable;

/**
 * A letter as a block of documents: its sections in reading order, parents before children, then
 * the letter itself. A letter without sections is its own only one, so that who looks for passages
 * finds it, and it is ranked like the others.
 */
final class LetterDocuments {
  // A longer title is a paragraph that was taken for one: nobody completes it.
  private static final int MAX_TITLE_UNITS = 300;

  // Lucene takes no longer term; a longer value is no name that anybody filters by.
  private static final int MAX_TERM_BYTES = IndexWriter.MAX_TERM_LENGTH;

  // smartcn's words serve ranking only, which asks for no positions.
  private static final FieldType WORDS_TYPE = new FieldType(TextField.TYPE_NOT_STORED);

  static {
    WORDS_TYPE.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
    WORDS_TYPE.freeze();
  }

  private final CharacterFold fold;
  private final FilterTerms filterTerms;

  LetterDocuments(CharacterFold fold, FilterTerms filterTerms) {
    this.fold = fold;
    this.filterTerms = filterTerms;
  }

  /** The sections of a letter as they are indexed and numbered. */
  static List<Section> flattened(List<Section> sections) {
    List<Section> flat = new ArrayList<>();
    for (Section section : sections) {
      flat.add(section);
      flat.addAll(flattened(section.children()));
    }
    return flat;
  }

  /**
   * The block.
   *
   * @param key of the file it came from
   */
  List<Document> of(Reply reply, String key) {
    if (reply.disclosure() == Disclosure.NOT_PUBLIC) {
      Document hidden = new Document();
      identify(hidden, Fields.HIDDEN, reply, key);
      hidden.add(new StoredField(Fields.REPLY, ReplyJson.writeBytes(reply)));
      return List.of(hidden);
    }
    List<Document> block = new ArrayList<>();
    List<Section> sections = flattened(reply.sections());
    for (int index = 0; index < sections.size(); index++) {
      block.add(section(reply, sections.get(index), index, key));
    }
    if (sections.isEmpty()) {
      block.add(whole(reply, key));
    }
    block.add(letter(reply, sections, block.size(), key));
    return block;
  }

  private Document letter(Reply reply, List<Section> sections, int below, String key) {
    Document document = new Document();
    identify(document, Fields.LETTER, reply, key);
    document.add(new StoredField(Fields.REPLY, ReplyJson.writeBytes(reply)));
    document.add(new NumericDocValuesField(Fields.SECTIONS, below));
    document.add(tie(reply, key, below));
    document.add(PassageKeys.field(Passages.of(reply)));
    addWhen(document, reply);
    reply.titles().stream()
        .filter(title -> title.length() <= MAX_TITLE_UNITS)
        .distinct()
        .forEach(title -> document.add(titleValue(title)));
    for (FilterField field : FilterField.values()) {
      addFilter(document, field, filterTerms.of(reply, field));
    }
    List<String> headings = headings(sections);
    List<String> policies = policies(reply.policies());
    List<String> elsewhere = new ArrayList<>(reply.titles());
    elsewhere.addAll(headings);
    elsewhere.addAll(policies);
    elsewhere.addAll(present(reply.agency(), reply.docNumber()));
    List<String> titles = reply.titles().isEmpty() ? List.of(reply.displayTitle()) : reply.titles();
    addRanked(document, Part.TITLE, titles);
    addRanked(document, Part.HEADING, headings);
    addRanked(document, Part.POLICY, policies);
    addRanked(document, Part.TEXT, withMissing(reply.text(), elsewhere));
    addMetadata(document, Unit.LETTER, reply);
    return document;
  }

  private Document section(Reply reply, Section section, int index, String key) {
    Document document = section(reply, index, Passages.of(reply, section), key);
    for (FilterField field : FilterField.values()) {
      addFilter(document, field, filterTerms.of(reply, section, field));
    }
    List<String> policies = policies(section.policies());
    List<String> elsewhere = new ArrayList<>(headings(List.of(section)));
    elsewhere.addAll(policies);
    addCharacters(document, Unit.SECTION, Part.HEADING, headings(List.of(section)));
    addCharacters(document, Unit.SECTION, Part.POLICY, policies);
    addCharacters(document, Unit.SECTION, Part.TEXT, withMissing(text(reply, section), elsewhere));
    return document;
  }

  private Document whole(Reply reply, String key) {
    Document document = section(reply, 0, Passages.of(reply), key);
    for (FilterField field : FilterField.values()) {
      addFilter(document, field, filterTerms.of(reply, field));
    }
    List<String> policies = policies(reply.policies());
    List<String> elsewhere = new ArrayList<>(reply.titles());
    elsewhere.addAll(policies);
    addCharacters(document, Unit.SECTION, Part.POLICY, policies);
    addCharacters(document, Unit.SECTION, Part.TEXT, withMissing(reply.text(), elsewhere));
    return document;
  }

  /** What every section has. */
  private Document section(Reply reply, int index, List<Passage> passages, String key) {
    Document document = new Document();
    identify(document, Fields.SECTION, reply, key);
    document.add(new NumericDocValuesField(Fields.SECTIONS, index));
    document.add(tie(reply, key, index));
    document.add(PassageKeys.field(passages));
    addWhen(document, reply);
    addCharacters(document, Unit.SECTION, Part.TITLE, reply.titles());
    addMetadata(document, Unit.SECTION, reply);
    return document;
  }

  /** As printed, label and heading included, so that a quotation may run from heading to text. */
  private static String text(Reply reply, Section section) {
    boolean placed = section.span().length() > 0 && section.span().end() <= reply.text().length();
    return placed ? section.span().of(reply.text()) : section.text();
  }

  private static void identify(Document document, String type, Reply reply, String key) {
    document.add(new StringField(Fields.TYPE, type, Field.Store.NO));
    document.add(new StringField(Fields.ID, reply.id().value(), Field.Store.YES));
    document.add(new StringField(Fields.KEY, key, Field.Store.YES));
  }

  /** The key goes in as a digest, for cursors carry this value and a path is nobody's business. */
  private static Field tie(Reply reply, String key, int place) {
    UUID file = UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8));
    String value = String.format(Locale.ROOT, "%s %s %06d", reply.id(), file, place);
    return new SortedDocValuesField(Fields.TIE, new BytesRef(value));
  }

  private static Field titleValue(String title) {
    return new SortedSetDocValuesField(Fields.TITLES, new BytesRef(title));
  }

  private static void addWhen(Document document, Reply reply) {
    Order.when(reply.date(), reply.year())
        .ifPresent(when -> document.add(new NumericDocValuesField(Fields.WHEN, when)));
  }

  private static void addFilter(Document document, FilterField field, Set<String> values) {
    String name = Fields.filter(field);
    for (String value : values) {
      if (field == FilterField.YEAR) {
        document.add(new IntField(name, Integer.parseInt(value), Field.Store.NO));
      } else if (isTerm(value)) {
        document.add(new StringField(name, value, Field.Store.NO));
        document.add(new SortedSetDocValuesField(name, new BytesRef(value)));
      }
    }
  }

  private static boolean isTerm(String value) {
    return value.length() <= MAX_TERM_BYTES / 4
        || value.getBytes(StandardCharsets.UTF_8).length <= MAX_TERM_BYTES;
  }

  private void addMetadata(Document document, Unit unit, Reply reply) {
    List<String> places = present(reply.city(), reply.county());
    List<String> agencies =
        Stream.concat(present(reply.agency()).stream(), reply.coAgencies().stream()).toList();
    List<String> about = new ArrayList<>(present(reply.province()));
    about.addAll(places);
    about.addAll(agencies);
    addCharacters(document, unit, Part.PLACE, places);
    addCharacters(document, unit, Part.AGENCY, agencies);
    addCharacters(document, unit, Part.ABOUT, about);
    addCharacters(document, unit, Part.DOC_NUMBER, present(reply.docNumber()));
    for (String name : reply.addressees()) {
      String compact = fold.compact(name);
      if (isTerm(compact)) {
        document.add(new StringField(Fields.MEMBER, compact, Field.Store.NO));
      }
    }
  }

  private static void addRanked(Document document, Part part, Collection<String> values) {
    addCharacters(document, Unit.LETTER, part, values);
    for (String value : values) {
      document.add(new Field(part.words(), value, WORDS_TYPE));
    }
  }

  private static void addCharacters(
      Document document, Unit unit, Part part, Collection<String> values) {
    for (String value : values) {
      document.add(new TextField(part.characters(unit), value, Field.Store.NO));
    }
  }

  private static List<String> headings(List<Section> sections) {
    return sections.stream().flatMap(section -> present(section.heading()).stream()).toList();
  }

  private static List<String> policies(List<Policy> policies) {
    return policies.stream()
        .flatMap(policy -> present(policy.title(), policy.number()).stream())
        .toList();
  }

  /** The text, then what was given beside it and does not stand in it. */
  private List<String> withMissing(String text, List<String> elsewhere) {
    List<String> all = new ArrayList<>(List.of(text));
    String compact = fold.compact(text);
    elsewhere.stream()
        .distinct()
        .filter(value -> !compact.contains(fold.compact(value)))
        .forEach(all::add);
    return all;
  }

  private static List<String> present(@Nullable String... values) {
    List<String> present = new ArrayList<>();
    for (String value : values) {
      if (value != null && !value.isEmpty()) {
        present.add(value);
      }
    }
    return present;
  }
}
