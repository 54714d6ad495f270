package org.dafu.analysis;

import java.io.Reader;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.FilteringTokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.cn.smart.HMMChineseTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Text by the words of Lucene's smartcn, a hidden Markov model with a dictionary of general
 * Chinese. It knows no new terms (适/老化, 长/护/险) and serves ranking only; what must be found is found
 * by {@link CharacterAnalyzer}.
 *
 * <p>The dictionary takes some hundred milliseconds to load, at the first use of any instance.
 */
public final class WordsAnalyzer extends Analyzer {
  private final CharacterFold fold;

  /** An analyzer that folds what it reads. */
  public WordsAnalyzer(CharacterFold fold) {
    this.fold = fold;
  }

  @Override
  protected TokenStreamComponents createComponents(String fieldName) {
    Tokenizer words = new HMMChineseTokenizer();
    return new TokenStreamComponents(words, new SignsDropped(words));
  }

  @Override
  protected Reader initReader(String fieldName, Reader reader) {
    return new FoldingReader(fold, reader);
  }

  /** smartcn gives every sign as a comma, which would be the commonest word. */
  private static final class SignsDropped extends FilteringTokenFilter {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

    SignsDropped(TokenStream in) {
      super(in);
    }

    @Override
    protected boolean accept() {
      return term.codePoints()
          .mapToObj(CharacterKind::of)
          .anyMatch(kind -> kind != CharacterKind.PUNCTUATION && kind != CharacterKind.SPACE);
    }
  }
}
