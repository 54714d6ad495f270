package org.dafu.analysis;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts text into {@link Atom atoms}; the one place that knows where a character, a word, a number
 * and a run of signs begin and end. Index, queries and marks all use it, and so agree.
 *
 * <p>White space is nothing between Chinese characters, so that 养 老 over a line's end is found as
 * 养老. A number keeps its decimal point and loses its thousands commas; a date with points or a list
 * with commas is several numbers.
 */
public final class CharacterScanner {
  /** The term of every run of punctuation. */
  static final String PUNCTUATION = "。";

  // A longer run of letters is no word but encoded data; Lucene refuses terms over 32,766 bytes.
  private static final int MAX_WORD_UNITS = 64;

  private final char[] text;
  private final int length;
  private int start;
  private int end;
  private Atom.Kind kind = Atom.Kind.PUNCTUATION;

  /**
   * @param text already folded by {@link CharacterFold}
   * @param length units of it that count
   */
  CharacterScanner(char[] text, int length) {
    this.text = text;
    this.length = length;
  }

  /** All atoms of the text, in order. */
  public static List<Atom> atoms(CharacterFold fold, CharSequence text) {
    char[] folded = text.toString().toCharArray();
    fold.fold(folded, 0, folded.length);
    CharacterScanner scanner = new CharacterScanner(folded, folded.length);
    List<Atom> atoms = new ArrayList<>(folded.length);
    while (scanner.next()) {
      atoms.add(scanner.atom());
    }
    return atoms;
  }

  /** Goes to the next atom; false at the end of the text. */
  boolean next() {
    start = end;
    while (start < length && isBlank(kindAt(start))) {
      start += width(start);
    }
    if (start >= length) {
      return false;
    }
    switch (kindAt(start)) {
      case CHARACTER -> {
        kind = Atom.Kind.CHARACTER;
        end = start + width(start);
      }
      case LETTER, DIGIT -> {
        kind = Atom.Kind.WORD;
        int number = compoundNumberEnd();
        end = number > 0 ? number : wordEnd();
      }
      case SPACE, IGNORED, PUNCTUATION -> {
        kind = Atom.Kind.PUNCTUATION;
        end = punctuationEnd();
      }
    }
    return true;
  }

  Atom.Kind kind() {
    return kind;
  }

  int start() {
    return start;
  }

  int end() {
    return end;
  }

  private Atom atom() {
    List<String> parts = new ArrayList<>();
    if (kind == Atom.Kind.WORD) {
      for (int from = partStart(start); from < end; from = partStart(partEnd(from))) {
        parts.add(term(from, partEnd(from)));
      }
    }
    return new Atom(kind, term(), parts.size() > 1 ? parts : List.of(), start, end);
  }

  /** The term of the current atom. */
  String term() {
    return kind == Atom.Kind.PUNCTUATION ? PUNCTUATION : term(start, end);
  }

  /** The term of this range within the current atom. */
  String term(int from, int to) {
    StringBuilder term = new StringBuilder(to - from);
    for (int i = from; i < to; i += width(i)) {
      CharacterKind here = kindAt(i);
      if (here != CharacterKind.IGNORED && text[i] != ',') {
        term.append(text, i, width(i));
      }
    }
    return term.toString();
  }

  /** The first unit of the part of the current word that stands at or after this unit. */
  int partStart(int from) {
    int at = from;
    while (at < end && !isLetterOrDigit(kindAt(at))) {
      at += width(at);
    }
    return at;
  }

  /** The unit after the run of letters alone, or of digits alone, that begins here. */
  int partEnd(int from) {
    CharacterKind first = kindAt(from);
    int at = from;
    while (at < end && (kindAt(at) == first || kindAt(at) == CharacterKind.IGNORED)) {
      at += width(at);
    }
    return at;
  }

  private int wordEnd() {
    int at = start;
    while (at < length && at - start < MAX_WORD_UNITS) {
      CharacterKind here = kindAt(at);
      if (!isLetterOrDigit(here) && here != CharacterKind.IGNORED) {
        break;
      }
      at += width(at);
    }
    return at;
  }

  private int punctuationEnd() {
    int at = start;
    int last = start;
    while (at < length) {
      CharacterKind here = kindAt(at);
      if (here == CharacterKind.PUNCTUATION) {
        last = at + width(at);
      } else if (!isBlank(here)) {
        break;
      }
      at += width(at);
    }
    return last;
  }

  /**
   * Where a number with thousands commas or a decimal point ends that starts here; 0 if none does.
   */
  private int compoundNumberEnd() {
    if (followsRefusedSeparator()) {
      return 0;
    }
    int at = digitsEnd(start);
    boolean separated = false;
    boolean grouped = at - start <= 3;
    while (isSeparated(at, ',')) {
      int groupEnd = digitsEnd(at + 1);
      grouped &= groupEnd - at == 4;
      separated = true;
      at = groupEnd;
    }
    if (separated && !grouped) {
      return 0;
    }
    if (isSeparated(at, '.')) {
      separated = true;
      at = digitsEnd(at + 1);
      if (isSeparated(at, '.') || isSeparated(at, ',')) {
        return 0;
      }
    }
    return separated && at - start <= MAX_WORD_UNITS ? at : 0;
  }

  private boolean followsRefusedSeparator() {
    return start >= 2 && (text[start - 1] == '.' || text[start - 1] == ',') && isDigit(start - 2);
  }

  private boolean isSeparated(int at, char separator) {
    return at > start && at + 1 < length && text[at] == separator && isDigit(at + 1);
  }

  /** No further than makes a word too long: a page of digits is not read anew from each word. */
  private int digitsEnd(int from) {
    int most = Math.min(length, from + MAX_WORD_UNITS + 1);
    int at = from;
    while (at < most && isDigit(at)) {
      at++;
    }
    return at;
  }

  private boolean isDigit(int at) {
    return text[at] >= '0' && text[at] <= '9';
  }

  private static boolean isLetterOrDigit(CharacterKind kind) {
    return kind == CharacterKind.LETTER || kind == CharacterKind.DIGIT;
  }

  private static boolean isBlank(CharacterKind kind) {
    return kind == CharacterKind.SPACE || kind == CharacterKind.IGNORED;
  }

  private CharacterKind kindAt(int at) {
    return CharacterKind.of(Character.codePointAt(text, at, length));
  }

  private int width(int at) {
    return Character.charCount(Character.codePointAt(text, at, length));
  }
}
