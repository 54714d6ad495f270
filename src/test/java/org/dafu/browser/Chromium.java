package org.dafu.browser;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A running Chromium without a window. */
final class Chromium implements AutoCloseable {
  private static final List<Path> PROGRAMS =
      List.of(Path.of("/usr/bin/chromium"), Path.of("/usr/bin/chromium-browser"));

  private static final Duration START = Duration.ofSeconds(60);

  private final Process process;
  private final Path profile;
  private final DevTools devTools;

  private Chromium(Process process, Path profile, DevTools devTools) {
    this.process = process;
    this.profile = profile;
    this.devTools = devTools;
  }

  /**
   * Starts it.
   *
   * @throws AssertionError if it is not installed: whoever selects these tests demands it
   */
  static Chromium start() throws IOException {
    Path program =
        PROGRAMS.stream()
            .filter(Files::isExecutable)
            .findFirst()
            .orElseThrow(
                () -> new AssertionError("Chromium is not installed: apt-get install chromium"));
    Path profile = Files.createTempDirectory("dafu-chromium");
    Process process =
        new ProcessBuilder(
                program.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--disable-dev-shm-usage",
                "--hide-scrollbars",
                "--lang=zh-CN",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile,
                "about:blank")
            .redirectErrorStream(true)
            .redirectOutput(profile.resolve("chromium.log").toFile())
            .start();
    return new Chromium(process, profile, new DevTools(address(process, profile)));
  }

  /** Two lines that it writes when it listens: the port, and the path of its own socket. */
  private static URI address(Process process, Path profile) throws IOException {
    Path told = profile.resolve("DevToolsActivePort");
    long end = System.nanoTime() + START.toNanos();
    while (System.nanoTime() < end && process.isAlive()) {
      List<String> lines = Files.exists(told) ? Files.readAllLines(told) : List.of();
      if (lines.size() == 2) {
        return URI.create("ws://127.0.0.1:" + lines.get(0) + lines.get(1));
      }
      Tab.rest();
    }
    process.destroyForcibly();
    throw new AssertionError(
        "Chromium does not start: " + Files.readString(profile.resolve("chromium.log")));
  }

  /** A new tab that shares nothing with others, at this address of the service. */
  Tab tab(String address) {
    String context =
        devTools.send(null, "Target.createBrowserContext").get("browserContextId").asText();
    String target =
        devTools
            .send(null, "Target.createTarget", "url", "about:blank", "browserContextId", context)
            .get("targetId")
            .asText();
    String session =
        devTools
            .send(null, "Target.attachToTarget", "targetId", target, "flatten", true)
            .get("sessionId")
            .asText();
    return new Tab(devTools, session, target, address);
  }

  @Override
  public void close() throws IOException {
    devTools.close();
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
    }
    try (Stream<Path> files = Files.walk(profile)) {
      files.sorted((a, b) -> b.compareTo(a)).forEach(file -> file.toFile().delete());
    }
  }
}
