package org.dafu.analysis;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.TypeAttribute;

/**
 * Text by characters: each {@link Atom} takes one position. A Chinese character is a token, with
 * the pair that it makes with its neighbour at the same position; the parts of a mixed word stand
 * at the word's position; a run of punctuation is a token, so that a quotation with a sign in it
 * matches a sign and nothing else.
 */
public final class CharacterTokenizer extends Tokenizer {
  /** Type of a single character. */
  public static final String SINGLE = "<SINGLE>";

  /** Type of a pair of neighbours. */
  public static final String PAIR = "<PAIR>";

  /** Type of a word or number. */
  public static final String WORD = "<WORD>";

  /** Type of a part of a word or number. */
  public static final String PART = "<PART>";

  /** Type of a run of punctuation. */
  public static final String SIGNS = "<SIGNS>";

  private static final int FIRST_BUFFER_UNITS = 8192;

  private final CharTermAttribute termAttribute = addAttribute(CharTermAttribute.class);
  private final OffsetAttribute offsetAttribute = addAttribute(OffsetAttribute.class);
  private final TypeAttribute typeAttribute = addAttribute(TypeAttribute.class);
  private final PositionIncrementAttribute positionAttribute =
      addAttribute(PositionIncrementAttribute.class);

  private final CharacterFold fold;
  private char[] buffer = new char[FIRST_BUFFER_UNITS];
  private int length;
  private CharacterScanner scanner = new CharacterScanner(buffer, 0);

  // The character whose pair is still to be made once its neighbour is seen; -1 for none.
  private int pairStart = -1;
  private int pairFirstEnd;
  // Where the next part of the current word begins; -1 when there is none to give.
  private int partFrom = -1;
  // Whether the scanner stands on an atom that was looked at but not yet given out.
  private boolean pending;

  /** A tokenizer that folds what it reads. */
  public CharacterTokenizer(CharacterFold fold) {
    this.fold = fold;
  }

  @Override
  public boolean incrementToken() {
    clearAttributes();
    if (partFrom >= 0 && givePart()) {
      return true;
    }
    if (!pending && !scanner.next()) {
      return false;
    }
    if (pairStart >= 0 && givePair()) {
      pending = true;
      return true;
    }
    pending = false;
    giveAtom();
    return true;
  }

  private boolean givePair() {
    int start = pairStart;
    pairStart = -1;
    if (scanner.kind() != Atom.Kind.CHARACTER) {
      return false;
    }
    termAttribute.copyBuffer(buffer, start, pairFirstEnd - start);
    termAttribute.append(scanner.term());
    offsetAttribute.setOffset(correctOffset(start), correctOffset(scanner.end()));
    positionAttribute.setPositionIncrement(0);
    typeAttribute.setType(PAIR);
    return true;
  }

  private void giveAtom() {
    termAttribute.append(scanner.term());
    offsetAttribute.setOffset(correctOffset(scanner.start()), correctOffset(scanner.end()));
    switch (scanner.kind()) {
      case CHARACTER -> {
        typeAttribute.setType(SINGLE);
        pairStart = scanner.start();
        pairFirstEnd = scanner.end();
      }
      case WORD -> {
        typeAttribute.setType(WORD);
        int firstEnd = scanner.partEnd(scanner.start());
        partFrom = scanner.partStart(firstEnd) < scanner.end() ? scanner.start() : -1;
      }
      case PUNCTUATION -> typeAttribute.setType(SIGNS);
    }
  }

  private boolean givePart() {
    int from = scanner.partStart(partFrom);
    if (from >= scanner.end()) {
      partFrom = -1;
      return false;
    }
    int to = scanner.partEnd(from);
    termAttribute.append(scanner.term(from, to));
    offsetAttribute.setOffset(correctOffset(from), correctOffset(to));
    positionAttribute.setPositionIncrement(0);
    typeAttribute.setType(PART);
    partFrom = to;
    return true;
  }

  @Override
  public void reset() throws IOException {
    super.reset();
    length = 0;
    for (int read = 0; read >= 0; length += Math.max(read, 0)) {
      if (length == buffer.length) {
        buffer = Arrays.copyOf(buffer, buffer.length * 2);
      }
      read = input.read(buffer, length, buffer.length - length);
    }
    fold.fold(buffer, 0, length);
    scanner = new CharacterScanner(buffer, length);
    pairStart = -1;
    partFrom = -1;
    pending = false;
  }

  @Override
  public void end() throws IOException {
    super.end();
    int last = correctOffset(length);
    offsetAttribute.setOffset(last, last);
  }
}
