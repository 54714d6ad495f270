package org.dafu.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
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
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Many clients at a time on 512 MB of heap, some of them very slow, some that never read, while
 * letters come and go and the service is told to end: {@code mvn -Pkill verify -Dload.seconds=600}.
 * It prints what it measures.
 */
class LoadTest {
  private static final int CLIENTS = Integer.getInteger("load.clients", 200);
  private static final int SLOW_CLIENTS = 50;
  private static final int SECONDS = Integer.getInteger("load.seconds", 600);
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final long MOST_P99_MILLIS = 10_000;

  /** 512 MB of heap, and what the virtual machine, its code and mapped files take. */
  private static final long MOST_KILOBYTES = 900_000;

  /** The end of the time, in which the service is told to end while all go on asking. */
  private static final long STOPPED_UNDER_LOAD = TimeUnit.SECONDS.toNanos(5);

  private static final String FORM =
      """
      POST /precedents HTTP/1.1
      Host: x
      Content-Length: 90000
      Content-Type: multipart/form-data; boundary=x

      """;

  private static final List<String> DRIPPED =
      List.of(
          "GET /api/v1/replies HTTP/1.1\r\nX-Slow: ",
          "POST /api/v1/precedents HTTP/1.1\r\nHost: x\r\nContent-Length: 100000\r\n\r\n",
          FORM.replace("\n", "\r\n"));

  private static final List<String> ASKED =
      List.of(
          "/api/v1/replies?q=%E8%80%81%E5%B9%B4%E9%A3%9F%E5%A0%82&facets=city,year,class",
          "/api/v1/replies?q=W%3X&sort=newest",
          "/api/v1/sections?q=%E8%B5%84%E9%87%91",
          "/api/v1/suggest?q=ln",
          "/api/v1/coverage",
          "/api/v1/facets?facets=city",
          "/?q=%E5%8A%A9%E9%A4%90",
          "/health/ready");

  @TempDir private Path temp;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(LIMIT).build();
  private final Queue<Long> millis = new ConcurrentLinkedQueue<>();
  private final ConcurrentHashMap<Integer, AtomicLong> statuses = new ConcurrentHashMap<>();
  private final AtomicInteger dripsClosed = new AtomicInteger();
  private final AtomicInteger sent = new AtomicInteger(1_000);
  private volatile long end;

