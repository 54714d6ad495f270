package org.dafu.extract;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dafu.reply.Span;

/**
 * A stretch of a letter without its white space, in which rules look for patterns: Chinese needs no
 * spaces, and those that pages put between characters (晋 城 市, 第 68 号) would otherwise have to stand
 * in every pattern.
 */
final class Tight {
  private final String text;
  private final int[] places;
  private final int end;

  private Tight(String text, int[] places, int end) {
    this.text = text;
    this.places = places;
    this.end = end;
  }

  /** The stretch {@code folded[start, end)}. */
  static Tight of(String folded, int start, int end) {
    StringBuilder text = new StringBuilder(end - start);
    int[] places = new int[end - start];
    for (int i = start; i < end; i++) {
      char unit = folded.charAt(i);
      if (!Character.isWhitespace(unit) && unit != '\u00a0') {
        places[text.length()] = i;
        text.append(unit);
      }
    }
    return new Tight(text.toString(), places, end);
  }

  String text() {
    return text;
  }

  boolean isEmpty() {
    return text.isEmpty();
  }

  /** The rest from this unit of {@link #text()} on. */
  Tight from(int start) {
    return new Tight(text.substring(start), Arrays.copyOfRange(places, start, places.length), end);
  }

  /** The part before this unit of {@link #text()}. */
  Tight to(int stop) {
    return new Tight(text.substring(0, stop), places, stop < text.length() ? places[stop] : end);
  }

  Matcher matcher(Pattern pattern) {
    return pattern.matcher(text);
  }

  boolean contains(Pattern pattern) {
    return matcher(pattern).find();
  }

  /** The place in the letter of {@code text()[from, to)}; empty ranges stand at their start. */
  Span span(int from, int to) {
    int start = from < text.length() ? places[from] : end;
    return new Span(start, to > from ? places[to - 1] + 1 : start);
  }

  /** The place of a matched group. */
  Span span(Matcher matcher, int group) {
    return span(matcher.start(group), matcher.end(group));
  }

  @Override
  public String toString() {
    return text;
  }
}
