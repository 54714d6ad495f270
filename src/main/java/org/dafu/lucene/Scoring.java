package org.dafu.lucene;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.join.BitSetProducer;
import org.apache.lucene.search.join.QueryBitSetProducer;
import org.apache.lucene.search.join.ScoreMode;
import org.apache.lucene.search.join.ToParentBlockJoinQuery;
import org.apache.lucene.search.similarities.Similarity;
import org.dafu.analysis.Atom;
import org.dafu.analysis.WordUnit;
import org.dafu.analysis.WordsAnalyzer;
import org.dafu.search.SearchRequest.Unit;
import org.dafu.search.TypedNumbers;

/**
 * In which order letters or sections answer a question. It asks for every character pair, and in
 * short questions for single characters and smartcn's words too; a term's weight grows with the
 * logarithm of how often the question has it. It never decides what matches.
 */
final class Scoring {
  // A longer run of words stands nowhere exactly so.
  private static final int MAX_PHRASE_ATOMS = 30;
  private static final int MIN_PHRASE_ATOMS = 3;

  // Words typed one behind another as one term: 财政补贴, 政府购买服务.
  private static final int MAX_TERM_CODE_POINTS = 10;

  // A pasted text begins with its subject, about as long as a proposal's title.
  private static final int OPENING_ATOMS = 30;

  private final Weights weights;
  private final Phrases phrases;
  private final Reading reading;
  private final WordsAnalyzer segmenter;
  private final Similarity brief;
  private final Similarity lengthy;
  private final BitSetProducer letters = new QueryBitSetProducer(Fields.ofType(Fields.LETTER));

  Scoring(Weights weights, Phrases phrases, Reading reading, WordsAnalyzer segmenter) {
    this.weights = weights;
    this.phrases = phrases;
    this.reading = reading;
    this.segmenter = segmenter;
    this.brief = new RarityBm25(weights, weights.shortRarity());
    this.lengthy = new LongQuestionBm25(weights);
  }

  /** What gives a letter or section its score; sections alone count by their own text. */
  Query query(Asked asked, Unit unit) {
    return switch (unit) {
      case SECTION -> own(asked, Unit.SECTION);
      case LETTER -> withBestSection(asked);
    };
  }

  /** How rare words and long texts count for this question. */
  Similarity similarity(Asked asked) {
    return isBrief(asked) ? brief : lengthy;
  }

  /** The same where no question is asked. */
  Similarity similarity() {
    return lengthy;
  }

  /** What a letter gains by being of what the question names. */
  double recognised() {
    return weights.recognised();
  }

  /**
   * A constant for each brief run of several words that a letter or section has together; nothing
   * in a long question, which was not typed word for word.
   */
  Query together(Asked asked, Unit unit) {
    BooleanQuery.Builder lift = new BooleanQuery.Builder();
    for (String run : isBrief(asked) ? asked.words() : List.<String>of()) {
      List<String> forms = formsOf(run);
      if (!forms.isEmpty() && weights.together() > 0) {
        String field = Part.TEXT.characters(unit);
        Query any =
            new DisjunctionMaxQuery(
                forms.stream().map(form -> phrases.exactly(field, form)).toList(), 0);
        lift.add(boosted(new ConstantScoreQuery(any), weights.together()), Occur.SHOULD);
      }
    }
    return lift.build();
  }

  /** A brief run of several words as typed, and with what stands for one of them. */
  private List<String> formsOf(String run) {
    List<WordUnit> units = reading.everyUnit(run);
    if (units.size() < 2 || run.codePointCount(0, run.length()) > MAX_TERM_CODE_POINTS) {
      return List.of();
    }
    List<String> forms = new ArrayList<>(List.of(run));
    for (int at = 0; at < units.size(); at++) {
      String before = joined(units.subList(0, at));
      String after = joined(units.subList(at + 1, units.size()));
      units.get(at).alternatives().forEach(form -> forms.add(before + form + after));
    }
    return forms;
  }

  private static String joined(List<WordUnit> units) {
    return units.stream().map(WordUnit::text).collect(Collectors.joining());
  }

  private boolean isBrief(Asked asked) {
    return asked.codePoints() <= weights.shortCodePoints();
  }

  private Query withBestSection(Asked asked) {
    BooleanQuery.Builder score = new BooleanQuery.Builder();
    score.add(own(asked, Unit.LETTER), Occur.SHOULD);
    if (weights.section() > 0) {
      Query section =
          new BooleanQuery.Builder()
              .add(own(asked, Unit.SECTION), Occur.MUST)
              .add(Fields.ofType(Fields.SECTION), Occur.FILTER)
              .build();
      Query best = new ToParentBlockJoinQuery(section, letters, ScoreMode.Max);
      score.add(boosted(best, weights.section()), Occur.SHOULD);
    }
    return score.build();
  }

