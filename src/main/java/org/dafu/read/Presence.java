package org.dafu.read;

import org.jspecify.annotations.Nullable;

/**
 * A text with what of the required words of {@link Wording}s it has. These are found in one pass
 * when it is asked again and again, after which nearly every wording is denied by a single bit. For
 * use by one thread.
 */
public final class Presence {
  /**
   * To look for the words of so many wordings costs less than to look for all there are. Any number
   * from 1 to 16 does: reading takes the same time, and a quarter more with 0.
   */
  private static final int FEW = 4;

  private final String text;

  /** The text itself, or the longer one that it is a part of. */
  private final Presence whole;

  private int asked;
  private int known;
  private long @Nullable [] bits;

  private Presence(String text, @Nullable Presence whole) {
    this.text = text;
    this.whole = whole == null ? this : whole;
  }

  /** The presence of words in this text. */
  public static Presence of(String text) {
    return new Presence(text, null);
  }

  /**
   * The same for a part of the text, which has no words that the text does not have.
   *
   * @param part of this text
   */
  public Presence part(String part) {
    return new Presence(part, whole);
  }

  /** The text. */
  public String text() {
    return text;
  }

  /** Whether the text has one word of each group that is required. */
  public boolean allows(Wording wording) {
    return whole.has(wording)
        && (whole.text.length() == text.length() || wording.hasRequired(text));
  }

  private boolean has(Wording wording) {
    long[] there = bits;
    if (there == null && asked++ < FEW) {
      return wording.hasRequired(text);
    }
    if (there == null) {
      RequiredWordTree tree = RequiredWordTree.latest();
      there = tree.in(text);
      bits = there;
      known = tree.groups;
    }
    for (int group : wording.groups()) {
      if (group >= known) {
        return wording.hasRequired(text);
      }
      if ((there[group / Long.SIZE] >>> group & 1) == 0) {
        return false;
      }
    }
    return true;
  }
}
