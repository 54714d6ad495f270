package org.dafu.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dafu.search.SearchHelp.Correction;
import org.dafu.search.SearchHelp.Drop;
import org.jspecify.annotations.Nullable;

/** Finds what to try instead of a search that gives nothing; everything it tells was tried. */
public final class ZeroHits {
  private static final int MAX_CORRECTIONS = 3;
  private static final int MAX_TRIED_CORRECTIONS = 5;

  /** Words and filters that are left out one by one; each costs a search. */
  private static final int MAX_DROPS = 10;

  /** What stands together in a query: in quotation marks, in parentheses, without white space. */
  private static final Pattern PIECE =
      Pattern.compile(
          "[-－]?(?:[^\\s\\u3000\"“”「」()（）]+[:：])?"
              + "(?:\"[^\"]*\"?|“[^”]*”?|「[^」]*」?|『[^』]*』?|[(（][^)）]*[)）]?"
              + "|[^\\s\\u3000\"“「『(（]+|\\S)");

  private static final Pattern PLAIN = Pattern.compile("[\\p{IsHan}A-Za-z]{2,40}");
  private static final Pattern OPERATOR = Pattern.compile("(?i)or|and|或|\\|\\|?|&&?");

  private final ReplySearcher searcher;
  private final Explainer explainer;
  private final Speller speller;

  public ZeroHits(ReadSide reading) {
    this(reading.replies(), reading.explainer(), reading.speller());
  }

  ZeroHits(ReplySearcher searcher, Explainer explainer, Speller speller) {
    this.searcher = searcher;
    this.explainer = explainer;
    this.speller = speller;
  }

  /** What to try instead of this request, which gives nothing. */
  public SearchHelp help(SearchRequest request) {
    List<String> pieces = pieces(request.q());
    return new SearchHelp(corrections(request, pieces), drops(request, pieces));
  }

  private static List<String> pieces(String q) {
    List<String> pieces = new ArrayList<>();
    Matcher piece = PIECE.matcher(q);
    while (piece.find()) {
      pieces.add(piece.group());
    }
    return pieces;
  }

  private List<Correction> corrections(SearchRequest request, List<String> pieces) {
    Map<String, Correction> found = new LinkedHashMap<>();
    for (String piece : pieces) {
      if (!PLAIN.matcher(piece).matches() || isHeld(piece)) {
        continue;
      }
      for (String wrong : suspects(piece)) {
        for (String right : speller.corrections(wrong, MAX_TRIED_CORRECTIONS)) {
          correction(request, piece, piece.replace(wrong, right))
              .ifPresent(correction -> found.putIfAbsent(correction.q(), correction));
        }
        if (!found.isEmpty()) {
          break;
        }
      }
    }
    return found.values().stream().limit(MAX_CORRECTIONS).toList();
  }

  /** The piece as a whole, then those of its words that no letter has. */
  private Set<String> suspects(String piece) {
    Set<String> suspects = new LinkedHashSet<>(List.of(piece));
    for (QueryReading.Token token : explainer.read(piece).tokens()) {
      if (piece.contains(token.text()) && !isHeld(token.text())) {
        suspects.add(token.text());
      }
    }
    return suspects;
  }

  private boolean isHeld(String words) {
    return total(SearchRequest.of("“" + words + "”")) > 0;
  }

  private Optional<Correction> correction(SearchRequest request, String piece, String mended) {
    SearchRequest other = withWords(request, request.q().replace(piece, mended));
    long count = total(other);
    return count > 0 ? Optional.of(new Correction(other.q(), count, other)) : Optional.empty();
  }

  private List<Drop> drops(SearchRequest request, List<String> pieces) {
    List<Drop> drops = new ArrayList<>();
    List<Drop> tried = new ArrayList<>();
    wordDrops(request, pieces, tried);
    filterDrops(request, tried);
    int filters = tried.stream().mapToInt(drop -> drop.isWord() ? 0 : 1).sum();
    if (filters > 1) {
      tried.add(drop(null, "", false, request.withFilters(Filters.NONE)));
    }
    if (filters > 0 && !request.q().isEmpty()) {
      tried.add(drop(null, request.q(), false, withWords(request, "")));
    }
    for (Drop drop : tried.subList(0, Math.min(MAX_DROPS, tried.size()))) {
      long count = total(drop.search());
      if (count > 0) {
        drops.add(new Drop(drop.field(), drop.value(), drop.excluded(), count, drop.search()));
      }
    }
    return drops;
  }

  private void wordDrops(SearchRequest request, List<String> pieces, List<Drop> tried) {
    List<String> words = pieces;
    if (pieces.size() == 1 && PLAIN.matcher(pieces.getFirst()).matches()) {
      words =
          explainer.read(pieces.getFirst()).tokens().stream()
              .map(QueryReading.Token::text)
              .toList();
    }
    for (int at = 0; at < words.size(); at++) {
      List<String> others = new ArrayList<>(words);
      others.remove(at);
      if (!OPERATOR.matcher(words.get(at)).matches() && !others.isEmpty()) {
        SearchRequest without = withWords(request, String.join(" ", others));
        tried.add(drop(null, words.get(at), false, without));
      }
    }
  }

  private static void filterDrops(SearchRequest request, List<Drop> tried) {
    Filters filters = request.filters();
    filters
        .included()
        .forEach(
            (field, values) -> {
              for (FilterValue value : values) {
                Filters without = filters.toggled(field, value);
                tried.add(drop(field, value.text(), false, request.withFilters(without)));
              }
            });
    filters
        .excluded()
        .forEach(
            (field, values) -> {
              for (FilterValue value : values) {
                Filters turned = new Filters(filters.excluded(), filters.included());
                Filters without = turned.toggled(field, value);
                Filters back = new Filters(without.excluded(), without.included());
                tried.add(drop(field, value.text(), true, request.withFilters(back)));
              }
            });
  }

  private static Drop drop(
      @Nullable FilterField field, String value, boolean excluded, SearchRequest search) {
    return new Drop(field, value, excluded, 0, search);
  }

  private static SearchRequest withWords(SearchRequest request, String q) {
    return new SearchRequest(
        q,
        request.filters(),
        request.unit(),
        request.sort(),
        request.size(),
        null,
        request.facets(),
        request.facetSize());
  }

  private long total(SearchRequest request) {
    return searcher.search(request.withoutHits()).total();
  }
}
