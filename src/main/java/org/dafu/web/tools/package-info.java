/**
 * The pages that work with what was found: precedents (找先例), comparison (对照), collection (摘录篮),
 * charts (图表).
 *
 * <p>Flow: form or URL → {@code search} → a record of plain words, numbers and links → a template
 * in {@code src/main/jte/tools}, and for tables the same record → CSV. Every link with a number
 * beside it leads to a search that has this many hits. May import: {@code reply}, {@code search},
 * {@code export}, {@link org.dafu.web.ask}, {@link org.dafu.web.pages}.
 */
@NullMarked
package org.dafu.web.tools;

import org.jspecify.annotations.NullMarked;
