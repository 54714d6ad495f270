package org.dafu.web.tools;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dafu.search.Facet;
import org.dafu.search.FilterField;
import org.dafu.search.Filters;
import org.dafu.search.ReadSide;
import org.dafu.search.ReplySearcher;
import org.dafu.search.SearchRequest;
import org.dafu.search.Sort;
import org.dafu.search.Vocabulary;

/** What a form offers. */
public final class Choices {
  /** More names than this are no help while typing. */
  private static final int MOST = 400;

  private final ReplySearcher replies;
  private final Vocabulary vocabulary;

  public Choices(ReadSide reading, Vocabulary vocabulary) {
    this.replies = reading.replies();
    this.vocabulary = vocabulary;
  }

  /** All measure types in the taxonomy's order, each topic before those below it. */
  List<Option> measures(List<String> selected) {
    List<Option> options = new ArrayList<>();
    for (String code : vocabulary.values(FilterField.MEASURE)) {
      Optional<String> parent = vocabulary.parent(FilterField.MEASURE, code);
      options.add(
          new Option(
              code,
              vocabulary.label(FilterField.MEASURE, code),
              selected.contains(code),
              parent.isPresent()));
    }
    return options;
  }

  /** Values that the letters have, those of most letters first. */
  List<String> held(FilterField field, Filters filters) {
    SearchRequest request =
        new SearchRequest(
            "", filters, SearchRequest.Unit.LETTER, Sort.RELEVANCE, 0, null, List.of(field), MOST);
    return replies.search(request).facets().getFirst().values().stream()
        .map(Facet.Value::value)
        .toList();
  }
}
