package org.dafu.ingest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Tells when corpus folders have changed. It looks instead of being told by the file system, which
 * works on network drives and for any number of folders; a change counts once two looks see the
 * same, so that a file is not read while it is being copied in.
 */
public final class CorpusWatch {
  private final List<Path> folders;
  private CorpusListing synced;
  private CorpusListing seen;

  /**
   * A watch that takes the folders as they are now for known.
   *
   * @throws IOException if a folder cannot be walked
   */
  public CorpusWatch(List<Path> folders) throws IOException {
    this.folders = List.copyOf(folders);
    this.synced = CorpusListing.of(folders);
    this.seen = synced;
  }

  /**
   * Whether the folders have changed since this last said so, and have come to rest.
   *
   * @throws IOException if a folder cannot be walked
   */
  public boolean look() throws IOException {
    CorpusListing now = CorpusListing.of(folders);
    boolean resting = now.equals(seen);
    seen = now;
    if (!resting || now.equals(synced)) {
      return false;
    }
    synced = now;
    return true;
  }
}
