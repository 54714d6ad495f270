package org.dafu.web.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.dafu.reply.ReplyId;
import org.dafu.search.FilterField;
import org.dafu.search.SimilarLetters.Similar;
import org.dafu.search.Vocabulary;
import org.dafu.web.ask.Links;

/**
 * The answer of {@code GET /replies/{id}/similar}.
 *
 * @param id of the letter that the others are like
 * @param url that letter
 * @param hits best first
 */
public record SimilarAnswer(String id, String url, List<SimilarHit> hits) {
  /** A letter as in any search, and what it shares. */
  public record SimilarHit(@JsonUnwrapped SearchAnswer.HitAnswer hit, Reason reason) {}

  /**
   * What both letters have.
   *
   * @param measures measure types
   * @param policies titles of policies
   */
  public record Reason(List<CodeAnswer> measures, List<String> policies) {}

  /** A code and the words for it. */
  public record CodeAnswer(String code, String label) {}

  /** The answer for this letter. */
  public static SimilarAnswer of(ReplyId id, List<Similar> similar, Vocabulary vocabulary) {
    return new SimilarAnswer(
        id.value(),
        Links.json(id),
        similar.stream()
            .map(
                each ->
                    new SimilarHit(
                        SearchAnswer.hit(each.hit(), false),
                        new Reason(codes(each.measures(), vocabulary), each.policies())))
            .toList());
  }

  private static List<CodeAnswer> codes(List<String> codes, Vocabulary vocabulary) {
    return codes.stream()
        .map(code -> new CodeAnswer(code, vocabulary.label(FilterField.MEASURE, code)))
        .toList();
  }
}
