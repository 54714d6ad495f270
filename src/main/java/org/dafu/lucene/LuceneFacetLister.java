package org.dafu.lucene;

import java.util.List;
import org.dafu.analysis.CharacterFold;
import org.dafu.analysis.TypedFilter;
import org.dafu.search.Facet;
import org.dafu.search.FacetLister;
import org.dafu.search.FilterField;
import org.dafu.search.ReplySearcher;
import org.dafu.search.SearchRequest;

/** Lists long facets. All values are counted anyway: a page is a piece of them. */
final class LuceneFacetLister implements FacetLister {
  private final ReplySearcher searcher;
  private final CharacterFold fold;

  LuceneFacetLister(ReplySearcher searcher, CharacterFold fold) {
    this.searcher = searcher;
    this.fold = fold;
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
    TypedFilter wanted = new TypedFilter(typed, fold);
    List<Facet.Value> matching =
        all.values().stream()
            .filter(value -> wanted.test(value.label()) || wanted.test(value.value()))
            .toList();
    int first = Math.min(from, matching.size());
    int last = (int) Math.min((long) first + request.facetSize(), matching.size());
    return new Facet(
        field, matching.subList(first, last), all.missing(), matching.size() - (long) last);
  }
}
