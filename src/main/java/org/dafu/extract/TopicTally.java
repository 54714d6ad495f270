package org.dafu.extract;

import org.dafu.extract.Clause.Cues;

/**
 * Points of the measure types in a text. A cue said again adds half of its points, three times at
 * most: what is spoken of in many words outweighs what is said often. Within 《》 it counts half.
 */
final class TopicTally {
  private static final double IN_TITLE = 0.5;
  private static final double AGAIN = 0.5;
  private static final double MOST_REPEATS = 3;

  private final CueIndex index;
  private final int list;
  private final double[] times;
  private final int[] touched;
  private int touchedCount;

  TopicTally(CueIndex index, int list) {
    this.index = index;
    this.list = list;
    times = new double[index.entries.length];
    touched = new int[index.entries.length];
  }

  void take(Clause clause, Tight text, BestCues best) {
    Cues hits = clause.of(list);
    for (int hit = 0; hit < hits.count; hit++) {
      int cue = hits.cues[hit];
      int code = index.codeOf[cue];
      double weight = index.weights[cue];
      if (times[cue] == 0) {
        touched[touchedCount++] = cue;
      }
      times[cue] += hits.quoted[hit] ? IN_TITLE : 1;
      best.note(code, weight, hits, hit, text);
    }
  }

  /** Points by code since the last call. */
  double[] drain() {
    double[] points = new double[index.firstCode[list + 1] - index.firstCode[list]];
    for (int t = 0; t < touchedCount; t++) {
      int cue = touched[t];
      double n = times[cue];
      double value = n < 1 ? n : 1 + AGAIN * Math.min(n - 1, MOST_REPEATS);
      points[index.codeOf[cue] - index.firstCode[list]] += index.weights[cue] * value;
      times[cue] = 0;
    }
    touchedCount = 0;
    return points;
  }

  static void add(double[] to, double[] points, double factor) {
    for (int code = 0; code < to.length; code++) {
      to[code] += factor * points[code];
    }
  }
}
