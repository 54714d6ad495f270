package org.dafu.search;

import java.util.List;

/** Finds what a word that no letter has was meant to be. */
public interface Speller {
  /**
   * Words of the letters that are near: the same in pinyin, or with one character wrong, missing,
   * too many or in the wrong place. Likeliest first; each stands in some letter.
   *
   * @param word a word or a few that stand together; pinyin may be typed for characters
   * @param size most corrections
   */
  List<String> corrections(String word, int size);
}
