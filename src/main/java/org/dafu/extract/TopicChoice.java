package org.dafu.extract;

import java.util.ArrayList;
import java.util.List;

/**
 * Chooses a section's measure types from the points of a letter.
 *
 * <p>A letter answers one proposal, and coders give nearly every section the proposal's own subject
 * and at most one more that dominates the section. So the letter's subject is found first, from the
 * proposal's title, the whole text and the agency; a title that names a whole field (养老服务), or
 * several proposals about different things, leave each section to itself.
 */
final class TopicChoice {
  private static final int NONE = ClausePoints.NONE;
  private static final double TITLE = 0.6;
  private static final double TEXT = 0.5;
  private static final double AGENCY = 0.45;

  /** Points that stand for what was not found: few points decide little. */
  private static final double UNKNOWN_IN_TITLE = 2;

  private static final double UNKNOWN_IN_AGENCY = 0.5;
  private static final double UNKNOWN_IN_SECTION = 8;

  /** Share that a letter's subject needs. */
  private static final double SUBJECT = 0.3;

  /** Share and points that a section's second type needs. */
  private static final double SECOND_SHARE = 0.31;

  private static final double SECOND_POINTS = 5;

  /** A second type of the subject's own field needs less: EC07 beside EC01. */
  private static final double SIBLING = 2;

  /** What else the title names is worth more: the second half of 加装电梯与适老化改造. */
  private static final double ALSO_IN_TITLE = 1;

  /** Where there is no subject: share of the second against the first. */
  private static final double SECOND_OF_FIRST = 0.5;

  /** A section that is all about something else, and hardly about the letter's subject. */
  private static final double OTHER_ONLY = 0.7;

  private static final double HARDLY = 0.05;

  private final TopicTree tree;
  private final List<double[]> sections;
  private final double[] title;
  private final double inTitle;
  private final double[] letter;
  private final int subject;

  /**
   * @param titles points of each proposal's title by code
   * @param agency points of the agency's name by code
   * @param sections points of each section by code
   */
  TopicChoice(TopicTree tree, List<double[]> titles, double[] agency, List<double[]> sections) {
    this.tree = tree;
    this.sections = sections;
    title = new double[tree.size()];
    titles.forEach(points -> TopicTally.add(title, points, 1));
    inTitle = sum(title) + UNKNOWN_IN_TITLE;
    letter = new double[tree.size()];
    TopicTally.add(letter, title, TITLE / inTitle);
    TopicTally.add(letter, agency, AGENCY / (sum(agency) + UNKNOWN_IN_AGENCY));
    double text = sum(title) > 0 ? TEXT : TEXT + TITLE; // what a title keeps back, the text decides
    for (double[] points : sections) {
      TopicTally.add(letter, points, text / sections.size() / (sum(points) + UNKNOWN_IN_SECTION));
    }
    int top = ClausePoints.strongest(letter);
    boolean clear = top != NONE && letter[top] >= SUBJECT && isOfMost(top, titles);
    subject = clear && !tree.isParent(top) ? top : NONE;
  }

  /** Whether it is not contradicted by most of several titles. */
  private static boolean isOfMost(int code, List<double[]> titles) {
    int others = 0;
    for (double[] points : titles) {
      int top = ClausePoints.strongest(points);
      others += top == NONE || top == code ? 0 : 1;
    }
    return titles.size() < 2 || 2 * others <= titles.size();
  }

  /** The measure types of a section, clearest first; none where the whole letter says nothing. */
  List<Integer> of(int section) {
    double[] points = sections.get(section).clone();
    double all = sum(points) + UNKNOWN_IN_SECTION;
    double ofSubject = subject == NONE ? 0 : points[subject] / all;
    for (int code = 0; code < points.length; code++) {
      boolean other = code != subject && !tree.isParent(code);
      boolean sibling = subject != NONE && tree.areSiblings(code, subject);
      points[code] *= other ? 1 + ALSO_IN_TITLE * title[code] / inTitle : 0;
      points[code] *= sibling ? SIBLING : 1;
    }
    int first = ClausePoints.strongest(points);
    double firstShare = first == NONE ? 0 : points[first] / all;
    List<Integer> chosen = new ArrayList<>();
    if (subject == NONE) {
      addTwo(chosen, points, first);
    } else {
      if (firstShare < OTHER_ONLY || ofSubject >= HARDLY) {
        chosen.add(subject);
      }
      if (chosen.isEmpty() || (firstShare >= SECOND_SHARE && points[first] >= SECOND_POINTS)) {
        chosen.add(first);
      }
    }
    if (chosen.isEmpty()) {
      addLikely(chosen);
    }
    return chosen;
  }

  private static void addTwo(List<Integer> chosen, double[] points, int first) {
    if (first == NONE) {
      return;
    }
    chosen.add(first);
    double most = points[first];
    points[first] = 0;
    int second = ClausePoints.strongest(points);
    if (second != NONE && points[second] >= SECOND_OF_FIRST * most) {
      chosen.add(second);
    }
  }

  /** Of a section that says nothing of its own: what the letter is most likely about. */
  private void addLikely(List<Integer> chosen) {
    double[] likely = letter.clone();
    for (int code = 0; code < likely.length; code++) {
      likely[code] = tree.isParent(code) ? 0 : likely[code];
    }
    int top =
        ClausePoints.strongest(likely) == NONE
            ? ClausePoints.strongest(letter)
            : ClausePoints.strongest(likely);
    if (top != NONE) {
      chosen.add(top);
    }
  }

  private static double sum(double[] points) {
    double sum = 0;
    for (double each : points) {
      sum += each;
    }
    return sum;
  }
}
