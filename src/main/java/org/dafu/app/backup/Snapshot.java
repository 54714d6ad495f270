package org.dafu.app.backup;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.dafu.reply.Sha256;

/**
 * Copies a data folder that is in use: letters received, corrections, tokens and all else that
 * cannot be rebuilt, and the index as of its last commit.
 */
public final class Snapshot {
  /** How often to begin again with the index where commits make its files vanish. */
  private static final int TRIES = 100;

  private static final String LEFT_OUT =
      "the index is damaged and was left out; it is built anew after a restore";

  private static final String HOLD = ".hold-";
  private static final String INDEX = "index";

  private final Path data;
  private final IndexFiles index;
  private final SortedMap<String, String> sums = new TreeMap<>();
  private final List<String> problems = new ArrayList<>();

  private Snapshot(Path data, IndexFiles index) {
    this.data = data;
    this.index = index;
  }

  /**
   * What was made.
   *
   * @param files how many
   * @param problems why the index is not among them, though there is one; empty if it is
   */
  public record Made(int files, List<String> problems) {}

  /**
   * Makes a snapshot. It stands under its name only when it is whole and on disk.
   *
   * @param data the data folder
   * @param target where it is to be: nothing, or an empty folder, outside of the data folder
   * @throws IOException if it cannot be made; then nothing stands there
   */
  public static Made make(Path data, IndexFiles index, Path target) throws IOException {
    Path from = data.toRealPath();
    Path to = target.toAbsolutePath().normalize();
    requireFree(from, to);
    String prefix = "." + to.getFileName() + ".partial-";
    Path folder = CopyOnDisk.parent(to);
    Files.createDirectories(folder);
    CopyOnDisk.deleteLeftBehind(folder, prefix);
    Path partial = folder.resolve(CopyOnDisk.ownName(prefix));
    CopyOnDisk.makePrivateFolder(partial);
    try {
      Snapshot snapshot = new Snapshot(from, index);
      snapshot.copyIndex(partial);
      snapshot.copyTheRest(partial);
      Contents.write(partial, snapshot.sums, Instant.now().truncatedTo(ChronoUnit.SECONDS));
      CopyOnDisk.syncFolders(partial);
      Files.move(partial, to, StandardCopyOption.ATOMIC_MOVE);
      CopyOnDisk.sync(folder);
      return new Made(snapshot.sums.size(), snapshot.problems);
    } finally {
      CopyOnDisk.delete(partial);
    }
  }

  private static void requireFree(Path data, Path target) throws IOException {
    if (target.startsWith(data) || data.startsWith(target)) {
      throw new FileSystemException(
          target.toString(), null, "a snapshot must lie outside of the data folder");
    }
    if (Files.exists(target, LinkOption.NOFOLLOW_LINKS) && !isEmptyFolder(target)) {
      throw new FileSystemException(
          target.toString(),
          null,
          "there is something already; a snapshot needs a name of its own");
    }
  }

  static boolean isEmptyFolder(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.findAny().isEmpty();
    }
  }

  private void copyIndex(Path partial) throws IOException {
    CopyOnDisk.deleteLeftBehind(data, HOLD);
    for (int tries = 0; ; tries++) {
      try {
        Optional<IndexFiles.Commit> commit = lastCommit();
        if (commit.isPresent()) {
          copy(commit.get(), partial.resolve(INDEX));
        }
        return;
      } catch (NoSuchFileException | FileNotFoundException e) { // there is a later commit by now
        if (tries == TRIES) {
          throw e;
        }
        CopyOnDisk.delete(partial.resolve(INDEX));
      }
    }
  }

  private Optional<IndexFiles.Commit> lastCommit() throws IOException {
    try {
      return index.lastCommit();
    } catch (NoSuchFileException | FileNotFoundException e) {
      throw e;
    } catch (IOException e) {
      problems.add(LEFT_OUT + ": " + e.getMessage());
      return Optional.empty();
    }
  }

  private void copy(IndexFiles.Commit commit, Path to) throws IOException {
    Path hold = data.resolve(CopyOnDisk.ownName(HOLD));
    SortedMap<String, String> copied = new TreeMap<>();
    try {
      String folder = commit.generation() == 0 ? "" : commit.generation() + "/";
      for (Path file : held(commit.files(), hold)) {
        String name = folder + file.getFileName();
        copied.put(INDEX + "/" + name, CopyOnDisk.copy(file, to.resolve(name)));
      }
      List<String> damage = index.damage(to.resolve(folder));
      if (!damage.isEmpty()) {
        problems.add(LEFT_OUT);
        CopyOnDisk.delete(to);
        return;
      }
      Path pointer = to.resolve("current");
      CopyOnDisk.write(pointer, "current " + commit.generation() + "\n");
      copied.put(INDEX + "/current", Sha256.of(pointer));
      sums.putAll(copied);
    } finally {
      CopyOnDisk.delete(hold);
    }
  }

  /** Keeps a commit's files from vanishing, by hard links where these can be made. */
  private static List<Path> held(List<Path> files, Path hold) throws IOException {
    List<Path> held = new ArrayList<>();
    try {
      Files.createDirectory(hold);
      for (Path file : files) {
        held.add(Files.createLink(hold.resolve(file.getFileName()), file));
      }
      return held;
    } catch (NoSuchFileException e) {
      throw e;
    } catch (UnsupportedOperationException | FileSystemException e) { // then as fast as may be
      return files;
    }
  }

  private void copyTheRest(Path partial) throws IOException {
    try (Stream<Path> entries = Files.list(data)) {
      for (Path entry : entries.sorted().toList()) {
        if (!String.valueOf(entry.getFileName()).equals(INDEX)) {
          copyAll(entry, partial);
        }
      }
    }
  }

  /** Copies an entry with all in it, except for what begins with a dot: it is being written. */
  private void copyAll(Path entry, Path partial) throws IOException {
    if (String.valueOf(entry.getFileName()).startsWith(".")) {
      return;
    }
    if (Files.isSymbolicLink(entry)) {
      throw new FileSystemException(
          entry.toString(), null, "a link, which a snapshot cannot hold: put the files there");
    }
    String name = Contents.name(data, entry);
    if (Files.isDirectory(entry)) {
      Files.createDirectories(partial.resolve(name));
      try (Stream<Path> entries = Files.list(entry)) {
        for (Path each : entries.sorted().toList()) {
          copyAll(each, partial);
        }
      }
      return;
    }
    try {
      sums.put(name, CopyOnDisk.copy(entry, partial.resolve(name)));
    } catch (NoSuchFileException e) { // withdrawn just now
      if (Files.exists(entry)) {
        throw e;
      }
    }
  }
}
