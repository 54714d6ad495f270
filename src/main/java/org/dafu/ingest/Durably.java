package org.dafu.ingest;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * File operations that are on disk when they return, and of which nothing half-done is ever seen.
 *
 * <p>A rename survives a loss of power only once its folder is synced too, not only the file.
 */
public final class Durably {
  private Durably() {}

  /**
   * Makes this the content of the file: whoever looks sees the old content or the new.
   *
   * @param aside where the content stands until it is complete; on the same file system
   */
  public static void write(Path file, byte[] content, Path aside) throws IOException {
    try {
      try (FileChannel out =
          FileChannel.open(
              aside,
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING,
              StandardOpenOption.WRITE)) {
        ByteBuffer rest = ByteBuffer.wrap(content);
        while (rest.hasRemaining()) {
          out.write(rest);
        }
        out.force(true);
      }
      move(aside, file);
    } catch (IOException e) {
      Files.deleteIfExists(aside);
      throw e;
    }
  }

  /** Moves a file that is on disk already, over another if there is one. */
  public static void move(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    sync(folderOf(to));
    if (!folderOf(from).equals(folderOf(to))) {
      sync(folderOf(from));
    }
  }

  /** Makes a folder and those that it lies in. */
  public static void makeFolder(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      makeFolder(folderOf(folder));
      Files.createDirectories(folder);
      sync(folderOf(folder));
    }
  }

  /** Writes out what the system still holds back of a file or a folder's entries. */
  public static void sync(Path path) throws IOException {
    boolean folder = Files.isDirectory(path);
    if (folder && path.getFileSystem().getSeparator().equals("\\")) {
      return; // Windows opens no folder, and writes its entries out itself
    }
    try (FileChannel channel =
        FileChannel.open(path, folder ? StandardOpenOption.READ : StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  /** The folder that a file lies in. */
  public static Path folderOf(Path path) {
    Path parent = path.toAbsolutePath().getParent();
    return parent == null ? path.toAbsolutePath() : parent;
  }
}
