package org.dafu.read;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The places where a {@link Wording} stands in a text, one after another, as a {@link Matcher}
 * gives them.
 *
 * <p>Why not a matcher: that tries its expression at every character. Most expressions begin with
 * one of a few characters (答, 承, 《), so that only those few places of a text are tried, and where
 * there is none no matcher is made at all.
 */
public final class Hits implements MatchResult {
  /** Of a text in which the wording cannot be. */
  static final Hits NONE = new Hits(Pattern.compile("(?!)"), "", CharSet.of(""), true, 0);

  private final Pattern pattern;
  private final String text;
  private final @Nullable CharSet first;
  private final boolean anchored;
  private @Nullable Matcher matcher;

  /** Where to look for the next one. */
  private int next;

  /**
   * The places in a whole text.
   *
   * @param first the units that a match begins with; null for any
   * @param anchored whether a match begins where the text does
   * @param from none begins before this place
   */
  Hits(Pattern pattern, String text, @Nullable CharSet first, boolean anchored, int from) {
    this.pattern = pattern;
    this.text = text;
    this.first = first;
    this.anchored = anchored;
    this.next = from;
  }

  /** Goes on to the next place; false if there is none. */
  public boolean find() {
    if (first == null && !anchored) {
      return made().find();
    }
    int last = anchored ? 0 : text.length() - 1;
    for (int at = next; at <= last; at++) {
      if (mayBegin(at) && tried(at).lookingAt()) {
        return found();
      }
    }
    return false;
  }

  /** Whether the wording stands at the beginning of the text. */
  public boolean lookingAt() {
    return mayBegin(0) && tried(0).lookingAt() && found();
  }

  /** Whether the wording is the whole text. */
  public boolean matches() {
    return mayBegin(0) && tried(0).matches() && found();
  }

  private boolean mayBegin(int at) {
    return first == null || (at < text.length() && first.has(text.charAt(at)));
  }

  /** So that the next search goes on behind this place, behind an empty one by a character. */
  private boolean found() {
    next = Math.max(end(), start() + 1);
    return true;
  }

  /** The matcher about to begin at this place, with the text before it still in its sight. */
  private Matcher tried(int at) {
    return made().region(at, text.length());
  }

  private Matcher made() {
    if (matcher == null) {
      matcher =
          pattern
              .matcher(text)
              .useTransparentBounds(true)
              .useAnchoringBounds(false)
              .region(next, text.length());
    }
    return matcher;
  }

  private MatchResult current() {
    if (matcher == null) {
      throw new IllegalStateException("nothing found: " + pattern);
    }
    return matcher;
  }

  @Override
  public int start() {
    return current().start();
  }

  @Override
  public int start(int group) {
    return current().start(group);
  }

  @Override
  public int end() {
    return current().end();
  }

  @Override
  public int end(int group) {
    return current().end(group);
  }

  @Override
  public String group() {
    return current().group();
  }

  @Override
  public String group(int group) {
    return current().group(group);
  }

  @Override
  public int groupCount() {
    return made().groupCount();
  }

  @Override
  public boolean hasMatch() {
    return matcher != null && matcher.hasMatch();
  }
}
