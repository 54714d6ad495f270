package org.dafu.extract;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds which of some thousands of cues stand in a text, in one pass over it.
 *
 * <p>Why not a regular expression: an alternation tries every cue at every character. This is the
 * automaton of Aho and Corasick (1975, Efficient string matching: an aid to bibliographic search).
 * A cue with … is looked for by its parts, which must follow one another within {@link #GAP}
 * characters of one sentence.
 */
final class CueFinder {
  /** How far the parts of a cue with … may be apart, in characters. */
  static final int GAP = 12;

  private static final class State {
    final Map<Character, State> next = new HashMap<>();
    final List<Integer> parts = new ArrayList<>();
    State failure = this;
  }

  /** A cue of several parts. */
  private record Cue(int id, List<Integer> parts) {}

  private final State root = new State();
  private final Map<String, Integer> partIds = new LinkedHashMap<>();
  private final List<Cue> cues = new ArrayList<>();
  private final Map<Integer, Integer> wholeCues = new HashMap<>();
  private final int size;
  private final int[] partLengths;

  /** A finder of these cues; a cue's number is its place in the list. */
  CueFinder(List<String> texts) {
    for (int id = 0; id < texts.size(); id++) {
      List<Integer> parts = new ArrayList<>();
      for (String part : texts.get(id).split("…", -1)) {
        if (!part.isEmpty()) {
          parts.add(partIds.computeIfAbsent(part, this::add));
        }
      }
      if (parts.size() == 1) {
        wholeCues.put(parts.getFirst(), id);
      } else if (!parts.isEmpty()) {
        cues.add(new Cue(id, parts));
      }
    }
    size = texts.size();
    partLengths = partIds.keySet().stream().mapToInt(String::length).toArray();
    linkFailures();
  }

  private int add(String part) {
    int id = partIds.size();
    State state = root;
    for (int i = 0; i < part.length(); i++) {
      state = state.next.computeIfAbsent(part.charAt(i), each -> new State());
    }
    state.parts.add(id);
    return id;
  }

  private void linkFailures() {
    ArrayDeque<State> queue = new ArrayDeque<>();
    root.next.values().forEach(state -> state.failure = root);
    queue.addAll(root.next.values());
    while (!queue.isEmpty()) {
      State state = queue.poll();
      state.next.forEach(
          (unit, child) -> {
            State failure = state.failure;
            while (!failure.equals(root) && !failure.next.containsKey(unit)) {
              failure = failure.failure;
            }
            child.failure = failure.next.getOrDefault(unit, root);
            child.parts.addAll(child.failure.parts);
            queue.add(child);
          });
    }
  }

  /** The numbers of the cues that stand in the text. */
  BitSet find(String text) {
    BitSet found = new BitSet(size);
    Map<Integer, List<Integer>> ends = new HashMap<>();
    State state = root;
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      while (!state.equals(root) && !state.next.containsKey(unit)) {
        state = state.failure;
      }
      state = state.next.getOrDefault(unit, root);
      for (Integer part : state.parts) {
        Integer whole = wholeCues.get(part);
        if (whole != null) {
          found.set(whole);
        }
        ends.computeIfAbsent(part, each -> new ArrayList<>()).add(i + 1);
      }
    }
    for (Cue cue : cues) {
      if (ends.containsKey(cue.parts().getFirst()) && stands(cue, text, ends)) {
        found.set(cue.id());
      }
    }
    return found;
  }

  private boolean stands(Cue cue, String text, Map<Integer, List<Integer>> ends) {
    List<Integer> reached = ends.getOrDefault(cue.parts().getFirst(), List.of());
    for (int p = 1; p < cue.parts().size() && !reached.isEmpty(); p++) {
      reached = continued(reached, cue.parts().get(p), text, ends);
    }
    return !reached.isEmpty();
  }

  /**
   * Ends of this part that begin at or shortly after one of the places reached, in the same
   * sentence.
   */
  private List<Integer> continued(
      List<Integer> reached, int part, String text, Map<Integer, List<Integer>> ends) {
    List<Integer> further = new ArrayList<>();
    for (int end : ends.getOrDefault(part, List.of())) {
      int start = end - partLengths[part];
      for (int from : reached) {
        if (from <= start && start - from <= GAP && isOneSentence(text, from, start)) {
          further.add(end);
          break;
        }
      }
    }
    return further;
  }

  private static boolean isOneSentence(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (text.charAt(i) == '。' || text.charAt(i) == ';') {
        return false;
      }
    }
    return true;
  }
}
