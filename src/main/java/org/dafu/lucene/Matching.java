package org.dafu.lucene;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.ToIntBiFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.dafu.analysis.WordUnit;
import org.dafu.search.FilterField;
import org.dafu.search.FilterValue;
import org.dafu.search.QueryNode;
import org.dafu.search.SearchRequest;
import org.dafu.search.TextField;
import org.dafu.search.TypedNumbers;

/**
 * Which letters or sections answer a question, without regard to their order.
 *
 * <p>Words match by units of meaning: each as its characters stand, or as one of its alternatives
 * does; all units are wanted. A long run without white space is a title or a sentence rather than
 * words that somebody chose: where less than a page of letters has all units of it, it is enough to
 * share some pairs of characters with it, a number that grows with the square root of its pairs; so
 * it is for a pasted message, whose words no answer repeats. The name of a policy or a body is no
 * sentence, nor is what stands in one field: there any letter with all of it is enough. What must
 * not be there is always asked for as a whole. What is chosen depends on the words and the index
 * alone, not on filters, so that facets add up.
 */
final class Matching {
  /** A run of so few units and code points is one word: it is wanted, whatever is found. */
  private static final int WORD_UNITS = 3;

  private static final int WORD_CODE_POINTS = 6;

  /** A run of more units or code points than this is a sentence or a title. */
  private static final int PHRASE_UNITS = 5;

  private static final int PHRASE_CODE_POINTS = 10;

  /** Fewer letters with all units of a sentence are too few: a page of hits. */
  private static final int ENOUGH = 10;

  /** Words of more code points than this, in all, are a pasted message. */
  private static final int MAX_TYPED_CODE_POINTS = 60;

  /** How many pairs must be shared, by the square root of how many there are. */
  private static final double SHARED_PAIRS = 0.25;

  /** The A of A 类 is no article. */
  private static final Pattern HAN = Pattern.compile("\\p{IsHan}+");

  private static final List<Part> WORDS_IN = List.of(Part.TEXT, Part.ABOUT);
  private static final List<Part> PHRASES_IN = List.of(Part.TEXT);
  private static final List<Part> NAMES_IN = List.of(Part.POLICY, Part.AGENCY);
  private static final List<Part> MESSAGES_IN = List.of(Part.TEXT);

  private final SearchRequest.Unit unit;
  private final Phrases phrases;
  private final Reading reading;
  private final boolean unbroken;
  private final NamedLetters named;
  private final ToIntBiFunction<Query, Integer> found;
  private final List<Relaxed> relaxed = new ArrayList<>();

  /** Whether what is read now must not be there. */
  private boolean denying;

  /**
   * A run of words of which less than all units was asked for.
   *
   * @param whole how many have all of it, fewer than a page
   */
  record Relaxed(String text, int whole) {}

  /**
   * @param unbroken whether the question was typed without white space
   * @param named what the question names, which its words match by too
   * @param found how many of this unit match in the whole index, counted up to a number
   */
  Matching(
      SearchRequest.Unit unit,
      Phrases phrases,
      Reading reading,
      boolean unbroken,
      NamedLetters named,
      ToIntBiFunction<Query, Integer> found) {
    this.unit = unit;
    this.phrases = phrases;
    this.reading = reading;
    this.unbroken = unbroken;
    this.named = named;
    this.found = found;
  }

  /** Runs of words that too few letters have all units of, so that less of them was asked for. */
  List<Relaxed> relaxed() {
    return relaxed;
  }

  Query query(QueryNode node) {
    return switch (node) {
      case QueryNode.All all -> MatchAllDocsQuery.INSTANCE;
      case QueryNode.Words(String text) ->
          isMessage(text) && !denying ? sharing(MESSAGES_IN, List.of(text)) : words(WORDS_IN, text);
      case QueryNode.Phrase(String text) -> quoted(PHRASES_IN, text);
      case QueryNode.Numbered(String text, long value) -> numbered(text);
      case QueryNode.DocNumbered(String text) ->
          docNumbered(List.of(Part.DOC_NUMBER, Part.TEXT), text);
      case QueryNode.Years years -> years(years);
      case QueryNode.InField(TextField field, QueryNode part) -> inField(field, part);
      case QueryNode.AllOf all -> together(all);
      case QueryNode.AnyOf(List<QueryNode> parts) ->
          anyOf(parts.stream().map(this::query).toList());
      case QueryNode.Not(QueryNode part) -> not(denied(() -> query(part)));
    };
  }

  /** What must not be there is asked for as a whole: sharing some of it is no reason to refuse. */
  private Query denied(Supplier<Query> part) {
    boolean outside = denying;
    denying = true;
    Query refused = part.get();
    denying = outside;
    return refused;
  }

