package org.dafu.extract;

import java.util.Arrays;
import java.util.function.IntPredicate;
import org.dafu.extract.CueIndex.Link;
import org.dafu.extract.CueIndex.Place;

/**
 * Finds the cues of a text clause by clause, in one pass over its characters. For one thread; used
 * again for text after text, so that nothing is allocated for a clause.
 *
 * <p>A clause ends with a comma or a sentence end, not within 《》. Of words of one list that lie
 * within one another the longest counts; parts of a cue with + or … always do.
 */
final class ClauseScanner {
  /** Takes the clauses of a text in order. */
  interface Sink {
    /**
     * A clause.
     *
     * @param clause valid during the call only
     */
    void clause(Clause clause);
  }

  private static final int NONE = -1;

  /** A 《 that is not closed within this many characters is a slip. */
  private static final int LONGEST_TITLE = 80;

  private final CueIndex index;
  private final Clause clause = new Clause();
  private final int[] longestEnd;

  // Of each word: the clause in which it stood last, and where it stood first in it.
  private final int[] seenIn;
  private final int[] seenFrom;
  private final int[] seenTo;
  private final boolean[] seenQuoted;

  // Of each part of a cue with …: the clause in which it was reached last, from where and to where.
  private final int[] reachedIn;
  private final int[] reachedFrom;
  private final int[] reachedTo;

  /** Of each cue with several parts: the clause in which it was found last. */
  private final int[] foundIn;

  /** Words of this clause that are in first parts of cues with +. */
  private final int[] leading;

  private int leadingCount;

  /** Bits of the words of this clause that are in later parts of cues with +. */
  private long completing;

  // Words that begin at the same place, shortest first.
  private final int[] wordsHere = new int[64];
  private final int[] endsHere = new int[64];

  /** The characters of the text by their numbers. */
  private char[] numbered = new char[1 << 10];

  private final IntPredicate unwanted;
  private int clauseNumber;
  private boolean inTitle;
  private byte place = Place.EVERYWHERE.number;

  /** Whether this clause has a cue that other words in it could deny. */
  private boolean deniable;

  ClauseScanner(CueIndex index) {
    this.index = index;
    longestEnd = new int[index.firstCode.length - 1];
    int words = index.deeds.length;
    seenIn = new int[words];
    seenFrom = new int[words];
    seenTo = new int[words];
    seenQuoted = new boolean[words];
    leading = new int[words];
    int links = index.links.length;
    reachedIn = new int[links];
    reachedFrom = new int[links];
    reachedTo = new int[links];
    foundIn = new int[index.entries.length];
    unwanted = cue -> index.unless[cue].length > 0 && firstSeen(index.unless[cue]) != NONE;
  }

  /**
   * Gives each clause to the sink.
   *
   * @param text folded, without white space
   * @param where what the text is: cues for elsewhere do not count
   */
  void scan(String text, Place where, Sink sink) {
    place = where.number;
    Arrays.fill(longestEnd, 0);
    clause.sentence = 0;
    int length = text.length();
    if (numbered.length <= length) {
      numbered = new char[2 * length];
    }
    index.words.number(text, numbered);
    begin(0);
    int titleStart = -1;
    for (int i = 0; i < length; i++) {
      char unit = text.charAt(i);
      if (unit == '《') {
        titleStart = i;
      } else if (unit == '》' || i - titleStart > LONGEST_TITLE) {
        titleStart = -1;
      }
      inTitle = titleStart >= 0;
      if (!inTitle && endsClause(unit)) {
        end(i, sink);
        clause.sentence += unit == ',' || unit == ':' ? 0 : 1;
        begin(i + 1);
      } else {
        int count = index.words.startingAt(numbered, i, wordsHere, endsHere);
        for (int w = count - 1; w >= 0; w--) {
          take(wordsHere[w], i, endsHere[w]);
        }
      }
    }
    end(length, sink);
  }

  private static boolean endsClause(char unit) {
    return unit == ',' || unit == '。' || unit == ';' || unit == ':' || unit == '!' || unit == '?';
  }

