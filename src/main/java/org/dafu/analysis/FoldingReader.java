package org.dafu.analysis;

import java.io.IOException;
import java.io.Reader;
import org.apache.lucene.analysis.CharFilter;

/**
 * Folds characters before a tokenizer that knows only their usual forms. Length is kept, so that
 * offsets need no correction. Supplementary characters, which smartcn would cut in two, become the
 * sign 〓 (geta) twice.
 */
final class FoldingReader extends CharFilter {
  private static final char GETA = '〓';

  private final CharacterFold fold;

  FoldingReader(CharacterFold fold, Reader input) {
    super(input);
    this.fold = fold;
  }

  @Override
  public int read(char[] buffer, int offset, int length) throws IOException {
    int read = input.read(buffer, offset, length);
    if (read > 0) {
      fold.fold(buffer, offset, offset + read);
      for (int i = offset; i < offset + read; i++) {
        buffer[i] = Character.isSurrogate(buffer[i]) ? GETA : buffer[i];
      }
    }
    return read;
  }

  @Override
  protected int correct(int currentOffset) {
    return currentOffset;
  }
}
