package org.dafu.web.pages;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A letter's page.
 *
 * @param shell around it
 * @param id of the letter
 * @param letter what the collection keeps of it
 * @param title the proposals' titles
 * @param badges short facts under the title
 * @param groups every field, in groups
 * @param outline sections in reading order
 * @param blocks the text
 * @param marks places of the search's words in the text
 * @param policies documents named
 * @param figures numbers stated
 * @param warnings what a reader should know
 * @param similar letters on the same matter
 * @param citations in every style, the national standard's first
 * @param permanentUrl its address, absolute
 * @param sourcePath the file it was read from
 * @param jsonUrl the letter for programs
 * @param textUrl the bare text
 * @param backUrl the search it was found by; null where it was opened by itself
 */
public record LetterPage(
    Shell shell,
    String id,
    HitCard.Letter letter,
    String title,
    List<HitCard.Badge> badges,
    List<Group> groups,
    List<Entry> outline,
    List<TextBlock> blocks,
    int marks,
    List<PolicyRow> policies,
    List<FigureRow> figures,
    List<String> warnings,
    List<SimilarRow> similar,
    List<Citation> citations,
    String permanentUrl,
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
    similar = List.copyOf(similar);
    citations = List.copyOf(citations);
  }

  /**
   * A letter on the same matter.
   *
   * @param about place, agency and year
   * @param reason what both have; empty if that is only their matter
   */
  public record SimilarRow(String title, String url, String about, String reason) {}

  /**
   * How to cite the letter.
   *
   * @param url gives the same to programs
   */
  public record Citation(String label, String text, String url) {}

  /** Fields that belong together. */
  public record Group(String title, List<Field> fields) {
    public Group {
      fields = List.copyOf(fields);
    }

    /** The fields that the letter says. */
    public List<Field> known() {
      return fields.stream().filter(field -> !field.values().isEmpty()).toList();
    }

    /** Labels of those that it does not. */
    public String unknown() {
      return fields.stream()
          .filter(field -> field.values().isEmpty())
          .map(Field::label)
          .collect(Collectors.joining("、"));
    }
  }

  /**
   * One field.
   *
   * @param values empty where the letter does not say
   * @param where it was read; null where that is no place of the text
   */
  public record Field(String label, List<Value> values, @Nullable Where where) {
    public Field {
      values = List.copyOf(values);
    }
  }

  /**
   * Where a field was read.
   *
   * @param url of the place on the page
   * @param note the words there, and how sure the reading is
   */
  public record Where(String url, String note) {}

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