  /** A message is cut by its spaces, quotation marks and numbers, but still one text. */
  private Query together(QueryNode.AllOf all) {
    List<String> running = new ArrayList<>();
    List<String> pieces = new ArrayList<>();
    List<QueryNode> others = new ArrayList<>();
    sort(all, running, pieces, others);
    if (denying || !isMessage(String.join("", running))) {
      int before = relaxed.size();
      Query whole = allOf(meaningful(all.parts()).stream().map(this::query).toList());
      return !denying && isTitle(all) && found.applyAsInt(whole, 1) == 0
          ? titleLike(running, pieces, before)
          : whole;
    }
    pieces.addAll(running);
    List<Query> wanted = new ArrayList<>(others.stream().map(this::query).toList());
    wanted.add(sharing(MESSAGES_IN, pieces));
    return allOf(wanted);
  }

  /** Without 的 and 怎么 typed between spaces, as they are left out of a run of words. */
  private List<QueryNode> meaningful(List<QueryNode> parts) {
    List<QueryNode> kept = parts.stream().filter(part -> !isStopWord(part)).toList();
    boolean asks = kept.stream().anyMatch(part -> !(part instanceof QueryNode.Not));
    return asks && !denying ? kept : parts;
  }

  private boolean isStopWord(QueryNode part) {
    return part instanceof QueryNode.Words(String text)
        && HAN.matcher(text).matches()
        && reading.isStopWord(text);
  }

  /**
   * Words that run on through quotation marks: 推进“一刻钟服务圈”建设 quotes, and does not search, exactly.
   */
  private boolean isTitle(QueryNode.AllOf all) {
    return unbroken
        && all.parts().stream().anyMatch(QueryNode.Phrase.class::isInstance)
        && all.parts().stream().anyMatch(QueryNode.Words.class::isInstance)
        && all.parts().stream()
            .allMatch(part -> part instanceof QueryNode.Phrase || part instanceof QueryNode.Words);
  }

  private Query titleLike(List<String> running, List<String> quoted, int before) {
    List<String> texts = new ArrayList<>(running);
    texts.addAll(quoted);
    relaxed.subList(before, relaxed.size()).clear(); // its runs alone are no longer asked for
    relaxed.add(new Relaxed(running.getFirst(), 0));
    return sharing(WORDS_IN, texts);
  }

  private static void sort(
      QueryNode.AllOf all, List<String> running, List<String> pieces, List<QueryNode> others) {
    for (QueryNode part : all.parts()) {
      switch (part) {
        case QueryNode.Words(String text) -> running.add(text);
        case QueryNode.Phrase(String text) -> pieces.add(text);
        case QueryNode.Numbered numbered -> pieces.add(numbered.text());
        case QueryNode.DocNumbered(String text) -> pieces.add(text);
        case QueryNode.AllOf inner -> sort(inner, running, pieces, others);
        case QueryNode.Years years -> others.add(years);
        case QueryNode.InField inField -> others.add(inField);
        case QueryNode.Not not -> others.add(not);
        case QueryNode.AnyOf any -> others.add(any);
        case QueryNode.All none -> {}
      }
    }
  }

  private static boolean isMessage(String text) {
    return text.codePointCount(0, text.length()) > MAX_TYPED_CODE_POINTS;
  }

  private Query inField(TextField field, QueryNode node) {
    return switch (node) {
      case QueryNode.All all -> MatchAllDocsQuery.INSTANCE;
      case QueryNode.Words(String text) ->
          isText(field) ? words(Part.of(field), text) : value(field, text);
      case QueryNode.Phrase(String text) ->
          isText(field) ? quoted(Part.of(field), text) : value(field, text);
      case QueryNode.Numbered(String text, long value) -> value(field, text);
      case QueryNode.DocNumbered(String text) -> docNumbered(Part.of(field), text);
      case QueryNode.Years years ->
          years.text().isEmpty() ? years(years) : value(field, years.text());
      case QueryNode.InField(TextField inner, QueryNode part) -> inField(inner, part);
      case QueryNode.AllOf(List<QueryNode> parts) ->
          allOf(parts.stream().map(part -> inField(field, part)).toList());
      case QueryNode.AnyOf(List<QueryNode> parts) ->
          anyOf(parts.stream().map(part -> inField(field, part)).toList());
      case QueryNode.Not(QueryNode part) -> not(denied(() -> inField(field, part)));
    };
  }

  /** Whether words are looked for in the field; else it has values. */
  private static boolean isText(TextField field) {
    return field.filter().isEmpty() && field != TextField.NUMBER && field != TextField.MEMBER;
  }

  /** A value that the field has, else exactly this text; 朝阳 is no one county's name. */
  private Query value(TextField field, String text) {
    return field == TextField.NUMBER
        ? number(text)
        : named.having(field, text).orElseGet(() -> anyOf(exactly(Part.of(field), text)));
  }

  private Query words(List<Part> parts, String text) {
    List<WordUnit> units = reading.units(text);
    Query all = allOf(units.stream().map(wanted -> oneUnit(parts, wanted)).toList());
    int enough = denying ? 0 : enough(units.size(), text.codePointCount(0, text.length()));
    if (enough > 1 && (!parts.equals(WORDS_IN) || isName(text))) {
      enough = 1;
    }
    int whole = enough == 0 ? 0 : found.applyAsInt(all, enough);
    if (whole >= enough) {
      return all;
    }
    relaxed.add(new Relaxed(text, whole));
    return sharing(parts, List.of(text));
  }

