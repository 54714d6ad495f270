package org.dafu.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Many clients at a time on 512 MB of heap, some of them very slow, while letters come and the
 * index is built anew: {@code mvn -Pkill verify -Dload.seconds=600}. It prints what it measures.
 */
class LoadTest {
  private static final int CLIENTS = Integer.getInteger("load.clients", 200);
  private static final int SLOW_CLIENTS = 50;
  private static final int SECONDS = Integer.getInteger("load.seconds", 600);
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final long MOST_P99_MILLIS = 10_000;

  private static final List<String> ASKED =
      List.of(
          "/api/v1/replies?q=%E8%80%81%E5%B9%B4%E9%A3%9F%E5%A0%82&facets=city,year,class",
          "/api/v1/replies?q=W%3X&sort=newest",
          "/api/v1/sections?q=%E8%B5%84%E9%87%91",
          "/api/v1/suggest?q=ln",
          "/api/v1/coverage",
          "/api/v1/facets?facets=city",
          "/?q=%E5%8A%A9%E9%A4%90",
          "/api/v1/explain?q=%E5%8A%A9%E9%A4%90",
          "/health/ready");

  @TempDir private Path temp;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(LIMIT).build();
  private final Queue<Long> millis = new ConcurrentLinkedQueue<>();
  private final ConcurrentHashMap<Integer, AtomicLong> statuses = new ConcurrentHashMap<>();
  private volatile long end;

  @Test
  void service_underManyClients_answersOrSaysWhenToComeBack() throws Exception {
    DataFolder folder = new DataFolder(temp);
    for (int i = 1; i <= 300; i++) {
      folder.write(i);
    }
    Process process = serve(folder);
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      String line = String.valueOf(out.readLine());
      String address = line.substring(line.indexOf("http"), line.length() - 1);
      end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
      long early = -1;
      try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
          int seed = i;
          all.add(clients.submit(() -> ask(address, new Random(seed))));
        }
        for (int i = 0; i < SLOW_CLIENTS; i++) {
          all.add(clients.submit(() -> drip(URI.create(address).getPort())));
        }
        for (int i = 301; System.nanoTime() < end; i++) {
          folder.write(i);
          TimeUnit.MILLISECONDS.sleep(500);
          if (early < 0 && remaining() < SECONDS / 2) {
            early = residentKilobytes(process);
          }
        }
        for (Future<?> each : all) {
          each.get();
        }
      }
      report(early, residentKilobytes(process));
    } finally {
      long asked = System.nanoTime();
      process.destroy();
      assertTrue(process.waitFor(30, TimeUnit.SECONDS), "it ends");
      long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - asked);
      assertTrue(took < 12_000, "ended after " + took + " ms");
    }
  }

  private Process serve(DataFolder folder) throws IOException {
    List<String> command =
        new ArrayList<>(
            Killed.builder(
                    List.of(
                        "serve",
                        folder.folders().getFirst().toString(),
                        "--watch",
                        "--port",
                        "0",
                        "--data",
                        folder.data().toString(),
                        "--config",
                        folder.config().toString()))
                .command());
    command.replaceAll(each -> each.startsWith("-Xmx") ? "-Xmx512m" : each);
    command.remove("-XX:TieredStopAtLevel=1");
    return new ProcessBuilder(command).redirectError(temp.resolve("told.txt").toFile()).start();
  }

  private long remaining() {
    return TimeUnit.NANOSECONDS.toSeconds(end - System.nanoTime());
  }

  private Object ask(String address, Random random) throws Exception {
    while (System.nanoTime() < end) {
      String path =
          ASKED.get(random.nextInt(ASKED.size())).replace("%3X", random.nextInt(300) + "X");
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(address + path)).timeout(LIMIT).build();
      long start = System.nanoTime();
      HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
      millis.add(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
      int status = response.statusCode();
      statuses.computeIfAbsent(status, key -> new AtomicLong()).incrementAndGet();
      if (status == 503 || status == 429) {
        String after = response.headers().firstValue("Retry-After").orElse("never");
        TimeUnit.SECONDS.sleep(Long.parseLong(after));
      }
    }
    return true;
  }

  /** A client that sends a byte of its request now and then. */
  private Object drip(int port) throws Exception {
    while (System.nanoTime() < end) {
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
        OutputStream out = socket.getOutputStream();
        for (byte each :
            "GET /api/v1/replies HTTP/1.1\r\nX-Slow: ".getBytes(StandardCharsets.US_ASCII)) {
          out.write(each);
          TimeUnit.SECONDS.sleep(1);
          if (System.nanoTime() > end) {
            return true;
          }
        }
      } catch (IOException e) { // the service has closed it
        TimeUnit.SECONDS.sleep(1);
      }
    }
    return true;
  }

  private static long residentKilobytes(Process process) throws IOException {
    return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
        .filter(line -> line.startsWith("VmRSS"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst()
        .orElse(0);
  }

  private void report(long early, long late) {
    long[] sorted =
        LongStream.of(millis.stream().mapToLong(Long::longValue).toArray()).sorted().toArray();
    long p99 = sorted[(int) (sorted.length * 0.99)];
    System.out.println(
        "requests "
            + sorted.length
            + ", by status "
            + statuses
            + ", p50 "
            + sorted[sorted.length / 2]
            + " ms, p99 "
            + p99
            + " ms, resident kB "
            + early
            + " then "
            + late);
    long other =
        statuses.entrySet().stream()
            .filter(entry -> !List.of(200, 404, 429, 503).contains(entry.getKey()))
            .mapToLong(entry -> entry.getValue().get())
            .sum();
    assertEquals(0, other, statuses.toString());
    assertTrue(p99 < MOST_P99_MILLIS, "p99 " + p99);
    assertTrue(late < early * 1.3, "memory grows: " + early + " then " + late);
  }
}
