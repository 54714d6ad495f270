package org.dafu.web.api;

import java.util.List;
import org.dafu.search.SearchHelp;
import org.dafu.search.SearchRequest;
import org.dafu.web.ask.Links;
import org.dafu.web.ask.Question;
import org.jspecify.annotations.Nullable;

/**
 * What to try instead of a search that gives nothing.
 *
 * @param didYouMean other words
 * @param drop what to leave out
 */
public record HelpAnswer(List<DidYouMean> didYouMean, List<Drop> drop) {
  /**
   * Other words that find something.
   *
   * @param q the whole query
   * @param count hits that {@code url} gives
   */
  public record DidYouMean(String q, long count, String url) {}

  /**
   * What is in the way.
   *
   * @param parameter {@code q} for words; the filter's name, with a minus if it excludes; null for
   *     all filters at once
   * @param value the words or the filter's value that is left out; empty for all filters
   * @param count hits that {@code url} gives
   */
  public record Drop(@Nullable String parameter, String value, long count, String url) {}

  static HelpAnswer of(Question question, SearchHelp help) {
    return new HelpAnswer(
        help.didYouMean().stream()
            .map(each -> new DidYouMean(each.q(), each.count(), url(question, each.search())))
            .toList(),
        help.drop().stream().map(each -> drop(question, each)).toList());
  }

  private static Drop drop(Question question, SearchHelp.Drop drop) {
    String url = url(question, drop.search());
    if (drop.field() != null) {
      String parameter = (drop.excluded() ? "-" : "") + drop.field().parameter();
      return new Drop(parameter, drop.value(), drop.count(), url);
    }
    return new Drop(drop.isWord() ? "q" : null, drop.value(), drop.count(), url);
  }

  private static String url(Question question, SearchRequest other) {
    return Links.url(new Question(question.surface(), other, question.mode()));
  }
}
