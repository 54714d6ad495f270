package org.dafu.lucene;

import org.apache.lucene.index.ConcurrentMergeScheduler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Merges in the background. One that fails leaves the segments as they were and is tried again
 * later; Lucene's own way is to end the thread with a stack trace on stderr.
 */
final class Merges extends ConcurrentMergeScheduler {
  private static final Logger LOG = LoggerFactory.getLogger(Merges.class);

  @Override
  protected void handleMergeException(Throwable failure) {
    LOG.warn("Segments could not be merged, and are kept as they are: {}", failure.toString());
  }
}
