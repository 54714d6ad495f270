/**
 * Letters counted, and the figures that they state gathered.
 *
 * <p>Purpose: charts and their data, where every number is the total of a search. Flow: words and
 * filters → searches without hits → {@link org.dafu.search.chart.Crosstab}; words and filters →
 * letters, newest first → {@link org.dafu.search.chart.FigureList}. May import: {@code reply},
 * {@code search}.
 */
@NullMarked
package org.dafu.search.chart;

import org.jspecify.annotations.NullMarked;
