package org.dafu.extract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dafu.extract.Clause.Hits;

/**
 * Points of the policy instruments in a section: the clauses that speak for one, each up to a
 * bound, so that one clause full of related words is not taken for many acts of the government.
 */
final class ToolTally {
  /** Points that one clause gives at most. */
  private static final double CLAUSE_MOST = 14;

  /** A clause that says what the member asks for, or what others do. */
  private static final double NOT_THE_GOVERNMENT = 0.2;

  /** What a heading's points are worth. */
  private static final double HEADING = 0.7;

  /** Weaker instruments than this share of the strongest are passed over. */
  private static final double LEAST_SHARE = 0.4;

  private static final int MOST_CODES = 3;

  private final CueIndex index;
  private final int list;
  private final int first;
  private final double[] points;
  private final double[] inClause;

  ToolTally(CueIndex index, int list) {
    this.index = index;
    this.list = list;
    first = index.firstCode[list];
    points = new double[index.firstCode[list + 1] - first];
    inClause = new double[points.length];
  }

  void take(Clause clause, Tight text, BestCues best, boolean heading) {
    boolean speaks = false;
    double factor = clause.reports ? NOT_THE_GOVERNMENT : 1;
    Hits hits = clause.of(list);
    for (int hit = 0; hit < hits.count; hit++) {
      int cue = hits.cues[hit];
      if (!hits.quoted[hit]) {
        int code = index.codeOf[cue];
        double weight = index.weights[cue];
        inClause[code - first] += factor * weight;
        best.note(code, factor * weight, hits, hit, text);
        speaks = true;
      }
    }
    if (speaks) {
      for (int code = 0; code < points.length; code++) {
        points[code] += (heading ? HEADING : 1) * Math.min(inClause[code], CLAUSE_MOST);
      }
      Arrays.fill(inClause, 0);
    }
  }

  /** The instruments used, strongest first; what was taken is forgotten. */
  List<Integer> drain() {
    for (int code = 0; code < points.length; code++) {
      points[code] /= index.codes.get(first + code).threshold();
    }
    List<Integer> used = new ArrayList<>();
    double most = 0;
    while (used.size() < Math.min(MOST_CODES, points.length)) {
      int top = strongest();
      most = Math.max(most, points[top]);
      if (points[top] < 1 || points[top] < LEAST_SHARE * most) {
        break;
      }
      used.add(first + top);
      points[top] = 0;
    }
    Arrays.fill(points, 0);
    return used;
  }

  private int strongest() {
    int top = 0;
    for (int code = 1; code < points.length; code++) {
      top = points[code] > points[top] ? code : top;
    }
    return top;
  }
}
