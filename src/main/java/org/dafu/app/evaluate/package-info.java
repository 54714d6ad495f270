/**
 * Measures the ranking on judged sets of documents and questions.
 *
 * <p>Flow: three files in the shape of BEIR → {@link org.dafu.app.evaluate.Corpus}, {@link
 * org.dafu.app.evaluate.JudgedQueries} → (the product's own search) → {@link
 * org.dafu.app.evaluate.Ranking} → {@link org.dafu.app.evaluate.Figures}. May import: {@code
 * reply}, {@code search}, Jackson.
 */
@NullMarked
package org.dafu.app.evaluate;

import org.jspecify.annotations.NullMarked;