  @Test
  void service_underManyClients_answersOrSaysWhenToComeBack() throws Exception {
    DataFolder folder = new DataFolder(temp);
    for (int i = 1; i <= 300; i++) {
      folder.write(i);
    }
    List<String> heap = List.of("-Xmx512m", "-XX:+UseSerialGC");
    try (Running running = Running.start(folder, temp.resolve("told.txt"), heap, "--watch")) {
      end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
      long early = -1;
      List<Future<?>> all = new ArrayList<>();
      try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
        for (int i = 0; i < CLIENTS; i++) {
          Random random = new Random(i);
          boolean sends = i % 20 == 0;
          all.add(clients.submit(() -> sends ? send(running, random) : ask(running, random)));
        }
        for (int i = 0; i < SLOW_CLIENTS; i++) {
          String request = DRIPPED.get(i % DRIPPED.size());
          all.add(clients.submit(() -> drip(running, request)));
          all.add(clients.submit(() -> neverRead(running)));
        }
        for (int i = 301; System.nanoTime() < end - STOPPED_UNDER_LOAD; i++) {
          folder.write(i);
          TimeUnit.MILLISECONDS.sleep(500);
          if (early < 0 && remaining() < SECONDS / 2) {
            early = running.residentKilobytes();
          }
        }
        long late = running.residentKilobytes();
        long took = running.stop();
        System.out.println("ended under load after " + took + " ms");
        assertTrue(took >= 0 && took < 10_000, "ended after " + took + " ms");
        report(early, late);
      }
      for (Future<?> each : all) {
        each.get();
      }
      assertEquals(
          List.of(), running.told().lines().filter(line -> line.contains(" ERROR ")).toList());
    }
  }

  private long remaining() {
    return TimeUnit.NANOSECONDS.toSeconds(end - System.nanoTime());
  }

  private boolean ask(Running running, Random random) throws Exception {
    while (System.nanoTime() < end) {
      String path =
          ASKED.get(random.nextInt(ASKED.size())).replace("%3X", random.nextInt(300) + "X");
      if (!told(running, running.request(path), random.nextInt(50) == 0)) {
        return true;
      }
    }
    return true;
  }

  /** Sends letters, withdraws some, and asks for syncs. */
  private boolean send(Running running, Random random) throws Exception {
    boolean answered = true;
    while (answered && System.nanoTime() < end) {
      int number = sent.incrementAndGet();
      String path = "/api/v1/admin/replies/s" + number + ".txt";
      BodyPublisher letter = BodyPublishers.ofString(DataFolder.letter(number));
      answered = told(running, running.allowed(path).PUT(letter), false);
      if (random.nextInt(5) == 0) {
        answered = answered && told(running, running.allowed(path).DELETE(), false);
      }
      if (random.nextInt(10) == 0) {
        BodyPublisher none = BodyPublishers.noBody();
        answered =
            answered && told(running, running.allowed("/api/v1/admin/sync").POST(none), false);
      }
      TimeUnit.MILLISECONDS.sleep(300);
    }
    return true;
  }

  /** Notes an answer; false once the service has been stopped. */
  private boolean told(Running running, HttpRequest.Builder request, boolean cancelled)
      throws Exception {
    long start = System.nanoTime();
    try {
      if (cancelled) {
        var answer = http.sendAsync(request.build(), BodyHandlers.ofString());
        TimeUnit.MILLISECONDS.sleep(5);
        answer.cancel(true);
        return true;
      }
      HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
      if (running.isStopping()) {
        return false;
      }
      millis.add(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
      int status = response.statusCode();
      statuses.computeIfAbsent(status, key -> new AtomicLong()).incrementAndGet();
      if (status == 503 || status == 429) {
        String after = response.headers().firstValue("Retry-After").orElse("never");
        TimeUnit.SECONDS.sleep(Long.parseLong(after));
      }
      return true;
    } catch (IOException e) {
      if (running.isStopping()) {
        return false;
      }
      throw e;
    }
  }

  /** A client that sends a byte of its request now and then. */
  private boolean drip(Running running, String request) throws Exception {
    while (System.nanoTime() < end && !running.isStopping()) {
      try (Socket socket = running.connect()) {
        OutputStream out = socket.getOutputStream();
        out.write(request.getBytes(StandardCharsets.US_ASCII));
        for (int i = 0; i < 1000 && System.nanoTime() < end; i++) {
          out.write('a');
          TimeUnit.SECONDS.sleep(1);
        }
      } catch (IOException e) { // the service has closed it
        dripsClosed.incrementAndGet();
        TimeUnit.SECONDS.sleep(1);
      }
    }
    return true;
  }

  /** A client that asks for much and takes nothing of it. */
  private boolean neverRead(Running running) throws Exception {
    while (System.nanoTime() < end && !running.isStopping()) {
      try (Socket socket = running.connect()) {
        String request = "GET /api/v1/replies?size=100 HTTP/1.1\r\nHost: x\r\n\r\n";
        byte[] requests = request.repeat(20).getBytes(StandardCharsets.US_ASCII);
        socket.getOutputStream().write(requests);
        TimeUnit.SECONDS.sleep(10);
      } catch (IOException e) { // the service has closed it
        TimeUnit.SECONDS.sleep(1);
      }
    }
    return true;
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
            + late
            + ", slow ones closed "
            + dripsClosed);
    long other =
        statuses.entrySet().stream()
            .filter(entry -> !List.of(200, 201, 202, 404, 429, 503).contains(entry.getKey()))
            .mapToLong(entry -> entry.getValue().get())
            .sum();
    assertEquals(0, other, statuses.toString());
    assertTrue(SECONDS < 40 || dripsClosed.get() >= SLOW_CLIENTS, "slow ones are closed");
    assertTrue(p99 < MOST_P99_MILLIS, "p99 " + p99);
    boolean steady = SECONDS < 300 || late < early * 1.3; // a heap is first filled, then swept
    assertTrue(steady && late < MOST_KILOBYTES, "memory grows: " + early + " then " + late);
  }
}
