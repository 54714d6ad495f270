package org.dafu.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.Bits;
import org.dafu.search.FilterField;
import org.dafu.search.HeldNames;

/**
 * The names in one state of the index; each look-up is one into a term dictionary. A name of
 * letters that were removed stands there on until their segment is merged, and is no name any more.
 */
final class IndexedNames implements HeldNames {
  /** What a place's name ends with: 咸宁市 before 民政局, and 市 within 市民政局. */
  private static final String PLACES = "省市县区州盟旗团";

  private final IndexReader reader;
  private final Reading reading;

  IndexedNames(IndexReader reader, Reading reading) {
    this.reader = reader;
    this.reading = reading;
  }

  @Override
  public boolean holds(FilterField field, String value) {
    return has(new Term(Fields.filter(field), Fields.comparable(field, value)));
  }

  @Override
  public boolean isMember(String name) {
    return has(new Term(Fields.MEMBER, name));
  }

  @Override
  public List<String> sessions() {
    return values(FilterField.SESSION, session -> true);
  }

  @Override
  public Optional<Agency> agency(String name) {
    return reading.agency(name).map(known -> new Agency(known.before(), known.forms()));
  }

  @Override
  public List<String> agencies(List<String> names, int most) {
    List<String> found =
        values(FilterField.AGENCY, held -> names.stream().anyMatch(name -> isOf(held, name)));
    return found.size() > most ? List.of() : found;
  }

  private static boolean isOf(String held, String name) {
    int before = held.length() - name.length();
    return held.endsWith(name)
        && (before == 0 || isPlaceEnd(held, before - 1) || isPlaceEnd(held, before));
  }

  private static boolean isPlaceEnd(String name, int at) {
    return at < name.length() && PLACES.indexOf(name.charAt(at)) >= 0;
  }

  private List<String> values(FilterField field, Predicate<String> wanted) {
    try {
      List<String> values = new ArrayList<>();
      Terms terms = MultiTerms.getTerms(reader, Fields.filter(field));
      if (terms != null) {
        TermsEnum each = terms.iterator();
        while (each.next() != null) {
          String value = each.term().utf8ToString();
          if (wanted.test(value) && (!reader.hasDeletions() || holds(field, value))) {
            values.add(value);
          }
        }
      }
      return values;
    } catch (IOException e) {
      throw new UncheckedIOException("the index cannot be read", e);
    }
  }

  private boolean has(Term term) {
    try {
      for (LeafReaderContext leaf : reader.leaves()) {
        if (has(leaf.reader(), term)) {
          return true;
        }
      }
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException("the index cannot be read", e);
    }
  }

  private static boolean has(LeafReader segment, Term term) throws IOException {
    PostingsEnum documents = segment.postings(term, PostingsEnum.NONE);
    if (documents == null) {
      return false;
    }
    Bits live = segment.getLiveDocs();
    int document = documents.nextDoc();
    while (live != null && document != PostingsEnum.NO_MORE_DOCS && !live.get(document)) {
      document = documents.nextDoc();
    }
    return document != PostingsEnum.NO_MORE_DOCS;
  }
}
