package org.dafu.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.ServerSocket;
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
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service as a user starts, asks and stops it. */
class ServeTest {
  private static final String READY = "Dafu 答复检索: ";

  /** A start on a busy machine; on an idle one it takes a tenth. */
  private static final Duration START = Duration.ofMinutes(2);

  private static final Duration STOP = Duration.ofSeconds(15);

  @TempDir private Path temp;
  private final HttpClient http = HttpClient.newHttpClient();
  private final List<Process> started = new ArrayList<>();

  @BeforeEach
  void makeCorpus() throws IOException {
    Letters.corpus(temp.resolve("letters"));
  }

  @AfterEach
  void stopAll() {
    started.forEach(Process::destroyForcibly);
  }

  @Test
  void serve_printsItsAddress_answersAndStopsInOrder() throws Exception {
    Process process = start("serve", "letters", "--data", "data", "--port", "0");
    String address = address(process);
    assertEquals(200, get(address).statusCode());
    assertEquals(200, get(address + "health/ready").statusCode());
    assertEquals(2, total(address + "api/v1/replies"));
    assertEquals(1, total(address + "api/v1/replies?q=%E8%80%81%E5%B9%B4%E9%A3%9F%E5%A0%82"));
    assertEquals(0, stop(process));

    List<String> files = indexFiles();
    Process again = start("serve", "letters", "--data", "data", "--port", "0");
    assertEquals(2, total(address(again) + "api/v1/replies"));
    assertEquals(0, stop(again));
    assertEquals(files, indexFiles(), "a second start changes nothing");
  }

  @Test
  void serve_watching_takesUpNewChangedAndDeletedFiles() throws Exception {
    Process process = start("serve", "letters", "--data", "data", "--port", "0", "--watch");
    String address = address(process);
    Files.writeString(
        temp.resolve("letters/new.txt"), Letters.letter("晋城市", "099", "修建公厕", "新建公厕5座"));
    awaitTotal(address + "api/v1/replies", 3);
    Files.delete(temp.resolve("letters/bus.txt"));
    awaitTotal(address + "api/v1/replies", 2);
    assertEquals(0, stop(process));
  }

  @Test
  void serve_readOnly_servesBesideAnotherAndWritesNothing() throws Exception {
    Process writer = start("serve", "letters", "--data", "data", "--port", "0", "--watch");
    address(writer);
    Process reader = start("serve", "--read-only", "--data", "data", "--port", "0");
    String address = address(reader);
    assertEquals(2, total(address + "api/v1/replies"));
    Files.delete(temp.resolve("letters/bus.txt"));
    awaitTotal(address + "api/v1/replies", 1);
    assertEquals(0, stop(reader));
    assertEquals(0, stop(writer));
  }

  @Test
  void serve_portInUse_isStatus1AndSaysSo() throws Exception {
    try (ServerSocket taken = new ServerSocket(0)) {
      String port = String.valueOf(taken.getLocalPort());
      Launched launched =
          Launched.in(temp)
              .run("serve", "letters", "--data", "data", "--host", "0.0.0.0", "--port", port);
      assertEquals(1, launched.status(), launched.toString());
      assertTrue(launched.err().contains("port " + port), launched.err());
      assertTrue(launched.err().contains("--port"), launched.err());
      assertEquals("", launched.out());
    }
  }

  @Test
  void serve_withoutItsFolder_isStatus1() throws Exception {
    Launched launched = Launched.in(temp).run("serve", "nowhere", "--data", "data", "--port", "0");
    assertEquals(1, launched.status(), launched.toString());
    assertTrue(launched.err().contains("nowhere"), launched.err());
  }

  @Test
  void serve_badOptions_areNamed() throws Exception {
    assertEquals(1, Launched.in(temp).run("serve", "--port", "70000").status());
    assertEquals(1, Launched.in(temp).run("serve", "--read-only", "letters").status());
    Launched other = Launched.in(temp).run("serve", "--engine", "opensearch");
    assertEquals(1, other.status());
    assertTrue(other.err().contains("not built in yet"), other.err());
  }

  private Process start(String... arguments) throws IOException {
    Process process =
        Launched.in(temp)
            .builder(Launched.launcher(), arguments)
            .redirectError(temp.resolve("err-" + started.size() + ".txt").toFile())
            .start();
    started.add(process);
    return process;
  }

  /** The address that the program prints when it is ready. */
  private String address(Process process) throws IOException {
    BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
    String line = out.readLine();
    if (line == null) {
      throw new IOException("it ended: " + Files.readString(temp.resolve("err-0.txt")));
    }
    assertTrue(line.startsWith(READY + "http://127.0.0.1:"), line);
    return line.substring(READY.length());
  }

  private static int stop(Process process) throws InterruptedException {
    process.destroy();
    assertTrue(process.waitFor(STOP.toSeconds(), TimeUnit.SECONDS), "it did not stop");
    return process.exitValue();
  }

  private HttpResponse<String> get(String url) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(url)).timeout(START).build();
    return http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
  }

  private int total(String url) throws IOException, InterruptedException {
    JsonNode answer = new ObjectMapper().readTree(get(url).body());
    return answer.get("total").asInt();
  }

  private void awaitTotal(String url, int expected) throws IOException, InterruptedException {
    long end = System.nanoTime() + START.toNanos();
    while (total(url) != expected) {
      assertTrue(System.nanoTime() < end, "the total never became " + expected);
      TimeUnit.MILLISECONDS.sleep(200);
    }
  }

  private List<String> indexFiles() throws IOException {
    try (Stream<Path> files = Files.walk(temp.resolve("data/index"))) {
      return files.map(file -> file + " " + file.toFile().lastModified()).sorted().toList();
    }
  }
}
