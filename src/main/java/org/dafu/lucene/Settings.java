package org.dafu.lucene;

import java.time.Duration;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;
import org.dafu.analysis.QueryWords;
import org.dafu.search.Meanings;
import org.dafu.search.Vocabulary;

/**
 * What the engine is told by the configuration.
 *
 * @param weights of the ranking; taken up by the next opening, without re-indexing
 * @param words the lists that questions are read with, asked for at every search, so that a changed
 *     one is taken up at once; must be fast and give the same instance until it changes
 * @param variants a traditional or variant code point to its simplified one; a change of it needs
 *     re-indexing
 * @param vocabulary values of filters, their labels and parents; a change of parents needs
 *     re-indexing
 * @param meanings tells how near passages are to a question
 * @param timeLimit of a search: after it the hits found so far are given, and as much again of
 *     counting
 */
public record Settings(
    Weights weights,
    Supplier<QueryWords> words,
    IntUnaryOperator variants,
    Vocabulary vocabulary,
    Meanings meanings,
    Duration timeLimit) {
  /** A search of this length is a mistake, or an attack. */
  private static final Duration TIME_LIMIT = Duration.ofSeconds(5);

  /** Settings with the usual time limit. */
  public Settings(
      Weights weights,
      Supplier<QueryWords> words,
      IntUnaryOperator variants,
      Vocabulary vocabulary,
      Meanings meanings) {
    this(weights, words, variants, vocabulary, meanings, TIME_LIMIT);
  }

  /** Settings with the usual time limit, of an engine that knows no meanings. */
  public Settings(
      Weights weights,
      Supplier<QueryWords> words,
      IntUnaryOperator variants,
      Vocabulary vocabulary) {
    this(weights, words, variants, vocabulary, Meanings.NONE);
  }
}
