package org.dafu.search;

/**
 * A piece of a letter short enough for its meaning to be one: a title, or a few sentences.
 *
 * @param key of the text
 */
public record Passage(PassageKey key, String text) {
  /** The passage of this text. */
  public static Passage of(String text) {
    return new Passage(PassageKey.of(text), text);
  }
}
