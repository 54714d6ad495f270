package org.dafu.analysis;

import org.apache.lucene.analysis.Analyzer;

/** Text by characters, so that any quoted piece of it is found: see {@link CharacterTokenizer}. */
public final class CharacterAnalyzer extends Analyzer {
  // Wider than any quotation: a phrase never runs from one value of a field into the next.
  private static final int GAP_POSITIONS = 100;

  private final CharacterFold fold;

  /** An analyzer that folds what it reads. */
  public CharacterAnalyzer(CharacterFold fold) {
    this.fold = fold;
  }

  @Override
  protected TokenStreamComponents createComponents(String fieldName) {
    return new TokenStreamComponents(new CharacterTokenizer(fold));
  }

  @Override
  public int getPositionIncrementGap(String fieldName) {
    return GAP_POSITIONS;
  }
}
