package org.dafu.read;

import java.util.List;

/** A block before repairs: its text with origins, not yet placed in the whole. */
sealed interface RawBlock {
  /** How much text it has, in UTF-16 units. */
  long units();

  /** A line, marked as a heading if the level is above 0. */
  record Line(MappedText text, int headingLevel, boolean afterBlank) implements RawBlock {
    /** Level of a line that is a heading only by being bold as a whole. */
    static final int BOLD_LEVEL = 6;

    @Override
    public long units() {
      return text.length();
    }
  }

  /** A table's rows of cells. */
  record Table(List<List<MappedText>> rows) implements RawBlock {
    @Override
    public long units() {
      long units = 0;
      for (List<MappedText> row : rows) {
        for (MappedText cell : row) {
          units += cell.length();
        }
      }
      return units;
    }
  }
}
