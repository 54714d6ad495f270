package org.dafu.extract;

import java.util.regex.MatchResult;
import org.dafu.read.Hits;
import org.dafu.read.Presence;
import org.dafu.read.Wording;
import org.dafu.reply.Span;

/**
 * A stretch of a letter without its white space, in which rules look for wordings: Chinese needs no
 * spaces, and those that pages put between characters (晋 城 市, 第 68 号) would otherwise have to stand
 * in every rule. For use by one thread.
 */
final class Tight {
  private final String text;
  private final Presence presence;
  private final int[] places;
  private final int offset;
  private final int end;

  private Tight(Presence presence, int[] places, int offset, int end) {
    this.text = presence.text();
    this.presence = presence;
    this.places = places;
    this.offset = offset;
    this.end = end;
  }

  /** The stretch {@code folded[start, end)} of a letter. */
  static Tight of(String folded, int start, int end) {
    char[] tight = new char[end - start];
    int[] places = new int[end - start];
    int length = 0;
    for (int i = start; i < end; i++) {
      char unit = folded.charAt(i);
      boolean space = unit <= '\u3000' && (Character.isWhitespace(unit) || unit == '\u00a0');
      if (!space) {
        places[length] = i;
        tight[length++] = unit;
      }
    }
    return new Tight(Presence.of(new String(tight, 0, length)), places, 0, end);
  }

  /** The text without its white space. */
  static String bare(String text) {
    return of(text, 0, text.length()).text();
  }

  String text() {
    return text;
  }

  int length() {
    return text.length();
  }

  boolean isEmpty() {
    return text.isEmpty();
  }

  /** The rest from this unit of {@link #text()} on. */
  Tight from(int start) {
    return new Tight(presence.part(text.substring(start)), places, offset + start, end);
  }

  /** The part before this unit of {@link #text()}. */
  Tight to(int stop) {
    int newEnd = stop < text.length() ? places[offset + stop] : end;
    return new Tight(presence.part(text.substring(0, stop)), places, offset, newEnd);
  }

  /** The first units of {@link #text()}, as many as there are at most. */
  Tight beginning(int most) {
    return most < text.length() ? to(most) : this;
  }

  /** A matcher over {@link #text()}; it finds nothing where the wording cannot be. */
  Hits matcher(Wording wording) {
    return wording.matcher(presence);
  }

  /** Whether the wording's words are there, so that it may stand in this stretch or in a part. */
  boolean mayContain(Wording wording) {
    return presence.allows(wording);
  }

  boolean contains(Wording wording) {
    return wording.in(presence);
  }

  /** Whether the wording is the whole stretch. */
  boolean is(Wording wording) {
    return wording.is(presence);
  }

  /** The place in the letter of {@code text()[from, to)}; empty ranges stand at their start. */
  Span span(int from, int to) {
    int start = from < text.length() ? places[offset + from] : end;
    return new Span(start, to > from ? places[offset + to - 1] + 1 : start);
  }

  /** The place of a matched group. */
  Span span(MatchResult matcher, int group) {
    return span(matcher.start(group), matcher.end(group));
  }

  @Override
  public String toString() {
    return text;
  }
}
