package org.dafu.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
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
        if (reader.hasDeletions()) {
          sessions.removeIf(session -> !holds(FilterField.SESSION, session));
        }
      }
      return sessions;
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
