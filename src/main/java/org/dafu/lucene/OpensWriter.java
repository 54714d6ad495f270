package org.dafu.lucene;

import java.io.IOException;
import org.apache.lucene.index.IndexWriter;

/** Opens Lucene's writer at the last commit; again, after it has closed itself. */
@FunctionalInterface
interface OpensWriter {
  IndexWriter open() throws IOException;
}
