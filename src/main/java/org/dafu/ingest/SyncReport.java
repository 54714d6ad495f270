package org.dafu.ingest;

import java.util.List;

/**
 * What a run did: each file seen, found in a folder or gone from it, counts once; of a file that
 * holds several letters, each of these does instead.
 *
 * @param indexed new letters
 * @param updated letters whose file, or whose way of being read, has changed
 * @param unchanged letters left as they were
 * @param removed files that are gone, or whose folder is no longer named
 * @param rejected files that hold no letter, or the same as another
 * @param failed files that could not be read; they are tried again at the next run
 * @param problems the rejected and failed ones, in the order of folders and paths
 * @param stopped whether the run was asked to stop before its end; counts are of what was done
 */
public record SyncReport(
    int indexed,
    int updated,
    int unchanged,
    int removed,
    int rejected,
    int failed,
    List<FileProblem> problems,
    boolean stopped) {
  public SyncReport {
    problems = List.copyOf(problems);
  }

  /**
   * What this run and one right after it did; a letter that both indexed counts as indexed and as
   * updated.
   */
  public SyncReport then(SyncReport later) {
    return new SyncReport(
        indexed + later.indexed,
        updated + later.updated,
        Math.max(0, later.unchanged - indexed - updated),
        removed + later.removed,
        later.rejected,
        later.failed,
        later.problems,
        later.stopped);
  }

  /** Files seen: the sum of all outcomes. */
  public int seen() {
    return indexed + updated + unchanged + removed + rejected + failed;
  }

  /** Whether letters came, changed or went. */
  public boolean changedLetters() {
    return indexed + updated + removed > 0;
  }
}
