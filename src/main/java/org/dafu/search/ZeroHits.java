package org.dafu.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dafu.search.SearchHelp.Correction;
import org.dafu.search.SearchHelp.Drop;
import org.jspecify.annotations.Nullable;

/** Finds what to try instead of a search that gives nothing; everything it tells was tried. */
public final class ZeroHits {
  private static final int MAX_CORRECTIONS = 3;
  private static final int MAX_TRIED_CORRECTIONS = 5;

  /** Pieces of the query that are looked at for a mistake; each costs some searches. */
  private static final int MAX_SPELLED = 5;

  /** Words that are left out one by one, and so filters; each costs a search. */
  private static final int MAX_DROPS = 10;

  /** Words that letters have only parts of; each costs some searches. */
  private static final int MAX_PARTED = 3;

  private static final Pattern PLAIN = Pattern.compile("[\\p{IsHan}A-Za-z]{2,40}");
  private static final Pattern HAN = Pattern.compile("[\\p{IsHan}&&[\\u0000-\\uFFFF]]{3,40}");

  /** A number behind those of its group or session, of which another place prints none: 第4-217号. */
  private static final Pattern HYPHENED =
      Pattern.compile("第?[0-9A-Za-z]{1,4}(?:-[0-9]{1,4})*-([0-9]{1,6})号");

