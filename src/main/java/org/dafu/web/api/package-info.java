/**
 * The JSON of {@code /api/v1}: what an answer, a fault and a letter look like to a program.
 *
 * <p>Flow: {@link org.dafu.search.SearchResponse} → {@link org.dafu.web.api.SearchAnswer}; {@link
 * org.dafu.web.ask.Refused} → {@link org.dafu.web.api.Problem}. The names are the contract's; the
 * document {@code openapi.json} beside this package describes them. May import: {@code reply},
 * {@code search}, {@code web.ask}; of libraries only Jackson's annotations.
 */
@NullMarked
package org.dafu.web.api;

import org.jspecify.annotations.NullMarked;
