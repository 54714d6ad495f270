package org.dafu.extract;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Codes, or other things, found, too many and missing. */
final class CodeScore {
  private int right;
  private int wrong;
  private int missed;

  void add(Set<String> truth, Set<String> read) {
    Set<String> both = new HashSet<>(truth);
    both.retainAll(read);
    add(both.size(), read.size() - both.size(), truth.size() - both.size());
  }

  void add(int moreRight, int moreWrong, int moreMissed) {
    right += moreRight;
    wrong += moreWrong;
    missed += moreMissed;
  }

  double precision() {
    return right / (double) Math.max(1, right + wrong);
  }

  double recall() {
    return right / (double) Math.max(1, right + missed);
  }

  double f1() {
    return 2.0 * right / Math.max(1, 2 * right + wrong + missed);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "precision %.3f recall %.3f F1 %.3f", precision(), recall(), f1());
  }
}
