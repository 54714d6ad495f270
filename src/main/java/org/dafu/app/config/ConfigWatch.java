package org.dafu.app.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the configuration while the program serves: what needs no reading of letters is taken up
 * at once; a broken edit is told in the log, and the last good configuration stays.
 */
public final class ConfigWatch {
  private static final Logger LOG = LoggerFactory.getLogger(ConfigWatch.class);

  private final Path folder;
  private final String shown;
  private final Consumer<IndexConfig> taken;
  private IndexConfig last;
  private Map<String, String> stamp;

  /**
   * A watch that begins now.
   *
   * @param folder the folder
   * @param shown how messages name it
   * @param first what was read from it
   * @param taken told of each new configuration, whose extraction part is not in force yet if its
   *     fingerprint differs from the first's
   * @throws IOException if the folder cannot be read
   */
  public ConfigWatch(Path folder, String shown, IndexConfig first, Consumer<IndexConfig> taken)
      throws IOException {
    this.folder = folder;
    this.shown = shown;
    this.last = first;
    this.taken = taken;
    this.stamp = stamp();
  }

  /** Looks once; whoever serves calls it every other second, from one thread. */
  public void look() {
    try {
      Map<String, String> now = stamp();
      if (!now.equals(stamp)) {
        stamp = now;
        take(ConfigFolder.read(folder, shown));
      }
    } catch (IOException e) {
      LOG.warn("{} cannot be read; the last good configuration stays", shown, e);
    }
  }

  private void take(ConfigReading reading) {
    switch (reading) {
      case InvalidConfig invalid ->
          LOG.error(
              "The last good configuration stays until this is put right:\n{}", invalid.message());
      case IndexConfig config -> {
        if (!config.readingFingerprint().equals(last.readingFingerprint())) {
          LOG.warn(
              "{}: letters must be read again for this change: with --watch this is done now, else at the next start",
              shown);
        }
        LOG.info("{} has changed and was taken up", shown);
        last = config;
        taken.accept(config);
      }
    }
  }

  private Map<String, String> stamp() throws IOException {
    Map<String, String> stamp = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        stamp.put(file.toString(), attributes.lastModifiedTime() + " " + attributes.size());
      }
    }
    return stamp;
  }
}
