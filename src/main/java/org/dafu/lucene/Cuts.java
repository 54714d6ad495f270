package org.dafu.lucene;

import java.util.BitSet;
import java.util.List;
import org.dafu.analysis.Atom;
import org.dafu.reply.Span;

/**
 * Where a text may be cut for a passage: at sentence ends, at need at commas, at worst between two
 * characters; never within a number, a word or a title in 《》.
 */
final class Cuts {
  private static final String SENTENCE_ENDS = "。！？；!?;\n\r";
  private static final String CLOSING = "”’」』）)》〉\"";
  private static final String PAUSES = "，、：,:—";
  // After a sentence there are a few of them.
  private static final int MAX_CLOSING_UNITS = 8;
  // A 《 that is not closed by then was never meant to be.
  private static final int MAX_TITLE_UNITS = 100;

  private static final int MIN_PASSAGE_UNITS = 60;
  private static final int MAX_PASSAGE_UNITS = 160;
  // What stands before a mark helps to read it; what stands after matters more.
  private static final int MAX_LEAD_UNITS = 60;

  private final String text;
  private final BitSet whole = new BitSet();

  /**
   * @param atoms of the text
   */
  Cuts(String text, List<Atom> atoms) {
    this.text = text;
    for (Atom atom : atoms) {
      if (atom.kind() != Atom.Kind.PUNCTUATION) {
        whole.set(atom.start() + 1, Math.max(atom.end(), atom.start() + 1));
      }
    }
    int close = 0;
    for (int open = text.indexOf('《'); open >= 0; open = text.indexOf('《', open + 1)) {
      close = close > open ? close : text.indexOf('》', open);
      if (close < 0) {
        break;
      }
      if (close - open <= MAX_TITLE_UNITS) {
        whole.set(open + 1, close + 1);
      }
    }
  }

  /** A passage of the range around a mark, without white space at its ends. */
  Span around(Span mark, Span range) {
    // Farther away no passage begins or ends, however long the sentence is.
    int first = Math.max(range.start(), mark.start() - MAX_PASSAGE_UNITS - 1);
    int last = Math.min(range.end(), mark.end() + MAX_PASSAGE_UNITS + 1);
    int start = sentenceStart(mark.start(), first);
    int end = sentenceEnd(mark.end(), last);
    while (end - start < MIN_PASSAGE_UNITS && end < last) {
      end = sentenceEnd(end + 1, last);
    }
    while (end - start < MIN_PASSAGE_UNITS && start > first) {
      start = sentenceStart(start - 1, first);
    }
    if (end - start > MAX_PASSAGE_UNITS) {
      start = Math.max(start, cutBefore(mark.start(), start));
      end = Math.min(end, cutAfter(mark.end(), start + MAX_PASSAGE_UNITS, end));
    }
    return stripped(start, end);
  }

  private int sentenceStart(int from, int least) {
    int at = from;
    while (at > least && !isSentenceEnd(at)) {
      at--;
    }
    return at;
  }

  private int sentenceEnd(int from, int most) {
    int at = from;
    while (at < most && !isSentenceEnd(at)) {
      at++;
    }
    return at;
  }

  /** Whether a sentence ends before this unit; a closing sign still belongs to it. */
  private boolean isSentenceEnd(int at) {
    int last = at - 1;
    int least = Math.max(0, last - MAX_CLOSING_UNITS);
    while (last > least && CLOSING.indexOf(text.charAt(last)) >= 0) {
      last--;
    }
    return last >= 0
        && SENTENCE_ENDS.indexOf(text.charAt(last)) >= 0
        && !(at < text.length() && CLOSING.indexOf(text.charAt(at)) >= 0)
        && !isWithin(at);
  }

  /** Whether a cut here would go through a number, a word, a title or a code point. */
  private boolean isWithin(int at) {
    boolean pair =
        at > 0
            && at < text.length()
            && Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at));
    return pair || whole.get(at);
  }

  /**
   * The start for a passage that is too long: a pause within the lead, else any place there, else
   * where the title begins that the mark stands in.
   */
  private int cutBefore(int mark, int least) {
    int earliest = Math.max(least, mark - MAX_LEAD_UNITS);
    for (int at = earliest; at <= mark; at++) {
      if (at == least || (at > 0 && PAUSES.indexOf(text.charAt(at - 1)) >= 0 && !isWithin(at))) {
        return at;
      }
    }
    int at = earliest;
    while (at < mark && isWithin(at)) {
      at++;
    }
    while (at > least && isWithin(at)) {
      at--;
    }
    return at;
  }

  /** The end for a passage that is too long: the last pause, else the last place that may be. */
  private int cutAfter(int mark, int latest, int most) {
    int bound = Math.max(mark, Math.min(latest, most));
    for (int at = bound; at > mark; at--) {
      if (PAUSES.indexOf(text.charAt(at - 1)) >= 0 && !isWithin(at)) {
        return at;
      }
    }
    int at = bound;
    while (at > mark && isWithin(at)) {
      at--;
    }
    while (at < most && isWithin(at)) {
      at++;
    }
    return at;
  }

  private Span stripped(int from, int to) {
    int start = from;
    int end = to;
    while (start < end && isBlank(text.charAt(start))) {
      start++;
    }
    while (end > start && isBlank(text.charAt(end - 1))) {
      end--;
    }
    return new Span(start, end);
  }

  private static boolean isBlank(char unit) {
    return Character.isWhitespace(unit) || Character.isSpaceChar(unit);
  }
}
