/**
 * Letters beside one another: what each says on a measure.
 *
 * <p>Purpose: somebody compares how cities, or a few letters, treat the same measures. Flow:
 * filters or letters → {@link org.dafu.search.compare.Comparisons} → searches for sections → {@link
 * org.dafu.search.compare.KeySentence} → {@link org.dafu.search.compare.Matrix} or {@link
 * org.dafu.search.compare.SideBySide}. May import: {@code reply}, {@code search}.
 */
@NullMarked
package org.dafu.search.compare;

import org.jspecify.annotations.NullMarked;
