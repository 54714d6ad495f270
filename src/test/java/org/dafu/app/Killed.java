package org.dafu.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The program as a process of its own, which a test ends as a loss of power would. */
final class Killed {
  private static final long LIMIT_SECONDS = 600;

  private Killed() {}

  /**
   * How it ended.
   *
   * @param status null if it was killed
   */
  record End(@Nullable Integer status, String told, long millis) {}

  /** A process that the test runs itself. */
  static ProcessBuilder builder(List<String> arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx300m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "org.dafu.app.Main"));
    command.addAll(arguments);
    return new ProcessBuilder(command);
  }

  /** Runs a command line; kills it after so long, never if that is negative. */
  static End run(Path told, long afterMillis, List<String> arguments)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    Process process =
        builder(arguments).redirectErrorStream(true).redirectOutput(told.toFile()).start();
    boolean ended =
        process.waitFor(
            afterMillis < 0 ? LIMIT_SECONDS * 1000 : afterMillis, TimeUnit.MILLISECONDS);
    if (!ended) {
      process.destroyForcibly().waitFor(); // SIGKILL
    }
    long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    String output = Files.readString(told, StandardCharsets.UTF_8);
    if (!ended && afterMillis < 0) {
      throw new IOException("it does not end: " + output);
    }
    return new End(ended ? process.exitValue() : null, output, millis);
  }
}
