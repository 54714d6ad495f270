package org.dafu.web.pages;

import java.util.ArrayList;
import java.util.List;
import org.dafu.reply.Span;
import org.jspecify.annotations.Nullable;

/**
 * A run of text with one look.
 *
 * @param text as printed; empty for a bare anchor
 * @param marked whether it was searched for
 * @param strong whether it is a heading within a line
 * @param id anchor of the mark or of the section; null for none
 * @param named what the letter names or states here; null for none
 */
public record Segment(
    String text, boolean marked, boolean strong, @Nullable String id, @Nullable Named named) {
  /**
   * What stands here.
   *
   * @param look name for the style sheet: figure, policy; read where only fields were read
   * @param note shown on pointing at it; null for none
   * @param id anchor where a field was read; null for none
   */
  public record Named(String look, @Nullable String note, @Nullable String id) {}

  /** The text cut at its marks. */
  public static List<Segment> of(String text, List<Span> marks) {
    List<Segment> segments = new ArrayList<>();
    int at = 0;
    for (Span mark : marks) {
      if (mark.start() > at) {
        segments.add(plain(text.substring(at, mark.start())));
      }
      segments.add(new Segment(mark.of(text), true, false, null, null));
      at = mark.end();
    }
    if (at < text.length()) {
      segments.add(plain(text.substring(at)));
    }
    return List.copyOf(segments);
  }

  static Segment plain(String text) {
    return new Segment(text, false, false, null, null);
  }
}
