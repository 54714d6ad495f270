/**
 * Copies of a data folder: made while it is served, verified, and brought back.
 *
 * <p>Flow: {@link org.dafu.app.backup.Snapshot} pins the index's last commit by hard links, copies
 * it and all that cannot be rebuilt beside the place where the snapshot is to be, and renames it
 * when it is whole; {@link org.dafu.app.backup.Contents} says by SHA-256 whether it still is;
 * {@link org.dafu.app.backup.Restoration} does the same the other way. May import: everything; of
 * libraries only Jackson and SLF4J.
 *
 * <p>Why not only hard links: they share their bytes with the original, and a copy that is damaged
 * with it is none. They only keep the files of a commit from vanishing while these are copied.
 */
@NullMarked
package org.dafu.app.backup;

import org.jspecify.annotations.NullMarked;
