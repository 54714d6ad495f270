package org.dafu.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;

/**
 * A folder of files that are not complete yet.
 *
 * @param folder made with the first of them
 */
record Incoming(Path folder) {
  /** Ends their names. */
  static final String PART = ".part";

  private static final int BUFFER_BYTES = 1 << 16;

  /** A new one, empty. */
  Path newPart() throws IOException {
    Durably.makeFolder(folder);
    return Files.createTempFile(folder, "letter", PART);
  }

  /**
   * Writes what is sent to the disk.
   *
   * @param most bytes to write
   * @return how many there were, or more than the most if there are more
   */
  static long copy(InputStream body, Path part, long most) throws IOException {
    long bytes = 0;
    try (FileChannel file = FileChannel.open(part, StandardOpenOption.WRITE)) {
      OutputStream out = Channels.newOutputStream(file);
      byte[] buffer = new byte[BUFFER_BYTES];
      for (int n = body.read(buffer); n >= 0; n = body.read(buffer)) {
        bytes += n;
        if (bytes > most) {
          return bytes;
        }
        out.write(buffer, 0, n);
      }
      file.force(true);
    }
    return bytes;
  }

  /** Deletes what a program that was killed left of them. */
  void throwAway() throws IOException {
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path part : files.filter(file -> file.toString().endsWith(PART)).toList()) {
          Files.delete(part);
        }
      }
    }
  }
}
