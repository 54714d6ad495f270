package org.dafu.search;

import java.util.List;

/** Finds letters or sections that are like a text, by the ranking that every search has. */
public interface TextSearcher {
  /**
   * What is most like the text, best first, of each letter at most one hit; only what shares
   * several pairs of characters with it.
   */
  List<Hit> search(TextRequest request);
}
