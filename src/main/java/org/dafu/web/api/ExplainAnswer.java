package org.dafu.web.api;

import java.util.List;
import java.util.Locale;
import org.dafu.search.Explanation;
import org.dafu.search.QueryReading;
import org.dafu.search.QueryWarning;
import org.dafu.web.ask.Links;

/**
 * The answer of {@code GET /explain}.
 *
 * @param query as understood
 * @param tokens what is looked for
 * @param synonyms words for which others may stand, with these
 * @param id the letter's
 * @param title to show
 * @param matches whether the query finds the letter
 * @param absent tokens that the letter has in no form
 * @param score sum of the contributions
 * @param contributions by field, greatest first
 * @param sections its best sections
 * @param url the letter
 */
public record ExplainAnswer(
    Understood query,
    List<TokenAnswer> tokens,
    List<SynonymAnswer> synonyms,
    String id,
    String title,
    boolean matches,
    List<String> absent,
    double score,
    List<ContributionAnswer> contributions,
    List<SearchAnswer.SectionAnswer> sections,
    String url) {
  /** A token; {@code kind} is word, phrase, number, docNumber or title. */
  public record TokenAnswer(String kind, String text) {}

  /** A word, and what stands for it. */
  public record SynonymAnswer(String word, List<String> standIns) {}

  /** The query as understood, and what was taken otherwise than typed. */
  public record Understood(String understood, List<QueryWarning> warnings) {}

  /** A part of the score, and its parts. */
  public record ContributionAnswer(
      String name, String label, double score, List<ContributionAnswer> parts) {
    static ContributionAnswer of(Explanation.Contribution from) {
      return new ContributionAnswer(
          from.name(),
          from.label(),
          from.score(),
          from.parts().stream().map(ContributionAnswer::of).toList());
    }
  }

  /** The answer with this explanation. */
  public static ExplainAnswer of(Explanation explanation) {
    QueryReading reading = explanation.reading();
    SearchAnswer.HitAnswer hit = SearchAnswer.hit(explanation.hit(), false);
    return new ExplainAnswer(
        new Understood(reading.understood(), reading.warnings()),
        reading.tokens().stream()
            .map(token -> new TokenAnswer(kind(token.kind()), token.text()))
            .toList(),
        reading.tokens().stream()
            .filter(token -> !token.alternatives().isEmpty())
            .map(token -> new SynonymAnswer(token.text(), token.alternatives()))
            .toList(),
        hit.id(),
        hit.title(),
        explanation.matches(),
        explanation.absent(),
        explanation.score(),
        explanation.contributions().stream().map(ContributionAnswer::of).toList(),
        hit.sections(),
        Links.json(explanation.hit().reply().id()));
  }

  private static String kind(QueryReading.Kind kind) {
    return switch (kind) {
      case WORD, PHRASE, NUMBER, TITLE -> kind.name().toLowerCase(Locale.ROOT);
      case DOC_NUMBER -> "docNumber";
    };
  }
}
