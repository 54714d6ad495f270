package org.dafu.web.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of a letter's text, in reading order. */
public sealed interface TextBlock {
  /**
   * A section as something to be collected.
   *
   * @param heading as printed, with its label
   * @param start where it begins in the letter's text, in UTF-16 units
   * @param text what stands under the heading, of a long section its beginning
   */
  record Passage(String heading, int start, String text) {}

  /**
   * A section's heading.
   *
   * @param id anchor
   * @param level 2 for the letter's top level, at most 4
   * @param passage the section
   */
  record Heading(String id, int level, List<Segment> segments, Passage passage)
      implements TextBlock {
    public Heading {
      segments = List.copyOf(segments);
    }
  }

  /**
   * A paragraph.
   *
   * @param id anchor of the section that begins here without a heading; null for none
   * @param place where it stands in the letter, which decides how it is set
   */
  record Paragraph(@Nullable String id, Place place, List<Segment> segments) implements TextBlock {
    public Paragraph {
      segments = List.copyOf(segments);
    }
  }

  /** Where a paragraph stands in a letter. */
  enum Place {
    /** Letterhead and title, set in the middle. */
    HEAD,
    /** The salutation (称呼), set without indent. */
    SALUTATION,
    /** Running text. */
    BODY,
    /** Issuing body and date at the end, set to the right. */
    SIGNATURE
  }

  /** A table or a form: rows of cells of text. */
  record Table(List<List<List<Segment>>> rows) implements TextBlock {
    public Table {
      rows = rows.stream().map(List::copyOf).toList();
    }

    /** Whether the first row heads columns: a form of two columns has none. */
    public boolean headed() {
      return rows.size() > 1
          && rows.getFirst().size() > 2
          && rows.stream().allMatch(row -> row.size() == rows.getFirst().size());
    }
  }
}
