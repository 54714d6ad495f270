package org.dafu.lucene;

import java.util.List;

/**
 * What a look at every byte of the index found.
 *
 * @param sound whether all is as it was written
 * @param problems what is not, one sentence each
 */
public record Verification(boolean sound, List<String> problems) {
  public Verification {
    problems = List.copyOf(problems);
  }
}
