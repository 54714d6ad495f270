package org.dafu.search;

import java.util.Optional;
import org.dafu.reply.ReplyId;

/** Says how a query is read, and why a letter answers it as it does. */
public interface Explainer {
  /** How the query is read, by the word lists as they are now. */
  QueryReading read(String q);

  /** Why this letter answers the query as it does; empty if it is not held or may not be shown. */
  Optional<Explanation> explain(String q, ReplyId id);
}