  private static final Pattern OPERATOR = Pattern.compile("(?i)or|and|或|[|｜]{1,2}|[&＆]{1,2}");

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
    List<String> pieces = QueryPieces.of(request.q());
    return new SearchHelp(corrections(request, pieces), drops(request, pieces));
  }

  private List<Correction> corrections(SearchRequest request, List<String> pieces) {
    Map<String, Correction> found = new LinkedHashMap<>();
    Map<String, String> likeliest = new LinkedHashMap<>();
    List<String> plain = pieces.stream().filter(ZeroHits::isPlain).distinct().toList();
    for (String piece : plain.subList(0, Math.min(MAX_SPELLED, plain.size()))) {
      if (!isHeld(piece)) {
        correct(request, piece, found, likeliest);
      }
    }
    if (found.isEmpty() && likeliest.size() > 1) { // mended alone, the other one is still wrong
      correction(request, likeliest).ifPresent(correction -> found.put(correction.q(), correction));
    }
    bareNumbers(request, found);
    askedInPart(request, found);
    return found.values().stream().limit(MAX_CORRECTIONS).toList();
  }

  private void bareNumbers(SearchRequest request, Map<String, Correction> found) {
    Matcher number = HYPHENED.matcher(request.q());
    for (int tried = 0; tried < MAX_SPELLED && number.find(); tried++) {
      correction(request, Map.of(number.group(), "第" + number.group(1) + "号"))
          .ifPresent(correction -> found.putIfAbsent(correction.q(), correction));
    }
  }

  /** Filters take whole names; the question asks for a part of one, or another name. */
  private void askedInPart(SearchRequest request, Map<String, Correction> found) {
    Map<FilterField, TextField> fields =
        Map.of(FilterField.AGENCY, TextField.AGENCY, FilterField.POLICY, TextField.POLICY);
    fields.forEach(
        (filter, field) -> {
          for (FilterValue value : request.filters().included().getOrDefault(filter, List.of())) {
            String part = field.names().get(1) + ":" + value.text();
            String q = (request.q() + " " + part).strip();
            SearchRequest other =
                request.withWords(q).withFilters(request.filters().toggled(filter, value));
            if (found.size() < MAX_CORRECTIONS && isPlain(value.text()) && total(other) > 0) {
              found.putIfAbsent(q, new Correction(q, total(other), other));
            }
          }
        });
  }

  private static boolean isPlain(String piece) {
    return PLAIN.matcher(piece).matches();
  }

  /**
   * Mends a piece, its words only where mending the whole does not help.
   *
   * @param found the mended queries that find something
   * @param likeliest the piece as it was likeliest meant, whether that helps or not
   */
  private void correct(
      SearchRequest request,
      String piece,
      Map<String, Correction> found,
      Map<String, String> likeliest) {
    for (String wrong : suspects(piece)) {
      for (String right : speller.corrections(wrong, MAX_TRIED_CORRECTIONS)) {
        String mended = piece.replace(wrong, right);
        likeliest.putIfAbsent(piece, mended);
        correction(request, Map.of(piece, mended))
            .ifPresent(correction -> found.putIfAbsent(correction.q(), correction));
      }
      if (!found.isEmpty()) {
        return;
      }
    }
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

  private Optional<Correction> correction(SearchRequest request, Map<String, String> mended) {
    String q = request.q();
    for (Map.Entry<String, String> each : mended.entrySet()) {
      q = q.replace(each.getKey(), each.getValue());
    }
    SearchRequest other = request.withWords(q);
    long count = total(other);
    return count > 0 ? Optional.of(new Correction(q, count, other)) : Optional.empty();
  }

  private List<Drop> drops(SearchRequest request, List<String> pieces) {
    List<String> words =
        pieces.size() == 1 ? QueryPieces.within(pieces.getFirst(), this::words) : pieces;
    List<Drop> tried = wordDrops(request, words);
    List<Drop> filters = filterDrops(request);
    tried.addAll(filters.subList(0, Math.min(MAX_DROPS, filters.size())));
    if (filters.size() > 1) {
      tried.add(drop(null, "", false, request.withFilters(Filters.NONE)));
    }
    if (!filters.isEmpty() && !request.q().isEmpty()) {
      tried.add(drop(null, request.q(), false, request.withWords("")));
    }
    List<Drop> drops = finding(tried);
    if (drops.isEmpty()) {
      severalWords(request, words).ifPresent(drops::add);
    }
    return drops.isEmpty() ? finding(partDrops(request, words)) : drops;
  }

  private List<Drop> finding(List<Drop> tried) {
    List<Drop> finding = new ArrayList<>();
    for (Drop drop : tried) {
      long count = total(drop.search());
      if (count > 0) {
        finding.add(new Drop(drop.field(), drop.value(), drop.excluded(), count, drop.search()));
      }
    }
    return finding;
  }

  private List<String> words(String run) {
    return explainer.read(run).tokens().stream().map(QueryReading.Token::text).distinct().toList();
  }

  /** Where no word alone is in the way: those that nothing has beside the words before them. */
  private Optional<Drop> severalWords(SearchRequest request, List<String> words) {
    List<String> kept = new ArrayList<>();
    List<String> dropped = new ArrayList<>();
    SearchRequest search = request;
    long count = 0;
    for (String word : words.subList(0, Math.min(MAX_DROPS, words.size()))) {
      kept.add(word);
      SearchRequest more = request.withWords(String.join(" ", kept));
      long found = asksForSomething(more) ? total(more) : 0;
      if (found > 0) {
        search = more;
        count = found;
      } else {
        kept.removeLast();
        dropped.add(word);
      }
    }
    dropped.addAll(words.subList(Math.min(MAX_DROPS, words.size()), words.size()));
    return count == 0
        ? Optional.empty()
        : Optional.of(new Drop(null, String.join(" ", dropped), false, count, search));
  }

  private List<Drop> wordDrops(SearchRequest request, List<String> words) {
    List<Drop> tried = new ArrayList<>();
    for (int at = 0; at < words.size() && tried.size() < MAX_DROPS; at++) {
      List<String> others = new ArrayList<>(words);
      others.remove(at);
      SearchRequest without = request.withWords(String.join(" ", others));
      if (!OPERATOR.matcher(words.get(at)).matches() && asksForSomething(without)) {
        tried.add(drop(null, words.get(at), false, without));
      }
    }
    return tried;
  }

  /** The longest beginning of a word that letters have, and the longest end: 厕所 of 厕所革命. */
  private List<Drop> partDrops(SearchRequest request, List<String> words) {
    List<Drop> drops = new ArrayList<>();
    for (String word : words.subList(0, Math.min(MAX_PARTED, words.size()))) {
      if (HAN.matcher(word).matches()) {
        List<String> others = new ArrayList<>(words);
        others.remove(word);
        String besides = others.isEmpty() ? "" : " " + String.join(" ", others);
        int begin = longestHeld(word, length -> word.substring(0, length));
        int end =
            word.length() - longestHeld(word, length -> word.substring(word.length() - length));
        if (begin > 0) {
          SearchRequest part = request.withWords(word.substring(0, begin));
          drops.add(drop(null, word.substring(begin) + besides, false, part));
        }
        if (end < word.length()) {
          SearchRequest part = request.withWords(word.substring(end));
          drops.add(drop(null, word.substring(0, end) + besides, false, part));
        }
      }
    }
    return drops;
  }

  /** What holds a text holds its parts, so halving finds the length; 0 if not even two are held. */
  private int longestHeld(String word, IntFunction<String> part) {
    int held = 1;
    int tooLong = word.length();
    while (tooLong - held > 1) {
      int length = (held + tooLong) / 2;
      if (isHeld(part.apply(length))) {
        held = length;
      } else {
        tooLong = length;
      }
    }
    return held > 1 ? held : 0;
  }

  /** A field's name that is left over asks for all letters. */
  private static boolean asksForSomething(SearchRequest request) {
    return !(QueryParser.parse(request.q()).node() instanceof QueryNode.All);
  }

  private static List<Drop> filterDrops(SearchRequest request) {
    List<Drop> tried = new ArrayList<>();
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
    return tried;
  }

  private static Drop drop(
      @Nullable FilterField field, String value, boolean excluded, SearchRequest search) {
    return new Drop(field, value, excluded, 0, search);
  }

  private long total(SearchRequest request) {
    return searcher.search(request.withoutHits()).total();
  }
}