  /** Whether letters name a policy or come from a body so called: that is what is wanted. */
  private boolean isName(String text) {
    return found.applyAsInt(anyOf(exactly(NAMES_IN, text)), 1) > 0;
  }

  /** How many letters must have all of a run for it to be asked for as a whole. */
  private static int enough(int units, int codePoints) {
    if (units <= WORD_UNITS && codePoints <= WORD_CODE_POINTS) {
      return 0;
    }
    return units <= PHRASE_UNITS && codePoints <= PHRASE_CODE_POINTS ? 1 : ENOUGH;
  }

  /** What shares enough with these texts: pairs of characters, words, numbers, alternatives. */
  private Query sharing(List<Part> parts, List<String> texts) {
    Set<Query> pieces = new LinkedHashSet<>();
    for (String text : texts) {
      for (String term : phrases.pairs(text)) {
        pieces.add(
            anyOf(parts.stream().flatMap(part -> terms(part.characters(unit), term)).toList()));
      }
      for (WordUnit asked : reading.units(text)) {
        asked.alternatives().forEach(form -> pieces.add(anyOf(exactly(parts, form))));
        named.of(asked.text()).ifPresent(pieces::add);
      }
    }
    BooleanQuery.Builder some = new BooleanQuery.Builder();
    pieces.forEach(piece -> some.add(piece, Occur.SHOULD));
    int shared = (int) (SHARED_PAIRS * Math.sqrt(pieces.size()));
    return some.setMinimumNumberShouldMatch(Math.min(pieces.size(), Math.max(1, shared))).build();
  }

  private static Stream<Query> terms(String field, String term) {
    return AlikeCharacters.forms(term).stream().map(form -> new TermQuery(new Term(field, form)));
  }

  private Query oneUnit(List<Part> parts, WordUnit wanted) {
    boolean byName = parts.contains(Part.ABOUT);
    String text = byName ? named.asSaid(wanted.text()) : wanted.text();
    List<Query> forms = new ArrayList<>(exactly(parts, text));
    wanted.alternatives().forEach(form -> forms.addAll(exactly(parts, form)));
    if (byName) {
      named.of(wanted.text()).ifPresent(forms::add);
    }
    return anyOf(forms);
  }

  /** The letter's own number, or its being named in a text; never a 文号 that ends like it. */
  private Query numbered(String text) {
    List<Query> forms = new ArrayList<>(List.of(number(text)));
    String bare = TypedNumbers.proposal(text);
    forms.addAll(exactly(PHRASES_IN, "第" + bare + "号"));
    forms.addAll(exactly(PHRASES_IN, "第" + printed(text) + "号"));
    return anyOf(forms.stream().distinct().toList());
  }

  private Query years(QueryNode.Years years) {
    FilterValue range = new FilterValue.Years(years.from(), years.to());
    List<Query> forms = new ArrayList<>();
    forms.add(FilterQueries.anyOf(FilterField.YEAR, List.of(range)));
    if (!years.text().isEmpty()) {
      forms.addAll(exactly(PHRASES_IN, years.text()));
    }
    return anyOf(forms);
  }

  private static String printed(String typed) {
    return typed.replaceAll("[第号號()（）〔〕\\[\\]［］【】﹝﹞\\s]", "");
  }

  private Query docNumbered(List<Part> parts, String text) {
    return anyOf(
        TypedNumbers.printed(text).stream()
            .flatMap(form -> exactly(parts, form).stream())
            .toList());
  }

  static Query number(String typed) {
    String name = Fields.filter(FilterField.NUMBER);
    return new TermQuery(new Term(name, Fields.comparable(FilterField.NUMBER, typed)));
  }

  private List<Query> exactly(List<Part> parts, String text) {
    return parts.stream().map(part -> phrases.inAnyForm(part.characters(unit), text)).toList();
  }

  private Query quoted(List<Part> parts, String text) {
    return anyOf(parts.stream().map(part -> phrases.quoted(part.characters(unit), text)).toList());
  }

  static Query allOf(List<Query> wanted) {
    if (wanted.size() == 1) {
      return wanted.getFirst();
    }
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    wanted.forEach(query -> all.add(query, Occur.FILTER));
    return wanted.isEmpty() ? MatchAllDocsQuery.INSTANCE : all.build();
  }

  static Query anyOf(List<Query> choices) {
    if (choices.size() == 1) {
      return choices.getFirst();
    }
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    choices.forEach(query -> any.add(query, Occur.SHOULD));
    return any.build();
  }

  static Query not(Query refused) {
    return new BooleanQuery.Builder()
        .add(MatchAllDocsQuery.INSTANCE, Occur.FILTER)
        .add(refused, Occur.MUST_NOT)
        .build();
  }
}
