package org.dafu.extract;

import java.util.Arrays;
import org.dafu.extract.Clause.Cues;

/** Points of the codes of one list in one clause, but for cues within 《》 or quotation marks. */
final class ClausePoints {
  /** No code. */
  static final int NONE = -1;

  private final CueIndex index;
  private final int list;
  private final int first;
  private final double[] points;

  ClausePoints(CueIndex index, int list) {
    this.index = index;
    this.list = list;
    first = index.firstCode[list];
    points = new double[index.firstCode[list + 1] - first];
  }

  /**
   * Counts a clause; those before it are forgotten.
   *
   * @param factor what its cues are worth
   * @return whether it has any
   */
  boolean take(Clause clause, double factor, Tight text, BestCues best) {
    Cues hits = clause.of(list);
    if (hits.count == 0) {
      return false;
    }
    Arrays.fill(points, 0);
    boolean cued = false;
    for (int hit = 0; hit < hits.count; hit++) {
      int cue = hits.cues[hit];
      if (!hits.quoted[hit]) {
        int code = index.codeOf[cue];
        double weight = factor * index.weights[cue];
        points[code - first] += weight;
        best.note(code, weight, hits, hit, text);
        cued = true;
      }
    }
    return cued;
  }

  /** How many codes the list has. */
  int size() {
    return points.length;
  }

  /** The points of a code, counted from the first of the list. */
  double of(int code) {
    return points[code];
  }

  /** The first code of most points; {@link #NONE} if none has any. */
  int strongest() {
    return strongest(points);
  }

  /** The first place of most points; {@link #NONE} if none has any. */
  static int strongest(double[] points) {
    int top = NONE;
    for (int code = 0; code < points.length; code++) {
      if (points[code] > (top == NONE ? 0 : points[top])) {
        top = code;
      }
    }
    return top;
  }
}
