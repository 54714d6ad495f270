package org.dafu.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** One program with the sample letters and one browser for all tests: both are slow to start. */
final class Stage {
  private static final Path DATA = folder();
  private static final Program PROGRAM;
  private static final Chromium CHROMIUM;

  static {
    try {
      CHROMIUM = Chromium.start();
      PROGRAM = Program.serving(Program.sample(), DATA.resolve("data"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Runtime.getRuntime().addShutdownHook(new Thread(Stage::close));
  }

  private Stage() {}

  /** A new tab of a wide window, at no page yet. */
  static Tab tab() {
    return CHROMIUM.tab(PROGRAM.address());
  }

  /** The same at the address of another program. */
  static Tab tab(String address) {
    return CHROMIUM.tab(address);
  }

  private static Path folder() {
    try {
      return Files.createTempDirectory("dafu-stage");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void close() {
    CHROMIUM.close();
    PROGRAM.close();
    delete(DATA);
  }

  /**
   * Deletes a folder that a program may still be leaving: what comes and goes meanwhile may stay.
   */
  static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException | UncheckedIOException e) {
      folder.toFile().deleteOnExit();
    }
  }
}
