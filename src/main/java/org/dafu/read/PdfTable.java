package org.dafu.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A table drawn with lines, or set as one.
 *
 * @param top its upper edge
 * @param rows the characters of each cell, empty cells too
 */
record PdfTable(float top, List<List<List<PdfGlyph>>> rows) {
  /** Where a cell begins: its upper and its left line. */
  private record Corner(int top, int left) {}

  /**
   * The tables that a page's lines make, from top to bottom, with the characters that stand in
   * them.
   */
  static List<PdfTable> of(PdfPage page, Deadline deadline) throws Deadline.TooMuchException {
    List<PdfTable> tables = new ArrayList<>();
    for (PdfGrid grid : PdfGrid.of(page)) {
      tables.add(new Filling(grid).table(page.glyphs(), deadline));
    }
    return tables;
  }

  /** The characters in its cells; what stands beside the table is not among them. */
  Set<PdfGlyph> glyphs() {
    Set<PdfGlyph> glyphs = new HashSet<>();
    rows.forEach(row -> row.forEach(glyphs::addAll));
    return glyphs;
  }

  /** Whether it lays out a page: it has but one column, or a cell that holds a text. */
  boolean isLayout() {
    return rows.stream().allMatch(row -> row.size() <= 1)
        || LayoutTable.holdsText(
            rows.stream()
                .flatMap(List::stream)
                .map(cell -> new LayoutTable.Cell(1, PdfParagraphs.cellText(cell)))
                .toList());
  }

  /** Puts the characters of a page into the cells of a grid. */
  private static final class Filling {
    private final PdfGrid grid;
    private final Map<Integer, Map<Integer, Corner>> cellsByBand = new TreeMap<>();
    private final Map<Corner, List<PdfGlyph>> texts = new HashMap<>();
    private final List<List<List<PdfGlyph>>> rows = new ArrayList<>();

    Filling(PdfGrid grid) {
      this.grid = grid;
    }

    PdfTable table(List<PdfGlyph> glyphs, Deadline deadline) throws Deadline.TooMuchException {
      for (int band = 0; band + 1 < grid.heights().size(); band++) {
        deadline.check();
        band(band);
      }
      fill(glyphs);
      return new PdfTable(grid.heights().getFirst(), rows);
    }

    /** Finds the cells between two heights; one that began above goes on here. */
    private void band(int band) {
      float middle = (grid.heights().get(band) + grid.heights().get(band + 1)) / 2;
      List<List<PdfGlyph>> row = new ArrayList<>();
      Map<Integer, Corner> cells = new TreeMap<>();
      int left = -1;
      for (int side = 0; side < grid.sides().size(); side++) {
        if (!grid.parts(side, middle)) {
          continue;
        }
        if (left >= 0) {
          float centre = (grid.sides().get(left) + grid.sides().get(side)) / 2;
          Corner corner = new Corner(upperLine(band, centre), left);
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

    /** The line at which the cell begins that is in this band at this distance from the left. */
    private int upperLine(int band, float fromLeft) {
      int line = band;
      while (line > 0 && !grid.crossesAt(line, fromLeft)) {
        line--;
      }
      return line;
    }

    private void fill(List<PdfGlyph> glyphs) {
      List<PdfGlyph> beside = new ArrayList<>();
      for (PdfGlyph glyph : glyphs) {
        List<PdfGlyph> text = textAt(glyph);
        if (text != null) {
          text.add(glyph);
        } else if (below(grid.heights(), glyph.waist()) >= 0) {
          beside.add(glyph);
        }
      }
      if (!beside.isEmpty()) {
        fillOver(glyphs, new HashSet<>(beside));
      }
    }

    /** Adds what runs past the last side of its cell without a gap. */
    private void fillOver(List<PdfGlyph> glyphs, Set<PdfGlyph> beside) {
      List<PdfGlyph> within =
          glyphs.stream().filter(glyph -> below(grid.heights(), glyph.waist()) >= 0).toList();
      for (PdfRow part : PdfRows.parted(within)) {
        List<PdfGlyph> text = null;
        float end = 0;
        for (PdfGlyph glyph : part.glyphs()) {
          if (!beside.contains(glyph)) {
            text = textAt(glyph);
          } else if (text != null && glyph.x() - end < glyph.size()) {
            text.add(glyph);
          } else {
            text = null;
          }
          end = glyph.right();
        }
      }
    }

    /** The text of the cell that the character stands in; null if it stands in none. */
    private @Nullable List<PdfGlyph> textAt(PdfGlyph glyph) {
      Map<Integer, Corner> cells =
          cellsByBand.getOrDefault(below(grid.heights(), glyph.waist()), Map.of());
      int side = below(grid.sides(), glyph.centre());
      while (side > 0 && !cells.containsKey(side)) {
        side--; // a cell over several columns
      }
      Corner corner = cells.get(side);
      return corner == null ? null : texts.get(corner);
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
}
