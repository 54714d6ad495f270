package org.dafu.lucene;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dafu.search.Meanings;
import org.dafu.search.Meanings.Nearness;
import org.dafu.search.Mode;
import org.dafu.search.QueryWarning;
import org.dafu.search.SearchRequest;

/** Decides which questions are ranked by their meaning too, and by what of them. */
final class Meant {
  private final Meanings meanings;
  private final Weights weights;

  Meant(Meanings meanings, Weights weights) {
    this.meanings = meanings;
    this.weights = weights;
  }

  /** What meaning weighs, 0 to 1; words weigh the rest. */
  double weight() {
    return weights.meaning();
  }

  /**
   * What compares letters with the question.
   *
   * @return empty for a question that is ranked by its words alone, or where no vectors are held
   */
  Optional<Nearness> nearness(SearchRequest request, Asked asked) {
    return request.mode() == Mode.LEXICAL || isExact(asked) || weights.meaning() == 0
        ? Optional.empty()
        : meanings.to(text(request.q(), asked));
  }

  /** What compares letters with a text. */
  Optional<Nearness> nearness(String text) {
    return weights.meaning() == 0 ? Optional.empty() : meanings.to(text);
  }

  /**
   * A short question with a number, a quotation or a title wants these and not the like of them; a
   * pasted message has such things in it by the way.
   */
  private boolean isExact(Asked asked) {
    boolean exact =
        !asked.numbers().isEmpty()
            || !asked.docNumbers().isEmpty()
            || !asked.phrases().isEmpty()
            || !asked.titles().isEmpty();
    return asked.words().isEmpty() || (isBrief(asked) && exact);
  }

  private boolean isBrief(Asked asked) {
    return asked.codePoints() <= weights.shortCodePoints();
  }

  /** Of a short question its words, without signs and what must not be found. */
  private String text(String q, Asked asked) {
    return isBrief(asked) ? String.join(" ", asked.words()) : q;
  }

  /** Says so where meaning was asked for and is not known. */
  List<QueryWarning> warned(SearchRequest request, List<QueryWarning> warnings) {
    if (request.mode() != Mode.HYBRID || !meanings.isEmpty()) {
      return warnings;
    }
    List<QueryWarning> all = new ArrayList<>(warnings);
    all.add(QueryWarning.LEXICAL_ONLY);
    return all;
  }
}
