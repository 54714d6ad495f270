/**
 * The embedded engine: one Lucene index in one folder, and the generations of it.
 *
 * <p>Flow of a letter: {@link org.dafu.reply.Reply} → LetterDocuments → a block of documents →
 * LuceneIndex. Flow of a question: {@link org.dafu.search.SearchRequest} → {@link
 * org.dafu.search.QueryParser} → Matching (which letters), Scoring (in which order), FilterQueries
 * and FacetCounts → {@link org.dafu.search.SearchResponse}. What is found beside searches uses the
 * same queries: LuceneTextSearcher, LuceneExplainer, LuceneSpeller, LuceneCoverage and
 * LuceneFacetLister hold a LuceneSearcher; LuceneSuggester alone answers from memory. Generations
 * says which of several indexes is in use. May import: {@code reply}, {@code search}, {@code
 * analysis}; Lucene.
 *
 * <p>Why one block index and not two flat ones. A letter's sections, the letter and the record of
 * its file are written by one call and deleted by one term, so that no search and no crash ever
 * sees one without the others; two indexes would need a commit protocol of their own. The index is
 * thereby the ledger of files too, and one commit holds for all. A section search needs no join,
 * because the letter's filter values are repeated on its sections (a few terms each); a letter's
 * best section is found by a block join, which reads neighbouring documents and costs no lookup.
 * The price, that a letter is written anew as a whole when its file changes, is no price: that is
 * what happens anyway.
 */
@NullMarked
package org.dafu.lucene;

import org.jspecify.annotations.NullMarked;
