package org.dafu.lucene;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.TermStatistics;
import org.apache.lucene.search.similarities.Similarity;
import org.apache.lucene.search.similarities.Similarity.SimScorer;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.SmallFloat;
import org.junit.jupiter.api.Test;

class LongQuestionBm25Test {
  private static final int USUAL = 400;
  private static final int TEXTS = 1000;

  private static SimScorer scorer(Similarity similarity) {
    return similarity.scorer(
        1,
        new CollectionStatistics("text", TEXTS, TEXTS, (long) TEXTS * USUAL, TEXTS * 100L),
        new TermStatistics(new BytesRef("养老"), 50, 80));
  }

  private static SimScorer lengthy() {
    return scorer(new LongQuestionBm25(Weights.DEFAULT));
  }

  private static SimScorer plain() {
    return scorer(new RarityBm25(Weights.DEFAULT, 1));
  }

  private static long norm(int length) {
    return SmallFloat.intToByte4(length) & 0xFFL;
  }

  private static double factor(int length) {
    return lengthy().score(2, norm(length)) / plain().score(2, norm(length));
  }

  @Test
  void score_ofLongerTexts_isLessThanByBm25() {
    assertEquals(1, factor(USUAL), 0.01);
    assertEquals(Math.pow(4, -Weights.DEFAULT.longLength()), factor(4 * USUAL), 0.01);
    assertTrue(factor(USUAL / 2) > factor(USUAL));
  }

  @Test
  void score_ofVeryShortTexts_growsNoMore() {
    assertEquals(Math.pow(3, Weights.DEFAULT.longLength()), factor(USUAL / 4), 1e-4);
    assertEquals(factor(USUAL / 4), factor(1), 1e-4);
  }

  /** Lucene skips texts by these two rules. */
  @Test
  void score_ofLongerTextsOrFewerWords_isNeverMore() {
    SimScorer scorer = lengthy();
    for (long norm = 0; norm < 255; norm++) {
      assertTrue(scorer.score(3, norm) >= scorer.score(3, norm + 1), "norm " + norm);
      assertTrue(scorer.score(4, norm) >= scorer.score(3, norm), "norm " + norm);
    }
  }

  @Test
  void scores_ofManyTexts_areTheSameAsOfEach() {
    SimScorer scorer = lengthy();
    float[] freqs = {1, 2, 7};
    long[] norms = {norm(30), norm(USUAL), norm(5000)};
    float[] scores = new float[3];
    scorer.asBulkSimScorer().score(3, freqs, norms, scores);
    float[] each = new float[3];
    for (int i = 0; i < 3; i++) {
      each[i] = scorer.score(freqs[i], norms[i]);
    }
    assertArrayEquals(each, scores, 1e-5f);
  }
}
