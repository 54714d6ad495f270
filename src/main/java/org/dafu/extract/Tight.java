package org.dafu.extract;

import java.util.regex.MatchResult;
import org.dafu.read.Hits;
import org.dafu.read.Presence;
import org.dafu.read.Wording;
import org.dafu.reply.Span;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a letter without its white space, in which rules look for wordings: Chinese needs no
 * spaces, and those that pages put between characters (晋 城 市, 第 68 号) would otherwise have to stand
 * in every rule. For use by one thread.
 */
final class Tight {
  private final String text;
  private final int[] places;
  private final int offset;
  private final int end;
  private final @Nullable Presence letter;

  /** Of the text, or of the longer one that it was cut from, see {@link Presence#units}. */
  private final long units;

  private Tight(
      String text, long units, int[] places, int offset, int end, @Nullable Presence letter) {
    this.text = text;
    this.units = units;
    this.places = places;
    this.offset = offset;
    this.end = end;
    this.letter = letter;
  }

  /** The stretch {@code folded[start, end)} of a text that is not a letter's. */
  static Tight of(String folded, int start, int end) {
    return of(folded, start, end, null);
  }

  /**
   * The stretch {@code folded[start, end)} of a letter.
   *
   * @param letter the presence of words in the letter
   */
  static Tight of(String folded, int start, int end, @Nullable Presence letter) {
    char[] tight = new char[end - start];
    int[] places = new int[end - start];
    int length = 0;
    long units = 0;
    for (int i = start; i < end; i++) {
      char unit = folded.charAt(i);
      boolean space = unit <= '\u3000' && (Character.isWhitespace(unit) || unit == '\u00a0');
      if (!space) {
        places[length] = i;
        tight[length++] = unit;
        units = Presence.units(units, unit);
      }
    }
    return new Tight(new String(tight, 0, length), units, places, 0, end, letter);
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
    return new Tight(text.substring(start), units, places, offset + start, end, letter);
  }

  /** The part before this unit of {@link #text()}. */
  Tight to(int stop) {
    int newEnd = stop < text.length() ? places[offset + stop] : end;
    return new Tight(text.substring(0, stop), units, places, offset, newEnd, letter);
  }

  /** A matcher over {@link #text()}; it finds nothing where the wording cannot be. */
  Hits matcher(Wording wording) {
    return letter == null ? wording.matcher(text) : wording.matcher(text, units, letter);
  }

  /** Whether the wording's words are there, so that it may stand in this stretch or in a part. */
  boolean mayContain(Wording wording) {
    return letter == null || letter.allows(wording, text, units);
  }

  boolean contains(Wording wording) {
    return letter == null ? wording.in(text) : wording.in(text, units, letter);
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
