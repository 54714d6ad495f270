package org.dafu.read;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * Painted lines that hang together, by the places where they stand: heights of the horizontal ones,
 * sides of the vertical ones.
 */
final class PdfGrid {
  /** Lines that miss one another by less are meant to meet. */
  static final float SLACK = 3;

  /** Grids beyond this are drawings. */
  private static final int MOST_LINES = 200;

  /** Lines that reach further than this beyond the last side have a column there. */
  private static final float NARROWEST_COLUMN = 12;

  private final List<Float> heights;
  private final List<Float> sides;

  /** The lines at each height, and at each side: a place asks for few of them. */
  private final List<List<PdfRules.Rule>> across;

  private final List<List<PdfRules.Rule>> down;

  private PdfGrid(List<PdfRules.Rule> rules) {
    heights = places(rules, true);
    sides = places(rules, false);
    across = byPlace(rules, true, heights);
    down = byPlace(rules, false, sides);
  }

  /** The grids of a page that may be tables, each of two cells at least, from top to bottom. */
  static List<PdfGrid> of(PdfPage page) {
    return apart(page.rules()).stream()
        .map(rules -> new PdfGrid(closed(rules, page.glyphs())))
        .filter(PdfGrid::hasCells)
        .sorted(Comparator.comparing(grid -> grid.heights.getFirst()))
        .toList();
  }

  private boolean hasCells() {
    boolean cells = heights.size() >= 2 && sides.size() >= 2 && heights.size() + sides.size() > 4;
    return cells && heights.size() < MOST_LINES && sides.size() < MOST_LINES;
  }

  /** Heights of the horizontal lines, ascending. */
  List<Float> heights() {
    return heights;
  }

  /** Distances of the vertical lines from the left, ascending. */
  List<Float> sides() {
    return sides;
  }

  /** Whether a horizontal line of this height is drawn at this distance from the left. */
  boolean crossesAt(int height, float fromLeft) {
    return across.get(height).stream().anyMatch(rule -> rule.covers(fromLeft, 0));
  }

  /** Whether a vertical line of this side is drawn at this height. */
  boolean parts(int side, float height) {
    return down.get(side).stream().anyMatch(rule -> rule.covers(height, 0));
  }

  /** Lines that hang together, each group a table or a frame. */
  private static List<List<PdfRules.Rule>> apart(List<PdfRules.Rule> rules) {
    List<float[]> stretches = new ArrayList<>(); // from top to bottom
    rules.stream()
        .filter(rule -> !rule.horizontal())
        .sorted(Comparator.comparingDouble(PdfRules.Rule::from))
        .forEach(
            rule -> {
              float[] last = stretches.isEmpty() ? null : stretches.getLast();
              if (last != null && rule.from() <= last[1] + SLACK) {
                last[1] = Math.max(last[1], rule.to());
              } else {
                stretches.add(new float[] {rule.from(), rule.to()});
              }
            });
    List<List<PdfRules.Rule>> grids = new ArrayList<>();
    for (float[] stretch : stretches) {
      grids.add(
          rules.stream()
              .filter(
                  rule -> {
                    float place = rule.horizontal() ? rule.at() : (rule.from() + rule.to()) / 2;
                    return place >= stretch[0] - SLACK && place <= stretch[1] + SLACK;
                  })
              .toList());
    }
    return grids;
  }

  /** The lines with the outer sides that an open table leaves out, if text stands there. */
  private static List<PdfRules.Rule> closed(List<PdfRules.Rule> rules, List<PdfGlyph> glyphs) {
    List<Float> sides = places(rules, false);
    List<PdfRules.Rule> closed = new ArrayList<>(rules);
    if (sides.isEmpty()) {
      return closed;
    }
    float left = sides.getFirst();
    float right = sides.getLast();
    List<PdfRules.Rule> beyondLeft =
        reaching(rules, left).filter(rule -> rule.from() < left - NARROWEST_COLUMN).toList();
    List<PdfRules.Rule> beyondRight =
        reaching(rules, right).filter(rule -> rule.to() > right + NARROWEST_COLUMN).toList();
    close(beyondLeft, PdfRules.Rule::from, left, glyphs, closed);
    close(beyondRight, PdfRules.Rule::to, right, glyphs, closed);
    return closed;
  }

  private static Stream<PdfRules.Rule> reaching(List<PdfRules.Rule> rules, float side) {
    return rules.stream().filter(rule -> rule.horizontal() && rule.covers(side, SLACK));
  }

  private static void close(
      List<PdfRules.Rule> beyond,
      ToDoubleFunction<PdfRules.Rule> end,
      float side,
      List<PdfGlyph> glyphs,
      List<PdfRules.Rule> closed) {
    if (beyond.size() < 2) {
      return;
    }
    double[] ends = beyond.stream().mapToDouble(end).sorted().toArray();
    float outer = (float) ends[ends.length / 2];
    float top = Float.MAX_VALUE;
    float bottom = -Float.MAX_VALUE;
    for (PdfRules.Rule rule : beyond) {
      top = Math.min(top, rule.at());
      bottom = Math.max(bottom, rule.at());
    }
    PdfRules.Rule drawn = new PdfRules.Rule(false, outer, top, bottom);
    boolean text =
        glyphs.stream()
            .anyMatch(
                glyph ->
                    !glyph.text().isBlank()
                        && drawn.covers(glyph.waist(), 0)
                        && glyph.centre() > Math.min(outer, side)
                        && glyph.centre() < Math.max(outer, side));
    if (text) {
      closed.add(drawn);
    }
  }

  /** The distinct heights of horizontal lines, or distances of vertical ones, ascending. */
  private static List<Float> places(List<PdfRules.Rule> rules, boolean horizontal) {
    List<Float> places = new ArrayList<>();
    rules.stream()
        .filter(rule -> rule.horizontal() == horizontal)
        .map(PdfRules.Rule::at)
        .sorted()
        .forEach(
            at -> {
              if (places.isEmpty() || at - places.getLast() > SLACK) {
                places.add(at);
              }
            });
    return places;
  }

  private static List<List<PdfRules.Rule>> byPlace(
      List<PdfRules.Rule> rules, boolean horizontal, List<Float> places) {
    return places.stream()
        .map(
            place ->
                rules.stream()
                    .filter(rule -> rule.horizontal() == horizontal)
                    .filter(rule -> Math.abs(rule.at() - place) <= SLACK)
                    .toList())
        .toList();
  }
}
