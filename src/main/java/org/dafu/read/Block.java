package org.dafu.read;

import java.util.List;
import org.dafu.reply.Span;

/** A part of a document, in reading order, with its place in {@link ReadDocument#text()}. */
public sealed interface Block {
  /** Where it stands in the text. */
  Span span();

  /**
   * A line marked as a heading.
   *
   * @param level 1 to 6, as marked; says little (the same level is printed as # or ###)
   */
  record Heading(Span span, int level) implements Block {}

  /** Running text, or a line of a letterhead or sign-off. */
  record Paragraph(Span span) implements Block {}

  /**
   * A table or a form. In the text its cells are parted by tabs and its rows by line ends; a ticked
   * box is ☑, an empty one ☐.
   *
   * @param rows in order; each with the spans of its cells, empty cells too
   */
  record Table(Span span, List<List<Span>> rows) implements Block {
    public Table {
      rows = rows.stream().map(List::copyOf).toList();
    }
  }
}
