package org.dafu.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.dafu.search.FileRecord;
import org.jspecify.annotations.Nullable;

/**
 * A file that was received over HTTP.
 *
 * @param name under which it is kept
 * @param bytes its size
 * @param time since when it is as it is
 * @param record what the index says of it; null if it has not been looked at yet
 */
public record ReceivedFile(String name, long bytes, Instant time, @Nullable FileRecord record) {
  /** Those of a folder, by name. */
  static List<ReceivedFile> in(Path folder, Map<String, FileRecord> held) throws IOException {
    List<ReceivedFile> files = new ArrayList<>();
    try (Stream<Path> listed = Files.list(folder)) {
      for (Path file : listed.sorted().toList()) {
        String name = String.valueOf(file.getFileName());
        if (ReceivedName.fault(name) == null) { // else corrections, and what people put there
          one(folder, file, held).ifPresent(files::add);
        }
      }
    }
    return files;
  }

  /** Empty if it is no file, or was withdrawn while we looked. */
  private static Optional<ReceivedFile> one(Path folder, Path file, Map<String, FileRecord> held)
      throws IOException {
    String name = String.valueOf(file.getFileName());
    try {
      BasicFileAttributes now =
          Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      FileRecord record = held.get(folder + "\n" + name);
      return now.isRegularFile()
          ? Optional.of(
              new ReceivedFile(name, now.size(), now.lastModifiedTime().toInstant(), record))
          : Optional.empty();
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }
}
