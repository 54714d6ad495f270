package org.dafu.lucene;

import java.util.EnumMap;
import java.util.Map;

/**
 * What counts how much in the ranking. All are factors of BM25 scores unless said otherwise.
 *
 * @param title the proposals' titles
 * @param heading headings of sections
 * @param policy policies named
 * @param text the whole text
 * @param section a letter's best section, added to the letter's own score
 * @param phrase a whole run of words standing exactly so
 * @param together a brief run of several words that a letter has together as typed, or with what
 *     stands for one of them; a constant, as much as a few pairs of its characters give
 * @param synonym what stands for a word that was asked for
 * @param number a typed number that is the letter's own; a constant, above what words can give
 * @param shortSingles single characters, in a short query; pairs count 1
 * @param longSingles single characters, in a long query
 * @param shortWords smartcn's words, in a short query; a long one does without
 * @param shortRarity the power to which a word's rarity (idf) is raised in a short query, where
 *     each word was chosen
 * @param opening what stands in the opening of a long query, which says what it is about
 * @param longLength the power of its length, in usual lengths, that a text's scores are divided by
 *     in a long query: a long text shares more with it by chance
 * @param recognised a place, year, session, agency or member named in the query that the letter is
 *     of, by, or to; a constant, above what a few words can give
 * @param meaning how near in meaning, where vectors are held; 0 to 1, words weigh the rest
 * @param shortCodePoints the length up to which a query is short
 * @param k1 BM25's saturation of repeated words
 * @param b BM25's share of the text's length
 */
public record Weights(
    double title,
    double heading,
    double policy,
    double text,
    double section,
    double phrase,
    double together,
    double synonym,
    double number,
    double shortSingles,
    double longSingles,
    double shortWords,
    double shortRarity,
    double opening,
    double longLength,
    double recognised,
    double meaning,
    int shortCodePoints,
    double k1,
    double b) {
  /** As measured on public question-and-reply sets. */
  public static final Weights DEFAULT =
      new Weights(
          1.0, 1.0, 0.5, 1.0, 0.5, 0.5, 8.0, 0.8, 1000, 0.5, 0.05, 0.75, 1.3, 1.5, 0.12, 20, 0.5,
          60, 1.5, 0.9);

  /**
   * @throws IllegalArgumentException if a factor is negative or no number, or b is above 1
   */
  public Weights {
    double[] factors = {
      title,
      heading,
      policy,
      text,
      section,
      phrase,
      together,
      synonym,
      number,
      shortSingles,
      longSingles,
      shortWords,
      shortRarity,
      opening,
      longLength,
      recognised,
      meaning,
      shortCodePoints,
      k1,
      b
    };
    for (double factor : factors) {
      if (!(factor >= 0) || Double.isInfinite(factor)) {
        throw new IllegalArgumentException("a weight must be 0 or more: " + factor);
      }
    }
    if (b > 1 || meaning > 1) {
      throw new IllegalArgumentException("b and meaning must be 0 to 1: " + b + ", " + meaning);
    }
  }

  /** The factors of the parts that are ranked by. */
  Map<Part, Double> parts() {
    Map<Part, Double> parts = new EnumMap<>(Part.class);
    parts.put(Part.TITLE, title);
    parts.put(Part.HEADING, heading);
    parts.put(Part.POLICY, policy);
    parts.put(Part.TEXT, text);
    parts.values().removeIf(weight -> weight == 0);
    return parts;
  }
}
