package org.dafu.lucene;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
import org.dafu.search.SearchRequest.Unit;

/** Which characters stand side by side in letters, and in how many letters. */
final class CharacterPairs {
  static final String FIELD = Part.TEXT.characters(Unit.LETTER);

  private final IndexReader reader;
  private final Map<String, Long> letters = new HashMap<>();
  private final Map<Character, Map<Character, Long>> following = new HashMap<>();

  CharacterPairs(IndexReader reader) {
    this.reader = reader;
  }

  /** Letters that have the pair, deleted ones perhaps among them. */
  long letters(char first, char second) throws IOException {
    return letters("" + first + second);
  }

  /** Letters that have the character. */
  long letters(char single) throws IOException {
    return letters("" + single);
  }

  private long letters(String term) throws IOException {
    Long known = letters.get(term);
    if (known == null) {
      known = (long) reader.docFreq(new Term(FIELD, term));
      letters.put(term, known);
    }
    return known;
  }

  /** Every character that stands after this one, with the letters that have the pair. */
  Map<Character, Long> following(char first) throws IOException {
    Map<Character, Long> known = following.get(first);
    if (known == null) {
      known = beginningWith(String.valueOf(first), 1);
      following.put(first, known);
    }
    return known;
  }

  /** Every single character, with the letters that have it. */
  Map<Character, Long> singles() throws IOException {
    return beginningWith("", 0);
  }

  /** Of all terms of one character more than the prefix: that character. */
  private Map<Character, Long> beginningWith(String prefix, int at) throws IOException {
    Map<Character, Long> found = new HashMap<>();
    Terms terms = MultiTerms.getTerms(reader, FIELD);
    if (terms == null) {
      return found;
    }
    BytesRef start = new BytesRef(prefix);
    TermsEnum each = terms.iterator();
    TermsEnum.SeekStatus status = each.seekCeil(start);
    for (BytesRef term = status == TermsEnum.SeekStatus.END ? null : each.term();
        term != null && StringHelper.startsWith(term, start);
        term = each.next()) {
      String text = term.utf8ToString();
      if (text.length() == at + 1 && Character.isIdeographic(text.charAt(at))) {
        found.put(text.charAt(at), (long) each.docFreq());
      }
    }
    return found;
  }
}
