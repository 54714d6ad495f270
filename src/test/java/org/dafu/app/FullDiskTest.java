package org.dafu.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The service on a disk that is really full. It mounts one, which only root may do: it runs with
 * {@code mvn -Pkill verify} alone, and fails where it cannot. FaultsTest has the same in every
 * build.
 */
class FullDiskTest {
  private static final long LIMIT_NANOS = TimeUnit.SECONDS.toNanos(90);

  @TempDir private Path temp;
  private final HttpClient http = HttpClient.newHttpClient();
  private DataFolder folder;

  @BeforeEach
  void mountSmallDisk() throws Exception {
    folder = new DataFolder(temp);
    Files.createDirectories(folder.data());
    assertEquals(0, call("mount", "-t", "tmpfs", "-o", "size=3m", "none"), "mounted");
  }

  @AfterEach
  void unmount() throws Exception {
    assertEquals(0, call("umount"), "unmounted");
  }

  private int call(String... command) throws Exception {
    List<String> whole =
        java.util.stream.Stream.concat(
                java.util.Arrays.stream(command), java.util.stream.Stream.of(data()))
            .toList();
    return new ProcessBuilder(whole).inheritIO().start().waitFor();
  }

  private String data() {
    return folder.data().toString();
  }

  @Test
  void service_onAFullDisk_servesOnSaysSoAndRecovers() throws Exception {
    for (int i = 1; i <= 10; i++) {
      folder.write(i);
    }
    Path told = temp.resolve("told.txt");
    Process process =
        Killed.builder(
                List.of(
                    "serve",
                    folder.folders().getFirst().toString(),
                    "--watch",
                    "--port",
                    "0",
                    "--data",
                    data(),
                    "--config",
                    folder.config().toString()))
            .redirectError(told.toFile())
            .start();
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      String line = out.readLine();
      assertTrue(line != null, () -> read(told));
      String address = line.substring(line.indexOf("http"));
      assertEquals(10, total(address));
      Path ballast = fill();
      for (int i = 11; i <= 400; i++) {
        folder.write(i);
      }
      await("the failure is told", () -> read(told).contains("索引写不下去"));
      assertEquals(10, total(address));
      Files.delete(ballast);
      await("it recovers", () -> total(address) == 400);
    } finally {
      process.destroy();
      assertTrue(process.waitFor(20, TimeUnit.SECONDS), "it ends in order");
    }
  }

  private Path fill() throws IOException {
    Path ballast = folder.data().resolve("ballast");
    byte[] block = new byte[4096];
    try (var out = Files.newOutputStream(ballast)) {
      while (true) {
        out.write(block);
      }
    } catch (IOException full) {
      return ballast;
    }
  }

  /** What is waited for. */
  private interface Condition {
    boolean holds() throws Exception;
  }

  private static void await(String what, Condition condition) throws Exception {
    long end = System.nanoTime() + LIMIT_NANOS;
    while (!condition.holds()) {
      assertTrue(System.nanoTime() < end, what);
      TimeUnit.MILLISECONDS.sleep(300);
    }
  }

  private long total(String address) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(URI.create(address + "api/v1/replies")).build();
    HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
    assertEquals(200, response.statusCode(), response.body());
    return new com.fasterxml.jackson.databind.ObjectMapper()
        .readTree(response.body())
        .get("total")
        .asLong();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return e.toString();
    }
  }
}
