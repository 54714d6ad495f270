package org.dafu.analysis;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Words that stand for others: whoever asks for one on the left also finds those on the right.
 *
 * @param left what is asked for
 * @param right what is found besides
 */
public record SynonymRule(List<String> left, List<String> right) {
  public SynonymRule {
    left = List.copyOf(left);
    right = List.copyOf(right);
  }

  /** Words of which each stands for every other: 长护险 = 长期护理保险. */
  public static SynonymRule twoWay(List<String> words) {
    return new SynonymRule(words, words);
  }

  /** Left finds right, but not the other way round: 养老机构 → 敬老院. */
  public static SynonymRule oneWay(List<String> left, List<String> right) {
    return new SynonymRule(left, right);
  }

  /** All words named, sorted. */
  Set<String> words() {
    Set<String> all = new TreeSet<>(left);
    all.addAll(right);
    return all;
  }
}
