package org.dafu.read;

import java.util.List;

/** A block before repairs: its text with origins, not yet placed in the whole. */
sealed interface RawBlock {
  /** A line, marked as a heading if the level is above 0. */
  record Line(MappedText text, int headingLevel, boolean afterBlank) implements RawBlock {}

  /** A table's rows of cells. */
  record Table(List<List<MappedText>> rows) implements RawBlock {}
}
