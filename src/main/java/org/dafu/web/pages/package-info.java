/**
 * What the pages show, as plain records that templates print: no template decides anything.
 *
 * <p>Flow: {@link org.dafu.web.ask.Question} + {@link org.dafu.search.SearchResponse} → {@link
 * org.dafu.web.pages.SearchPages} → {@link org.dafu.web.pages.SearchPage} → {@code search.jte};
 * {@link org.dafu.reply.Reply} → {@link org.dafu.web.pages.LetterPages} → {@link
 * org.dafu.web.pages.LetterPage} → {@code letter.jte}. Templates lie in {@code src/main/jte}; the
 * build turns them into {@code org.dafu.web.pages.generated}. May import: {@code reply}, {@code
 * search}, {@code export}, {@code web.ask}; no library.
 */
@NullMarked
package org.dafu.web.pages;

import org.jspecify.annotations.NullMarked;
