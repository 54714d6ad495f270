package org.dafu.extract;

import java.util.Arrays;
import org.dafu.read.Hits;
import org.dafu.read.Wording;
import org.jspecify.annotations.Nullable;

/**
 * A policy's title in the forms that tell whether two titles name one document. Worked out once a
 * title: a catalogue of four hundred is compared with all of its own. For use by one thread.
 */
final class PolicyTitle {
  private static final Wording QUOTES = Wording.of("[〈〉《》]");
  private static final Wording NOTICE = Wording.of("^(?:关于)?(?:印发|转发)(.+)的通知$");
  private static final Wording ABOUT = Wording.of("^关于");
  private static final Wording BRACKET = Wording.of("[(（][^()（）]*[)）]$");
  private static final Wording ISSUER =
      Wording.of("^[\\u4e00-\\u9fa5]{0,24}?(?:人民政府办公厅|人民政府办公室|人民政府|办公厅|办公室|委员会|民政局|厅|局)(?=关于|印发)");

  /** A title of which so much is shared is the same, if it is this long. */
  private static final double SAME_TITLE = 0.72;

  private static final int SHORTEST_SIMILAR = 12;

  /** The end of a title that stands for it is no shorter. */
  private static final int SHORTEST_TAIL = 6;

  private final String folded;

  /** The title without its issuer and the wrapping 关于印发…的通知; null until asked for. */
  private @Nullable String core;

  /** Each pair of neighbouring characters once, in ascending order; null until asked for. */
  private int @Nullable [] pairs;

  private PolicyTitle(String folded) {
    this.folded = folded;
  }

  static PolicyTitle of(String title) {
    return new PolicyTitle(fold(title));
  }

  /** Without white space, brackets of one width. */
  static String fold(String title) {
    return Tight.bare(title).replace('(', '（').replace(')', '）');
  }

  String folded() {
    return folded;
  }

  private String core() {
    if (core == null) {
      String bare = QUOTES.replaceAll(folded, "");
      Hits issuer = ISSUER.matcher(bare);
      bare = issuer.find() ? bare.substring(issuer.end()) : bare;
      bare = NOTICE.replaceAll(bare, "$1");
      core = ABOUT.replaceAll(BRACKET.replaceAll(bare, ""), "");
    }
    return core;
  }

  private int[] pairs() {
    if (pairs == null) {
      String title = core();
      int[] all = new int[Math.max(0, title.length() - 1)];
      for (int i = 0; i < all.length; i++) {
        all[i] = (title.charAt(i) << 16) | title.charAt(i + 1);
      }
      pairs = Arrays.stream(all).sorted().distinct().toArray();
    }
    return pairs;
  }

  private String digits() {
    String title = core();
    StringBuilder digits = new StringBuilder();
    for (int i = 0; i < title.length(); i++) {
      if (Character.isDigit(title.charAt(i))) {
        digits.append(title.charAt(i));
      }
    }
    return digits.toString();
  }

  /** Whether issuer and wrapping aside both are one title. */
  boolean isEqualTo(PolicyTitle other) {
    return core().equals(other.core());
  }

  /** Whether one is a shorter or a slightly other form of the other. */
  boolean isFormOf(PolicyTitle other) {
    if (!type().equals(other.type())) {
      return false;
    }
    boolean isShorter = core().length() <= other.core().length();
    String shorter = isShorter ? core() : other.core();
    String longer = isShorter ? other.core() : core();
    if (shorter.length() >= SHORTEST_TAIL && longer.endsWith(shorter)) {
      return true;
    }
    return shorter.length() >= SHORTEST_SIMILAR
        && digits().equals(other.digits())
        && similarity(other) >= SAME_TITLE;
  }

  /** What kind of document a title says it is: 条例 and its 细则 are two. */
  private String type() {
    return core().substring(Math.max(0, core().length() - 2));
  }

  /** Dice's coefficient over pairs of neighbouring characters, 0 to 1. */
  private double similarity(PolicyTitle other) {
    int[] own = pairs();
    int[] others = other.pairs();
    int both = 0;
    for (int i = 0, j = 0; i < own.length && j < others.length; ) {
      int order = Integer.compare(own[i], others[j]);
      both += order == 0 ? 1 : 0;
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
    }
    return 2.0 * both / (own.length + others.length);
  }
}
