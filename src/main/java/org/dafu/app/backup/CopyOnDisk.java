package org.dafu.app.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.dafu.reply.Sha256;

/** Copies that are on disk when they are said to be done, with the checksum of what was copied. */
final class CopyOnDisk {
  private CopyOnDisk() {}

  /** Copies a file with its permissions; SHA-256 of its bytes in hexadecimal digits. */
  static String copy(Path from, Path to) throws IOException {
    MessageDigest digest = Sha256.digest();
    Files.createDirectories(parent(to));
    try (InputStream in = new DigestInputStream(Files.newInputStream(from), digest);
        FileChannel out =
            FileChannel.open(to, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      in.transferTo(Channels.newOutputStream(out));
      out.force(true);
    }
    PosixFileAttributeView rights = Files.getFileAttributeView(from, PosixFileAttributeView.class);
    if (rights != null) {
      Files.setPosixFilePermissions(to, rights.readAttributes().permissions());
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** Writes a text as a file. */
  static void write(Path file, String text) throws IOException {
    try (FileChannel out =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      ByteBuffer rest = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
      while (rest.hasRemaining()) {
        out.write(rest);
      }
      out.force(true);
    }
  }

  /**
   * Makes a folder that only its owner may look into, for letters that are not public lie there.
   */
  static void makePrivateFolder(Path folder) throws IOException {
    Files.createDirectory(folder);
    if (Files.getFileAttributeView(folder, PosixFileAttributeView.class) != null) {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }
  }

  /** Writes out the entries of a folder and of all in it; its files are on disk already. */
  static void syncFolders(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.filter(Files::isDirectory).toList()) {
        sync(path);
      }
    }
  }

  /** Writes out the entries of a folder. */
  static void sync(Path folder) throws IOException {
    if (folder.getFileSystem().getSeparator().equals("/")) { // others open no folder
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }

  /** Removes a folder with all in it, if it is there. */
  static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    List<Path> paths;
    try (Stream<Path> walked = Files.walk(folder)) {
      paths = walked.sorted(Comparator.reverseOrder()).toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    for (Path path : paths) {
      Files.deleteIfExists(path);
    }
  }

  /**
   * Removes what processes that were killed have left beside a folder.
   *
   * @param prefix of the names, which end with the process's id
   */
  static void deleteLeftBehind(Path folder, String prefix) throws IOException {
    List<Path> left;
    try (Stream<Path> paths = Files.list(folder)) {
      left = paths.filter(path -> isLeftBehind(path, prefix)).toList();
    }
    for (Path path : left) {
      delete(path);
    }
  }

  private static boolean isLeftBehind(Path path, String prefix) {
    String name = String.valueOf(path.getFileName());
    if (!name.startsWith(prefix) || !name.substring(prefix.length()).matches("[0-9]{1,18}")) {
      return false;
    }
    long process = Long.parseLong(name.substring(prefix.length()));
    return ProcessHandle.of(process).isEmpty() || process == ProcessHandle.current().pid();
  }

  /** A name for what this process makes and renames or removes before it ends. */
  static String ownName(String prefix) {
    return prefix + ProcessHandle.current().pid();
  }

  static Path parent(Path path) {
    Path parent = path.toAbsolutePath().getParent();
    if (parent == null) {
      throw new IllegalArgumentException("the root of a file system: " + path);
    }
    return parent;
  }
}
