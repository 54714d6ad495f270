package org.dafu.lucene;

import org.apache.lucene.search.similarities.BM25Similarity;

/**
 * BM25 whose words count by a power of their rarity (idf); the index holds nothing of the weights.
 *
 * <p>A text's length counts all of its terms, pairs at the place of a single character too. Lucene
 * leaves such overlaps out of a text's own length by default, but not out of the average that it is
 * compared with, and every text then seems to be half as long as usual.
 */
final class RarityBm25 extends BM25Similarity {
  private final double power;

  RarityBm25(Weights weights, double power) {
    super((float) weights.k1(), (float) weights.b(), false);
    this.power = power;
  }

  @Override
  protected float idf(long docFreq, long docCount) {
    return (float) Math.pow(super.idf(docFreq, docCount), power);
  }
}
