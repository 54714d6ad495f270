package org.dafu.extract;

import java.util.List;

/** Which measure types stand above which: EC above EC01. */
final class TopicTree {
  private static final int NONE = -1;

  private final int[] above;
  private final boolean[] parent;

  TopicTree(List<CueList> codes) {
    above = new int[codes.size()];
    parent = new boolean[codes.size()];
    for (int code = 0; code < above.length; code++) {
      above[code] = NONE;
      for (int other = 0; other < above.length; other++) {
        boolean below = codes.get(code).code().startsWith(codes.get(other).code());
        if (other != code && below) {
          above[code] = other;
          parent[other] = true;
        }
      }
    }
  }

  int size() {
    return above.length;
  }

  boolean isParent(int code) {
    return parent[code];
  }

  boolean areSiblings(int a, int b) {
    return a != b && above[a] != NONE && above[a] == above[b];
  }
}
