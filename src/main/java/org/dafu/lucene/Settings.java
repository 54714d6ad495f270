package org.dafu.lucene;

import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;
import org.dafu.analysis.QueryWords;
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
 */
public record Settings(
    Weights weights,
    Supplier<QueryWords> words,
    IntUnaryOperator variants,
    Vocabulary vocabulary) {}
