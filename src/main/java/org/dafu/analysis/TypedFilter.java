package org.dafu.analysis;

import java.util.function.Predicate;

/**
 * Whether a text holds what was typed: in characters, in pinyin, in its initials, or in a mix of
 * these. What has no character, letter or digit is held by every text.
 */
public final class TypedFilter implements Predicate<String> {
  private final CharacterFold fold;
  private final String typed;

  /** A filter that folds as the index does. */
  public TypedFilter(String typed, CharacterFold fold) {
    this.fold = fold;
    this.typed = TypedMatch.cut(TypedMatch.folded(typed, fold));
  }

  @Override
  public boolean test(String text) {
    if (typed.isEmpty()) {
      return true;
    }
    String folded = fold.compact(text);
    if (folded.contains(typed)) {
      return true;
    }
    TypedMatch match = new TypedMatch(typed, false);
    for (int at = 0; at < folded.length(); at++) {
      if (match.end(folded, at) >= 0) {
        return true;
      }
    }
    return false;
  }
}
