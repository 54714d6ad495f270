package org.dafu.ingest;

import org.dafu.search.FileRecord;

/**
 * A file that is not in the index, and why.
 *
 * @param corpus the corpus folder, absolute
 * @param path relative to it, with {@code /}
 * @param state rejected or failed
 * @param reason one sentence for the file's owner
 */
public record FileProblem(String corpus, String path, FileRecord.State state, String reason) {}
