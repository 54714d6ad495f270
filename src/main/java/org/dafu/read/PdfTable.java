package org.dafu.read;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A table drawn with lines.
 *
 * @param top its upper edge
 * @param bottom its lower edge
 * @param rows the characters of each cell, empty cells too
 */
record PdfTable(float top, float bottom, List<List<List<PdfGlyph>>> rows) {
  /** Lines that miss one another by less are meant to meet. */
  private static final float SLACK = 3;

  /** Tables beyond this are drawings. */
  private static final int MOST_LINES = 200;

  /** Where a cell begins: its upper and its left line. */
  private record Corner(int top, int left) {}

  /**
   * The tables that these lines make, from top to bottom, with the characters that stand in them.
   */
  static List<PdfTable> of(PdfPage page) {
    List<PdfTable> tables = new ArrayList<>();
    for (List<PdfRules.Rule> grid : grids(page.rules())) {
      List<Float> heights = places(grid, true);
      List<Float> sides = places(grid, false);
      boolean cells = heights.size() >= 2 && sides.size() >= 2 && heights.size() + sides.size() > 4;
      if (cells && heights.size() < MOST_LINES && sides.size() < MOST_LINES) {
        tables.add(table(page, grid, heights, sides));
      }
    }
    tables.sort(Comparator.comparingDouble(PdfTable::top));
    return tables;
  }

  /** Whether the character stands between the table's edges. */
  boolean holds(PdfGlyph glyph) {
    return glyph.waist() > top && glyph.waist() < bottom;
  }

  /** Lines that hang together, each group a table or a frame. */
  private static List<List<PdfRules.Rule>> grids(List<PdfRules.Rule> rules) {
    List<PdfRules.Rule> verticals = rules.stream().filter(rule -> !rule.horizontal()).toList();
    List<float[]> stretches = new ArrayList<>(); // from top to bottom
    verticals.stream()
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

  /** The distinct heights of horizontal lines, or distances of vertical ones, ascending. */
  private static List<Float> places(List<PdfRules.Rule> grid, boolean horizontal) {
    List<Float> places = new ArrayList<>();
    grid.stream()
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

  private static PdfTable table(
      PdfPage page, List<PdfRules.Rule> grid, List<Float> heights, List<Float> sides) {
    Map<Integer, Map<Integer, Corner>> cellsByBand = new TreeMap<>();
    Map<Corner, List<PdfGlyph>> texts = new HashMap<>();
    List<List<List<PdfGlyph>>> rows = new ArrayList<>();
    for (int band = 0; band + 1 < heights.size(); band++) {
      float middle = (heights.get(band) + heights.get(band + 1)) / 2;
      List<List<PdfGlyph>> row = new ArrayList<>();
      Map<Integer, Corner> cells = new TreeMap<>();
      int left = -1;
      for (int side = 0; side < sides.size(); side++) {
        if (!drawn(grid, false, sides.get(side), middle)) {
          continue;
        }
        if (left >= 0) {
          float across = (sides.get(left) + sides.get(side)) / 2;
          Corner corner = new Corner(upperLine(grid, heights, band, across), left);
          cells.put(left, corner);
          if (corner.top() == band) {
            row.add(texts.computeIfAbsent(corner, each -> new ArrayList<>()));
          }
        }
        left = side;
      }
      cellsByBand.put(band, cells);
      if (!row.isEmpty()) {
        rows.add(row);
      }
    }
    fill(page, heights, sides, cellsByBand, texts);
    return new PdfTable(heights.getFirst(), heights.getLast(), rows);
  }

  /** Whether a line of the grid at this place crosses that one. */
  private static boolean drawn(
      List<PdfRules.Rule> grid, boolean horizontal, float at, float crossing) {
    return grid.stream()
        .anyMatch(
            rule ->
                rule.horizontal() == horizontal
                    && Math.abs(rule.at() - at) <= SLACK
                    && rule.covers(crossing, 0));
  }

  /** The line at which the cell begins that is in this band at this distance from the left. */
  private static int upperLine(
      List<PdfRules.Rule> grid, List<Float> heights, int band, float across) {
    int line = band;
    while (line > 0 && !drawn(grid, true, heights.get(line), across)) {
      line--;
    }
    return line;
  }

  private static void fill(
      PdfPage page,
      List<Float> heights,
      List<Float> sides,
      Map<Integer, Map<Integer, Corner>> cellsByBand,
      Map<Corner, List<PdfGlyph>> texts) {
    for (PdfGlyph glyph : page.glyphs()) {
      int band = below(heights, glyph.waist());
      Map<Integer, Corner> cells = cellsByBand.getOrDefault(band, Map.of());
      int side = below(sides, glyph.centre());
      while (side > 0 && !cells.containsKey(side)) {
        side--; // a cell over several columns
      }
      Corner corner = cells.get(side);
      List<PdfGlyph> text = corner == null ? null : texts.get(corner);
      if (text != null) {
        text.add(glyph);
      }
    }
  }

  /** The last of the places before this one; -1 if it stands before all or behind the last. */
  private static int below(List<Float> places, float at) {
    if (at >= places.getLast()) {
      return -1;
    }
    int index = -1;
    while (index + 1 < places.size() && places.get(index + 1) <= at) {
      index++;
    }
    return index;
  }
}