  private Query own(Asked asked, Unit unit) {
    BooleanQuery.Builder score = new BooleanQuery.Builder();
    boolean brief = isBrief(asked);
    Map<String, Double> characters = characters(asked, brief);
    boolean byWords = brief && unit == Unit.LETTER;
    Map<String, Double> words = byWords ? words(asked) : Map.of();
    weights
        .parts()
        .forEach(
            (part, weight) -> {
              addTerms(score, part.characters(unit), characters, weight);
              addTerms(score, part.words(), words, weight * weights.shortWords());
              addPhrases(score, part.characters(unit), asked, weight * weights.phrase());
            });
    asked.words().forEach(run -> addStandIns(score, unit, run));
    addTitles(score, unit, asked);
    addNumbers(score, unit, asked);
    return score.build();
  }

  private Map<String, Double> characters(Asked asked, boolean brief) {
    double singles = brief ? weights.shortSingles() : weights.longSingles();
    double opening = brief ? 1 : weights.opening();
    Map<String, Double> terms = new HashMap<>();
    Map<String, Integer> counts = new HashMap<>();
    int before = 0;
    for (String text : runs(asked)) {
      List<Atom> atoms = phrases.atoms(text);
      for (int at = 0; at < atoms.size(); at++) {
        double factor = before + at < OPENING_ATOMS ? opening : 1;
        Atom atom = atoms.get(at);
        switch (atom.kind()) {
          case CHARACTER -> count(terms, counts, atom.term(), singles * factor);
          case WORD -> count(terms, counts, atom.term(), factor);
          case PUNCTUATION -> {}
        }
        if (Phrases.isPair(atoms, at)) {
          count(terms, counts, Phrases.pair(atoms, at), factor);
        }
      }
      before += atoms.size();
    }
    terms.replaceAll((term, weight) -> weight * damped(counts.getOrDefault(term, 1)));
    return terms;
  }

  /** What the question says twice it does not want twice as much. */
  private static double damped(double count) {
    return Math.log1p(count) / Math.log(2);
  }

  private static void count(
      Map<String, Double> terms, Map<String, Integer> counts, String term, double weight) {
    if (weight > 0) {
      terms.merge(term, weight, Math::max);
      counts.merge(term, 1, Integer::sum);
    }
  }

  private static List<String> runs(Asked asked) {
    List<String> runs = new ArrayList<>(asked.words());
    runs.addAll(asked.phrases());
    return runs;
  }

  private Map<String, Double> words(Asked asked) {
    Map<String, Double> terms = new HashMap<>();
    for (String text : runs(asked)) {
      try (TokenStream tokens = segmenter.tokenStream("", new StringReader(text))) {
        CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
        tokens.reset();
        while (tokens.incrementToken()) {
          terms.merge(term.toString(), 1.0, Double::sum);
        }
        tokens.end();
      } catch (IOException e) {
        throw new UncheckedIOException("reading from memory", e);
      }
    }
    terms.replaceAll((term, count) -> damped(count));
    return terms;
  }

  private static void addTerms(
      BooleanQuery.Builder score, String field, Map<String, Double> terms, double weight) {
    if (weight > 0) {
      terms.forEach(
          (term, count) ->
              score.add(
                  boosted(new TermQuery(new Term(field, term)), weight * count), Occur.SHOULD));
    }
  }

  private void addPhrases(BooleanQuery.Builder score, String field, Asked asked, double weight) {
    for (String text : runs(asked)) {
      int atoms = phrases.atoms(text).size();
      if (weight > 0 && atoms >= MIN_PHRASE_ATOMS && atoms <= MAX_PHRASE_ATOMS) {
        score.add(boosted(phrases.exactly(field, text), weight), Occur.SHOULD);
      }
    }
  }

  /** What stands for a word counts as the word would, a little less. */
  private void addStandIns(BooleanQuery.Builder score, Unit unit, String run) {
    for (WordUnit asked : reading.units(run)) {
      if (asked.alternatives().isEmpty() || weights.synonym() == 0) {
        continue;
      }
      weights
          .parts()
          .forEach(
              (part, weight) -> {
                List<Query> forms =
                    asked.alternatives().stream()
                        .map(form -> phrases.exactly(part.characters(unit), form))
                        .toList();
                Query best = new DisjunctionMaxQuery(forms, 0);
                score.add(boosted(best, weight * weights.synonym()), Occur.SHOULD);
              });
    }
  }

  private void addTitles(BooleanQuery.Builder score, Unit unit, Asked asked) {
    for (String text : asked.titles()) {
      for (WordUnit wanted : reading.units(text)) {
        Query title = phrases.exactly(Part.TITLE.characters(unit), wanted.text());
        score.add(boosted(title, weights.title()), Occur.SHOULD);
      }
    }
  }

  private void addNumbers(BooleanQuery.Builder score, Unit unit, Asked asked) {
    asked.numbers().forEach(number -> addNumber(score, Matching.number(number.text())));
    String field = Part.DOC_NUMBER.characters(unit);
    for (String text : asked.docNumbers()) {
      List<Query> forms =
          TypedNumbers.printed(text).stream().map(form -> phrases.exactly(field, form)).toList();
      addNumber(score, Matching.anyOf(forms));
    }
  }

  private void addNumber(BooleanQuery.Builder score, Query own) {
    score.add(boosted(new ConstantScoreQuery(own), weights.number()), Occur.SHOULD);
  }

  private static Query boosted(Query query, double boost) {
    return boost == 1 ? query : new BoostQuery(query, (float) boost);
  }
}
