package org.dafu.web.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A letter's page.
 *
 * @param shell around it
 * @param title the proposals' titles
 * @param badges short facts under the title
 * @param groups every field, in groups
 * @param outline sections in reading order
 * @param blocks the text
 * @param marks places of the search's words in the text
 * @param policies documents named
 * @param figures numbers stated
 * @param warnings what a reader should know
 * @param sourcePath the file it was read from
 * @param jsonUrl the letter for programs
 * @param textUrl the bare text
 * @param backUrl the search it was found by; null where it was opened by itself
 */
public record LetterPage(
    Shell shell,
    String title,
    List<HitCard.Badge> badges,
    List<Group> groups,
    List<Entry> outline,
    List<TextBlock> blocks,
    int marks,
    List<PolicyRow> policies,
    List<FigureRow> figures,
    List<String> warnings,
    String sourcePath,
    String jsonUrl,
    String textUrl,
    @Nullable String backUrl) {
  public LetterPage {
    badges = List.copyOf(badges);
    groups = List.copyOf(groups);
    outline = List.copyOf(outline);
    blocks = List.copyOf(blocks);
    policies = List.copyOf(policies);
    figures = List.copyOf(figures);
    warnings = List.copyOf(warnings);
  }

  /** Fields that belong together. */
  public record Group(String title, List<Field> fields) {
    public Group {
      fields = List.copyOf(fields);
    }
  }

  /**
   * One field.
   *
   * @param values empty where the letter does not say
   */
  public record Field(String label, List<Value> values) {
    public Field {
      values = List.copyOf(values);
    }
  }

  /**
   * One value.
   *
   * @param url the letters that share it; null where that is no filter
   */
  public record Value(String text, @Nullable String url) {}

  /** A line of the outline. */
  public record Entry(String label, String url, int level) {}

  /** A policy; {@code url} finds the letters that name it. */
  public record PolicyRow(String title, @Nullable String number, String role, String url) {}

  /** A figure with its sentence. */
  public record FigureRow(
      String type, String text, @Nullable String subject, String year, String sentence) {}
}
