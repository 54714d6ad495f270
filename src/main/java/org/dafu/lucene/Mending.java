package org.dafu.lucene;

/**
 * What a word may have been meant to be.
 *
 * @param word mended
 * @param trust how often people err so, greater for the same sound
 * @param letters at most so many letters have it
 */
record Mending(String word, double trust, long letters) {
  /** What it is tried by, before it is looked up as a whole. */
  double worth() {
    return trust * Math.log1p((double) letters);
  }
}
