package org.dafu.extract;

import java.util.Arrays;
import java.util.function.IntPredicate;
import org.dafu.extract.CueIndex.Place;

/**
 * Finds the cues of a text clause by clause. For one thread; used again for text after text, so
 * that nothing is allocated for a clause.
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

  /** A 《 that is not closed within this many characters is a slip. */
  private static final int LONGEST_TITLE = 80;

  // Signs by their numbers, which begin with 1.
  private static final int TITLE_START = AskedWords.SIGNS.indexOf('《') + 1;
  private static final int TITLE_END = AskedWords.SIGNS.indexOf('》') + 1;
  private static final int LAST_WITHIN_SENTENCE = AskedWords.SIGNS.indexOf(':') + 1;
  private static final int LAST_SIGN = AskedWords.SIGNS.length();

  private static final int NONE = WordActs.NONE;

  private final WordActs acts;
  private final AskedWords asked;
  private final int[][] unless;
  private final Clause clause;
  private final int[] longestEnd;

  // Of each word that is asked for: the clause in which it stood last, and where it stood first in
  // it.
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

  /** Places in {@link WordActs#led} of the words of this clause that lead cues with +. */
  private final int[] leading;

  private int leadingCount;

  /** The words of this clause that may be later parts of cues with +, as a row of bits. */
  private final int[] row;

  /** Whether that row has a bit, and whether single characters of the clause were looked at. */
  private boolean marked;

  private boolean spelled;

  // Words that begin at the same place, shortest first.
  private final int[] wordsHere = new int[64];
  private final int[] endsHere = new int[64];

  // Of the text: its characters by their numbers, whether each stands in a title, and where words
  // may begin.
  private char[] numbered = {};
  private boolean[] inTitle = {};
  private int[] places = {};

  private final IntPredicate denied;
  private int clauseNumber;
  private int place = Place.EVERYWHERE.number;

  ClauseScanner(CueIndex index) {
    acts = index.acts;
    asked = index.asked;
    unless = index.unless;
    longestEnd = new int[index.firstCode.length - 1];
    clause = new Clause(longestEnd.length);
    denied = this::isDenied;
    seenIn = new int[asked.end];
    seenFrom = new int[asked.end];
    seenTo = new int[asked.end];
    seenQuoted = new boolean[asked.end];
    leading = new int[asked.end];
    row = asked.row();
    reachedIn = new int[acts.previous.length];
    reachedFrom = new int[acts.previous.length];
    reachedTo = new int[acts.previous.length];
    foundIn = new int[index.entries.length];
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
    makeRoom(length);
    acts.words.number(text, numbered);
    int count = acts.words.places(numbered, length, places);
    begin(0);
    for (int p = 0; p < count; p++) {
      int at = places[p];
      int unit = numbered[at];
      if (unit <= LAST_SIGN && endsClause(unit, at, length)) {
        end(at, sink);
        clause.sentence += unit > LAST_WITHIN_SENTENCE ? 1 : 0;
        begin(at + 1);
      } else {
        int found = acts.words.startingAt(numbered, at, wordsHere, endsHere);
        for (int w = found - 1; w >= 0; w--) {
          take(wordsHere[w], at, endsHere[w]);
        }
      }
    }
    end(length, sink);
  }

  private void makeRoom(int length) {
    if (numbered.length <= length) {
      numbered = new char[2 * length + 1];
      inTitle = new boolean[2 * length + 1];
      places = new int[2 * length + 1];
    }
    Arrays.fill(inTitle, 0, length, false);
  }

  /** Whether this character ends a clause; bounds of titles are noted. */
  private boolean endsClause(int unit, int at, int length) {
    if (unit == TITLE_START || unit == TITLE_END) {
      int longest = Math.min(length, at + LONGEST_TITLE + 1);
      Arrays.fill(inTitle, at, longest, unit == TITLE_START);
    }
    return unit > TITLE_END && !inTitle[at];
  }

  private void begin(int start) {
    clauseNumber++;
    clause.clear(start);
    leadingCount = 0;
    spelled = false;
    if (marked) {
      Arrays.fill(row, 0);
      marked = false;
    }
  }

  private void take(int word, int start, int end) {
    int at = word;
    int head = acts.acts[at++];
    boolean quoted = inTitle[start] && (head & WordActs.QUOTES) == 0;
    clause.reports |= (head & WordActs.REPORTS) != 0;
    if ((head & WordActs.ASKED) != 0) {
      int number = acts.acts[at++];
      boolean first = see(number, start, end, quoted);
      if ((head & WordActs.LEADS) != 0) {
        if (first) {
          leading[leadingCount++] = acts.acts[at];
        }
        at++;
      }
    }
    if ((head & WordActs.LINKS) != 0) {
      int links = acts.acts[at++];
      for (int l = 0; l < links; l++) {
        reach(acts.acts[at++], start, end, quoted);
      }
    }
    if ((head & WordActs.HIDES) != 0) {
      int uncovered = uncovered(head >> WordActs.HIDES_SHIFT, end);
      if (uncovered != 0) {
        note(at, head >> WordActs.COUNT_SHIFT, uncovered, start, end, quoted);
      }
    }
  }

  /** Notes where a word stands that is asked for; whether it is the first time in this clause. */
  private boolean see(int word, int start, int end, boolean quoted) {
    if (seenIn[word] == clauseNumber) {
      return false;
    }
    seenIn[word] = clauseNumber;
    seenFrom[word] = start;
    seenTo[word] = end;
    seenQuoted[word] = quoted;
    if (word < asked.laterEnd) {
      row[AskedWords.cell(word)] |= AskedWords.bit(word);
      marked = true;
    }
    return true;
  }

  /** Bits of those of these lists in which no longer word reaches as far as this one. */
  private int uncovered(int lists, int end) {
    int uncovered = 0;
    for (int list = 0; list < longestEnd.length; list++) {
      if ((lists >> list & 1) != 0 && end > longestEnd[list]) {
        longestEnd[list] = end;
        uncovered |= 1 << list;
      }
    }
    return uncovered;
  }

  private void note(int from, int count, int lists, int start, int end, boolean quoted) {
    for (int at = from; at < from + count; at++) {
      int cue = acts.acts[at];
      if ((lists >> PackedCue.list(cue) & 1) != 0) {
        note(cue, start, end, quoted);
      }
    }
  }

  private void note(int cue, int start, int end, boolean quoted) {
    if (counts(cue)) {
      clause.add(cue, start, end, quoted);
    }
  }

  private boolean counts(int cue) {
    int meant = PackedCue.place(cue);
    return meant == Place.EVERYWHERE.number || meant == place;
  }

  private void reach(int link, int start, int end, boolean quoted) {
    int previous = acts.previous[link];
    int from = start;
    if (previous != NONE) {
      int gap = start - reachedTo[previous];
      if (reachedIn[previous] != clauseNumber || gap < 0 || gap > Cue.GAP) {
        return;
      }
      from = reachedFrom[previous];
    }
    reachedIn[link] = clauseNumber;
    reachedFrom[link] = from;
    reachedTo[link] = end;
    int cue = acts.completes[link];
    if (cue != NONE && isNew(cue)) {
      note(cue, from, end, quoted);
    }
  }

  /** Whether a cue with several parts was not found in this clause before. */
  private boolean isNew(int cue) {
    int number = PackedCue.number(cue);
    boolean known = foundIn[number] == clauseNumber;
    foundIn[number] = clauseNumber;
    return !known;
  }

  private void end(int end, Sink sink) {
    clause.length = end - clause.start;
    if (leadingCount > 0) {
      markCharacters(end);
      for (int l = 0; l < leadingCount; l++) {
        noteLed(leading[l]);
      }
    }
    clause.dropDenied(denied);
    if (clause.length > 0) {
      sink.clause(clause);
    }
  }

  /** Puts the words of one character into the row: all characters, for that needs no branch. */
  private void markCharacters(int end) {
    marked = true;
    for (int i = clause.start; i < end; i++) {
      int word = Math.min(numbered[i], asked.other);
      row[AskedWords.cell(word)] |= AskedWords.bit(word);
    }
  }

  /** Notes the cues with + that a word leads, if words of their other parts are there too. */
  private void noteLed(int record) {
    int[] led = acts.led;
    int at = record;
    for (int left = led[at++]; left > 0; left--) {
      int cue = led[at];
      int parts = led[at + 1];
      int cells = at + 3;
      at = cells + 2 * led[at + 2];
      if (meetsRow(cells, at) && counts(cue) && isNew(cue)) {
        noteIfWhole(cue, parts);
      }
    }
  }

  /** Whether one of the words is there of which {@code led[from, to)} has the cells and bits. */
  private boolean meetsRow(int from, int to) {
    int met = 0;
    for (int at = from; at < to; at += 2) {
      met |= row[acts.led[at]] & acts.led[at + 1];
    }
    return met != 0;
  }

  private void noteIfWhole(int cue, int record) {
    spell();
    int from = Integer.MAX_VALUE;
    int to = 0;
    boolean quoted = true;
    int at = record;
    for (int left = acts.parts[at++]; left > 0; left--) {
      int next = at + 1 + acts.parts[at];
      int word = firstSeen(acts.parts, at + 1, next);
      if (word == NONE) {
        return;
      }
      from = Math.min(from, seenFrom[word]);
      to = Math.max(to, seenTo[word]);
      quoted &= seenQuoted[word];
      at = next;
    }
    note(cue, from, to, quoted);
  }

  private boolean isDenied(int cue) {
    int[] deniers = unless[cue];
    if (deniers.length == 0) {
      return false;
    }
    spell();
    return firstSeen(deniers, 0, deniers.length) != NONE;
  }

  /** Notes where the words of one character stand, from behind, so that the first place stays. */
  private void spell() {
    if (!spelled) {
      spelled = true;
      for (int i = clause.start + clause.length - 1; i >= clause.start; i--) {
        int word = Math.min(numbered[i], asked.other);
        seenIn[word] = clauseNumber;
        seenFrom[word] = i;
        seenTo[word] = i + 1;
        seenQuoted[word] = inTitle[i] && word > TITLE_END;
      }
    }
  }

  /** The one of these words that stands first in this clause; {@link #NONE} if none does. */
  private int firstSeen(int[] words, int from, int to) {
    int first = NONE;
    for (int w = from; w < to; w++) {
      int word = words[w];
      if (seenIn[word] == clauseNumber && (first == NONE || seenFrom[word] < seenFrom[first])) {
        first = word;
      }
    }
    return first;
  }
}
