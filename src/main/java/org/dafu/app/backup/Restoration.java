package org.dafu.app.backup;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Brings a snapshot back as a data folder. */
public final class Restoration {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private Restoration() {}

  /**
   * What is not as it was written in a snapshot, one sentence each, naming the file; empty if it is
   * whole.
   */
  public static List<String> problems(Path snapshot) throws IOException {
    return Contents.verify(snapshot).problems();
  }

  /**
   * Puts a whole snapshot in the place of a data folder, at once.
   *
   * @param data where to; what stands there already is moved aside
   * @return where that was moved to; empty if nothing stood there
   * @throws IOException if the snapshot is not whole, or cannot be copied; then the data folder is
   *     as it was
   */
  public static Optional<Path> restore(Path snapshot, Path data) throws IOException {
    Path to = data.toAbsolutePath().normalize();
    Path folder = CopyOnDisk.parent(to);
    Files.createDirectories(folder);
    String prefix = "." + to.getFileName() + ".restoring-";
    CopyOnDisk.deleteLeftBehind(folder, prefix);
    Path partial = folder.resolve(CopyOnDisk.ownName(prefix));
    CopyOnDisk.makePrivateFolder(partial);
    try {
      copy(snapshot, partial);
      CopyOnDisk.delete(whole(to));
      Files.move(partial, whole(to), StandardCopyOption.ATOMIC_MOVE);
      CopyOnDisk.sync(folder);
      Optional<Path> aside = moveAside(to);
      finish(to);
      return aside;
    } finally {
      CopyOnDisk.delete(partial);
    }
  }

  /** Copied whole, and about to get the data folder's name. */
  private static Path whole(Path data) {
    return data.resolveSibling("." + data.getFileName() + ".restored");
  }

  /** Ends a restoration that was killed after it had moved the earlier data folder aside. */
  public static void finish(Path data) throws IOException {
    Path to = data.toAbsolutePath().normalize();
    if ((!Files.exists(to) || Snapshot.isEmptyFolder(to)) && Files.isDirectory(whole(to))) {
      Files.move(whole(to), to, StandardCopyOption.ATOMIC_MOVE);
      CopyOnDisk.sync(CopyOnDisk.parent(to));
    }
  }

  /** Compares what it copies once more: the snapshot may lie on the medium that is failing. */
  private static void copy(Path snapshot, Path partial) throws IOException {
    Contents.Verified verified = Contents.verify(snapshot);
    if (!verified.problems().isEmpty()) {
      throw new FileSystemException(
          snapshot.toString(), null, "not whole: " + verified.problems().getFirst());
    }
    for (Map.Entry<String, String> entry : verified.sums().entrySet()) {
      String name = entry.getKey();
      if (!name.equals(Contents.ABOUT)) {
        Path file = snapshot.resolve(name);
        if (!CopyOnDisk.copy(file, partial.resolve(name)).equals(entry.getValue())) {
          throw new FileSystemException(file.toString(), null, "it was read differently twice");
        }
      }
    }
    CopyOnDisk.syncFolders(partial);
  }

  private static Optional<Path> moveAside(Path data) throws IOException {
    if (!Files.exists(data) || Snapshot.isEmptyFolder(data)) {
      return Optional.empty();
    }
    String name = data.getFileName() + ".before-restore-" + STAMP.format(Instant.now());
    Path aside = data.resolveSibling(name);
    for (int number = 2; Files.exists(aside); number++) { // of another restoration in this second
      aside = data.resolveSibling(name + "-" + number);
    }
    Files.move(data, aside, StandardCopyOption.ATOMIC_MOVE);
    return Optional.of(aside);
  }
}
