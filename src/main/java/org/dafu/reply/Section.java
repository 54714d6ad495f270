package org.dafu.reply;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A numbered part of a letter.
 *
 * @param label as printed, for example 一、 or （二）
 * @param heading without the label; null for a numbered paragraph without one
 * @param level 1 for the top level, 2 for the one below
 * @param text what stands under the heading, parts below included
 * @param span where heading and text stand in the letter's text, label included
 * @param measures codes of measure types (措施类型)
 * @param instruments codes of policy instruments (政策工具)
 * @param status codes of fulfilment status (落实情况)
 * @param figures numbers it states
 * @param policies documents it names
 * @param children parts one level below, in order
 * @param cues for codes of this section the cue that speaks loudest for each
 */
public record Section(
    String label,
    @Nullable String heading,
    int level,
    String text,
    Span span,
    List<String> measures,
    List<String> instruments,
    List<String> status,
    List<Figure> figures,
    List<Policy> policies,
    List<Section> children,
    List<SectionCue> cues) {
  public Section {
    measures = List.copyOf(measures);
    instruments = List.copyOf(instruments);
    status = List.copyOf(status);
    figures = List.copyOf(figures);
    policies = List.copyOf(policies);
    children = List.copyOf(children);
    cues = List.copyOf(cues);
  }

  /** A section whose codes, if it has any, were given and not read out of its text. */
  public Section(
      String label,
      @Nullable String heading,
      int level,
      String text,
      Span span,
      List<String> measures,
      List<String> instruments,
      List<String> status,
      List<Figure> figures,
      List<Policy> policies,
      List<Section> children) {
    this(
        label,
        heading,
        level,
        text,
        span,
        measures,
        instruments,
        status,
        figures,
        policies,
        children,
        List.of());
  }
}
