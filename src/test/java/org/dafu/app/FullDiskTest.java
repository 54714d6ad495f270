package org.dafu.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
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
    try (Running running = Running.start(folder, told, List.of(), "--watch")) {
      assertEquals(10, total(running));
      Path ballast = fill();
      for (int i = 11; i <= 400; i++) {
        folder.write(i);
      }
      await("the failure is told", () -> running.told().contains("索引写不下去"));
      assertEquals(10, total(running));
      HttpResponse<String> refused = receive(running);
      assertEquals(507, refused.statusCode(), refused.body());
      assertTrue(refused.body().contains("urn:dafu:problem:disk-full"), refused.body());
      assertEquals(200, running.get("/health/live").statusCode());
      Files.delete(ballast);
      await("it recovers", () -> total(running) == 400);
      assertEquals(201, receive(running).statusCode());
      await("the letter is found", () -> total(running) == 401);
      assertTrue(running.stop() >= 0, "it ends in order");
    }
    try (var parts = Files.list(folder.data().resolve("incoming"))) {
      assertEquals(0, parts.count(), "nothing is left of what was refused");
    }
  }

  private static HttpResponse<String> receive(Running running) throws Exception {
    return running.change("PUT", "replies/late.txt", DataFolder.letter(5000));
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

  private static long total(Running running) throws Exception {
    HttpResponse<String> response = running.get("/api/v1/replies");
    assertEquals(200, response.statusCode(), response.body());
    return new ObjectMapper().readTree(response.body()).get("total").asLong();
  }
}
