package org.dafu.extract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Points of the policy instruments in a section: the clauses that speak for one, each up to a
 * bound, so that one clause full of related words is not taken for many acts of the government.
 */
final class ToolTally {
  /** Points that one clause gives at most. */
  private static final double CLAUSE_MOST = 14;

  /** What a clause is worth that says what the member asks for, or what others do. */
  private static final double NOT_THE_GOVERNMENT = 0.2;

  /** What a heading's points are worth. */
  private static final double HEADING = 0.7;

  /** Weaker instruments than this share of the strongest are passed over. */
  private static final double LEAST_SHARE = 0.4;

  private static final int MOST_CODES = 3;

  private final CueIndex index;
  private final int first;
  private final double[] points;
  private final ClausePoints inClause;

  ToolTally(CueIndex index, int list) {
    this.index = index;
    first = index.firstCode[list];
    inClause = new ClausePoints(index, list);
    points = new double[inClause.size()];
  }

  void take(Clause clause, Tight text, BestCues best, boolean heading) {
    if (inClause.take(clause, clause.reports ? NOT_THE_GOVERNMENT : 1, text, best)) {
      for (int code = 0; code < points.length; code++) {
        points[code] += (heading ? HEADING : 1) * Math.min(inClause.of(code), CLAUSE_MOST);
      }
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
      int top = Math.max(0, ClausePoints.strongest(points));
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
}