  private void begin(int start) {
    clauseNumber++;
    clause.clear(start);
    leadingCount = 0;
    completing = 0;
    deniable = false;
  }

  private void take(int word, int start, int end) {
    int deeds = index.deeds[word];
    boolean quoted = inTitle && (deeds & CueIndex.QUOTES) == 0;
    clause.reports |= (deeds & CueIndex.REPORTS) != 0;
    if ((deeds & CueIndex.IN_PARTS) != 0 && seenIn[word] != clauseNumber) {
      seenIn[word] = clauseNumber;
      seenFrom[word] = start;
      seenTo[word] = end;
      seenQuoted[word] = quoted;
      noteFirst(word, deeds);
    }
    if ((deeds & CueIndex.LINKS) != 0) {
      for (int link : index.fills[word]) {
        reach(link, start, end, quoted);
      }
    }
    int uncovered = index.hides[word] == 0 ? 0 : cover(index.hides[word], end);
    if (uncovered != 0) {
      for (int cue : index.cues[word]) {
        if ((uncovered >> index.lists[cue] & 1) != 0) {
          note(cue, start, end, quoted);
        }
      }
    }
  }

  private void noteFirst(int word, int deeds) {
    if ((deeds & CueIndex.COMPLETES) != 0) {
      completing |= CueIndex.bit(word);
    }
    if ((deeds & CueIndex.LEADS) != 0) {
      leading[leadingCount++] = word;
    }
  }

  /** Bits of the lists in which no longer word reaches as far as this one. */
  private int cover(int lists, int end) {
    int uncovered = 0;
    for (int list = 0; list < longestEnd.length; list++) {
      if ((lists >> list & 1) != 0 && end > longestEnd[list]) {
        longestEnd[list] = end;
        uncovered |= 1 << list;
      }
    }
    return uncovered;
  }

  private void reach(int number, int start, int end, boolean quoted) {
    Link link = index.links[number];
    int from = start;
    if (link.previous() >= 0) {
      int gap = start - reachedTo[link.previous()];
      if (reachedIn[link.previous()] != clauseNumber || gap < 0 || gap > Cue.GAP) {
        return;
      }
      from = reachedFrom[link.previous()];
    }
    reachedIn[number] = clauseNumber;
    reachedFrom[number] = from;
    reachedTo[number] = end;
    int cue = link.completes();
    if (cue >= 0 && foundIn[cue] != clauseNumber) {
      foundIn[cue] = clauseNumber;
      note(cue, from, end, quoted);
    }
  }

  private void note(int cue, int start, int end, boolean quoted) {
    byte meant = index.places[cue];
    if (meant == Place.EVERYWHERE.number || meant == place) {
      clause.add(cue, start, end, quoted);
      deniable |= index.deniable[cue];
    }
  }

  private void end(int end, Sink sink) {
    for (int l = 0; l < leadingCount && completing != 0; l++) {
      for (int cue : index.leads[leading[l]]) {
        if ((index.seconds[cue] & completing) != 0 && foundIn[cue] != clauseNumber) {
          foundIn[cue] = clauseNumber;
          noteIfWhole(cue, index.parts[cue]);
        }
      }
    }
    if (deniable) {
      clause.dropIf(unwanted);
    }
    clause.length = end - clause.start;
    if (clause.length > 0) {
      sink.clause(clause);
    }
  }

  private void noteIfWhole(int cue, int[][] parts) {
    int from = Integer.MAX_VALUE;
    int to = 0;
    boolean quoted = true;
    for (int[] part : parts) {
      int word = firstSeen(part);
      if (word == NONE) {
        return;
      }
      from = Math.min(from, seenFrom[word]);
      to = Math.max(to, seenTo[word]);
      quoted &= seenQuoted[word];
    }
    note(cue, from, to, quoted);
  }

  /** The one of these words that stands first in this clause; {@link #NONE} if none does. */
  private int firstSeen(int[] words) {
    int first = NONE;
    for (int word : words) {
      if (seenIn[word] == clauseNumber && (first == NONE || seenFrom[word] < seenFrom[first])) {
        first = word;
      }
    }
    return first;
  }
}
