package org.dafu.web.api;

import java.util.List;
import org.dafu.reply.Figure;
import org.dafu.reply.FigureType;
import org.dafu.reply.Reply;
import org.dafu.reply.Section;
import org.dafu.search.chart.FigureList;
import org.dafu.web.ask.Links;
import org.jspecify.annotations.Nullable;

/**
 * The answer of {@code GET /figures}.
 *
 * @param total figures found in the letters that were read
 * @param letters that words and filters give, years left aside
 * @param read letters looked through, the newest; where fewer than {@code letters}, there may be
 *     more figures
 * @param figures of the newest letter first
 */
public record FiguresAnswer(long total, long letters, long read, List<FigureAnswer> figures) {
  /**
   * A figure with its source.
   *
   * @param value in base units; the lower end of a range
   * @param valueMax the upper end of a range; null for a single value
   * @param year that it is for: as the letter says, else the letter's own
   * @param yearStated whether the letter says so
   * @param target whether it is promised rather than reached
   * @param sectionIndex the narrowest section's place among all sections; null for none
   * @param measures of that section, codes
   * @param id of the letter, as are the members after it
   * @param url the letter as JSON
   * @param pageUrl the place in the letter's page
   */
  public record FigureAnswer(
      FigureType type,
      double value,
      @Nullable Double valueMax,
      String unit,
      @Nullable String subject,
      @Nullable Integer year,
      boolean yearStated,
      boolean target,
      String text,
      String sentence,
      @Nullable String section,
      @Nullable Integer sectionIndex,
      List<String> measures,
      String id,
      String title,
      @Nullable String province,
      @Nullable String city,
      @Nullable String county,
      @Nullable Integer letterYear,
      @Nullable String classification,
      String url,
      String pageUrl) {}

  /** The answer with so many figures, so many passed over. */
  public static FiguresAnswer of(FigureList list, int size, int offset) {
    return new FiguresAnswer(
        list.found().size(),
        list.letters(),
        list.read(),
        list.found().stream().skip(offset).limit(size).map(FiguresAnswer::figure).toList());
  }

  private static FigureAnswer figure(FigureList.Found found) {
    Figure figure = found.figure();
    Reply reply = found.reply();
    boolean known = found.section() >= 0;
    Section section = known ? reply.allSections().get(found.section()) : null;
    return new FigureAnswer(
        figure.type(),
        figure.value(),
        figure.valueMax(),
        figure.unit(),
        figure.subject(),
        found.year(),
        figure.year() != null,
        figure.target(),
        figure.text(),
        figure.sentence(),
        figure.section(),
        known ? found.section() : null,
        section == null ? List.of() : section.measures(),
        reply.id().value(),
        reply.displayTitle(),
        reply.province(),
        reply.city(),
        reply.county(),
        reply.year(),
        reply.classification(),
        Links.json(reply.id()),
        Links.page(reply.id(), "") + (known ? "#s" + found.section() : ""));
  }
}
