/**
 * From a pasted proposal to what others answered to the like.
 *
 * <p>Purpose: somebody who must answer a proposal sees, for each thing it asks for, how other
 * cities answered. Flow: pasted text → {@link org.dafu.search.precedent.AskSplitter} → {@link
 * org.dafu.search.precedent.Ask}s → {@link org.dafu.search.TextSearcher}, once for each → {@link
 * org.dafu.search.precedent.Precedents.Answer}. May import: {@code reply}, {@code search}.
 */
@NullMarked
package org.dafu.search.precedent;

import org.jspecify.annotations.NullMarked;
