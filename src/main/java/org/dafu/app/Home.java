package org.dafu.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.dafu.app.backup.Restoration;
import org.dafu.app.config.ConfigFolder;
import org.dafu.app.config.ConfigReading;
import org.dafu.app.config.IndexConfig;
import org.dafu.app.config.InvalidConfig;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the program finds its configuration and keeps what it derives. */
final class Home {
  /** The program's folder; the launcher sets it. */
  private static final Path FOLDER = Path.of(System.getProperty("dafu.home", ""));

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = {
        "Folder of everything derived or received (default: data in the program's folder).",
        "Deleting it loses nothing that the corpus folders do not hold."
      })
  private @Nullable Path data;

  @Option(
      names = "--config",
      paramLabel = "DIR",
      description = "Folder of the configuration (default: index-config in the program's folder).")
  private @Nullable Path config;

  /** The folder of everything derived or received. */
  Path data() {
    Path folder = data == null ? FOLDER.resolve("data") : data;
    try {
      Restoration.finish(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("a restore that was killed cannot be finished", e);
    }
    return folder;
  }

  /** The folder of the index. */
  Path index() {
    return data().resolve("index");
  }

  /** The file of vectors beside the index. */
  Path vectors() {
    return index().resolveSibling("meaning").resolve("passages.vectors");
  }

  /** The file of vectors of sets that the ranking is measured on. */
  Path measuredVectors() {
    return vectors().resolveSibling("evaluate.vectors");
  }

  /** The corpus that comes with the program. */
  static Path sampleCorpus() {
    return FOLDER.resolve("sample-corpus");
  }

  /** The folder of the configuration. */
  Path configFolder() {
    return config == null ? FOLDER.resolve("index-config") : config;
  }

  /** The same as messages name it: as given, or seen from where the user stands. */
  String shownConfigFolder() {
    Path here = Path.of("").toAbsolutePath();
    Path folder = configFolder().toAbsolutePath().normalize();
    return (folder.startsWith(here) ? here.relativize(folder) : folder).toString();
  }

  /**
   * The configuration.
   *
   * @throws CannotRunException naming every fault, if it has any
   */
  IndexConfig readConfig() throws IOException {
    ConfigReading reading = ConfigFolder.read(configFolder(), shownConfigFolder());
    return switch (reading) {
      case IndexConfig valid -> valid;
      case InvalidConfig invalid ->
          throw new CannotRunException("配置有误，请改正后再启动：\n" + invalid.message());
    };
  }
}
