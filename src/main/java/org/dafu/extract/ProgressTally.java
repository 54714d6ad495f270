package org.dafu.extract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dafu.extract.Clause.Cues;

/**
 * How far the work of a section is, clause by clause. A clause with strong cues goes to the code
 * with most points, of which a code's rank is part; what comes (将, 计划), is under way (正在) or cannot
 * be (暂不) carries on to the following clauses of the sentence that have no strong cue of their own,
 * and from a heading (下一步) to the whole section.
 */
final class ProgressTally {
  private static final double STRONG_ENOUGH = CueIndex.STRONG;
  private static final double HEADING_ENOUGH = CueIndex.HEADING;
  private static final double MOST_POINTS = 6;

  /** What one step of rank is worth, in points. */
  private static final double RANK = 0.7;

  /** Codes of this rank and below do not carry on to following clauses. */
  private static final int STAYS = 1;

  /** What a clause counts whose code is told by weak cues or by what comes before it. */
  private static final double WEAKLY = 0.2;

  /** What a plain statement counts for the first code of the list: it tells of what is done. */
  private static final double PLAIN = 0.25;

  private static final int SHORT_CLAUSE = 4;

  /** What a clause is worth that says what the member asks for: it may tell how far that is. */
  private static final double NOT_THE_GOVERNMENT = 0.3;

  /** A heading's weight against the whole text's. */
  private static final double HEADING_SHARE = 0.7;

  private static final double LEAST_SHARE = 0.2;
  private static final int MOST_CODES = 2;
  private static final int NONE = ClausePoints.NONE;

  private final CueIndex index;
  private final int list;
  private final int first;
  private final int[] ranks;
  private final double[] clauses;
  private final double[] heading;
  private final ClausePoints inClause;
  private int headingCode = NONE;
  private int carried = NONE;
  private int sentence = NONE;

  ProgressTally(CueIndex index, int list) {
    this.index = index;
    this.list = list;
    first = index.firstCode[list];
    List<CueList> codes = index.codes.subList(first, index.firstCode[list + 1]);
    ranks = codes.stream().mapToInt(CueList::rank).toArray();
    clauses = new double[ranks.length];
    heading = new double[clauses.length];
    inClause = new ClausePoints(index, list);
  }

  void takeHeading(Clause clause, Tight text, BestCues best) {
    Cues hits = clause.of(list);
    for (int hit = 0; hit < hits.count; hit++) {
      int cue = hits.cues[hit];
      int code = index.codeOf[cue];
      double weight = index.weights[cue];
      boolean meant = index.entries[cue].place() == CueIndex.Place.HEADINGS;
      heading[code - first] += meant ? weight : weight / 2;
      best.note(code, weight, hits, hit, text);
    }
    int top = ClausePoints.strongest(heading);
    headingCode = top != NONE && heading[top] >= HEADING_ENOUGH ? top : NONE;
  }

  void take(Clause clause, Tight text, BestCues best) {
    if (clause.sentence != sentence) {
      sentence = clause.sentence;
      carried = headingCode;
    }
    boolean cued = inClause.take(clause, clause.reports ? NOT_THE_GOVERNMENT : 1, text, best);
    count(cued, clause.length < SHORT_CLAUSE ? 0.5 : 1);
  }

  private void count(boolean cued, double length) {
    int strong = cued ? strongestByRank() : NONE;
    if (strong != NONE) {
      clauses[strong] += length;
      carried = ranks[strong] > STAYS ? strong : carried;
    } else if (carried != NONE) {
      clauses[carried] += WEAKLY * length;
    } else if (cued) {
      int weak = inClause.strongest();
      clauses[weak] += WEAKLY * length * Math.min(1, inClause.of(weak) / 2);
    } else if (clauses.length > 0) {
      clauses[0] += PLAIN * length;
    }
  }

  private int strongestByRank() {
    int top = NONE;
    double most = 0;
    for (int code = 0; code < inClause.size(); code++) {
      double points = Math.min(inClause.of(code), MOST_POINTS) + RANK * ranks[code];
      if (inClause.of(code) >= STRONG_ENOUGH && points > most) {
        most = points;
        top = code;
      }
    }
    return top;
  }

  /** The codes that hold, clearest first, at least one; what was taken is forgotten. */
  List<Integer> drain() {
    double all = 0;
    for (double each : clauses) {
      all += each;
    }
    double[] score = new double[clauses.length];
    for (int code = 0; code < score.length; code++) {
      double share = all == 0 ? 0 : clauses[code] / all;
      score[code] =
          share / (index.codes.get(first + code).threshold() / 100)
              + HEADING_SHARE * Math.min(1, heading[code] / HEADING_ENOUGH);
    }
    List<Integer> held = new ArrayList<>();
    double most = 0;
    while (held.size() < Math.min(MOST_CODES, score.length)) {
      int top = Math.max(0, ClausePoints.strongest(score));
      most = Math.max(most, score[top]);
      if (!held.isEmpty() && (score[top] < 1 || score[top] < LEAST_SHARE * most)) {
        break;
      }
      held.add(first + top);
      score[top] = 0;
    }
    forget();
    return held;
  }

  private void forget() {
    Arrays.fill(clauses, 0);
    Arrays.fill(heading, 0);
    headingCode = NONE;
    carried = NONE;
    sentence = NONE;
  }
}
