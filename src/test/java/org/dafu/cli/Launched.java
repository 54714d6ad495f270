package org.dafu.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A finished call of the launcher.
 *
 * @param status exit status
 * @param out what it printed as results
 * @param err what it told besides
 */
record Launched(int status, String out, String err) {
  private static final int LIMIT_SECONDS = 120;

  /** The project's folder. */
  static Path project() {
    return Path.of(System.getProperty("dafu.project", "")).toAbsolutePath();
  }

  static Path launcher() {
    return project().resolve("dafu");
  }

  /** A call from this folder, in the plainest of locales. */
  static Call in(Path folder) {
    return new Call(folder);
  }

  /** A call that is being put together. */
  static final class Call {
    private final Path folder;
    private final Map<String, String> environment = new LinkedHashMap<>();

    private Call(Path folder) {
      this.folder = folder;
    }

    Call with(String name, String value) {
      environment.put(name, value);
      return this;
    }

    /** Runs the launcher to its end. */
    Launched run(String... arguments) throws IOException {
      return run(launcher(), arguments);
    }

    /** Runs the launcher by another name of it. */
    Launched run(Path program, String... arguments) throws IOException {
      Path out = Files.createTempFile("dafu-out", ".txt");
      Path err = Files.createTempFile("dafu-err", ".txt");
      Process process =
          builder(program, arguments)
              .redirectOutput(out.toFile())
              .redirectError(err.toFile())
              .start();
      try {
        if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
          process.destroyForcibly();
          throw new IOException("still running: " + Files.readString(err));
        }
      } catch (InterruptedException e) {
        throw new IOException("interrupted", e);
      }
      Launched launched = new Launched(process.exitValue(), read(out), read(err));
      Files.delete(out);
      Files.delete(err);
      return launched;
    }

    /** A process that the test runs itself. */
    ProcessBuilder builder(Path program, String... arguments) {
      List<String> command = new ArrayList<>(List.of(program.toString()));
      command.addAll(List.of(arguments));
      ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
      builder
          .environment()
          .keySet()
          .removeIf(name -> name.startsWith("LC_") || name.equals("LANG"));
      builder.environment().putAll(environment);
      return builder;
    }

    private static String read(Path file) throws IOException {
      return Files.readString(file, StandardCharsets.UTF_8);
    }
  }
}
