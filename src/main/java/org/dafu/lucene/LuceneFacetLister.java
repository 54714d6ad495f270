package org.dafu.lucene;

import java.util.List;
import org.dafu.analysis.CharacterFold;
import org.dafu.analysis.TypedFilter;
import org.dafu.analysis.WordUnit;
import org.dafu.search.Facet;
import org.dafu.search.FacetLister;
import org.dafu.search.FilterField;
import org.dafu.search.ReplySearcher;
import org.dafu.search.SearchRequest;

/** Lists long facets. All values are counted anyway: a page is a piece of them. */
final class LuceneFacetLister implements FacetLister {
  /** Listed words that may be meant by what was typed. */
  private static final int MAX_WORDS = 4;

  private final ReplySearcher searcher;
  private final CharacterFold fold;
  private final Reading reading;

  LuceneFacetLister(ReplySearcher searcher, CharacterFold fold, Reading reading) {
    this.searcher = searcher;
    this.fold = fold;
    this.reading = reading;
  }

  @Override
  public Facet list(SearchRequest request, FilterField field, String typed, int from) {
    SearchRequest whole =
        new SearchRequest(
            request.q(),
            request.filters(),
            request.unit(),
            request.sort(),
            0,
            null,
            List.of(field),
            Integer.MAX_VALUE);
    Facet all = searcher.search(whole).facets().getFirst();
    List<Facet.Value> matching = matching(all.values(), typed);
    int first = Math.min(from, matching.size());
    int last = (int) Math.min((long) first + request.facetSize(), matching.size());
    return new Facet(
        field, matching.subList(first, last), all.missing(), matching.size() - (long) last);
  }

  /** Values that have what was typed, or another name of it: 卫健委 gives 卫生健康委员会 too. */
  private List<Facet.Value> matching(List<Facet.Value> values, String typed) {
    List<String> standIns = reading.listed().standIns(typed);
    List<Facet.Value> matching = having(values, typed, standIns);
    if (matching.isEmpty()) {
      for (WordUnit word : reading.listed().begun(typed, MAX_WORDS)) {
        matching = having(values, word.text(), word.alternatives());
        if (!matching.isEmpty()) {
          return matching;
        }
      }
    }
    return matching;
  }

  private List<Facet.Value> having(List<Facet.Value> values, String typed, List<String> standIns) {
    TypedFilter wanted = new TypedFilter(typed, fold);
    return values.stream()
        .filter(
            value ->
                wanted.test(value.label())
                    || wanted.test(value.value())
                    || standIns.stream().anyMatch(fold.compact(value.label())::contains))
        .toList();
  }
}
