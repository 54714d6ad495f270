/**
 * From a URL to a question and back: the one place where query parameters are read and written.
 *
 * <p>Purpose: API and pages share the same parameter names and the same links. Flow: raw query →
 * {@link org.dafu.web.ask.QueryString} → {@link org.dafu.web.ask.RequestParameters} → {@link
 * org.dafu.web.ask.Asked}: a {@link org.dafu.web.ask.Question}, or a {@link
 * org.dafu.web.ask.Refused} that names each fault; {@link org.dafu.web.ask.Links} turns a question
 * into its URL again. The body of a pasted proposal is read by {@link
 * org.dafu.web.ask.PrecedentBody} in the same way. May import: {@code reply}, {@code search}; of
 * libraries only Jackson.
 */
@NullMarked
package org.dafu.web.ask;

import org.jspecify.annotations.NullMarked;
