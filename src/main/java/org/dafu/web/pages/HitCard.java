package org.dafu.web.pages;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A hit as people see it.
 *
 * @param id of the letter
 * @param title of the letter, with its marks
 * @param url the letter's page
 * @param section of a section search: what was found; null for letters
 * @param place province, city and county; empty where the letter names none
 * @param agency the issuing body; empty where it is not known
 * @param year of the letter; empty where it is not known
 * @param badges in order
 * @param measures labels of measure types
 * @param passages marked text
 * @param sections other sections that match
 * @param outline the letter's first headings, where no words were asked for
 */
public record HitCard(
    String id,
    List<Segment> title,
    String url,
    @Nullable Link section,
    String place,
    String agency,
    String year,
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

  /** The title without its marks. */
  public String plainTitle() {
    return title.stream().map(Segment::text).collect(Collectors.joining());
  }

  /** What the collection keeps of the letter. */
  public Letter letter() {
    return new Letter(id, url, plainTitle(), place, agency, year);
  }

  /**
   * What the collection keeps of a letter beside its passages.
   *
   * @param url of its page
   */
  public record Letter(
      String id, String url, String title, String place, String agency, String year) {}

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
   * @param start where it begins in the letter's text, in UTF-16 units
   */
  public record Passage(
      @Nullable String section, @Nullable String url, int start, List<Segment> segments) {
    public Passage {
      segments = List.copyOf(segments);
    }

    /** The piece without its marks. */
    public String text() {
      return segments.stream().map(Segment::text).collect(Collectors.joining());
    }
  }
}
