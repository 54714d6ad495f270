/**
 * From corpus folders to the index.
 *
 * <p>Flow: {@link org.dafu.ingest.CorpusListing} (what lies in the folders) → {@link
 * org.dafu.ingest.SyncPlan} (what differs from the index's file records) → {@link
 * org.dafu.ingest.LetterIntake} (read and extract, many at once) → {@link
 * org.dafu.search.ReplyIndex} → {@link org.dafu.ingest.SyncReport}. Every file has an outcome, and
 * one bad file never ends a run. The letters of an archive or a bulk file ({@link
 * org.dafu.ingest.Bundle}) are files of their own from the plan on. May import: {@code reply},
 * {@code read}, {@code extract}, {@code search}; of libraries only SLF4J.
 */
@NullMarked
package org.dafu.ingest;

import org.jspecify.annotations.NullMarked;
