package org.dafu.browser;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** The program, serving letters on a port of its own. */
final class Program implements AutoCloseable {
  private static final String READY = "Dafu 答复检索: ";

  private final Process process;
  private final String address;

  private Program(Process process, String address) {
    this.process = process;
    this.address = address;
  }

  /** Serves this corpus, deriving into this folder. */
  static Program serving(Path corpus, Path data) throws IOException {
    Path log = Files.createTempFile("dafu-browser", ".log");
    Process process =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx700m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "org.dafu.app.Main",
                "serve",
                corpus.toString(),
                "--data",
                data.toString(),
                "--port",
                "0")
            .redirectError(log.toFile())
            .start();
    BufferedReader out = process.inputReader();
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      if (line.startsWith(READY)) {
        return new Program(process, line.substring(READY.length()));
      }
    }
    throw new AssertionError("the program does not serve: " + Files.readAllLines(log));
  }

  /** Its start page. */
  String address() {
    return address;
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
    }
  }

  /** The letters that come with the program. */
  static Path sample() {
    return Path.of("sample-corpus").toAbsolutePath();
  }
}
