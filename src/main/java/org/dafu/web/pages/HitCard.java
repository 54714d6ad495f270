package org.dafu.web.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A hit as people see it.
 *
 * @param title of the letter, with its marks
 * @param url the letter's page
 * @param section of a section search: what was found; null for letters
 * @param badges in order
 * @param measures labels of measure types
 * @param passages marked text
 * @param sections other sections that match
 * @param outline the letter's first headings, where no words were asked for
 */
public record HitCard(
    List<Segment> title,
    String url,
    @Nullable Link section,
    List<Badge> badges,
    List<String> measures,
    List<Passage> passages,
    List<Link> sections,
    List<String> outline) {
  public HitCard {
    title = List.copyOf(title);
    badges = List.copyOf(badges);
    measures = List.copyOf(measures);
    passages = List.copyOf(passages);
    sections = List.copyOf(sections);
    outline = List.copyOf(outline);
  }

  /** A link to a place within a letter. */
  public record Link(String label, String url) {}

  /**
   * A short fact about the letter.
   *
   * @param look name for the style sheet: place, agency, year, number, class, kind, warn
   * @param explanation shown on pointing at it; null for none
   */
  public record Badge(String text, String look, @Nullable String explanation) {}

  /**
   * A piece of the letter.
   *
   * @param section that it stands in; null outside of any
   * @param url of that section; null where it is not known
   */
  public record Passage(@Nullable String section, @Nullable String url, List<Segment> segments) {
    public Passage {
      segments = List.copyOf(segments);
    }
  }
}
