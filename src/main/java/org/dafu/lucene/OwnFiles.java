package org.dafu.lucene;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.FSDirectory;

/** What Lucene names its files; a folder with others is somebody else's. */
final class OwnFiles {
  private static final Pattern NAME =
      Pattern.compile("_.*|segments.*|pending_segments.*|write\\.lock");

  private OwnFiles() {}

  static boolean isOne(String name) {
    return NAME.matcher(name).matches();
  }

  /** Whether something was ever committed in this folder. */
  static boolean holdsIndex(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (FSDirectory directory = FSDirectory.open(folder)) {
      return DirectoryReader.indexExists(directory);
    }
  }

  /** Removes the files of an index, its commit first, so that no half of it is taken for whole. */
  static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> own =
          files
              .filter(file -> isOne(String.valueOf(file.getFileName())))
              .sorted((one, other) -> Boolean.compare(!isCommit(one), !isCommit(other)))
              .toList();
      for (Path file : own) {
        Files.deleteIfExists(file);
      }
    }
  }

  private static boolean isCommit(Path file) {
    return String.valueOf(file.getFileName()).startsWith("segments");
  }
}
