/**
 * The service over HTTP: a JSON API and pages, both from one search.
 *
 * <p>Flow: URL → {@link org.dafu.web.ask} → {@link org.dafu.web.Searching} → an engine's {@link
 * org.dafu.search.SearchResponse} → {@link org.dafu.web.api} or {@link org.dafu.web.pages}. {@link
 * org.dafu.web.WebServer} starts and stops it; {@link org.dafu.web.Errors} is the one place where
 * exceptions become answers. Never sees an engine. May import: {@code reply}, {@code search},
 * {@code ingest}, {@code export}; Javalin with its Jetty, jte, Jackson.
 */
@NullMarked
package org.dafu.web;

import org.jspecify.annotations.NullMarked;
