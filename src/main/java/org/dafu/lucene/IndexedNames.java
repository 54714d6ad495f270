package org.dafu.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.dafu.search.FilterField;
import org.dafu.search.HeldNames;

/** The names in one state of the index; each look-up is one into a term dictionary. */
final class IndexedNames implements HeldNames {
  private final IndexReader reader;

  IndexedNames(IndexReader reader) {
    this.reader = reader;
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
    try {
      List<String> sessions = new ArrayList<>();
      Terms terms = MultiTerms.getTerms(reader, Fields.filter(FilterField.SESSION));
      if (terms != null) {
        TermsEnum each = terms.iterator();
        while (each.next() != null) {
          sessions.add(each.term().utf8ToString());
        }
      }
      return sessions;
    } catch (IOException e) {
      throw new UncheckedIOException("the index cannot be read", e);
    }
  }

  private boolean has(Term term) {
    try {
      return reader.docFreq(term) > 0;
    } catch (IOException e) {
      throw new UncheckedIOException("the index cannot be read", e);
    }
  }
}
